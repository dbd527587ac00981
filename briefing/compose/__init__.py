"""A publication and an edition make a Briefing."""

from __future__ import annotations

from briefing.compose.compose import compose, compose_chart

__all__ = ["compose", "compose_chart"]

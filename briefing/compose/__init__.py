"""A publication and an edition make a Briefing."""

from __future__ import annotations

from briefing.compose.compose import compose

__all__ = ["compose"]

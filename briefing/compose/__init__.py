"""A publication and an edition make a Briefing."""

from __future__ import annotations

from briefing.compose.compose import compose, compose_chart
from briefing.compose.contents import compose_contents

__all__ = ["compose", "compose_chart", "compose_contents"]

"""Several editions in one run."""

from __future__ import annotations

from briefing.pack.run import Failure, run

__all__ = ["Failure", "run"]

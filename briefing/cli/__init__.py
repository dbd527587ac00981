"""The command line: parse, call, show."""

from __future__ import annotations

from briefing.cli.main import main

__all__ = ["main"]

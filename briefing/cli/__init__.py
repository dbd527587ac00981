"""The command line: parse, call, show."""

from __future__ import annotations

try:
    from briefing.cli.main import main
except KeyboardInterrupt:  # Ctrl-C while Python still loads the program
    import sys

    sys.stderr.write("interrupted: nothing half-written was left behind\n")
    raise SystemExit(130) from None

__all__ = ["main"]

"""Shows finished files in the user's own viewer."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click


def open_files(paths: Sequence[Path]) -> None:
    """Open each file in the program that the system has for it.

    Where none can be started, a line on stderr says where the file is: a build that is done
    stays done.
    """
    for path in paths:
        if not (has_display() and click.launch(os.path.abspath(path)) == 0):
            click.echo(f"no viewer can be started here: the file is {path}", err=True)


def has_display() -> bool:
    """Whether windows can be shown: on Windows and macOS always, else where one is named."""
    if sys.platform in ("win32", "cygwin", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))

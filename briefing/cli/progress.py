"""How a pack is going: a bar on a terminal, lines elsewhere, JSON for programs; then a table."""

from __future__ import annotations

import logging
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from briefing.cli.boundary import show_problems
from briefing.cli.options import Common

if TYPE_CHECKING:
    from rich.progress import Progress

    from briefing.pack import Done, Pack

MEGABYTE = 1_000_000
FEW_FAILURES = 20
"""Failed editions that are told of, and once more at the end; the others are in the logs."""


class Report:
    """Tells of each edition as it ends, and of all at the end."""

    def __init__(self, pack: Pack, form: str, common: Common) -> None:
        self.failed: list[Done] = []
        self._pack = pack
        self._form = form
        self._quiet = common.quiet
        self._counts: Counter[str] = Counter()
        self._size = 0
        self._pages = 0
        self._warnings = 0
        self._started = time.monotonic()
        self._bar: Progress | None = None

    def done(self, done: Done) -> None:
        """Tell of one edition."""
        self._counts[done.status] += 1
        self._size += done.size
        self._pages += done.pages
        self._warnings += sum(problem.severity == "warning" for problem in done.problems)
        if done.status == "failed":
            self.failed.append(done)
        if self._form == "json":
            click.echo(_json(done, self._path(done)))
        elif self._bar:
            seconds = max(time.monotonic() - self._started, 0.001)  # some clocks tick slowly
            rate = sum(self._counts.values()) / seconds
            self._bar.update(self._bar.task_ids[0], advance=1, rate=f"{rate:.0f} a second")
        elif not self._quiet and done.status == "made":
            self._line(done)
        if done.status == "failed" and len(self.failed) <= FEW_FAILURES:
            self._tell(done)

    def _line(self, done: Done) -> None:
        number, total = sum(self._counts.values()), len(self._pack.editions)
        path = self._path(done)
        pages = "1 page" if done.pages == 1 else f"{done.pages} pages"
        click.echo(f"{number}/{total} {path}: {pages} in {done.seconds:.2f} s ({done.reason})")

    def _path(self, done: Done) -> str:
        from briefing.pack import file_of

        return self._pack.folder.shown(file_of(done.edition))

    def _tell(self, done: Done) -> None:
        if self._bar:
            self._bar.stop()
        show_problems(done.problems)
        if self._bar:
            self._bar.start()

    def warn(self, record: logging.LogRecord) -> None:
        """Tell of something that is waited for."""
        if record.levelno < logging.WARNING or self._quiet:
            return
        if self._bar:
            self._bar.console.print(record.getMessage(), markup=False, highlight=False)
        else:
            click.echo(record.getMessage(), err=True)

    def begin(self) -> None:
        """Show the bar, where somebody can see it."""
        if self._form == "json" or self._quiet or not sys.stderr.isatty():
            return
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeRemainingColumn,
        )

        self._bar = Progress(
            TextColumn("editions"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._bar.add_task("pack", total=len(self._pack.editions), rate="")
        self._bar.start()

    def end(self) -> None:
        """Take the bar away."""
        if self._bar:
            self._bar.stop()
            self._bar = None

    def close(self) -> None:
        """The table of what was done."""
        if self._form == "json" or self._quiet:
            return
        from briefing.cli.tables import show_table
        from briefing.pack import log_of

        seconds = time.monotonic() - self._started
        rows = [
            ("made", str(self._counts["made"])),
            ("up to date", str(self._counts["reused"])),
            ("failed", str(self._counts["failed"])),
            ("pages", f"{self._pages:,}"),
            ("size", f"{self._size / MEGABYTE:.1f} MB"),
            ("warnings", str(self._warnings)),
            ("time", f"{seconds:.1f} s"),
        ]
        show_table((f"pack in {self._pack.folder.shown()}", ""), rows, "table")
        for done in self.failed[:FEW_FAILURES]:
            log = self._pack.folder.shown(log_of(done.edition))
            click.echo(f"failed: {done.edition}, see {log}", err=True)
        more = len(self.failed) - FEW_FAILURES
        if more > 0:
            click.echo(f"failed: {more} more, see {self._pack.folder.shown('logs')}", err=True)


def _json(done: Done, path: str) -> str:
    import json

    value = {
        "edition": done.edition,
        "status": done.status,
        "reason": done.reason,
        "path": path,
        "seconds": round(done.seconds, 3),
        "pages": done.pages,
        "bytes": done.size,
        "sha256": done.sha256,
        "warnings": [str(problem) for problem in done.problems if problem.severity == "warning"],
        "errors": [str(problem) for problem in done.problems if problem.severity == "error"],
    }
    return json.dumps(value, ensure_ascii=False)


class _Handed(logging.Handler):
    """Hands each record on."""

    def __init__(self, to: Callable[[logging.LogRecord], None]) -> None:
        super().__init__()
        self._to = to

    def emit(self, record: logging.LogRecord) -> None:
        self._to(record)


@contextmanager
def reporter(pack: Pack, form: str, common: Common) -> Iterator[Report]:
    """A report for one run: its bar goes whatever happens, its table comes where the run ended.

    What is waited for meanwhile is told on stderr, above the bar.
    """
    report = Report(pack, form, common)
    report.begin()
    warnings = _Handed(report.warn)
    logging.getLogger("briefing").addHandler(warnings)
    try:
        yield report
    finally:
        logging.getLogger("briefing").removeHandler(warnings)
        report.end()
    report.close()

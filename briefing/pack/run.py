"""A pack from plan to files: decide what must be made, have it made, put it in its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from briefing.diagnostics import OutputError, StoreError
from briefing.document import Edition, Theme
from briefing.make.drawings import store as drawings
from briefing.pack.contents import NAME, write_contents
from briefing.pack.delivery import delivery_to
from briefing.pack.folder import PackFolder, file_of
from briefing.pack.manifest import Entry, Manifest
from briefing.pack.outcome import Done, Failed, Made, Outcome
from briefing.pack.reasons import Files, Reasons
from briefing.pack.resume import keep
from briefing.pack.worker import Setup
from briefing.pack.workers import Scheduler, Workers, workers
from briefing.pack.zipped import write_zip
from briefing.publication import Publication
from briefing.store import Stamp, cache_url

ZIP = "pack.zip"


class Pack:
    """The editions of one run into one folder, or to one URL."""

    def __init__(
        self,
        publication: Publication,
        theme: Theme,
        editions: Sequence[Edition],
        out_dir: Path | str,
    ) -> None:
        self.editions = list(dict.fromkeys(editions))
        self._listed = self.editions
        self.folder = PackFolder(out_dir)
        self._publication = publication
        self._theme = theme
        self._reasons = Reasons(publication, theme)

    def plan(self) -> Iterator[tuple[Edition, str]]:
        """Each edition and why it would be made: empty where its file is as it must be."""
        manifest = Manifest.read(self.folder.shelf)
        files = self._files(manifest)
        for edition in self.editions:
            entry = manifest.entries.get(edition.id)
            yield edition, self._reasons.reason(edition, entry, files)[0]

    def keep_failed(self) -> None:
        """Leave all but those that failed in the last run into this folder.

        The contents sheet and the ZIP file are still of all.
        """
        entries = Manifest.read(self.folder.shelf).entries
        failed = {entry.edition for entry in entries.values() if entry.failed}
        self.editions = [edition for edition in self.editions if edition.id in failed]

    def write_zip(self) -> str:
        """Put the files that were made, and the contents sheet, into one; its path or URL."""
        shelf = self.folder.shelf
        with self.folder.locked():
            entries = Manifest.read(shelf).entries
            made = [it.id for it in self._listed if it.id in entries and not entries[it.id].failed]
            files = [*(f"{NAME}.{kind}" for kind in ("csv", "pdf")), *map(file_of, made)]
            there = shelf.stamps(files)
            write_zip(shelf, ZIP, [file for file in files if file in there])
            return self.folder.shown(ZIP)

    def run(
        self, jobs: int, fail_fast: bool = False, scheduler: Scheduler | None = None
    ) -> Iterator[Done]:
        """Each edition as it ends: first those whose files are as they must be.

        On a disk a file takes its name only here, in the process that holds the folder's lock, and
        is noted at once. ``fail_fast`` ends the run after the first failure. With a ``scheduler``
        the work goes to its cluster instead of so many ``jobs``. Raises OutputError where the
        folder cannot be used, and where a store fails for too long; ClusterError where the cluster
        cannot be used.
        """
        cache_url()  # refused before a worker is told of it
        self.folder.check(self._publication.root)
        with self.folder.locked():
            keep(self._publication.root, self.folder, self._listed)
            manifest = Manifest.read(self.folder.shelf)
            delivery = delivery_to(self.folder.out_dir, here=scheduler is None)
            setup = Setup(self._publication, self._theme, delivery)
            team = workers(setup, jobs, scheduler)
            try:
                reasons, kept = self._decided(manifest, team)
                manifest.begin()
                yield from map(_reused, kept)
                yield from self._made(reasons, manifest, team, fail_fast)
                self._write_contents(manifest, team)
            finally:
                team.end()
                manifest.end()
            if reasons:
                drawings().prune()

    def _decided(self, manifest: Manifest, team: Workers) -> tuple[dict[Edition, str], list[Entry]]:
        """The editions that must be made, each with the reason, and the entries of the others."""
        reasons = {}
        kept = []
        files = self._files(manifest)
        for edition in self.editions:
            entry = manifest.entries.get(edition.id)
            reason, entry = self._reasons.reason(edition, entry, files)
            if reason or entry is None:
                reasons[edition] = reason
                team.begin(len(reasons))
            else:
                manifest.entries[edition.id] = entry
                kept.append(entry)
        return reasons, kept

    def _write_contents(self, manifest: Manifest, team: Workers) -> None:
        if not self.editions:
            return
        identity = self._reasons.identity(self.editions[0])
        write_contents(self.folder, manifest, self._publication, self._listed, identity, team.sheet)

    def _files(self, manifest: Manifest) -> Files:
        known = [edition.id for edition in self.editions if edition.id in manifest.entries]
        return Files(self.folder.shelf, known)

    def _made(
        self, reasons: dict[Edition, str], manifest: Manifest, team: Workers, fail_fast: bool
    ) -> Iterator[Done]:
        by_id = {edition.id: edition for edition in reasons}
        for outcome in team.outcomes(list(reasons)):
            edition = by_id[outcome.edition]
            done = self._put(outcome, edition, reasons[edition], manifest)
            yield done
            if fail_fast and done.status == "failed":
                return

    def _put(self, outcome: Outcome, edition: Edition, reason: str, manifest: Manifest) -> Done:
        """Put a made file in its place, or tell of a failure; note either."""
        identity = self._reasons.identity(edition)
        if isinstance(outcome, Made):
            try:
                stamp = outcome.delivered.place(self.folder.shelf, file_of(edition.id))
            except StoreError:
                raise
            except OutputError as error:
                outcome = Failed(edition.id, error.in_edition(edition.id).problems, outcome.seconds)
        if isinstance(outcome, Failed):
            if outcome.ends:
                raise StoreError(*outcome.problems)
            self.folder.tell(outcome)
            manifest.add(Entry(edition.id, 0, "", "", 0, 0, identity, {}, failed=True))
            return Done(edition.id, "failed", reason, outcome.seconds, problems=outcome.problems)
        self.folder.forget(edition.id)
        manifest.add(_entry(outcome, stamp, identity))
        return Done(
            edition.id,
            "made",
            reason,
            outcome.seconds,
            outcome.pages,
            outcome.size,
            outcome.sha256,
            outcome.problems,
        )


def _entry(made: Made, stamp: Stamp, identity: Mapping[str, str]) -> Entry:
    return Entry(
        made.edition,
        stamp.size,
        stamp.mark,
        made.sha256,
        made.pages,
        len(made.problems),
        identity,
        made.trace,
    )


def _reused(entry: Entry) -> Done:
    return Done(entry.edition, "reused", "", 0.0, entry.pages, entry.size, entry.sha256)

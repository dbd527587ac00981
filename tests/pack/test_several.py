"""Several editions in one run."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.diagnostics import ComposeError
from briefing.document import Edition
from briefing.make import Result
from briefing.pack import Failure, run
from briefing.publication import load
from briefing.publication.theme import load_theme
from tests import whole_publication

GOOD = Edition("readers")
LETTER = Edition("readers", paper="letter")
BAD = Edition("failing")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A publication with an audience whose briefing fails."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return whole_publication.write(tmp_path / "p", **whole_publication.FAILING)


def made(folder: Path, *editions: Edition) -> list[Result | Failure]:
    """The results of a run, whose files are named by their editions."""

    def path_of(edition: Edition) -> Path:
        return folder / "out" / f"{edition.id}.pdf"

    return list(run(load(folder), editions, load_theme(folder), path_of))


def test_results_in_order(folder: Path) -> None:
    """Each edition has its result, in the order given."""
    results = made(folder, LETTER, GOOD)
    assert [type(result) for result in results] == [Result, Result]
    assert [result.edition for result in results] == [LETTER, GOOD]
    assert all((folder / "out" / f"{edition.id}.pdf").is_file() for edition in (LETTER, GOOD))


def test_one_fails(folder: Path) -> None:
    """A failed edition does not stop the rest, and leaves no file."""
    failure, result = made(folder, BAD, GOOD)
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, ComposeError)
    assert failure.error.problems[0].edition == BAD.id
    assert isinstance(result, Result)
    assert [path.stem for path in (folder / "out").iterdir()] == [GOOD.id]


def test_result_as_it_ends(folder: Path) -> None:
    """A result is there before the next edition is begun."""
    results = run(
        load(folder), [GOOD, LETTER], load_theme(folder), lambda it: folder / f"{it.paper}.pdf"
    )
    next(results)
    assert (folder / "a4.pdf").is_file()
    assert not (folder / "letter.pdf").exists()
    next(results)
    assert (folder / "letter.pdf").is_file()


def test_fault_of_the_program(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the program in one edition does not stop the rest either."""
    import briefing.pdf

    render = briefing.pdf.render_pages

    def fail_once(briefing_: object, *rest: object) -> object:
        if briefing_.edition == LETTER:  # type: ignore[attr-defined]
            raise RuntimeError("a wheel came off")
        return render(briefing_, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(briefing.pdf, "render_pages", fail_once)
    failure, result = made(folder, LETTER, GOOD)
    assert isinstance(failure, Failure)
    assert failure.error.problems[0].edition == LETTER.id
    assert "RuntimeError: a wheel came off" in failure.error.problems[0].message
    assert isinstance(result, Result)
    with pytest.raises(RuntimeError):
        made(folder, LETTER)


def test_interrupt_ends_the_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C is no failed edition: it ends the run."""

    def interrupt(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("briefing.pdf.render_pages", interrupt)
    with pytest.raises(KeyboardInterrupt):
        made(folder, GOOD, LETTER)
    assert not (folder / "out").exists()


def test_nothing_to_do(folder: Path) -> None:
    """No edition, no result."""
    assert made(folder) == []

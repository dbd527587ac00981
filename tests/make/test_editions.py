"""A choice of edition, held against what there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.diagnostics import UsageError
from briefing.document import Edition, Theme
from briefing.make import edition_of
from briefing.publication import Publication, load
from briefing.publication.theme import load_theme
from tests import whole_publication
from tests.small_publication import changed


@pytest.fixture
def given(tmp_path: Path) -> tuple[Publication, Theme]:
    """The small publication and its theme."""
    folder = whole_publication.write(tmp_path)
    return load(folder), load_theme(folder)


def test_defaults(given: tuple[Publication, Theme]) -> None:
    """What is not chosen comes from the publication's defaults."""
    assert edition_of(*given, "readers") == Edition("readers", "world", "en", "a4", "office")


def test_own_defaults(tmp_path: Path) -> None:
    """A publication may set its own audience and paper."""
    own = '[defaults]\naudience = "readers"\npaper = "letter"'
    folder = whole_publication.write(tmp_path, **changed("briefing.toml", "[defaults]", own))
    edition = edition_of(load(folder), load_theme(folder))
    assert edition == Edition("readers", paper="letter")


def test_choice(given: tuple[Publication, Theme]) -> None:
    """A choice goes before the default."""
    assert edition_of(*given, "readers", paper="letter").paper == "letter"


@pytest.mark.parametrize("paper", ["A4", "a4"])
def test_capitals(given: tuple[Publication, Theme], paper: str) -> None:
    """Capitals make no difference, and none get into the edition."""
    assert edition_of(*given, "Readers", paper).id == "readers--world--en--a4--office"


@pytest.mark.parametrize(
    ("choice", "message", "hint"),
    [
        ({"audience": "reader"}, 'unknown audience "reader"', 'did you mean "readers"?'),
        ({"audience": ""}, "no audience given", "name one: readers"),
        ({"paper": "leter"}, 'unknown paper "leter"', 'did you mean "letter"?'),
        ({"language": "xx"}, 'unknown language "xx"', "known: en"),
        ({"profile": "print"}, 'unknown profile "print"', "known: office"),
    ],
)
def test_unknown(
    given: tuple[Publication, Theme], choice: dict[str, str], message: str, hint: str
) -> None:
    """What is not there is told with the nearest and the known names."""
    with pytest.raises(UsageError) as caught:
        edition_of(*given, **{"audience": "readers", **choice})
    (problem,) = caught.value.problems
    assert problem.message == message
    assert hint in problem.hint
    assert problem.where is None


def test_unknown_default(tmp_path: Path) -> None:
    """A default that is not there is told with its file."""
    wrong = changed("briefing.toml", "[defaults]", '[defaults]\nlanguage = "xx"')
    folder = whole_publication.write(tmp_path, **wrong)
    with pytest.raises(UsageError) as caught:
        edition_of(load(folder), load_theme(folder), "readers")
    assert str(caught.value.problems[0].where) == "briefing.toml:1:1"

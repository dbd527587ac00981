"""What composing has joined: names and addresses that must not leave the program."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from briefing import checks
from briefing.checks.refused import discouraged_addresses, refused_names
from briefing.document import (
    Briefing,
    Citation,
    Emphasis,
    HelplineItem,
    Helplines,
    Link,
    Paragraph,
    Strong,
    Text,
    Where,
)
from briefing.publication import Publication, load
from briefing.publication.refused import Refused, digest
from tests import samples, shipped
from tests.checks.briefings import told
from tests.small_publication import write
from tests.whole_publication import REFUSED

SAID = "a name that must not be printed: an invented name"


@pytest.fixture
def publication(tmp_path: Path) -> Publication:
    """The small publication, which refuses one name."""
    return load(write(tmp_path, **REFUSED))


def _strings(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path to every text in a value."""
    if isinstance(value, str):
        return [path]
    if isinstance(value, tuple):
        return [found for at, item in enumerate(value) for found in _strings(item, (*path, at))]
    if is_dataclass(value):
        names = [item.name for item in fields(value) if item.name not in ("type", "where")]
        return [f for name in names for f in _strings(getattr(value, name), (*path, name))]
    return []


def _changed(value: Any, path: tuple[Any, ...], text: str) -> Any:
    """The value with the text at ``path`` replaced."""
    if not path:
        return text
    at, rest = path[0], path[1:]
    if isinstance(value, tuple):
        return (*value[:at], _changed(value[at], rest, text), *value[at + 1 :])
    return replace(value, **{at: _changed(getattr(value, at), rest, text)})


def test_nothing_refused(publication: Publication) -> None:
    """A briefing without such names and addresses is left alone."""
    assert checks.check_refusals(publication, samples.everything()) == ()


def test_every_text_is_looked_at(publication: Publication) -> None:
    """Any text of a briefing: words, alternative text, metadata, edges of pages, data."""
    whole = samples.everything()
    paths = _strings(whole)
    assert len(paths) > 200
    for path in paths:
        problems = refused_names(publication, _changed(whole, path, "an Example-Site"))
        assert problems, path
        for problem in problems:
            assert (problem.message, problem.severity) == (SAID, "error")
            assert problem.line == ""
            assert "xample" not in problem.hint


JOINED = {
    "text and strong": (Text("Exam"), Strong((Text("ple"),)), Text("site")),
    "over a citation": (Text("Example"), Citation(1, "a", "b"), Text("-site")),
    "within a link": (Link("https://example.org", (Text("Example"), Emphasis((Text("site"),)))),),
    "alone before letters": (Text("Examplesite"), Text("s")),
}


@pytest.mark.parametrize("case", JOINED)
def test_pieces_are_joined(publication: Publication, case: str) -> None:
    """Neighbouring pieces are looked at on end, and each for itself."""
    where = Where("data/sections/en/first.md", 7, 1)
    found = samples.briefing(Paragraph(JOINED[case], where=where))
    assert told(refused_names(publication, found)) == [f"{where} {SAID}"]


def test_paragraphs_are_not_joined(publication: Publication) -> None:
    """The end of one paragraph and the beginning of the next are no name."""
    found = samples.briefing(samples.paragraph("an example"), samples.paragraph("site of it"))
    assert refused_names(publication, found) == []


def _linked(target: str) -> Briefing:
    link = Link(target, (Text("this"),), where=Where("data/sections/en/first.md", 7, 5))
    return samples.briefing(Paragraph((Text("See "), link)))


@pytest.mark.parametrize(
    "target",
    ["https://example.org/a-bad-word", "https://badwords.example", "mailto:bad.word@example.org"],
)
def test_addresses_of_links(publication: Publication, target: str) -> None:
    """A link whose address carries a discouraged term is an error at the link."""
    (problem,) = discouraged_addresses(publication, _linked(target))
    assert str(problem.where) == "data/sections/en/first.md:7:5"
    assert problem.severity == "error"
    assert problem.message.startswith('this address carries the discouraged term "bad word')


@pytest.mark.parametrize(
    "target", ["https://example.org/a-good-word", "#a-bad-word", "https://example.org/forbad-words"]
)
def test_other_addresses(publication: Publication, target: str) -> None:
    """Other addresses, and places within the document, are left alone."""
    assert discouraged_addresses(publication, _linked(target)) == []


def test_addresses_of_helplines_and_data(publication: Publication) -> None:
    """So is the address of a helpline, and one in a chart's data or a text."""
    line = HelplineItem("Line", "Talk", "https://example.org/bad-word", where=Where("a", 2, 1))
    assert told(discouraged_addresses(publication, samples.briefing(Helplines((line,))))) == [
        'a:2:1 this address carries the discouraged term "bad word"'
    ]
    text = samples.paragraph("It stood at https://example.org/bad-word until then.")
    assert len(discouraged_addresses(publication, samples.briefing(text))) == 1
    figure = samples.figure()
    table = replace(figure.table, rows=(("a", "https://example.org/bad-word"),))
    figure = replace(figure, table=table)
    assert len(discouraged_addresses(publication, samples.briefing(figure))) == 1


def test_told_alone(publication: Publication) -> None:
    """Where something must not leave the program no other check speaks: it might repeat it."""
    briefing = samples.briefing(samples.paragraph("12 times Examplesite, a bad word"))
    assert {each.code for each in checks.check_briefing(publication, briefing)} == {"refused-name"}


@pytest.mark.parametrize("audience", shipped.AUDIENCES)
def test_the_shipped_briefings(audience: str) -> None:
    """The shipped editions hold nothing of the kind, and one such name in them would be found."""
    publication, briefing = shipped.publication(), shipped.made(audience, "a4").briefing
    assert checks.check_refusals(publication, briefing) == ()
    word = briefing.meta.publisher
    refusing = replace(publication, refused=(Refused(*digest(word), "a test"),))
    assert checks.check_refusals(refusing, briefing)

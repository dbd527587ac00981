"""Addresses that carry a discouraged term."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.diagnostics import PublicationError
from briefing.publication import Term, load
from briefing.publication.addresses import addresses_in, may_carry, spellings, term_in_address
from tests.small_publication import changed, write
from tests.whole_publication import section

TERMS = (Term("bad word / bad words", "good", "", ""), Term("odd-one (a remark)", "good", "", ""))

CARRIED = {
    "hyphens": ("example.org/a-bad-word", "bad word"),
    "joined": ("badword.example/a", "bad word"),
    "plural": ("example.org/bad_words/a", "bad words"),
    "encoded": ("example.org/bad%20word", "bad word"),
    "capitals": ("example.org/Bad-Word", "bad word"),
    "digits between": ("example.org/bad2word", "bad word"),
    "a term with a hyphen": ("example.org/oddones", "odd-one"),
    "query": ("example.org/?q=bad+word", "bad word"),
}


@pytest.mark.parametrize("case", CARRIED)
def test_carried(case: str) -> None:
    """An address carries a term whatever stands between its words."""
    address, spelling = CARRIED[case]
    found = term_in_address(address, TERMS)
    assert found is not None
    assert found[0] == spelling
    assert may_carry([address], TERMS)


@pytest.mark.parametrize(
    "address", ["example.org/good-word", "example.org/a-baddish-word", "example.org/forbad-wordy"]
)
def test_not_carried(address: str) -> None:
    """A part of a longer word is no term."""
    assert term_in_address(address, TERMS) is None


def test_addresses_are_looked_at_one_by_one() -> None:
    """The end of one address and the beginning of the next are not joined."""
    assert not may_carry(["example.org/bad", "word.example"], TERMS)
    assert not may_carry([], TERMS)
    assert not may_carry(["example.org/bad-word"], ())


def test_spellings() -> None:
    """A slash separates spellings; what stands in brackets is a remark."""
    assert spellings(TERMS[0]) == ("bad word", "bad words")
    assert spellings(TERMS[1]) == ("odd-one",)


def test_addresses_in() -> None:
    """Addresses end with a blank, a quote, a bracket or a comma."""
    text = 'x,https://a.org/b,"http://c.org/d" [e](https://f.org/g) <ftp://h.org>'
    found = list(addresses_in(text))
    assert [address for _, address in found] == ["a.org/b", "c.org/d", "f.org/g", "h.org"]
    assert [text[at:].partition(":")[0] for at, _ in found[:3]] == ["https", "http", "https"]


PLACES = {
    "a source": (
        changed("data/sources.csv", "https://example.org/report", "https://example.org/bad-word"),
        "data/sources.csv:2:54",
    ),
    "a helpline": (
        changed("data/helplines.csv", "https://example.org/ken", "https://badwords.example/ken"),
        "data/helplines.csv:3:47",
    ),
    "a section": (
        section("See [this](https://example.org/a_bad_word).\n"),
        "data/sections/en/first.md:5:12",
    ),
}


@pytest.mark.parametrize("case", PLACES)
def test_refused(tmp_path: Path, case: str) -> None:
    """Such an address is an error at its place, and its line is not shown."""
    files, place = PLACES[case]
    with pytest.raises(PublicationError) as caught:
        load(write(tmp_path, **files))
    (problem,) = caught.value.problems
    assert str(problem.where) == place
    assert problem.message.startswith('this address carries the discouraged term "bad word')
    assert problem.line == ""
    assert problem.hint


def test_terms_in_words_are_not_refused(tmp_path: Path) -> None:
    """In a text a discouraged term is a matter of the checks."""
    assert load(write(tmp_path, **section("A bad-word, https://example.org and bad words.\n")))

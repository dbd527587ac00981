"""Inlines read as their characters."""

from __future__ import annotations

from briefing.document import Citation, Emphasis, Fact, Link, Strong, Text, plain_text


def test_plain_text_is_what_a_reader_hears() -> None:
    """All characters in order, those of nested inlines and citations included."""
    inlines = (
        Text("Reports rose to "),
        Fact("36.2 million", ("a",), ("b",)),
        Citation(3, "b", "cite-1"),
        Strong((Text(" and "), Emphasis((Text("rose"),)))),
        Link("https://example.org", (Text(" again"),)),
    )
    assert plain_text(inlines) == "Reports rose to 36.2 million[3] and rose again"


def test_a_doubtful_citation_carries_its_dagger() -> None:
    """The mark of a value to be checked is inside the brackets."""
    assert Citation(3, "b", "cite-1").text == "[3]"
    assert Citation(3, "b", "cite-1", doubtful=True).text == "[3†]"

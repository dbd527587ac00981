"""Random small briefings of all kinds of blocks, for hypothesis."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from briefing.document import (
    Block,
    Briefing,
    BulletList,
    Callout,
    Chronology,
    ChronologyItem,
    Citation,
    Column,
    Emphasis,
    Fact,
    Figure,
    Foreign,
    Heading,
    HelplineItem,
    Helplines,
    Inline,
    KeyFigure,
    KeyFigures,
    Link,
    ListItem,
    NumberedList,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
    plain_text,
)
from tests import samples

LETTERS = "abcdefghilmnoprstuwyABCEKTVWYéüñßçšı0123456789’“”–-.,;:%()&/<>½"
"""No backslash: it is kerned so widely that the extractor takes the gap for a space."""
SHORT_WORDS = st.text(LETTERS, min_size=1, max_size=12)
LONG_WORDS = st.builds(lambda word, times: word * times, SHORT_WORDS, st.integers(5, 20))
WORDS = st.one_of(SHORT_WORDS, SHORT_WORDS, SHORT_WORDS, LONG_WORDS)
SENTENCES = st.lists(WORDS, min_size=1, max_size=18).map(" ".join)
TEXTS = SENTENCES.map(lambda words: Text(words + " "))
VALUES = st.sampled_from(
    [
        "36.2 million",
        "over 1,260,000",
        "3%",
        "18–20",
        "fewer than 10",
        "half",
        "over 36,200,000,000 child-safeguarding-recommendations",
    ]
)
ADDRESSES = st.sampled_from(
    ["https://example.org", "https://www.example.org/a?b=(c)&d=é", "mailto:a@example.org"]
)
SOURCES = 3
"""Citations lead to one of so many entries."""


def _citation(number: int) -> Citation:
    # The anchor is given when the whole briefing is known: each must be its own.
    return Citation(number, f"source-{number}", "", doubtful=number == SOURCES)


def _facts() -> st.SearchStrategy[Fact]:
    return VALUES.map(lambda text: Fact(text, ("a",), ("b",)))


def _inlines(least: int = 1) -> st.SearchStrategy[tuple[Inline, ...]]:
    """Running text that opens with a text, as a citation always follows something."""
    citations = st.integers(1, SOURCES).map(_citation)
    nested = st.one_of(
        st.builds(lambda text: Strong((text,)), TEXTS),
        st.builds(lambda text, inner: Emphasis((text, Strong((inner,)))), TEXTS, TEXTS),
        st.builds(lambda text, fact: Strong((text, fact)), TEXTS, _facts()),
        st.builds(lambda text, inner: Foreign("de", (text, Strong((inner,)))), TEXTS, TEXTS),
        st.builds(lambda target, text: Link(target, (text,)), ADDRESSES, TEXTS),
    )
    rest = st.lists(st.one_of(TEXTS, _facts(), citations, nested), max_size=5)
    filled = st.builds(lambda first, more: (first, *more), TEXTS, rest)
    return filled if least else st.one_of(st.just(()), filled)


def _many(build: Callable[..., Any], *parts: st.SearchStrategy[Any], most: int = 4) -> Any:
    return st.lists(st.builds(build, *parts), min_size=1, max_size=most).map(tuple)


def _tables() -> st.SearchStrategy[Table]:
    def table(count: int) -> st.SearchStrategy[Table]:
        columns = st.lists(
            st.builds(Column, WORDS, st.booleans()), min_size=count, max_size=count
        ).map(tuple)
        row = st.lists(_inlines(0), min_size=count - 1, max_size=count - 1)
        rows = st.lists(
            st.builds(lambda first, more: (first, *more), _inlines(), row), min_size=1, max_size=4
        ).map(tuple)
        return st.builds(Table, columns, rows, _inlines(0))

    return st.integers(1, 4).flatmap(table)


def _tall_tables() -> st.SearchStrategy[Table]:
    """Tables of many rows, or of a few whose cells are taller than a page."""

    def table(rows: int, words: int, columns: int, caption: tuple[Inline, ...]) -> Table:
        cells = tuple(samples.text(samples.lorem(words // (n + 1) + 1)) for n in range(columns))
        named = tuple(Column(f"C {n}", numeric=n == 2) for n in range(columns))
        return Table(named, tuple((samples.text(f"{n}"), *cells[1:]) for n in range(rows)), caption)

    sizes = st.sampled_from([(90, 8), (30, 60), (3, 900), (2, 2500)])
    return st.builds(
        lambda size, columns, caption: table(*size, columns, caption),
        sizes,
        st.integers(1, 12),
        _inlines(0),
    )


def _tall_texts() -> st.SearchStrategy[tuple[Inline, ...]]:
    """Text of a line up to more than a page, with a link at its end."""
    link = Link("https://example.org/a", samples.text("the report"))
    return st.sampled_from([9, 90, 400, 1300]).map(
        lambda words: (Text(f"{samples.lorem(words)} "), link)
    )


def _tall_blocks() -> st.SearchStrategy[Block]:
    """Blocks that a page may have to end within."""
    items = _many(ListItem, _tall_texts(), most=3)
    return st.one_of(
        st.builds(Paragraph, _tall_texts()),
        st.builds(BulletList, items),
        st.builds(NumberedList, items, st.sampled_from(["plain", "asks"])),
        st.builds(Quote, _tall_texts(), _inlines()),
        st.builds(
            Callout,
            st.sampled_from(["content_note", "reading", "about"]),
            WORDS,
            st.lists(_tall_texts(), min_size=1, max_size=2).map(tuple),
        ),
        st.builds(Chronology, _many(ChronologyItem, SENTENCES, _tall_texts(), most=3)),
        _tall_tables(),
    )


def _figures() -> st.SearchStrategy[Figure]:
    values = st.lists(st.one_of(st.none(), st.integers(0, 9_999_999)), min_size=1, max_size=9)
    kinds = st.sampled_from(["columns", "bars", "line"])
    data = st.builds(lambda kind, found: samples.chart(*found, kind=kind), kinds, values)
    spans = st.sampled_from([0.36, 0.5, 0.64, 1.0])
    return st.builds(
        lambda chart, span, note, words: replace(
            samples.figure(data=chart, span=span), note=note, headline=words[:200]
        ),
        data,
        spans,
        _inlines().filter(lambda note: len(plain_text(note)) < 300),  # a figure is never cut
        SENTENCES,
    )


def _headings() -> st.SearchStrategy[tuple[Block, ...]]:
    """A section with parts, and many headings in a row."""
    parts = st.lists(st.builds(Heading, st.just(3), _inlines()), min_size=1, max_size=40)
    return st.builds(
        lambda first, rest: (first, *rest), st.builds(Heading, st.just(2), _inlines()), parts
    )


BLOCKS: st.SearchStrategy[Block | tuple[Block, ...]] = st.one_of(
    st.builds(Paragraph, _inlines(), st.sampled_from(["body", "deck", "note"])),
    st.builds(BulletList, _many(ListItem, _inlines())),
    st.builds(NumberedList, _many(ListItem, _inlines()), st.sampled_from(["plain", "asks"])),
    st.builds(KeyFigures, _many(KeyFigure, _facts(), _inlines(), _inlines(0), most=5)),
    _figures(),
    _tables(),
    st.builds(Quote, _inlines(), _inlines()),
    st.builds(
        Callout,
        st.sampled_from(["content_note", "reading", "about"]),
        st.one_of(st.just(""), WORDS),
        st.lists(_inlines(), min_size=1, max_size=3).map(tuple),
    ),
    st.builds(Chronology, _many(ChronologyItem, SENTENCES, _inlines())),
    st.builds(Helplines, _many(HelplineItem, SENTENCES, SENTENCES, ADDRESSES)),
    st.builds(Heading, st.just(2), _inlines()),
    _headings(),
    _tall_blocks(),
)


@st.composite
def briefings(draw: st.DrawFn) -> Briefing:
    """A title, up to nine blocks on either paper, and the sources they cite."""
    drawn = draw(st.lists(BLOCKS, min_size=1, max_size=9))
    blocks = [
        block for found in drawn for block in (found if isinstance(found, tuple) else [found])
    ]
    anchors: dict[int, list[str]] = {number: [] for number in range(1, SOURCES + 1)}
    named = [_named(block, index, anchors) for index, block in enumerate(blocks)]
    sources = samples.sources(*(tuple(anchors[number]) for number in sorted(anchors)))
    made = samples.briefing(Heading(1, samples.text("Title")), *named, sources)
    return replace(
        made, edition=replace(made.edition, paper=draw(st.sampled_from(["a4", "letter"])))
    )


def _named(block: Block, index: int, anchors: dict[int, list[str]]) -> Block:
    """The block with an anchor for each citation, and a figure with an id of its own."""
    found = _anchored(block, anchors)
    return replace(found, id=f"figure-{index}") if isinstance(found, Figure) else found


def _anchored(value: Any, anchors: dict[int, list[str]]) -> Any:
    if isinstance(value, Citation):
        anchor = f"cite-{sum(map(len, anchors.values()))}"
        anchors[value.number].append(anchor)
        return replace(value, anchor=anchor)
    if isinstance(value, tuple):
        return tuple(_anchored(item, anchors) for item in value)
    if hasattr(value, "__dataclass_fields__"):
        parts = {name: getattr(value, name) for name in value.__dataclass_fields__}
        return replace(value, **{name: _anchored(part, anchors) for name, part in parts.items()})
    return value

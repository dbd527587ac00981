"""A briefing that holds every kind of block and inline, for tests; short, and two or more pages."""

from __future__ import annotations

from dataclasses import replace

from briefing.document import (
    Block,
    Briefing,
    BulletList,
    Callout,
    ChartData,
    ChartLine,
    ChartPoint,
    Chronology,
    ChronologyItem,
    Citation,
    Column,
    DataTable,
    Edition,
    Emphasis,
    Fact,
    Figure,
    Furniture,
    Heading,
    HelplineItem,
    Helplines,
    Inline,
    KeyFigure,
    KeyFigures,
    Link,
    ListItem,
    Meta,
    NumberedList,
    Paragraph,
    Quote,
    SourceItem,
    SourceList,
    Strong,
    Table,
    Text,
    Where,
)

WHERE = Where("data/sections/en/first.md", 7, 1)

META = Meta(
    title="Draft: Reports doubled",
    publication="Child safety online",
    publisher="briefing",
    contact="briefing@example.org",
    subject="Briefing for readers, world",
    as_of="2026-11-24",
    state="draft",
    licence="CC BY 4.0",
)

FURNITURE = Furniture(
    header="Briefing for readers",
    header_place="World",
    header_title="Child safety online",
    state="Draft",
    footer="Not a publication of those it cites",
    page="Page {page} of {pages}",
    continued="continued",
)


def briefing(*blocks: Block, **meta: str) -> Briefing:
    """A briefing of these blocks."""
    return Briefing(Edition("readers"), replace(META, **meta), FURNITURE, blocks)


def text(words: str) -> tuple[Inline, ...]:
    """Plain words as inlines."""
    return (Text(words),)


def paragraph(words: str, where: Where | None = WHERE) -> Paragraph:
    """A plain paragraph."""
    return Paragraph(text(words), where=where)


def lorem(words: int) -> str:
    """Words of plain English, as many as asked for, each sentence eleven words long."""
    some = "each report is read by a person who knows the law".split()
    out = [some[index % 11] for index in range(words)]
    for index in range(0, words, 11):
        out[index] = out[index].capitalize()
        out[min(index + 10, words - 1)] += "."
    return " ".join(out)


def chart(*values: int | float | None, kind: str = "columns", first: int = 2019) -> ChartData:
    """A chart of one value a year."""
    points = tuple(
        ChartPoint(float(first + number), str(first + number), value, _printed(value))
        for number, value in enumerate(values)
    )
    return ChartData(kind, (ChartLine("", points),))  # type: ignore[arg-type]


def _printed(value: int | float | None) -> str:
    return "no figure" if value is None else f"{value:,}"


def figure(id: str = "reports", data: ChartData | None = None, span: float = 1.0) -> Figure:
    """A figure whose table holds its chart's values."""
    drawn = data or chart(17, 36.2, None, 29)
    points = drawn.lines[0].points
    return Figure(
        id=id,
        chart=drawn,
        headline=f"Reports of {id} rose",
        subtitle="Reports, millions, world, 2019–2022",
        alt=f"Column chart of {id}. Values: 17, then 36.2.",
        note=(Text("Source: Hotline"), Citation(1, "hotline", f"cite-{id}"), Text(".")),
        table=DataTable(("year", "value"), tuple((point.label, point.value) for point in points)),
        sources=("hotline",),
        span=span,
        where=WHERE,
    )


def sources(*cited_from: tuple[str, ...]) -> SourceList:
    """A source list with an entry for each tuple of citation anchors."""
    return SourceList(
        tuple(
            SourceItem(
                number,
                f"source-{number}",
                (
                    Text("The Hotline, "),
                    Emphasis(text(f"Annual report {number}")),
                    Text(", 2024. "),
                    Link("https://example.org/report", text("example.org/report")),
                ),
                anchors,
            )
            for number, anchors in enumerate(cited_from, 1)
        )
    )


def everything() -> Briefing:
    """Every block and inline once, with facts, citations both ways and a chart of each kind."""
    fact = Fact("36.2 million", ("reports-2023",), ("hotline",), 36_200_000, "count")
    doubted = Citation(2, "survey", "cite-survey", doubtful=True)
    return briefing(
        Heading(1, text("Reports of abuse doubled; the means to answer did not")),
        Paragraph(
            (
                Text("Reports rose to "),
                fact,
                Text(" in 2023;"),
                Citation(1, "hotline", "cite-1"),
                doubted,
                Text(" few are answered."),
            ),
            role="deck",
            where=WHERE,
        ),
        Callout("content_note", "Before you read", (text("It speaks of abuse."),)),
        KeyFigures(
            (
                KeyFigure(
                    replace(fact, text="over 36.2 million"),
                    (Text("reports "), Citation(1, "hotline", "cite-3")),
                    text("Not children"),
                ),
                KeyFigure(Fact("3%", ("told",), ("survey",), 3, "percent"), text("told"), ()),
                KeyFigure(Fact("18–20", ("ages",), ("survey",)), text("years"), text("a poll")),
            )
        ),
        figure("columns", span=0.6),
        figure("line", chart(3, 4, None, 5, 6, kind="line"), span=0.4),
        figure("bars", chart(10, 200, 33, kind="bars")),
        Heading(2, text("What readers can do")),
        NumberedList(
            tuple(
                ListItem((Strong(text("Listen.")), Text(f" Believe them, number {number}.")))
                for number in range(1, 4)
            ),
            role="asks",
        ),
        Callout("reading", "How to read", (text("Reports are not children."), text("Nor images."))),
        Heading(3, text("Lists")),
        BulletList((ListItem(text("One thing")), ListItem(text("Another")))),
        NumberedList((ListItem(text("First")), ListItem(text("Second")))),
        Quote(text("Each report is read by a person."), text("Ada Example, the Hotline")),
        Table(
            (Column("Domain"), Column("Reports", numeric=True), Column("Question")),
            tuple(
                (text(f"Row {number}"), text(f"{number * 11}"), text("Who answers?"))
                for number in range(1, 4)
            ),
            caption=text("Who answers"),
        ),
        Paragraph(
            (
                Text("See "),
                Link("https://example.org/help", (Text("where to "), Strong(text("find help")))),
                Text(" or "),
                Emphasis(text("ask")),
                Text(". It’s “never” too late – ½ of them say so."),
            ),
            role="note",
        ),
        Chronology(
            (
                ChronologyItem("1996", text("The Hotline is founded.")),
                ChronologyItem("May 2021", text("The Hotline opens in Kenya.")),
            )
        ),
        Helplines(
            (
                HelplineItem("Directory", "Find a helpline", "https://www.example.org/help/"),
                HelplineItem("Line", "Talk to somebody", "http://example.org/talk"),
                HelplineItem("Third", "Write to somebody", "https://example.org/write"),
            )
        ),
        Heading(2, text("Sources")),
        sources(("cite-1", "cite-3", "cite-columns"), ("cite-survey",), ()),
        Callout("about", "", (text("Published by briefing."), text("CC BY 4.0."))),
    )

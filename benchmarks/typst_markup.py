"""A composed briefing as a Typst document: the same words, sizes, colours and measures.

``prelude`` is what an author of Typst would write once: page, styles and functions from our theme.
``body`` is the briefing as markup. Charts are images, drawn beforehand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from briefing.document import (
    Briefing,
    BulletList,
    Callout,
    Chronology,
    Citation,
    Emphasis,
    Fact,
    Figure,
    Heading,
    Helplines,
    Inline,
    KeyFigures,
    Link,
    NumberedList,
    Paragraph,
    Quote,
    SourceItem,
    SourceList,
    Strong,
    Table,
    Text,
    TextStyle,
    Theme,
)
from briefing.document.reading import shown_address
from briefing.document.rows import figure_rows, figure_widths
from briefing.pdf.layout.key_figures import _around

SPECIAL = frozenset("\\#$*_`@<>~[]{}\"'/-=+:.()|^&")
"""What means something in Typst's markup somewhere; a backslash makes it a character anywhere."""


class Markup:
    """Writes one briefing. ``families`` names the family of each font role."""

    def __init__(self, briefing: Briefing, theme: Theme, families: Mapping[str, str]) -> None:
        self.briefing = briefing
        self.theme = theme
        self.families = families
        self.paper = theme.papers[briefing.edition.paper]

    def text(self) -> str:
        """The whole document."""
        return self.prelude() + self.body()

    # Page, styles, functions ---------------------------------------------------------------

    def prelude(self) -> str:
        """Everything before the content."""
        colours = "\n".join(f'#let {key} = rgb("{hexed(v)}")' for key, v in self._colours())
        styles = "\n".join(self._style(key, style) for key, style in self.theme.styles.items())
        meta = self.briefing.meta
        year, month, day = (int(part) for part in meta.as_of.split("-"))
        return f"""{colours}
#set document(title: {quoted(meta.title)}, author: {quoted(meta.publisher)},
  description: {quoted(meta.subject)}, date: datetime(year: {year}, month: {month}, day: {day}))
{self._page()}
#set text(lang: {quoted(meta.language)}, hyphenate: false, top-edge: 0.75em, bottom-edge: -0.25em)
#set smartquote(enabled: false)
#set par(justify: false)
{styles}
#show heading.where(level: 1): it => style-title(it.body)
#show heading.where(level: 2): it => style-heading2(it.body)
#show heading.where(level: 3): it => style-heading3(it.body)
#set figure(numbering: none, gap: 7pt)
#set figure.caption(position: top)
#show figure.caption: it => align(left, it.body)
#show figure: set align(left)
#set table(stroke: none, inset: (left: 0pt, right: 12pt, y: 3pt))
#let web(target, words) = link(target, text(fill: blue,
  underline(stroke: 0.5pt + rule, offset: 1.9pt, words)))
#let cite-source(number, anchor, size, rise, shown) = [#link(label("source-" + str(number)),
  text(fill: blue, size: size, baseline: -rise, shown))#label(anchor)]
"""

    def _colours(self) -> Iterable[tuple[str, tuple[float, float, float]]]:
        return ((key.replace("_", "-"), value) for key, value in self.theme.colours.items())

    def _face(self, role: str) -> str:
        file = self.theme.fonts[role]
        weight = dict(file.axes).get("wght", 400)
        slant = "italic" if "italic" in role else "normal"
        return f'font: {quoted(self.families[role])}, weight: {weight:g}, style: "{slant}"'

    def _style(self, key: str, style: TextStyle) -> str:
        """A function that sets a block of text, and what strong and emphasised text become."""
        gap = style.leading - style.size
        strong = f"show strong: it => text({self._face(style.strong)}, it.body)\n" * bool(
            style.strong
        )
        stressed = f"show emph: it => text({self._face(style.emphasis)}, it.body)\n" * bool(
            style.emphasis
        )
        return f"""#let style-{key}(body, ..more) = block(above: {style.before + gap:g}pt,
  below: {style.after + gap:g}pt, ..more, {{
set text({self._face(style.font)}, size: {style.size:g}pt, fill: {self._colour(style)})
set par(leading: {gap:g}pt, spacing: {style.after + gap:g}pt)
{strong}{stressed}body
}})"""

    def _colour(self, style: TextStyle) -> str:
        return f'rgb("{hexed(style.colour)}")'

    def _page(self) -> str:
        paper, words, band = self.paper, self.briefing.furniture, self.theme.spaces["band"]
        size = f"width: {paper.width:.3f}pt, height: {paper.height:.3f}pt"
        margin = (
            f"left: {paper.left:.3f}pt, right: {paper.right:.3f}pt, "
            f"top: {paper.top:.3f}pt, bottom: {paper.bottom:.3f}pt"
        )
        strong = self._face(self.theme.styles["furniture"].strong)
        left, place = escaped(words.header), escaped(f" · {words.header_place}")
        title, state = escaped(f"{words.header_title} · "), escaped(words.state)
        page = words.page.format(page="#here().page()", pages="#counter(page).final().first()")
        mark = ""
        if self.theme.logo:
            logo = self.theme.logo
            mark = f'#box(image("logo.png", height: {logo.height:g}pt, alt: "")) #h(3pt) '
        return f"""#let ends(strong, plain, mark) = {{
  set text({self._face("sans")}, size: {self.theme.styles["furniture"].size:g}pt, fill: plain)
  let bold = text.with({strong}, fill: strong)
  grid(columns: (1fr, auto), align: horizon,
    [#mark#bold[{left}]{place}], [{title}#bold[{state}]])
}}
#set page({size}, margin: ({margin}),
  background: context if here().page() == 1 {{
    place(top, block(width: 100%, height: {band:g}pt, fill: blue,
      inset: (left: {paper.left:.3f}pt, right: {paper.right:.3f}pt), align(left + horizon,
        ends(white, white, [{mark}]))))
  }},
  header-ascent: {paper.top * 0.52 - 5.5:.3f}pt,
  header: context if here().page() > 1 {{
    block(stroke: (bottom: 0.5pt + rule), inset: (bottom: 3.5pt), ends(blue, grey, none))
  }},
  footer-descent: {paper.bottom * 0.5 - 12:.3f}pt,
  footer: context block(stroke: (top: 0.5pt + rule), inset: (top: 6pt), {{
    set text({self._face("sans")}, size: {self.theme.styles["furniture"].size:g}pt, fill: grey)
    grid(columns: (1fr, auto), [{escaped(words.footer)}], [{state} · {page}])
  }}))"""

    # Content -------------------------------------------------------------------------------

    def body(self) -> str:
        """The blocks, in order; what page one has below its band comes first."""
        writers: dict[type, Callable[[Any], str]] = {
            Heading: lambda it: f"{'=' * it.level} {self.inlines(it.children, self._name(it))}",
            Paragraph: self._paragraph,
            KeyFigures: self._key_figures,
            NumberedList: self._numbered,
            BulletList: self._bullets,
            Callout: self._callout,
            Table: self._table,
            SourceList: self._sources,
            Helplines: self._helplines,
            Chronology: self._chronology,
            Quote: self._quote,
        }
        rows = iter(figure_rows(self.briefing.blocks))
        out = [f"#v({self.theme.spaces['band'] * 0.4:g}pt)"]
        waiting = 0
        for block in self.briefing.blocks:
            if isinstance(block, Figure):
                if not waiting:
                    row = next(rows)
                    waiting = len(row)
                    out.append(self._figures(row))
                waiting -= 1
            else:
                out.append(writers[type(block)](block))
                if isinstance(block, Callout) and block.role == "reading":
                    out.append("#pagebreak(weak: true)")
        return "\n\n".join(out) + "\n"

    def _name(self, block: Heading) -> str:
        return "title" if block.level == 1 else f"heading{block.level}"

    def inlines(self, inlines: Iterable[Inline], style: str) -> str:
        """Running text as markup."""
        out = []
        cited = False
        for inline in inlines:
            if isinstance(inline, (Text, Fact)):
                out.append(escaped(inline.text))
            elif isinstance(inline, Strong):
                out.append(f"#strong[{self.inlines(inline.children, style)}]")
            elif isinstance(inline, Emphasis):
                out.append(f"#emph[{self.inlines(inline.children, style)}]")
            elif isinstance(inline, Link):
                words = self.inlines(inline.children, style)
                out.append(f"#web({quoted(inline.target)})[{words}]")
            else:
                out.append(self._citation(inline, style, cited))
            cited = isinstance(inline, Citation)
        return "".join(out)

    def _citation(self, citation: Citation, style: str, after: bool) -> str:
        size = self.theme.styles[style].size
        drawn = max(0.66 * size, 8.0)
        rise = 0.33 * size - 0.4 * (drawn - 0.66 * size)
        shown = f"{',' * after}{citation.number}{'†' * citation.doubtful}"
        place = f"{citation.number}, {quoted(citation.anchor)}, {drawn:g}pt, {rise:.3f}pt"
        return f"#cite-source({place})[{shown}]"

    def _paragraph(self, block: Paragraph) -> str:
        width = ", width: 95%" if block.role == "deck" else ""
        return f"#style-{block.role}([{self.inlines(block.children, block.role)}]{width})"

    def _key_figures(self, block: KeyFigures) -> str:
        cells = []
        for figure in block.items:
            before, number, unit = (escaped(part) for part in _around(figure.value.text))
            ends = [f"#text(size: 13pt)[{part}]" if part else "" for part in (before, unit)]
            cells.append(
                f"[#style-numeral[{ends[0]}{number}{ends[1]}]\n"
                f"#style-numeral-label[{self.inlines(figure.label, 'numeral-label')}]\n"
                f"#style-numeral-note[{self.inlines(figure.note, 'numeral-note')}]]"
            )
        columns = f"columns: (1fr,) * {len(cells)}, column-gutter: {self._gutter()}"
        rules = "stroke: (top: 0.9pt + blue, bottom: 0.9pt + rule), inset: (y: 7pt)"
        space = self.theme.spaces["block"]
        return (
            f"#block(width: 100%, {rules}, above: {space + 4:g}pt, below: {space + 4:g}pt,\n"
            f"  grid({columns},\n{lined(cells)}))"
        )

    def _gutter(self) -> str:
        return f"{self.theme.spaces['gutter']:g}pt"

    def _numbered(self, block: NumberedList) -> str:
        if block.role != "asks":
            items = ", ".join(f"[{self.inlines(item.children, 'list')}]" for item in block.items)
            return f"#style-list(enum(indent: 0pt, {items}))"
        numeral = f"text({self._face('serif-numeral')}, size: 18pt, fill: rust, str(n))"
        cells = [
            f"enum(start: {number}, number-align: start + top, body-indent: 10pt, numbering:"
            f" n => {numeral}, [{self.inlines(item.children, 'ask')}])"
            for number, item in enumerate(block.items, 1)
        ]
        return (
            f"#style-ask(grid(columns: (1fr, 1fr), column-gutter: {self._gutter()},"
            f" row-gutter: 10pt,\n{lined(cells)}))"
        )

    def _bullets(self, block: BulletList) -> str:
        items = "".join(f",\n[{self.inlines(item.children, 'list')}]" for item in block.items)
        return f"#style-list(list(marker: [•], body-indent: 9pt, spacing: 7pt{items}))"

    def _helplines(self, block: Helplines) -> str:
        cells = [
            f"[#strong[{escaped(item.name)}]\\ {escaped(item.purpose)}\\ "
            f"#web({quoted(item.url)})[{escaped(shown_address(item.url))}]]"
            for item in block.items
        ]
        return (
            f"#style-table(grid(columns: (1fr, 1fr), column-gutter: {self._gutter()},"
            f" row-gutter: 7pt,\n{lined(cells)}))"
        )

    def _chronology(self, block: Chronology) -> str:
        cells = []
        for item in block.items:
            cells.append(f"[#strong[{escaped(item.date)}]]")
            cells.append(f"[{self.inlines(item.children, 'table')}]")
        return f"#style-table(grid(columns: (96pt, 1fr), row-gutter: 4pt,\n{lined(cells)}))"

    def _quote(self, block: Quote) -> str:
        said = f"#style-quote[{self.inlines(block.children, 'quote')}]"
        by = f"#style-note[{self.inlines(block.attribution, 'note')}]"
        return f"#block(stroke: (left: 2.2pt + blue), inset: (left: 12pt))[{said}\n{by}]"

    def _callout(self, block: Callout) -> str:
        first, *rest = block.paragraphs
        if block.title:
            first = (Strong((Text(f"{block.title}. "),)), *first)
        style = {"content_note": "content-note", "reading": "callout", "about": "note"}[block.role]
        words = "\n\n".join(self.inlines(inlines, style) for inlines in (first, *rest))
        look = {
            "content_note": "",
            "reading": ", width: 100%, fill: tint, stroke: (left: 2.2pt + blue), inset: 11pt",
            "about": ", width: 100%, stroke: (top: 0.6pt + rule), inset: (top: 8pt)",
        }[block.role]
        return f"#style-{style}([{words}]{look})"

    def _figures(self, row: tuple[Figure, ...]) -> str:
        widths = figure_widths(row, self.paper.text_width, self.theme.spaces["gutter"])
        cells = [f"[{self._figure(figure)}]" for figure in row]
        space = self.theme.spaces["figure"] + 4
        columns = ", ".join(f"{width:.3f}pt" for width in widths)
        return (
            f"#block(above: {space:g}pt, below: {space:g}pt, breakable: false, grid(columns:"
            f" ({columns},), column-gutter: {self._gutter()},\n{lined(cells)}))"
        )

    def _figure(self, figure: Figure) -> str:
        caption = (
            f"#style-figure-headline[{escaped(figure.headline)}]"
            f"#style-figure-subtitle[{escaped(figure.subtitle)}]"
        )
        image = f"image({quoted(figure.id + '.svg')}, width: 100%, alt: {quoted(figure.alt)})"
        note = f"#style-figure-note[{self.inlines(figure.note, 'figure-note')}]"
        return f"#figure({image}, alt: {quoted(figure.alt)}, caption: [{caption}])\n{note}"

    def _table(self, block: Table) -> str:
        weights = []
        for index, column in enumerate(block.columns):
            texts = [len(plain(row[index])) for row in block.rows]
            weights.append(max([len(column.header), *texts]) ** 0.5)
        header = ", ".join(
            f"style-table-head[{escaped(column.header)}]" for column in block.columns
        )
        rows = ",\n".join(
            ", ".join(f"style-table[{self.inlines(cell, 'table')}]" for cell in row)
            for row in block.rows
        )
        columns = ", ".join(f"{weight:.3f}fr" for weight in weights)
        caption = f"#style-figure-headline[{self.inlines(block.caption, 'figure-headline')}]\n"
        stroke = "stroke: (_, y) => (bottom: 0.6pt + if y == 0 { blue } else { rule })"
        return (
            f"{caption if block.caption else ''}"
            f"#block(above: 15pt, below: 15pt, table(columns: ({columns}), {stroke},\n"
            f"table.header({header}),\n{rows}))"
        )

    def _sources(self, block: SourceList) -> str:
        half = (len(block.items) + 1) // 2
        columns = (block.items[:half], block.items[half:])
        cells = [self._column(items) for items in columns if items]
        return (
            f"#style-source(grid(columns: (1fr, 1fr), column-gutter: {self._gutter()},\n"
            f"{lined(cells)}))"
        )

    def _column(self, items: tuple[SourceItem, ...]) -> str:
        targets = "".join(
            f"{item.number}: {quoted(item.cited_from[0] if item.cited_from else '')}, "
            for item in items
        ).strip(", ")
        back = "{" + f"let to = ({quote_keys(targets)}).at(str(n)); "
        back += 'if to == "" [#n.] else { link(label(to))[#n.] }}'
        entries = "".join(
            f",\n[{self.inlines(item.children, 'source')}#label({quoted(item.anchor)})]"
            for item in items
        )
        return (
            f"enum(start: {items[0].number}, number-align: start + top, body-indent: 6pt,"
            f" spacing: 4.2pt, numbering: n => {back}{entries})"
        )


def lined(cells: Iterable[str]) -> str:
    """Arguments, a line to each."""
    return ",\n".join(cells)


def quote_keys(pairs: str) -> str:
    """``1: "a", 2: "b"`` with its keys as strings."""
    return ", ".join('"' + pair.replace(":", '":', 1) for pair in pairs.split(", "))


def plain(inlines: Iterable[Inline]) -> str:
    """The characters of ``inlines``."""
    return "".join(
        inline.text if isinstance(inline, (Text, Fact, Citation)) else plain(inline.children)
        for inline in inlines
    )


def escaped(text: str) -> str:
    """Text as markup that shows it."""
    return "".join(f"\\{character}" if character in SPECIAL else character for character in text)


def quoted(text: str) -> str:
    """A string literal."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def hexed(colour: tuple[float, float, float]) -> str:
    """``#rrggbb``."""
    return "#" + "".join(f"{round(255 * part):02x}" for part in colour)

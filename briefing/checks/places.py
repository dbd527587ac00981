"""Where words of a briefing stand in the author's files, to the character.

A text of the briefing knows where its first character stands. What follows may lie on the next
line, after an expression whose value is longer than itself, or after a doubled quote: it is found
again in what the author wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice

from briefing.document import Where
from briefing.publication import Publication
from briefing.publication.problems import shown_line

NEAR = 10
"""Occurrences of the same words on either side that are looked at."""

CONTEXT = 80
"""Characters around the words by which they are told apart."""

_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)

_CELLS = {
    "data/recommendations.csv": "lead",
    "data/quotes.csv": "quote",
    "data/chronology.csv": "event",
    "data/helplines.csv": "name",
    "data/measures.csv": "caveat",
}
"""The column that is printed of a record, where a text knows only its row."""


def place_in(
    publication: Publication, text: str, where: Where | None, start: int, end: int
) -> Where | None:
    """The place of ``text[start:end]``, where ``text`` begins at ``where``.

    Where the author's words are not at hand it is ``where``, moved on by ``start`` columns.
    """
    if where is None or where.line is None or where.column is None:
        return where
    if where == publication.settings.where:
        return where  # the program's own words, which stand in no file
    if where.column == 1 and where.path in _CELLS:
        where = publication.cell(where, _CELLS[where.path])
    written = _written(publication, where)
    words = [re.escape(word) for word in text[start:end].split()]
    if written and words:
        wanted = re.compile(r"\s+".join(words))
        earlier = len(wanted.findall(text[:start]))
        found = islice(wanted.finditer(written), max(earlier - NEAR, 0), earlier + NEAR)
        likely = [
            (_likeness(text, start, end, written, match), -abs(index - earlier), -match.start())
            for index, match in enumerate(found, max(earlier - NEAR, 0))
        ]
        if likely:
            return _moved(where, written[: -max(likely)[2]])
    return replace(where, column=(where.column or 1) + start)


def _likeness(text: str, start: int, end: int, written: str, found: re.Match[str]) -> int:
    """How many characters around the words are the same in the text and in what was written.

    The words may stand in the value of an expression as well, so that counting is not enough.
    """
    first, last = found.span()
    before = _alike(text[:start][::-1], written[max(first - CONTEXT, 0) : first][::-1])
    return before + _alike(text[end:], written[last : last + CONTEXT])


def _alike(text: str, written: str) -> int:
    """The length of what both begin with; a line's end was read as a space."""
    pairs = enumerate(zip(text, written.replace("\n", " "), strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(text), len(written)))


def line_at(publication: Publication, where: Where | None) -> str:
    """The author's line at ``where``; empty where it is not at hand."""
    if where is None or where.line is None:
        return ""
    for first, lines in _files(publication, where.path):
        number = where.line - first
        if 0 <= number < len(lines):
            return lines[number]
    return ""


def shown_at(publication: Publication, where: Where | None) -> str:
    """The author's line at ``where`` as a message shows it above its caret."""
    return shown_line(line_at(publication, where), where)


def _moved(where: Where, passed: str) -> Where:
    lines = passed.split("\n")
    if len(lines) == 1:
        return replace(where, column=(where.column or 1) + len(passed))
    return Where(where.path, (where.line or 1) + len(lines) - 1, len(lines[-1]) + 1)


def _written(publication: Publication, where: Where) -> str | None:
    """What the author wrote from ``where`` on, with blanks for the expressions."""
    for text in _texts(publication, where):
        return _EXPRESSION.sub(_blank, text)
    return None


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _texts(publication: Publication, where: Where) -> Iterator[str]:
    line, column = where.line or 1, where.column or 1
    for first, lines in _files(publication, where.path):
        if 0 <= line - first < len(lines):
            yield "\n".join([lines[line - first][column - 1 :], *lines[line - first + 1 :]])
    for origin, text in _keyed_texts(publication, where.path):
        lines = text.split("\n")
        down = line - (origin.line or 1)
        right = column - (origin.column or 1) if down == 0 else column - 1
        if 0 <= down < len(lines) and 0 <= right < max(len(lines[down]), 1):
            yield "\n".join([lines[down][right:], *lines[down + 1 :]])


def _files(publication: Publication, path: str) -> Iterator[tuple[int, list[str]]]:
    """The lines of a section's body or a table, and the number of the first."""
    for section in publication.sections:
        if section.where.path == path:
            yield section.body_line, section.body.split("\n")
    if path in publication.sheets:
        yield 1, list(publication.sheets[path].lines)


def _keyed_texts(publication: Publication, path: str) -> Iterator[tuple[Where, str]]:
    """The texts of an audience's or a chart's file, each with the place of its beginning."""
    for whole in publication.audiences.values():
        for audience in (whole, *whole.editions.values()):
            if audience.where.path != path:
                continue
            texts = {"title": audience.title, "message": audience.message}
            texts["asks_heading"] = audience.asks_heading
            for number, figure in enumerate(audience.key_figures):
                texts[f"key_figures.{number}.label"] = figure.label
                texts[f"key_figures.{number}.note"] = figure.note
            yield from _placed(texts, audience.places)
    for chart in publication.charts.values():
        if chart.where.path == path:
            texts = {"note": chart.note, "headline.text": chart.headline.text}
            yield from _placed(texts, chart.places)


def _placed(texts: Mapping[str, str], places: Mapping[str, Where]) -> Iterator[tuple[Where, str]]:
    for key, text in texts.items():
        if key in places:
            yield places[key], text

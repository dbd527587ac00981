"""The headline of a chart: computed from its rows, or the author's and checked against them."""

from __future__ import annotations

import re
from typing import NoReturn

from briefing.diagnostics import ComposeError, Problem, nearest
from briefing.document import Where
from briefing.figures.selection import Line, Point, Selection, unranked
from briefing.locale import direction

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_YEARS = range(1900, 2100)

WORLD = "world"
"""The place that holds all others."""


def computed(selection: Selection) -> str:
    """The headline that the spec asks for, in words that are true for the rows."""
    head = selection.spec.headline
    if head.say == "change":
        return _change(selection)
    if head.say == "compare":
        return _compare(selection)
    if head.say == "largest":
        return _largest(selection)
    _refuse(selection, "the headline says nothing", "give it say = ... or text = ...")


def checked(selection: Selection, text: str) -> str:
    """An author's headline; ComposeError for a number that is neither a year nor in the rows."""
    if not text:
        _refuse(selection, "the headline is empty")
    known = {number for printed in _all_printed(selection) for number in _NUMBER.findall(printed)}
    for number in _NUMBER.findall(text):
        if number not in known and not (number.isdigit() and int(number) in _YEARS):
            hint = "write it as the rows have it, with row(...)"
            _refuse(selection, f'"{number}" in the headline is not in the rows', hint, True)
    return text


def value_at(selection: Selection, x: str) -> str:
    """The printed value at ``x``: what ``row("x")`` gives in a headline."""
    return selection.printed(_point(selection, x), "short")


def _all_printed(selection: Selection) -> list[str]:
    out = []
    for line in selection.lines:
        for point in line.points:
            out += [selection.printed(point, "short"), selection.printed(point)]
            out += [selection.marked(point), selection.locale.period(point.row.period)]
    return out


def _change(selection: Selection) -> str:
    head, locale = selection.spec.headline, selection.locale
    if not selection.in_time:
        _refuse(selection, 'a headline of change needs x = "period"', 'use say = "compare"')
    first, last = _known(selection, head.start), _known(selection, head.end)
    if first.position >= last.position:
        _refuse(selection, f'"{head.start}" is not before "{head.end}"', "exchange start and end")
    assert first.value is not None  # _known has seen to it
    assert last.value is not None
    side = direction(first.value, last.value)
    return locale.say(
        ("headline.level", "headline.rose", "headline.fell")[side],
        subject=head.subject,
        first=selection.printed(first, "short"),
        last=selection.printed(last, "short"),
        start=locale.period(first.x),
        end=locale.period(last.x),
    )


def _compare(selection: Selection) -> str:
    head, locale = selection.spec.headline, selection.locale
    first, last = _known(selection, head.start), _known(selection, head.end)
    return locale.say(
        "headline.compare",
        subject=head.subject,
        first_label=first.label,
        last_label=last.label,
        first=selection.printed(first, "short"),
        last=selection.printed(last, "short"),
    )


def _largest(selection: Selection) -> str:
    head, locale = selection.spec.headline, selection.locale
    if unranked(selection.spec):
        _refuse(
            selection,
            "places and companies are not ranked",
            'use say = "change" or "compare", or text',
        )
    known = _line(selection).known
    if not known:
        _refuse(selection, "no row has a number")
    top = max(point.value for point in known if point.value is not None)
    points = [point for point in known if point.value == top]
    periods = [point.row.period for point in known]
    if selection.in_time:
        labels = [locale.period(point.x) for point in points]
        key, span = "headline.largest_in_time", locale.span(periods[0], periods[-1])
    else:
        labels = [point.label for point in points]
        key, span = "headline.largest", locale.span(min(periods), max(periods))
    return locale.say(
        key,
        subject=head.subject,
        labels=locale.join(labels),
        value=selection.printed(points[0], "short"),
        span=span,
    )


def _line(selection: Selection) -> Line:
    """The line that the headline speaks of: where it names none, the only one or the world's."""
    keys = [line.key for line in selection.lines]
    name = selection.spec.headline.line
    if not name and len(keys) > 1:
        if WORLD not in keys:
            _refuse(selection, "the headline must name its line", nearest("", keys))
        name = WORLD
    for line in selection.lines:
        if not name or line.key == name:
            return line
    hint = nearest(name, filter(None, keys))
    _refuse(selection, f'the headline names the line "{name}", which is not drawn', hint)


def _point(selection: Selection, x: str) -> Point:
    line = _line(selection)
    point = line.at(x)
    if point is None:
        hint = nearest(x, [point.x for point in line.points])
        for drawn in line.points:
            if drawn.label == x:
                hint = f'name it as the series does: "{drawn.x}"'
        _refuse(selection, f'the headline names "{x}", which is not drawn', hint)
    return point


def _known(selection: Selection, x: str) -> Point:
    point = _point(selection, x)
    if point.value is None:
        _refuse(selection, f'the headline names "{x}", where there is no single known number')
    return point


def _refuse(selection: Selection, message: str, hint: str = "", author: bool = False) -> NoReturn:
    spec = selection.spec
    where: Where = spec.headline.where
    if author:
        where = spec.places.get("headline.text", where)
    raise ComposeError(Problem(message, where, hint, block=f'chart "{spec.id}"'))

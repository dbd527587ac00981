"""The headline of a chart: computed from its rows, or the author's and checked against them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NoReturn

from briefing.diagnostics import ComposeError, Problem, nearest
from briefing.document import Where
from briefing.figures.note import Author
from briefing.figures.selection import Line, Point, Selection, unranked
from briefing.locale import Locale, direction
from briefing.publication.records import ChartSpec, Milestone

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_YEARS = range(1900, 2100)
# Private characters, which no author's text can hold, around a value of the rows.
_OPEN, _CLOSE = "\ue000", "\ue001"
_MARKED = re.compile(f"{_OPEN}[^{_CLOSE}]*{_CLOSE}")

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
    _refuse(selection, f'"{head.say}" is no headline for rows', "give it say = ... or text = ...")


def checked(spec: ChartSpec, text: str, groups: Iterable[str] = ()) -> str:
    """An author's headline without its marks; ComposeError for a number that is no row's.

    The numbers of the rows come from ``value_at``, which marks them: one that is written out,
    and is no year, would stay as it is when its row changes. A number in the name of one of
    ``groups`` ("aged 11 to 13") is no value.
    """
    named = {number for group in groups for number in _NUMBER.findall(group)}
    words = _MARKED.sub("", text)
    if not text:
        _refuse(spec, "the headline is empty")
    for number in _NUMBER.findall(words):
        if number not in named and not _is_year(number):
            hint = 'take it from the rows, with row("...")'
            _refuse(spec, f'"{number}" in the headline is no value of row()', hint, "text")
    return text.replace(_OPEN, "").replace(_CLOSE, "")


def value_at(selection: Selection, x: str, line: str = "") -> str:
    """The printed value at ``x``, marked for ``checked``: what ``row("x")`` gives in a headline."""
    return _OPEN + selection.printed(_point(selection, x, line), "short") + _CLOSE


def of_events(locale: Locale, spec: ChartSpec, events: Sequence[Milestone], author: Author) -> str:
    """The headline of a chronology: how many events, from when to when, or the author's words."""
    head = spec.headline
    if head.text:

        def date(x: str, line: str) -> str:
            for event in events:
                if event.id == x:
                    return _OPEN + locale.period(event.date) + _CLOSE
            hint = nearest(x, [event.id for event in events])
            _refuse(spec, f'the headline names the event "{x}", which is not drawn', hint)

        return checked(spec, author.headline(spec, date))
    if head.say != "span":
        _refuse(spec, "the headline of a chronology counts its events", 'use say = "span"')
    for key, text in (("headline.subject", head.subject), ("measure_words", spec.measure_words)):
        for number in _NUMBER.findall(text):
            if not _is_year(number):
                message = f'"{number}" in "{text}" is of no event'
                _refuse(spec, message, "leave it out: nothing would change it", key)
    return locale.say(
        "headline.span",
        count=locale.capital(locale.number_word(len(events))),
        subject=head.subject,
        first=locale.period(events[0].date[:7]),
        last=locale.period(events[-1].date[:7]),
    )


def check_words(selection: Selection) -> None:
    """ComposeError where words beside the rows' own hold a number that is not in the rows."""
    spec = selection.spec
    known = {number for printed in _all_printed(selection) for number in _NUMBER.findall(printed)}
    texts = {"measure_words": spec.measure_words, "headline.subject": spec.headline.subject}
    texts |= {f"labels.{name}": label for name, label in spec.labels.items()}
    for key, text in texts.items():
        for number in _NUMBER.findall(text):
            keyed = key.startswith("labels.") and number in _NUMBER.findall(key)
            if number not in known and not keyed and not _is_year(number):
                hint = "leave it out: nothing would change it with the rows"
                _refuse(selection, f'"{number}" in "{text}" is not in the rows', hint, key)


def _is_year(number: str) -> bool:
    return number.isdigit() and len(number) == 4 and int(number) in _YEARS


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
        subject=_subject(selection),
        first=selection.printed(first, "short"),
        last=selection.printed(last, "short"),
        start=locale.period_within(first.x),
        end=locale.period_within(last.x),
    )


def _compare(selection: Selection) -> str:
    head, locale = selection.spec.headline, selection.locale
    first, last = _known(selection, head.start), _known(selection, head.end)
    return locale.say(
        "headline.compare",
        subject=_subject(selection),
        first_label=first.label,
        last_label=last.label,
        first=selection.printed(first, "short"),
        last=selection.printed(last, "short"),
    )


def _largest(selection: Selection) -> str:
    locale = selection.locale
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
        labels = [locale.period_within(point.x) for point in points]
        key, span = "headline.largest_in_time", locale.span(periods[0], periods[-1])
    else:
        labels = [point.label for point in points]
        key, span = "headline.largest", locale.span(min(periods), max(periods))
    return locale.say(
        key,
        subject=_subject(selection),
        labels=locale.join(labels),
        value=selection.printed(points[0], "short"),
        span=span,
    )


def _subject(selection: Selection) -> str:
    """What the numbers are, and of which line where there are several and it is not said."""
    subject, line = selection.spec.headline.subject, _line(selection)
    if not line.name or line.key == WORLD or line.name.casefold() in subject.casefold():
        return subject
    return selection.locale.say("headline.of_line", subject=subject, line=line.name)


def _line(selection: Selection, name: str = "") -> Line:
    """The line that the headline speaks of: where it names none, the only one or the world's."""
    keys = [line.key for line in selection.lines]
    name = name or selection.spec.headline.line
    if not name and len(keys) > 1:
        if WORLD not in keys:
            _refuse(selection, "the headline must name its line", nearest("", keys))
        name = WORLD
    for line in selection.lines:
        if not name or line.key == name:
            return line
    hint = nearest(name, filter(None, keys))
    _refuse(selection, f'the headline names the line "{name}", which is not drawn', hint)


def _point(selection: Selection, x: str, name: str = "") -> Point:
    line = _line(selection, name)
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


def _refuse(about: Selection | ChartSpec, message: str, hint: str = "", key: str = "") -> NoReturn:
    spec = about.spec if isinstance(about, Selection) else about
    where: Where = spec.headline.where
    if key == "text":
        where = spec.places.get("headline.text", where)
    elif key:
        where = spec.places.get(key, spec.where)
    raise ComposeError(Problem(message, where, hint, block=f'chart "{spec.id}"'))

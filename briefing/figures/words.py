"""The subtitle and the alternative text of a chart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce

from briefing.figures.selection import Line, Point, Selection

FEW = 5
"""Up to this many points, the alternative text reads all values."""


def subtitle(selection: Selection) -> str:
    """Measure, unit or scale, place, group and period: what the chart is of."""
    spec, locale = selection.spec, selection.locale
    parts = [spec.measure_words or locale.join([each.name for each in selection.measures])]
    if spec.scale:
        parts.append(locale.say(f"scale.{spec.scale}"))
    elif unit := locale.unit_name(selection.unit):
        parts.append(unit)
    parts += _constant(selection)
    parts.append(_time(selection))
    return reduce(lambda first, last: locale.say("subtitle.join", first=first, last=last), parts)


def _constant(selection: Selection) -> list[str]:
    """The one place and the one group of all rows, where no axis or line names them."""
    drawn, rows, out = (selection.spec.x, selection.spec.split), selection.rows, []
    places = {row.place for row in rows}
    if "place" not in drawn and len(places) == 1:
        place = places.pop()
        name = selection.place_names[place]
        # "World" is a name only at the head of a page; in a line of words it is a word.
        out.append(name.lower() if place == "world" else name)
    groups = {row.group for row in rows}
    if "group" not in drawn and len(groups) == 1 and (group := groups.pop()):
        out.append(group)
    return out


def _time(selection: Selection) -> str:
    if selection.in_time:
        points = [point for line in selection.lines for point in line.points]
        points.sort(key=lambda point: point.position)
        return selection.locale.span(points[0].x, points[-1].x)
    periods = sorted({row.period for row in selection.rows})
    return selection.locale.span(periods[0], periods[-1])


def alt_text(selection: Selection, subtitle_text: str, headline: str) -> str:
    """What a reader who does not see the chart must know of it."""
    locale, spec = selection.locale, selection.spec
    kind = locale.say(f"chart.{spec.kind}")
    parts = [
        locale.say("alt.opening", kind=kind, subtitle=subtitle_text),
        locale.say("alt.headline", headline=headline),
    ]
    for line in selection.lines:
        parts += _line(selection, line)
    parts += _apart(selection)
    if any(point.doubtful for line in selection.lines for point in line.points):
        parts.append(locale.say("alt.doubtful"))
    return " ".join(parts)


def _apart(selection: Selection) -> list[str]:
    """What is drawn apart, and what it counts."""
    points = [p for line in selection.lines for p in line.points if selection.apart(p)]
    names = {measure.id: measure.name for measure in selection.measures}
    said = {
        point.label: selection.locale.say(
            "alt.apart", label=point.label, measure=names[point.row.measure]
        )
        for point in points
    }
    return list(said.values())


def _line(selection: Selection, line: Line) -> list[str]:
    said = [point for point in line.points if point.row.value is not None]
    parts = []
    # Categories have no first and last: they are all read, in the order in which they stand.
    if len(said) <= FEW or not selection.in_time:
        if said:
            parts.append(_say(selection, line, "values", points=_list(selection, said)))
    else:
        ends = _list(selection, (said[0], said[-1]))
        parts += [_say(selection, line, "ends", points=ends), *_extremes(selection, line)]
    holes = [point.label for point in line.points if point.row.value is None]
    if holes:
        parts.append(_say(selection, line, "holes", labels=selection.locale.join(holes)))
    return parts


def _extremes(selection: Selection, line: Line) -> list[str]:
    known = line.known
    values = [point.value for point in known if point.value is not None]
    if not values:
        return []
    low, high = min(values), max(values)
    if low == high:
        return [selection.locale.say("alt.level", value=_value(selection, known[0]))]
    return [
        _say(
            selection,
            line,
            "extremes",
            low=_list(selection, [point for point in known if point.value == low]),
            high=_list(selection, [point for point in known if point.value == high]),
        )
    ]


def _say(selection: Selection, line: Line, key: str, **words: str) -> str:
    if line.name:
        return selection.locale.say(f"alt.{key}_of", line=line.name, **words)
    return selection.locale.say(f"alt.{key}", **words)


def _list(selection: Selection, points: Sequence[Point]) -> str:
    locale = selection.locale
    said: Iterable[str] = (
        locale.say("alt.point", label=point.label, value=_value(selection, point))
        for point in points
    )
    return reduce(lambda first, last: locale.say("alt.next", first=first, last=last), said)


def _value(selection: Selection, point: Point) -> str:
    return selection.printed(point, "short")

"""Drawings as SVG, for a typesetter that takes its charts as files."""

from __future__ import annotations

import math
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from briefing.document import Drawing, FontFile, PathItem, TextItem
from briefing.document.drawing import Colour, Segment

OPERATORS = {"m": "M", "l": "L", "c": "C", "h": "Z"}


def svg_of(drawing: Drawing, fonts: Mapping[str, FontFile], families: Mapping[str, str]) -> str:
    """The drawing as SVG, text as text; ``families`` names the family of each font role.

    Raises ValueError where the drawing holds a raster: no chart of ours does.
    """
    items = []
    for number, item in enumerate(drawing.items):
        if isinstance(item, PathItem):
            items.append(path(item, drawing.height, number))
        elif isinstance(item, TextItem):
            items.append(text(item, drawing.height, fonts, families))
        else:
            raise ValueError("a raster in a chart")
    size = f'width="{drawing.width:.3f}pt" height="{drawing.height:.3f}pt"'
    box = f'viewBox="0 0 {drawing.width:.3f} {drawing.height:.3f}"'
    body = "\n".join(items)
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box}>\n{body}\n</svg>\n'


def path(item: PathItem, height: float, number: int) -> str:
    """A path; its clips, where it has any, nested around it."""
    drawn = f'<path d="{outline(item.segments, height)}" {paint(item)}/>'
    if item.clip is not None:
        x, y, width, tall = item.clip
        box = f"M{x:.3f} {height - y:.3f}h{width:.3f}v{-tall:.3f}h{-width:.3f}Z"
        drawn = clipped(drawn, box, f"box{number}")
    for name, clip in (("path", item.clip_path), ("outline", item.clip_outline)):
        if clip:
            drawn = clipped(drawn, outline(clip, height), f"{name}{number}")
    return drawn


def clipped(drawn: str, clip: str, key: str) -> str:
    """``drawn`` as far as it lies inside ``clip``."""
    return (
        f'<clipPath id="{key}"><path d="{clip}"/></clipPath><g clip-path="url(#{key})">{drawn}</g>'
    )


def outline(segments: tuple[Segment, ...], height: float) -> str:
    """The ``d`` of a path; y goes down in SVG."""
    out = []
    for operator, values in segments:
        points = [
            f"{height - value:.3f}" if index % 2 else f"{value:.3f}"
            for index, value in enumerate(values)
        ]
        out.append(OPERATORS[operator] + " ".join(points))
    return "".join(out)


def paint(item: PathItem) -> str:
    """Fill, stroke and dashes as attributes."""
    out = [f'fill="{colour(item.fill) if item.fill is not None else "none"}"']
    if item.fill_alpha < 1:
        out.append(f'fill-opacity="{item.fill_alpha:.3f}"')
    if item.stroke is not None:
        cap = ("butt", "round", "square")[item.cap]
        join = ("miter", "round", "bevel")[item.join]
        out.append(f'stroke="{colour(item.stroke)}" stroke-width="{item.width:.3f}"')
        out.append(f'stroke-linecap="{cap}" stroke-linejoin="{join}"')
        if item.dash:
            out.append(f'stroke-dasharray="{" ".join(f"{value:.3f}" for value in item.dash)}"')
            out.append(f'stroke-dashoffset="{item.dash_offset:.3f}"')
        if item.stroke_alpha < 1:
            out.append(f'stroke-opacity="{item.stroke_alpha:.3f}"')
    return " ".join(out)


def text(
    item: TextItem, height: float, fonts: Mapping[str, FontFile], families: Mapping[str, str]
) -> str:
    """A line of text."""
    weight = dict(fonts[item.font].axes).get("wght", 400)
    y = height - item.y
    turn = ""
    if not math.isclose(item.angle, 0):
        turn = f' transform="rotate({-item.angle:.2f} {item.x:.3f} {y:.3f})"'
    style = f'font-family={quoteattr(families[item.font])} font-size="{item.size:.3f}"'
    return (
        f'<text x="{item.x:.3f}" y="{y:.3f}" {style} font-weight="{weight:g}"'
        f' fill="{colour(item.colour)}"{turn} xml:space="preserve">{escape(item.text)}</text>'
    )


def colour(value: Colour) -> str:
    """``#rrggbb``."""
    return "#" + "".join(f"{round(255 * part):02x}" for part in value)

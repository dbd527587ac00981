"""Pages with a fault, to show that a check can fail."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 400.0, 300.0


@dataclass
class Put:
    """A line of text with its baseline at ``x, y``; its kind, on a page: as of a Glyph."""

    text: str
    x: float
    y: float
    size: float = 11.0
    colour: tuple[float, float, float] = (0, 0, 0)
    kind: str = "content"


@dataclass
class Chart:
    """A form XObject of a size at a place, with a bar from its corner and texts in it.

    It is placed ``scale`` times as large as it is.
    """

    x: float = 50.0
    y: float = 50.0
    width: float = 100.0
    height: float = 60.0
    bar: tuple[float, float] = (40.0, 20.0)
    texts: list[Put] = field(default_factory=list)
    scale: float = 1.0


def page(
    *texts: Put,
    grounds: tuple[tuple[float, float, float, float, str], ...] = (),
    charts: tuple[Chart, ...] = (),
) -> bytes:
    """A page of 400 by 300 points; ``grounds`` are x, y, width, height and colour."""
    return document([(texts, grounds, charts)])


def document(pages: list[tuple]) -> bytes:  # type: ignore[type-arg]
    """Several such pages."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1)
    for number, (texts, grounds, charts) in enumerate(pages):
        for index, chart in enumerate(charts):
            _form(canvas, f"chart{number}{index}", chart)
        for x, y, width, height, colour in grounds:
            canvas.setFillColor(colour)
            canvas.rect(x, y, width, height, stroke=0, fill=1)
        for mark, put in enumerate(texts):
            marks = {"content": f"/P<</MCID {mark}>>BDC", "artifact": "/Artifact BMC"}
            canvas._code.append(marks.get(put.kind, ""))
            _show(canvas, put)
            canvas._code.append("EMC" if put.kind in marks else "")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _show(canvas: Canvas, put: Put) -> None:
    canvas.setFont("Helvetica", put.size)
    canvas.setFillColorRGB(*put.colour)
    canvas.drawString(put.x, put.y, put.text)


def _form(canvas: Canvas, name: str, chart: Chart) -> None:
    canvas.beginForm(name, 0, 0, chart.width, chart.height)
    canvas.rect(0, 0, *chart.bar, stroke=0, fill=1)
    for put in chart.texts:
        _show(canvas, put)
    canvas.endForm()
    canvas.saveState()
    canvas.translate(chart.x, chart.y)
    canvas.scale(chart.scale, chart.scale)
    canvas.doForm(name)
    canvas.restoreState()

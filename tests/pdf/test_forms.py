"""A drawing becomes a form XObject that paints what was drawn."""

from __future__ import annotations

from typing import Any

import pikepdf
import pypdfium2
import pytest

from briefing.document import Drawing, ImageItem, PathItem, TextItem
from briefing.document.drawing import Item, Segment
from briefing.pdf import render
from tests import samples, shipped
from tests.pdf.making import failures, operations
from tests.pdf.tree import open_pdf, to_unicode

RED, GREEN, BLUE = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)


def _square(x: float, y: float, side: float) -> tuple[Segment, ...]:
    return (
        ("m", (x, y)),
        ("l", (x + side, y)),
        ("l", (x + side, y + side)),
        ("l", (x, y + side)),
        ("h", ()),
    )


def _data(*items: Item) -> bytes:
    """A briefing whose one chart is a drawing of 100 by 60 points."""
    briefing = samples.briefing(samples.figure(), samples.sources(("cite-reports",)))
    return render(briefing, shipped.theme(), {"reports": Drawing(100, 60, items)})


def _form(*items: Item) -> Any:
    pdf = open_pdf(_data(*items))
    items = pdf.pages[0].obj.Resources.XObject.values()
    (form,) = [item for item in items if item.Subtype == "/Form"]  # a logo is an image
    return form


def _operators(form: Any) -> list[tuple[str, list[float]]]:
    """Operators with their numeric operands."""
    return [
        (operator, [float(value) for value in operands])
        for operator, operands in operations(form)
        if all(isinstance(value, (int, float)) or hasattr(value, "as_tuple") for value in operands)
    ]


def test_a_path_is_filled_and_stroked() -> None:
    """Segments, colours, width, caps and joins come out as operators."""
    path = PathItem(_square(1, 2, 3), fill=RED, stroke=BLUE, width=2, cap=1, join=2)
    assert _operators(_form(path)) == [
        ("q", []),
        ("rg", [1, 0, 0]),
        ("RG", [0, 0, 1]),
        ("w", [2]),
        ("J", [1]),
        ("j", [2]),
        ("m", [1, 2]),
        ("l", [4, 2]),
        ("l", [4, 5]),
        ("l", [1, 5]),
        ("h", []),
        ("B", []),
        ("Q", []),
    ]


@pytest.mark.parametrize(
    ("fill", "stroke", "operator"),
    [(RED, None, "f"), (None, RED, "S"), (RED, RED, "B"), (None, None, "n")],
)
def test_each_way_to_paint(fill: Any, stroke: Any, operator: str) -> None:
    """Filled, stroked, both, or neither."""
    found = _operators(_form(PathItem(_square(0, 0, 1), fill=fill, stroke=stroke)))
    assert found[-2][0] == operator


def test_dashes() -> None:
    """Lengths and offset in points."""
    path = PathItem((("m", (0, 0)), ("l", (9, 0))), stroke=RED, dash=(4.0, 2.5), dash_offset=1)
    (dash,) = [operands for operator, operands in operations(_form(path)) if operator == "d"]
    assert [float(value) for value in dash[0]] == [4, 2.5]
    assert float(dash[1]) == 1


def test_clips() -> None:
    """A clip rectangle and a clip path act before anything is painted."""
    path = PathItem(_square(0, 0, 9), fill=RED, clip=(1, 2, 3, 4), clip_path=_square(5, 5, 2))
    names = [operator for operator, _ in _operators(_form(path))]
    assert names.count("W") == 2
    assert names.index("re") < names.index("W")
    assert max(index for index, name in enumerate(names) if name == "W") < names.index("f")


def test_alpha_is_a_state_of_the_form() -> None:
    """Each pair of alphas is one named state, in the form's own resources."""
    half = PathItem(_square(0, 0, 9), fill=RED, fill_alpha=0.5)
    form = _form(half, half, PathItem(_square(0, 0, 9), stroke=RED, stroke_alpha=0.25))
    states = {
        key: (float(item.ca), float(item.CA)) for key, item in form.Resources.ExtGState.items()
    }
    used = [str(operands[0]) for operator, operands in operations(form) if operator == "gs"]
    assert [states[key] for key in used] == [(0.5, 1), (0.5, 1), (1, 0.25)]
    assert len(states) == 2


def test_text_is_set_in_the_documents_fonts() -> None:
    """At its place, at its angle, coded by the subset that the page uses."""
    form = _form(TextItem("Kenya", 10, 20, "sans", 9, BLUE, angle=90))
    found = dict(operations(form))
    assert [float(value) for value in found["Tm"]] == pytest.approx([0, 1, -1, 0, 10, 20])
    assert float(found["Tf"][1]) == 9
    font = form.Resources.Font[str(found["Tf"][0])]
    codes = b"".join(bytes(item) for item in found["TJ"][0] if isinstance(item, pikepdf.String))
    texts = to_unicode(font)
    pairs = [codes[index : index + 2] for index in range(0, len(codes), 2)]
    assert "".join(texts[int.from_bytes(pair, "big")] for pair in pairs) == "Kenya"


def test_a_drawing_brings_its_glyphs_into_each_document() -> None:
    """Remembered artwork, shown a second time, has its letters embedded and readable again."""
    item = TextItem("ŁØ", 5, 5, "serif-title", 10, BLUE)
    for _ in range(2):
        form = _form(item)
        found = dict(operations(form))
        texts = to_unicode(form.Resources.Font[str(found["Tf"][0])])
        codes = b"".join(bytes(it) for it in found["TJ"][0] if isinstance(it, pikepdf.String))
        assert [texts[int.from_bytes(codes[at : at + 2], "big")] for at in (0, 2)] == ["Ł", "Ø"]


def test_an_image_has_its_pixels_and_its_mask() -> None:
    """RGB with the top row first, and alpha as a soft mask."""
    pixels = bytes([255, 0, 0, 0, 0, 255])
    form = _form(ImageItem(1, 2, pixels, (10, 20, 30, 40), alpha=bytes([255, 128])))
    (image,) = form.Resources.XObject.values()
    assert (int(image.Width), int(image.Height)) == (1, 2)
    assert image.read_bytes() == pixels
    assert image.SMask.read_bytes() == bytes([255, 128])
    matrix = next(operands for operator, operands in operations(form) if operator == "cm")
    assert [float(value) for value in matrix] == [30, 0, 0, 40, 10, 20]


def test_an_image_may_be_turned_and_clipped() -> None:
    """Its matrix has all four numbers, and its clips come before it."""
    image = ImageItem(
        1,
        1,
        bytes(3),
        (10, 20, 30, 40),
        skew=(5, -6),
        clip=(1, 2, 3, 4),
        clip_path=_square(1, 1, 3),
    )
    found = list(operations(_form(image)))
    names = [operator for operator, _ in found]
    assert names == ["q", "re", "W", "n", "m", "l", "l", "l", "h", "W", "n", "cm", "Do", "Q"]
    numbers = {name: [float(it) for it in values] for name, values in found if name in ("cm", "re")}
    assert numbers == {"cm": [30, 5, -6, 40, 10, 20], "re": [1, 2, 3, 4]}


def test_a_path_may_be_clipped_thrice() -> None:
    """To a rectangle, to a path and to an outline, one after the other."""
    path = PathItem(
        _square(0, 0, 9),
        RED,
        clip=(1, 2, 3, 4),
        clip_path=_square(1, 1, 3),
        clip_outline=_square(2, 2, 3),
    )
    names = [operator for operator, _ in _operators(_form(path))]
    assert names.count("W") == 3
    assert names.index("rg") > max(index for index, name in enumerate(names) if name == "W")


def test_all_of_it_is_valid() -> None:
    """Alpha, clips, images and turned text: still PDF/UA-1 and PDF/A-3a."""
    data = _data(
        PathItem(_square(0, 0, 9), fill=RED, fill_alpha=0.5, clip_path=_square(1, 1, 3)),
        ImageItem(1, 1, bytes([0, 0, 255]), (10, 20, 30, 40), alpha=b"\x80", skew=(1, 2)),
        TextItem("Kenya", 10, 20, "sans", 9, BLUE, angle=45),
    )
    assert failures(data) == []


def test_it_looks_as_drawn() -> None:
    """On the rendered page the colours lie where the drawing has them."""
    data = _data(
        PathItem(_square(0, 0, 20), fill=RED),
        PathItem(_square(40, 20, 20), fill=GREEN, clip=(40, 20, 10, 20)),
        ImageItem(1, 2, bytes([255, 0, 0, 0, 0, 255]), (70, 0, 20, 40)),
    )
    pdf = open_pdf(data)
    left, bottom, *_ = next(
        [float(value) for value in item.A.BBox]
        for item in pdf.objects
        if getattr(item, "get", None) and item.get("/S") == "/Figure"
    )
    document = pypdfium2.PdfDocument(data)
    picture = document[0].render(scale=1).to_pil().convert("RGB")
    document.close()

    def pixel(x: float, y: float) -> tuple[int, int, int]:
        found: tuple[int, int, int] = picture.getpixel(
            (round(left + x), round(picture.height - bottom - y))
        )
        return found

    assert pixel(10, 10) == (255, 0, 0)
    assert pixel(25, 10) == (255, 255, 255)
    assert pixel(45, 30) == (0, 255, 0)
    assert pixel(56, 30) == (255, 255, 255)  # clipped away
    assert pixel(80, 30) == (255, 0, 0)
    assert pixel(80, 10) == (0, 0, 255)

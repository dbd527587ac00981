"""A ReportLab canvas on which all text is marked and everything else is an artifact."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, NoReturn

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from briefing.document.drawing import Colour
from briefing.pdf.fonts import FontBook
from briefing.pdf.objects import QUICK, Objects, Raw, number, numbers, stream, string
from briefing.pdf.page import PageObject
from briefing.pdf.sheet import Area, Sheet
from briefing.pdf.tags import Annotation, Drawn, Element, LinkTo, Slot
from briefing.typeset import Part, SpanStyle


class TaggedCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """Collects the pages of one document.

    Text goes through ``show`` under a slot of the structure tree; ReportLab's own ways to draw
    text raise, so that nothing can get on a page untagged (ISO 14289-1, 7.1).
    """

    def __init__(self, width: float, height: float, fonts: FontBook) -> None:
        self.fonts = fonts
        super().__init__(
            BytesIO(),
            pagesize=(width, height),
            pageCompression=0,
            invariant=1,  # no clock: dates are set in metadata.py
            pdfVersion=(1, 7),
        )
        self.objects = Objects(self._doc)
        self.page = 0
        self.drawn = Drawn()
        self.annotations: list[Annotation] = []
        self.anchors: dict[str | Slot, tuple[int, float]] = {}
        self.sheet = Sheet()  # of the page at hand; ReportLab's own list of operators stays empty
        self._sheets: list[Sheet] = []
        """What was put on the page at hand before ``sheet``."""
        self._open: Slot | None = None
        self._states: dict[int, bytes] = {}
        """The operators of a style by its identity: what was shown is kept, and with it these."""
        self._state = b""
        self.forms: dict[str, tuple[str, Raw]] = {}
        """The form XObject of each figure's id, under its name."""
        self.pictures: dict[str, Raw] = {}
        """The images on the page at hand, by their names there."""
        self._pages: list[tuple[pdfdoc.PDFPage, PageObject]] = []

    def _make_preamble(self) -> None:
        # ReportLab opens each page with an unembedded Helvetica; no page of ours has it.
        self._preamble = ""

    # Marked content ------------------------------------------------------------------------

    def mark(self, slot: Slot) -> None:
        """Let what follows belong to ``slot``; a slot that is open already goes on."""
        if self._open is slot:
            return
        self.close_mark()
        sheet = self.sheet
        sheet.marks.append((slot, sheet.count))
        actual = b"/ActualText" + string(slot.actual) if slot.actual else b""
        tag = slot.tag.encode("ascii")
        sheet.content.append(b"/%s<</MCID %d%s>>BDC" % (tag, sheet.count, actual))
        sheet.count += 1
        self._open = slot

    def close_mark(self) -> None:
        """End the marked-content sequence that is open, if one is."""
        if self._open is not None:
            self.sheet.content.append(b"EMC")
            self._open = None

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """What is drawn inside is no content: ``Layout`` (rules, grounds) or ``Pagination``."""
        self.close_mark()
        self.sheet.content.append(b"/Artifact<</Type/%s>>BDC" % kind.encode("ascii"))
        yield
        self.sheet.content.append(b"EMC")

    # Drawing -------------------------------------------------------------------------------

    def show(self, slot: Slot | None, part: Part, x: float, y: float) -> None:
        """Show a part of a line with its baseline at ``y``; None: inside an artifact.

        A part without text is the hyphen of a word that goes on: drawn, and never read.
        """
        if slot is not None and not part.text:
            with self.artifact():
                self.show(None, part, x, y)
            return
        if slot is not None:
            if self._open is not slot or part.spoken:
                told = slot.actual or not part.spoken
                self.mark(slot if told else self._spoken(slot, part))
            if slot.link or slot.anchor or slot.headed:
                self._note_place(slot, part, x, y)
        style = part.style
        self.sheet.parts.append(part)
        state = self._states.get(id(style)) or self._state_of(style)
        if state == self._state:
            state = b""
        else:
            self._state = state
        show = part.show
        if style.rise:
            show = b"%s Ts %s 0 Ts" % (number(style.rise), show)
        place = (state, number(x), number(y), show)
        self.sheet.content.append(b"BT %s1 0 0 1 %s %s Tm %s ET" % place)

    def _spoken(self, slot: Slot, part: Part) -> Slot:
        """The slot of a Span with the text of ``part`` beside it, next in the content of ``slot``.

        ISO 32000-1, 14.9.4. Where glyphs are drawn in the order of reading the text stands in the
        content as well, for who extracts it from there. Text that runs from right to left is drawn
        as it is seen: extractors turn it round themselves, whatever its ActualText.
        """
        span = Element("Span", actual=part.text)
        self.sheet.marks.append((slot, span))
        return span.slot(actual="" if part.right_to_left else part.text)

    def _state_of(self, style: SpanStyle) -> bytes:
        """The operators that choose a style's font, size and colour."""
        font = self.fonts.name_of(style.font)
        size, colour = number(style.size), numbers(*style.colour)
        state = self._states[id(style)] = b"/%s %s Tf %s rg " % (font, size, colour)
        return state

    def box(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """A filled rectangle, as an artifact."""
        self.close_mark()
        paint = (numbers(*colour), numbers(x, y, width, height))
        box = b"/Artifact<</Type/Layout>>BDC\nq %s rg %s re f Q\nEMC" % paint
        self.sheet.content.append(box)

    def form(self, slot: Slot, figure: str, x: float, y: float) -> None:
        """Place a figure's form with its lower left corner at ``x, y``, as content of ``slot``."""
        key, _ = self.forms[figure]
        self.mark(slot)
        self.sheet.forms.append((figure, key))
        self.sheet.content.append(
            b"q 1 0 0 1 %s cm /%s Do Q" % (numbers(x, y), key.encode("ascii"))
        )
        self.close_mark()

    def picture(self, key: str, box: tuple[float, float, float, float]) -> None:
        """Place the image of ``pictures`` in ``box`` (x, y, width, height), as an artifact."""
        x, y, width, height = box
        with self.artifact("Pagination"):
            place = numbers(width, 0, 0, height, x, y)
            self.sheet.content.append(b"q %s cm /%s Do Q" % (place, key.encode("ascii")))

    def anchor(self, key: str | Slot, y: float) -> None:
        """Let links to ``key`` lead to this height of the page; the first place of a key stays."""
        self.sheet.anchors.append((key, y))

    def _note_place(self, slot: Slot, part: Part, x: float, y: float) -> None:
        size = part.style.size
        for key in (slot.anchor, slot if slot.headed else None):
            if key:
                self.anchor(key, y + 1.6 * size)
        if slot.link:
            base = y + part.style.rise
            self._link(slot.link, (x, base - 0.25 * size, x + part.width, base + 0.85 * size))

    def _link(self, link: LinkTo, area: Area) -> None:
        """Let ``area`` be part of a link: with what is beside it on the line, or on its own."""
        links = self.sheet.links
        if links and links[-1][0] is link and links[-1][1][1] == area[1]:
            area = (links.pop()[1][0], *area[1:])
        links.append((link, area))

    # Pages ---------------------------------------------------------------------------------

    def recorded(self, draw: Callable[[], None]) -> Sheet:
        """What ``draw`` draws, for ``put``: on no page yet, and whatever stands before it there."""
        self.close_mark()
        outer, self.sheet, self._state = self.sheet, Sheet(), b""
        draw()
        self.close_mark()
        self.sheet.sum_up()
        self.sheet.content = [b"\n".join(self.sheet.content)]
        made, self.sheet, self._state = self.sheet, outer, b""
        return made

    def put(self, sheet: Sheet) -> None:
        """Put on the page what was recorded, of this document or of another one."""
        self.close_mark()
        if self.sheet.content:
            self._sheets.append(self.sheet)
            self.sheet = Sheet()
        self._sheets.append(sheet)
        self._state = b""

    def showPage(self) -> None:
        """End the page."""
        self.close_mark()
        self._sheets.append(self.sheet)
        if sum(sheet.count > 0 for sheet in self._sheets) > 1:
            raise ValueError("two sheets with marks on one page: their numbers begin with 0")
        for sheet in self._sheets:
            self._note(sheet)
        super().showPage()
        self.page += 1
        self.sheet = Sheet()
        self._sheets = []
        self._state = b""
        self.pictures = {}

    def _note(self, sheet: Sheet) -> None:
        """Let the document know what stands on this page."""
        sheet.sum_up()
        marks = self.drawn.marks
        for slot, found in sheet.marks_on(self.page).items():
            marks[slot] = marks[slot] + found if slot in marks else found
        self.drawn.spanned |= sheet.spanned
        for link, entries in sheet.annotations:
            annotation = Annotation(self.page, link, entries)
            self.annotations.append(annotation)
            self.drawn.links.setdefault(link, []).append(annotation)
        for key, y in sheet.anchors:
            self.anchors.setdefault(key, (self.page, y))
        self.drawn.boxes.update(sheet.boxes)
        self.fonts.note(sheet.glyphs)

    def _setAnnotations(self, page: pdfdoc.PDFPage) -> None:
        # The one hook of ReportLab's that sees each page object before it is entered.
        content = b"\n".join(piece for sheet in self._sheets for piece in sheet.content)
        forms = {
            key: self.forms[figure][1] for sheet in self._sheets for figure, key in sheet.forms
        }
        links = [note for note in self.annotations if note.page == self.page]
        for link in links:
            link.number = self.objects.reserve()
        annotations = tuple([link.number for link in links])
        made = PageObject(stream(b"", content, QUICK), {**self.pictures, **forms}, annotations)
        self._pages.append((page, made))

    def write_pages(self, fonts: bytes) -> list[bytes]:
        """Write the page objects, which ReportLab has entered; the references to them.

        ``fonts`` are the entries of the font dictionary.
        """
        document = self._doc
        parent = bytes(document.Reference(document.Pages).format(document))
        box = b"[0 0 %s]" % numbers(*self._pagesize)
        references = []
        for index, (page, made) in enumerate(self._pages):
            number, _ = document.idToObjectNumberAndVersion[page.__InternalName__]
            self.objects.fill(number, made.written(document, parent, box, fonts, index))
            references.append(b"%d 0 R" % number)
        return references

    @property
    def contents(self) -> bytes:
        """The content of all pages on end, as it stands in the file."""
        return b"".join(made.contents.content for _, made in self._pages)

    # What must not be used -----------------------------------------------------------------

    def _untagged(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("text drawn outside the structure tree: use TaggedCanvas.show")

    drawString = drawRightString = drawCentredString = drawAlignedString = _untagged
    beginText = drawText = _untagged

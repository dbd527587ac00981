"""A ReportLab canvas on which all text is marked and everything else is an artifact."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, NoReturn

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from briefing.document.drawing import Colour
from briefing.pdf.fonts import FontBook
from briefing.pdf.objects import Raw, number, numbers, reference, stream, string
from briefing.pdf.tags import Annotation, Slot
from briefing.typeset import Part


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
        self.page = 0
        self.annotations: list[Annotation] = []
        self.anchors: dict[str, tuple[int, float]] = {}
        self._content: list[bytes] = []  # of the page at hand; ReportLab's own list stays empty
        self._open: Slot | None = None
        self._marks = 0
        self._text_state: tuple[Any, ...] = ()
        self._forms_on_page: dict[str, Raw] = {}
        self._resources: list[tuple[Raw, dict[str, Raw]]] = []

    def _make_preamble(self) -> None:
        # ReportLab opens each page with an unembedded Helvetica; no page of ours has it.
        self._preamble = ""

    # Marked content ------------------------------------------------------------------------

    def mark(self, slot: Slot) -> None:
        """Let what follows belong to ``slot``; a slot that is open already goes on."""
        if self._open is slot:
            return
        self.close_mark()
        slot.marks.append((self.page, self._marks))
        actual = b"/ActualText" + string(slot.actual) if slot.actual else b""
        tag = slot.element.tag.encode("ascii")
        self._write(b"/%s<</MCID %d%s>>BDC" % (tag, self._marks, actual))
        self._marks += 1
        self._open = slot

    def close_mark(self) -> None:
        """End the marked-content sequence that is open, if one is."""
        if self._open is not None:
            self._write(b"EMC")
            self._open = None

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """What is drawn inside is no content: ``Layout`` (rules, grounds) or ``Pagination``."""
        self.close_mark()
        self._write(b"/Artifact<</Type/%s>>BDC" % kind.encode("ascii"))
        yield
        self._write(b"EMC")

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
            told = slot.actual or not part.spoken
            self.mark(slot if told else slot.spoken(part.text, not part.right_to_left))
            self._note_link(slot, part, x, y)
        style = part.style
        font = self.fonts.use(style.font, part)
        out = [b"BT"]
        state = (font, style.size, style.colour)
        if state != self._text_state:
            out.append(b"/%s %s Tf %s rg" % (font, number(style.size), numbers(*style.colour)))
            self._text_state = state
        rise = number(style.rise)
        out.append(b"1 0 0 1 %s Tm" % numbers(x, y))
        out.append(rise + b" Ts " + part.show + b" 0 Ts" if style.rise else part.show)
        out.append(b"ET")
        self._write(b" ".join(out))

    def box(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """A filled rectangle, as an artifact."""
        with self.artifact():
            self._write(b"q %s rg %s re f Q" % (numbers(*colour), numbers(x, y, width, height)))

    def form(self, slot: Slot, key: str, item: Raw, x: float, y: float) -> None:
        """Place a form XObject with its lower left corner at ``x, y``, as content of ``slot``."""
        self.mark(slot)
        self._forms_on_page[key] = item
        self._write(b"q 1 0 0 1 %s cm /%s Do Q" % (numbers(x, y), key.encode("ascii")))
        self.close_mark()

    def picture(self, key: str, item: Raw, box: tuple[float, float, float, float]) -> None:
        """Place an image XObject in ``box`` (x, y, width, height), as an artifact of the page."""
        x, y, width, height = box
        self._forms_on_page[key] = item
        with self.artifact("Pagination"):
            place = numbers(width, 0, 0, height, x, y)
            self._write(b"q %s cm /%s Do Q" % (place, key.encode("ascii")))

    def anchor(self, key: str, y: float) -> None:
        """Let links to ``key`` lead to this height of the page; the first place of a key stays."""
        self.anchors.setdefault(key, (self.page, y))

    def _note_link(self, slot: Slot, part: Part, x: float, y: float) -> None:
        size = part.style.size
        if slot.anchor:
            self.anchor(slot.anchor, y + 1.6 * size)
        if not slot.target:
            return
        low, high = y + part.style.rise - 0.25 * size, y + part.style.rise + 0.85 * size
        last = self.annotations[-1] if self.annotations else None
        if last and last.slot is slot and last.page == self.page and last.box[1] == low:
            last.box = (last.box[0], low, x + part.width, high)
            return
        annotation = Annotation(self.page, (x, low, x + part.width, high), slot)
        self.annotations.append(annotation)
        slot.element.children.append(annotation)

    # Pages ---------------------------------------------------------------------------------

    def showPage(self) -> None:
        """End the page."""
        self.close_mark()
        super().showPage()
        self.page += 1
        self._marks = 0
        self._text_state = ()
        self._forms_on_page = {}

    def _setAnnotations(self, page: pdfdoc.PDFPage) -> None:
        # The one hook of ReportLab's that sees each page object before it is entered.
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = self.page
        page.Tabs = Raw(b"/S")  # tab order by structure: ISO 14289-1, 7.18.3
        page.Contents = stream(b"", b"\n".join(self._content))
        self._content = []
        resources = Raw()
        page.Resources = resources
        page.MediaBox = Raw(b"[0 0 " + numbers(*self._pagesize) + b"]")
        self._resources.append((resources, self._forms_on_page))
        links = [note for note in self.annotations if note.page == self.page]
        if links:
            items = b" ".join(reference(self._doc, note.item) for note in links)
            page.Annots = Raw(b"[" + items + b"]")

    def finish_resources(self, fonts: bytes) -> None:
        """Give each page its resources; ``fonts`` are the entries of the font dictionary."""
        for resources, forms in self._resources:
            items = b"".join(
                b"/%s %s" % (key.encode("ascii"), reference(self._doc, item))
                for key, item in forms.items()
            )
            objects = b"/XObject<<" + items + b">>" if items else b""
            resources.content = b"<</Font<<" + fonts + b">>" + objects + b">>"

    def _write(self, content: bytes) -> None:
        self._content.append(content)

    # What must not be used -----------------------------------------------------------------

    def _untagged(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("text drawn outside the structure tree: use TaggedCanvas.show")

    drawString = drawRightString = drawCentredString = drawAlignedString = _untagged
    beginText = drawText = _untagged

"""A page's object: what it shows, and with what."""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import PDFDocument

from briefing.pdf.objects import Raw, Stream, reference
from briefing.values import value


@value
class PageObject:
    """A page's content, the forms and images in it by name, its annotations' numbers.

    ReportLab has entered a page of its own under the number; formatting that goes through forty
    attributes.
    """

    contents: Stream
    objects: dict[str, Raw]
    annotations: tuple[int, ...]

    def written(
        self, document: PDFDocument, parent: bytes, box: bytes, fonts: bytes, index: int
    ) -> bytes:
        """The dictionary of page ``index`` from 0 (ISO 32000-1, 7.7.3.3).

        ``parent`` is the reference to the page tree, ``box`` the array of its media box, ``fonts``
        are the entries of the font dictionary.
        """
        return b"".join(
            (
                b"<</Type/Page/Parent %s/MediaBox%s" % (parent, box),
                b"/Resources<</Font<<%s>>%s>>" % (fonts, self._forms(document)),
                b"/Contents %s%s" % (reference(document, self.contents), self._annots()),
                b"/StructParents %d/Tabs/S>>" % index,  # tab order by structure: 14289-1, 7.18.3
            )
        )

    def _forms(self, document: PDFDocument) -> bytes:
        items = b"".join(
            b"/%s %s" % (key.encode("ascii"), reference(document, item))
            for key, item in self.objects.items()
        )
        return b"/XObject<<" + items + b">>" if items else b""

    def _annots(self) -> bytes:
        if not self.annotations:
            return b""
        return b"/Annots[" + b" ".join([b"%d 0 R" % number for number in self.annotations]) + b"]"

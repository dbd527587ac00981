"""All objects of a document to the bytes of its file, small ones packed into object streams.

ReportLab would write each object in plain text and a line of twenty bytes for it in a table. Of a
tagged file that is more than half: structure elements and links are many, short and alike. Object
streams and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8) hold them in a sixth of the
room; PDF/A-3 and PDF/UA-1 allow both.
"""

from __future__ import annotations

from itertools import accumulate, chain
from struct import pack

from reportlab.pdfbase import pdfdoc

from briefing.pdf.objects import QUICK, Objects, Raw, Stream, reference, stream
from briefing.recurring import recurring

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""Four bytes above 127 say that the file is binary (ISO 19005-3, 6.1.2)."""
_PLACE = "BIH"
"""An entry of the table: its kind, where, and which there; 1, 4 and 2 bytes."""
PACKED = 100
"""Objects to an object stream: a reader that wants one unpacks all of its stream."""
STREAMS_KEPT = 16
"""Object streams that are remembered: those of some documents."""


def file_of(objects: Objects) -> bytes:
    """The finished file. Numbers are those under which the objects were entered, from 1."""
    document = objects.document
    root = document.Reference(document.Catalog).format(document)
    info = reference(document, document.info)
    alone: dict[int, bytes] = {}
    packed: dict[int, bytes] = {}
    number = 0
    while number < document.objectcounter:  # formatting one of ReportLab's may enter more
        number += 1
        if number in objects.contents:
            packed[number] = objects.contents[number]
            continue
        item = document.idToObject[document.numberToId[number]]
        raw = isinstance(item, Raw)
        content = item.content if raw else pdfdoc.format(item, document, toplevel=1)
        (alone if isinstance(item, Stream) else packed)[number] = content
    places: list[tuple[int, int, int]] = [(0, 0, 65535)] * (number + 1)
    _pack(packed, alone, places)
    entries = b"/Type/XRef/Root %s/Info %s/ID%s" % (root, info, document._ID)
    return _written(alone, places, entries)


def _pack(
    packed: dict[int, bytes], alone: dict[int, bytes], places: list[tuple[int, int, int]]
) -> None:
    """Put the ``packed`` objects into object streams, which stand ``alone`` under new numbers."""
    numbers = list(packed)
    for start in range(0, len(numbers), PACKED):
        chosen = numbers[start : start + PACKED]
        own = len(places)
        for place, number in enumerate(chosen):
            places[number] = (2, own, place)
        alone[own] = _object_stream(tuple(chosen), tuple([packed[number] for number in chosen]))
        places.append((0, 0, 0))  # known once it is written


@recurring(STREAMS_KEPT)
def _object_stream(numbers: tuple[int, ...], contents: tuple[bytes, ...]) -> bytes:
    """The object stream of some objects: often those of the document before."""
    offsets = accumulate([len(content) + 1 for content in contents[:-1]], initial=0)
    places = chain.from_iterable(zip(numbers, offsets, strict=True))
    head = b" ".join([b"%d"] * (2 * len(numbers))) % tuple(places) + b"\n"
    entries = b"/Type/ObjStm/N %d/First %d" % (len(numbers), len(head))
    return stream(entries, head + b"\n".join(contents), QUICK).content


def _written(alone: dict[int, bytes], places: list[tuple[int, int, int]], entries: bytes) -> bytes:
    """Header, objects, and the cross-reference stream with ``entries`` in its dictionary."""
    out = [HEADER]
    offset = len(HEADER)
    own = len(places)
    for number, content in alone.items():
        whole = b"%d 0 obj\n%s\nendobj\n" % (number, content)
        places[number] = (1, offset, 0)
        out.append(whole)
        offset += len(whole)
    places.append((1, offset, 0))
    table = pack(">" + _PLACE * len(places), *chain.from_iterable(places))
    entries += b"/Size %d/W[1 4 2]" % len(places)
    out.append(b"%d 0 obj\n%s\nendobj\n" % (own, stream(entries, table, QUICK).content))
    out.append(b"startxref\n%d\n%%%%EOF\n" % offset)
    return b"".join(out)

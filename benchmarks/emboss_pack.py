"""A pack by emboss-pdf: as many documents with the same words and as many charts.

    python -m benchmarks.emboss_pack FOLDER JOBS

``FOLDER`` holds a JSON file for each edition (``written``). Its charts are its own: bars of the
same numbers.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.spread import spread
from briefing.document import (
    Briefing,
    BulletList,
    Callout,
    Figure,
    Heading,
    Helplines,
    KeyFigures,
    NumberedList,
    Paragraph,
    Quote,
    SourceList,
    plain_text,
)


def written(briefing: Briefing) -> str:
    """The briefing as kinds and words."""
    return json.dumps({"title": briefing.meta.title, "blocks": list(_blocks(briefing))})


def _blocks(briefing: Briefing) -> Iterator[list[Any]]:
    for block in briefing.blocks:
        if isinstance(block, Heading):
            yield ["heading", plain_text(block.children), block.level]
        elif isinstance(block, (Paragraph, Quote)):
            yield ["paragraph", plain_text(block.children)]
        elif isinstance(block, Callout):
            for paragraph in block.paragraphs:
                yield ["paragraph", plain_text(paragraph)]
        elif isinstance(block, KeyFigures):
            for item in block.items:
                words = (item.value.text, plain_text(item.label), plain_text(item.note))
                yield ["paragraph", " ".join(words)]
        elif isinstance(block, (BulletList, NumberedList, SourceList)):
            yield ["list", [plain_text(item.children) for item in block.items]]
        elif isinstance(block, Helplines):
            yield ["list", [f"{it.name}: {it.purpose}, {it.url}" for it in block.items]]
        elif isinstance(block, Figure):
            points = [point for line in block.chart.lines for point in line.points if point.value]
            labels = [point.label or str(number) for number, point in enumerate(points)]
            values = [float(point.value or 0) for point in points]
            yield ["chart", block.headline, block.alt, labels, values]
            yield ["paragraph", plain_text(block.note)]


def made(paths: list[str]) -> None:
    """Write the PDFs of the files at ``paths``, one after the other."""
    import emboss

    for path in paths:
        value = json.loads(Path(path).read_text(encoding="utf-8"))
        page = emboss.PageSpec(width=595.3, height=841.9)
        document = emboss.Document(title=value["title"], language="en", page=page)
        for kind, *rest in value["blocks"]:
            if kind == "heading":
                document.heading(rest[0], level=rest[1])
            elif kind == "paragraph":
                document.paragraph(rest[0])
            elif kind == "list":
                document.bullets(rest[0])
            else:
                title, alt, labels, values = rest
                document.chart("bar", labels=labels, values=values, title=title, alt_text=alt)
        Path(path).with_suffix(".pdf").write_bytes(document.render())


def main(folder: str, jobs: str) -> None:
    """Write the PDF of every file of ``folder``."""
    paths = sorted(map(str, Path(folder).glob("*.json")))
    spread(made, paths, int(jobs))


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Whether page one works alone."""

from __future__ import annotations

from briefing.document import Briefing, Figure, Heading, KeyFigures, NumberedList, Paragraph
from briefing.document.reading import lines_of
from tests.pages.reader import Reading, squashed
from tests.pdf.tree import Content, Node


def missing_in_front(briefing: Briefing, reading: Reading) -> list[str]:
    """What page one lacks: title, message, key figures, a chart, what we ask, each whole on it."""
    faults = []
    elements = list(reading.tree.walk())
    for name, tag, words in _wanted(briefing):
        element = next((it for it in elements if it.tag == tag and _says(it, words)), None)
        if element is None:
            faults.append(f"the {name} is not in the file as {tag}")
        elif pages_of(element) != {1}:
            faults.append(f"the {name} is on page {sorted(pages_of(element))}")
    figures = [block for block in briefing.blocks if isinstance(block, KeyFigures)]
    count = len(figures[0].items) if figures else 0
    if not 3 <= count <= 5:
        faults.append(f"there are {count} key figures")
    if not any(it.tag == "Figure" and pages_of(it) == {1} for it in elements):
        faults.append("there is no chart on page 1")
    return faults


def _wanted(briefing: Briefing) -> list[tuple[str, str, str]]:
    """Name, tag and words of each element that must be on page one."""
    blocks = briefing.blocks
    titles = [it for it in blocks if isinstance(it, Heading) and it.level == 1]
    messages = [it for it in blocks if isinstance(it, Paragraph) and it.role == "deck"]
    figures = [it for it in blocks if isinstance(it, KeyFigures)]
    asks = [it for it in blocks if isinstance(it, NumberedList) and it.role == "asks"]
    kinds = (("title", "H1", titles), ("message", "P", messages))
    lists = (("key figures", "L", figures), ("list of what we ask", "L", asks))
    return [
        (name, tag, "".join(lines_of(found[0])) if found else "\0")
        for name, tag, found in (*kinds, *lists)
    ]


def charts(briefing: Briefing) -> list[Figure]:
    """The charts of an edition."""
    return [block for block in briefing.blocks if isinstance(block, Figure)]


def pages_of(node: Node) -> set[int]:
    """The pages on which an element has content; one without content has none."""
    found = set()
    for element in node.walk():
        found |= {child.page for child in element.children if isinstance(child, Content)}
    return found


def _says(node: Node, words: str) -> bool:
    return squashed(node.text) == squashed(words)

"""The public API: what the command line is built on.

    from pathlib import Path
    from briefing import api

    publication = api.load(Path("path/to/publication"))
    theme = api.load_theme(publication.root)
    document = api.compose(publication, api.Edition("government"))
    data = api.render(document, theme, api.draw(document, theme))

or all of it, checked, read back and stored:

    api.make(publication, api.Edition("government"), Path("handout.pdf"))

Every error is a ``BriefingError`` with one or more problems; the tree stands in
``briefing.diagnostics``. The functions live in packages of the same names (``briefing.compose``,
``briefing.make``), which is why they are gathered here and not in ``briefing`` itself.
"""

from __future__ import annotations

from briefing.artwork import draw
from briefing.checks import check_briefing, check_publication
from briefing.compose import compose
from briefing.diagnostics import BriefingError, Problem
from briefing.document import Briefing, Drawing, Edition, Theme
from briefing.document.jsonform import from_json, to_json
from briefing.document.reading import read_aloud
from briefing.make import Result, make
from briefing.pdf import render
from briefing.publication import Publication, Trace, find, load
from briefing.publication.theme import load_theme

__all__ = [
    "Briefing",
    "BriefingError",
    "Drawing",
    "Edition",
    "Problem",
    "Publication",
    "Result",
    "Theme",
    "Trace",
    "check_briefing",
    "check_publication",
    "compose",
    "draw",
    "find",
    "from_json",
    "load",
    "load_theme",
    "make",
    "read_aloud",
    "render",
    "to_json",
]

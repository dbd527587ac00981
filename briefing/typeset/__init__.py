"""One text engine for every script: fonts, shaping, line breaking and metrics.

Pages and charts both set their text here, so that a word is the same width in either.
"""

from __future__ import annotations

from briefing.typeset.bidi import right_to_left
from briefing.typeset.faces import Face, Faces
from briefing.typeset.hyphens import keep_hyphens
from briefing.typeset.lines import Line, Part
from briefing.typeset.setter import Typesetter, typesetter_of
from briefing.typeset.spans import Span, SpanStyle, style_of

__all__ = [
    "Face",
    "Faces",
    "Line",
    "Part",
    "Span",
    "SpanStyle",
    "Typesetter",
    "keep_hyphens",
    "right_to_left",
    "style_of",
    "typesetter_of",
]

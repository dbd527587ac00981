"""The theme's fonts as static files, each a family of its own for Typst to find by name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from briefing.document import FontFile


def static_fonts(fonts: Mapping[str, FontFile], folder: Path) -> dict[str, str]:
    """Write an instance of each font to ``folder``; the family of each role."""
    families = {}
    for role, file in fonts.items():
        axes = dict(file.axes)
        italic = "italic" in role
        size = f" {axes['opsz']:g}" if "opsz" in axes else ""
        family = ("Bench Serif" if "serif" in role else "Bench Sans") + size
        font = instantiateVariableFont(TTFont(file.path), axes)
        weight = int(axes.get("wght", 400))
        style = f"{weight}{' Italic' if italic else ''}"
        names = {1: family, 2: style, 4: f"{family} {style}"}
        names[6] = f"{family}-{style}".replace(" ", "")
        for record in list(font["name"].names):
            if record.nameID in names or record.nameID in (3, 16, 17, 21, 22, 25):
                font["name"].removeNames(nameID=record.nameID)
        for key, text in names.items():
            font["name"].setName(text, key, 3, 1, 0x409)
        font["OS/2"].usWeightClass = weight
        font.save(folder / f"{names[6]}.ttf")
        families[role] = family
    return families

"""``assets/theme.toml``, read and resolved into a Theme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from briefing.document import FontFile, Logo, Paper, TextStyle, Theme
from briefing.document.drawing import Colour
from briefing.publication.files.reading import Files
from briefing.publication.logo import WrongLogo, read_logo
from briefing.publication.problems import Problems
from briefing.publication.references import References
from briefing.publication.scanner import KeyPath
from briefing.publication.sheets.values import id_hint, is_id
from briefing.publication.trees.keys import Key, KeyReader
from briefing.publication.trees.tree import Tree, read_toml

FILE = "assets/theme.toml"
HINT = "copy assets/theme.toml from the built-in publication and change what you like"
POINTS_PER_MM = 72 / 25.4

FONTS = ("sans", "sans-italic", "sans-semibold", "serif-numeral")
"""Font roles that charts and key figures ask for by name; styles may name more."""
COLOURS = (
    *("ink", "navy", "blue", "grey", "rust", "orange", "steel", "track", "tint", "rule"),
    "white",
)
STYLES = (
    *("title", "deck", "heading2", "heading3", "body", "note", "content-note", "list"),
    *("ask", "ask-number", "numeral", "numeral-unit", "numeral-label", "numeral-note"),
    *("figure-headline", "figure-subtitle", "figure-note", "table-head", "table"),
    *("quote", "callout", "source", "furniture"),
)
SPACES = ("gutter", "figure", "block", "band")
CHARTS = ("label", "value", "columns-height", "line-height", "bar", "bar-gap")

LOGO_HEIGHT = 0.6
"""Of the band that it stands in, unless the theme gives the logo's height."""

LEAST_LOGO = 4
"""In points."""

LEAST_TEXT_MM = 50
"""What the margins must leave of a paper, both ways."""

_STYLE_LIMITS = {
    **dict.fromkeys(("size", "leading"), (1, 200)),
    **dict.fromkeys(("before", "after", "hanging"), (0, 200)),
}
"""The least and the most of a style's sizes, in points."""

_FONT_STARTS = (b"\0\1\0\0", b"OTTO", b"true", b"ttcf")
"""How a font file begins (OpenType 1.9, "Organization of an OpenType font")."""

_AXES = tuple(Key(tag, "number", optional=True) for tag in ("ital", "opsz", "slnt", "wdth", "wght"))
_FONT = (
    Key("family", optional=True),
    Key("style", optional=True, legal=("normal", "italic"), default="normal"),
    Key("file", optional=True),
    Key("axes", "table", optional=True, keys=_AXES),
)
_STYLE = (
    Key("font", refers="font"),
    Key("size", "number"),
    Key("leading", "number"),
    Key("colour", refers="colour"),
    Key("strong", optional=True, refers="font"),
    Key("emphasis", optional=True, refers="font"),
    Key("before", "number", optional=True),
    Key("after", "number", optional=True),
    Key("hanging", "number", optional=True),
)
_FALLBACK = (Key("families", "texts", optional=True, blank=True),)
_BRAND = (Key("logo"), Key("height", "number", optional=True))
_PAPER = tuple(
    Key(f"{side}_mm", "number") for side in ("width", "height", "left", "right", "top", "bottom")
)


def load_theme(root: Path) -> Theme:
    """The theme of the publication in ``root``.

    Raises PublicationError, with all problems and their places, where the file is missing or
    broken, a key is unknown or missing, a colour is no ``#rrggbb``, or a font is not installed.
    """
    problems = Problems()
    tree = read_toml(Files(root, problems), FILE, HINT)
    theme = _Reader(root, tree, problems).theme() if tree else None
    problems.raise_any()
    assert theme is not None  # each None has a problem of its own
    return theme


def _standing_in(font: FontFile, families: Sequence[str]) -> tuple[FontFile, ...]:
    """The installed ones of ``families``, as heavy as ``font``; those not installed are left out.

    A character that none of them has is an error where it stands, which says what to install.
    """
    weight = dict(font.axes).get("wght", 400.0)
    found = (_other(family, weight) for family in families)
    return tuple(replace(file, role=font.role) for file in found if file)


@lru_cache(maxsize=64)
def _other(family: str, weight: float) -> FontFile | None:
    import fontpkg

    try:
        path = fontpkg.path(family, int(weight), "normal", nearest=True)
    except fontpkg.FontpkgError:
        return None
    # A variable font is pinned, a static one is as heavy as its file.
    variable = "wght" in path.name
    return FontFile("", str(path), (("wght", weight),) if variable else ())


def _is_font(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(4) in _FONT_STARTS
    except OSError:
        return False


def _keys(data: Mapping[str, Any]) -> tuple[Key, ...]:
    """The keys of the file: fonts and papers may have any names, styles may have more."""
    return (
        Key("brand", "table", optional=True, keys=_BRAND),
        Key("fonts", "table", keys=_each("fonts", _FONT, data, FONTS)),
        Key("fallback", "table", optional=True, keys=_FALLBACK),
        Key("colours", "table", keys=tuple(map(Key, COLOURS))),
        Key("styles", "table", keys=tuple(Key(name, "table", keys=_STYLE) for name in STYLES)),
        Key("papers", "table", keys=_each("papers", _PAPER, data, ())),
        Key("spaces", "table", keys=tuple(Key(name, "number") for name in SPACES)),
        Key("charts", "table", keys=tuple(Key(name, "number") for name in CHARTS)),
    )


def _each(
    table: str, keys: tuple[Key, ...], data: Mapping[str, Any], needed: tuple[str, ...]
) -> tuple[Key, ...]:
    found = data.get(table)
    names = dict.fromkeys([*needed, *(found if isinstance(found, dict) else ())])
    return tuple(Key(name, "table", keys=keys) for name in names)


class _Reader:
    """Turns the values of one theme file into a Theme."""

    def __init__(self, root: Path, tree: Tree, problems: Problems) -> None:
        self.root = root
        self.tree = tree
        self.problems = problems

    def theme(self) -> Theme | None:
        references = References()
        values = KeyReader(self.tree, self.problems, references).read(_keys(self.tree.data))
        for kind in ("font", "colour"):
            names = self.tree.data.get(f"{kind}s")
            references.define(kind, names if isinstance(names, dict) else ())
        references.check(self.problems)
        if values is not None:
            self._sizes(values)
            self._logo_height(values)
        if values is None or len(self.problems):
            return None
        colours = {name: self._colour(name, text) for name, text in values["colours"].items()}
        fonts = {role: self._font(role, font) for role, font in values["fonts"].items()}
        families = values["fallback"]["families"]
        found = {
            role: replace(font, fallback=_standing_in(font, families))
            for role, font in fonts.items()
            if font
        }
        return Theme(
            fonts=found,
            colours=colours,
            styles={name: self._style(style, colours) for name, style in values["styles"].items()},
            papers={
                name: Paper(
                    name,
                    **{key.removesuffix("_mm"): mm * POINTS_PER_MM for key, mm in paper.items()},
                )
                for name, paper in values["papers"].items()
            },
            spaces=values["spaces"],
            charts=values["charts"],
            logo=self._logo(values["brand"], values["spaces"]["band"]),
        )

    def _wrong(self, message: str, path: KeyPath, hint: str) -> None:
        self.problems.add(message, self.tree.value(path), hint)

    def _sizes(self, values: Mapping[str, Any]) -> None:
        """Every size is one that can be printed: not 0, not below it, and not beyond the sheet."""
        for style, found in values["styles"].items():
            for key, (least, most) in _STYLE_LIMITS.items():
                self._within(found[key], least, most, ("styles", style, key))
        for table, least in (("spaces", 0), ("charts", 1)):
            for key, size in values[table].items():
                self._within(size, least, 1000, (table, key))
        for paper, found in values["papers"].items():
            for key, size in found.items():
                self._within(size, 0, 2000, ("papers", paper, key))
            for side, first, second in (("width", "left", "right"), ("height", "top", "bottom")):
                left = found[f"{side}_mm"] - found[f"{first}_mm"] - found[f"{second}_mm"]
                if left < LEAST_TEXT_MM:
                    message = f"the margins of this paper leave {left:g} mm of its {side}"
                    hint = f"leave {LEAST_TEXT_MM} mm at least for the text"
                    self._wrong(message, ("papers", paper, f"{first}_mm"), hint)
            if not is_id(paper):
                self._wrong(f'illegal id "{paper}"', ("papers", paper), id_hint(paper))

    def _logo_height(self, values: Mapping[str, Any]) -> None:
        brand, band = values["brand"], values["spaces"]["band"]
        if brand["logo"] and "height" in self.tree.data["brand"]:
            self._within(brand["height"], LEAST_LOGO, band, ("brand", "height"))

    def _within(self, size: float, least: float, most: float, path: KeyPath) -> None:
        if not least <= size <= most:  # nan is not within anything
            message = f'"{path[-1]}" is {size:g}, which cannot be printed'
            self._wrong(message, path, f"write a number from {least:g} to {most:g}")

    def _logo(self, brand: Mapping[str, Any], band: float) -> Logo | None:
        if not brand["logo"]:
            return None
        try:
            return read_logo(self.root, brand["logo"], brand["height"] or LOGO_HEIGHT * band)
        except WrongLogo as error:
            self._wrong(error.message, ("brand", "logo"), error.hint)
            return None

    def _colour(self, name: str, text: str) -> Colour:
        digits = text.removeprefix("#")
        if len(digits) == 6 and text.startswith("#"):
            try:
                red, green, blue = bytes.fromhex(digits)
            except ValueError:
                pass
            else:
                return (red / 255, green / 255, blue / 255)
        self._wrong(f'"{text}" is no colour', ("colours", name), 'write it as "#12436d"')
        return (0.0, 0.0, 0.0)

    def _font(self, role: str, font: Mapping[str, Any]) -> FontFile | None:
        given = self.tree.data["fonts"][role].get("axes", {})
        axes = tuple(sorted((tag, float(value)) for tag, value in given.items()))
        if font["file"]:
            path = self.root / font["file"]
            stands = ("fonts", role, "file")
            if not path.is_file():
                hint = "the path is relative to the publication's folder"
                self._wrong(f'there is no font file "{font["file"]}"', stands, hint)
            elif not _is_font(path):
                hint = "give an OpenType or TrueType file, which ends with .otf or .ttf"
                self._wrong(f'"{font["file"]}" is no font', stands, hint)
            else:
                return FontFile(role, str(path), axes)
            return None
        return self._installed(role, font["family"], font["style"], axes)

    def _installed(
        self, role: str, family: str, style: str, axes: tuple[tuple[str, float], ...]
    ) -> FontFile | None:
        import fontpkg

        try:
            path = fontpkg.path(family, 400, style, nearest=True)
        except fontpkg.FontpkgError:
            package = f"fontpkg-{family.lower().replace(' ', '-')}"
            hint = f"install the package {package}, or give a file"
            message = f'the font "{family}" is not installed in style "{style}"'
            self._wrong(message, ("fonts", role, "family"), hint)
            return None
        return FontFile(role, str(path), axes)

    def _style(self, style: Mapping[str, Any], colours: Mapping[str, Colour]) -> TextStyle:
        return TextStyle(
            font=style["font"],
            size=style["size"],
            leading=style["leading"],
            colour=colours[style["colour"]],
            strong=style["strong"] or style["font"],
            emphasis=style["emphasis"] or style["font"],
            before=style["before"],
            after=style["after"],
            hanging=style["hanging"],
        )

"""``assets/theme.toml``, read and resolved into a Theme."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from briefing.diagnostics import Problem, PublicationError, nearest
from briefing.document import FontFile, Paper, TextStyle, Theme, Where
from briefing.document.drawing import Colour

FILE = "assets/theme.toml"
POINTS_PER_MM = 72 / 25.4
STYLES = (
    "title deck heading2 heading3 body note content-note list ask ask-number numeral numeral-unit "
    "numeral-label numeral-note figure-headline figure-subtitle figure-note table-head table quote callout source "
    "furniture"
).split()
COLOURS = "ink navy blue grey rust orange steel track tint rule white".split()
SPACES = ("gutter", "figure", "block", "band")
CHARTS = ("label", "value", "columns-height", "line-height", "bar", "bar-gap")
_PAPER = ("width_mm", "height_mm", "left_mm", "right_mm", "top_mm", "bottom_mm")
_STYLE_NUMBERS = ("size", "leading", "before", "after", "hanging")
_STYLE_FONTS = ("font", "strong", "emphasis")


def load_theme(root: Path) -> Theme:
    """The theme of the publication in ``root``.

    Raises PublicationError where the file is missing or broken, a key is unknown or missing, a
    colour is no ``#rrggbb``, or a font is not installed; all problems together.
    """
    path = root / FILE
    try:
        data = path.read_bytes()
    except OSError as error:
        problem = Problem(
            f"cannot read the theme: {error.strerror}",
            Where(FILE),
            hint="copy assets/theme.toml from the built-in publication",
        )
        raise PublicationError(problem) from error
    try:
        table = tomllib.loads(data.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PublicationError(_broken(error)) from error
    reader = _Reader(root, data.decode("utf-8"))
    theme = reader.theme(table, data)
    if reader.problems:
        raise PublicationError(*reader.problems)
    return theme


def _broken(error: ValueError) -> Problem:
    from briefing.publication.toml_places import place_of_error

    return Problem(f"not valid TOML: {error}", place_of_error(FILE, str(error)))


class _Reader:
    """Reads the tables one by one and gathers what is wrong with them."""

    def __init__(self, root: Path, text: str) -> None:
        self.root = root
        self.lines = text.splitlines()
        self.problems: list[Problem] = []

    def theme(self, table: Mapping[str, Any], data: bytes) -> Theme:
        for key in table:
            if key not in ("fonts", "colours", "styles", "papers", "spaces", "charts"):
                hint = nearest(key, ("fonts", "colours", "styles", "papers", "spaces", "charts"))
                self.problem(f'unknown table "{key}"', key, hint)
        fonts = {role: self.font(role, value) for role, value in table.get("fonts", {}).items()}
        colours = self.colours(table.get("colours", {}))
        styles = self.styles(table.get("styles", {}), fonts, colours)
        return Theme(
            fonts={role: font for role, font in fonts.items() if font},
            colours=colours,
            styles=styles,
            papers=self.papers(table.get("papers", {})),
            spaces=self.numbers("spaces", table.get("spaces", {}), SPACES),
            charts=self.numbers("charts", table.get("charts", {}), CHARTS),
            digest=self.digest(data, fonts),
        )

    def problem(self, message: str, key: str, hint: str = "") -> None:
        self.problems.append(Problem(message, self.where(key), hint=hint))

    def where(self, key: str) -> Where:
        """The line that opens the table or gives the key; the file where it is not found."""
        for number, line in enumerate(self.lines, 1):
            if line.strip().strip("[]") == key or line.split("=")[0].strip() == key.split(".")[-1]:
                return Where(FILE, number, 1)
        return Where(FILE)

    def font(self, role: str, value: Mapping[str, Any]) -> FontFile | None:
        key = f"fonts.{role}"
        self.known(key, value, ("family", "style", "axes", "file"))
        axes = tuple(sorted((str(k), float(v)) for k, v in value.get("axes", {}).items()))
        if "file" in value:
            path = self.root / str(value["file"])
            if path.is_file():
                return FontFile(role, str(path), axes)
            self.problem(f'font file "{value["file"]}" is not there', key)
            return None
        return self.installed(key, role, value, axes)

    def installed(
        self, key: str, role: str, value: Mapping[str, Any], axes: tuple[tuple[str, float], ...]
    ) -> FontFile | None:
        import fontpkg

        family = str(value.get("family", ""))
        try:
            path = fontpkg.path(family, 400, str(value.get("style", "normal")), nearest=True)
        except fontpkg.FontpkgError as error:
            hint = f"pip install fontpkg-{family.lower().replace(' ', '-')}, or give a file"
            self.problem(f'font "{family}" is not installed: {error}', key, hint)
            return None
        return FontFile(role, str(path), axes)

    def colours(self, table: Mapping[str, Any]) -> dict[str, Colour]:
        self.known("colours", table, COLOURS, required=COLOURS)
        found = {}
        for name, value in table.items():
            try:
                red, green, blue = bytes.fromhex(str(value).removeprefix("#"))
            except ValueError:
                self.problem(f'colour "{value}" is not of the form #rrggbb', f"colours.{name}")
                continue
            found[name] = (red / 255, green / 255, blue / 255)
        return found

    def styles(
        self,
        table: Mapping[str, Any],
        fonts: Mapping[str, FontFile | None],
        colours: Mapping[str, Colour],
    ) -> dict[str, TextStyle]:
        self.known("styles", table, STYLES, required=STYLES)
        return {name: self.style(name, value, fonts, colours) for name, value in table.items()}

    def style(
        self,
        name: str,
        value: Mapping[str, Any],
        fonts: Mapping[str, FontFile | None],
        colours: Mapping[str, Colour],
    ) -> TextStyle:
        key = f"styles.{name}"
        legal = (*_STYLE_NUMBERS, *_STYLE_FONTS, "colour")
        self.known(key, value, legal, required=("font", "size", "leading", "colour"))
        for font_key in _STYLE_FONTS:
            role = value.get(font_key)
            if role is not None and role not in fonts:
                self.problem(f'unknown font "{role}" in style "{name}"', key, nearest(role, fonts))
        colour = str(value.get("colour", ""))
        if colour not in colours:
            message = f'unknown colour "{colour}" in style "{name}"'
            self.problem(message, key, nearest(colour, colours))
        numbers = self.numbers(key, {k: v for k, v in value.items() if k in _STYLE_NUMBERS}, ())
        font = str(value.get("font", ""))
        return TextStyle(
            font=font,
            colour=colours.get(colour, (0.0, 0.0, 0.0)),
            strong=str(value.get("strong", font)),
            emphasis=str(value.get("emphasis", font)),
            **{"size": 10.0, "leading": 12.0, **numbers},
        )

    def papers(self, table: Mapping[str, Any]) -> dict[str, Paper]:
        found = {}
        for name, value in table.items():
            key = f"papers.{name}"
            self.known(key, value, _PAPER, required=_PAPER)
            points = {
                k.removesuffix("_mm"): v * POINTS_PER_MM
                for k, v in self.numbers(key, value, ()).items()
            }
            if len(points) == len(_PAPER):
                found[name] = Paper(id=name, **points)
        return found

    def numbers(
        self, key: str, table: Mapping[str, Any], required: tuple[str, ...]
    ) -> dict[str, float]:
        if required:
            self.known(key, table, required, required=required)
        found = {}
        for name, value in table.items():
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                found[name] = float(value)
            else:
                self.problem(f'"{name}" in "{key}" is not a number', f"{key}.{name}")
        return found

    def known(
        self,
        key: str,
        table: Mapping[str, Any],
        legal: tuple[str, ...] | list[str],
        required: tuple[str, ...] | list[str] = (),
    ) -> None:
        for name in table:
            if name not in legal:
                self.problem(f'unknown key "{name}" in "{key}"', name, nearest(name, legal))
        for name in required:
            if name not in table:
                self.problem(f'"{name}" is missing in "{key}"', key)

    def digest(self, data: bytes, fonts: Mapping[str, FontFile | None]) -> str:
        """A hash of the theme and of the font files it names, for cache keys."""
        total = hashlib.sha256(data)
        for path in sorted({font.path for font in fonts.values() if font}):
            total.update(Path(path).read_bytes())
        return total.hexdigest()

"""The TOML files and Markdown files of a publication: their keys as data, and their records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from briefing.document import Where
from briefing.publication.files.reading import Files
from briefing.publication.folder import SETTINGS_FILE
from briefing.publication.frozen import FrozenMap
from briefing.publication.records import (
    CHART_KINDS,
    STATES,
    AudienceSpec,
    ChartSpec,
    HeadlineSpec,
    KeyFigureSpec,
    Section,
    Settings,
)
from briefing.publication.references import References
from briefing.publication.scanner import KeyPath
from briefing.publication.sheets.tables import ROW_COLUMNS
from briefing.publication.sheets.values import ID_HINT, is_id
from briefing.publication.trees.keys import Key, KeyReader
from briefing.publication.trees.tree import Tree, read_marked_text, read_toml

_DEFAULTS = (
    Key("audience", "id", optional=True, blank=True, refers="audience"),
    Key("place", "id", optional=True, refers="place", default="world"),
    Key("language", "id", optional=True, default="en"),
    Key("paper", "id", optional=True, default="a4"),
    Key("profile", "id", optional=True, default="office"),
)

SETTINGS_KEYS = (
    Key("id", "id"),
    Key("title"),
    Key("publisher"),
    Key("contact"),
    Key("as_of", "day"),
    Key("licence"),
    Key("defaults", "table", optional=True, keys=_DEFAULTS),
    Key(
        "release",
        "table",
        optional=True,
        keys=(Key("state", optional=True, legal=STATES, default="draft"),),
    ),
)

_HEADLINE = (
    Key("say", optional=True, legal=("change", "compare", "largest", "span")),
    Key("subject", optional=True),
    Key("start", optional=True),
    Key("end", optional=True),
    Key("line", optional=True),
    Key("text", optional=True),
)

_SELECTION = tuple(Key(name, "texts", optional=True) for name in ROW_COLUMNS)

CHART_KEYS = (
    Key("kind", legal=CHART_KINDS),
    Key("series", optional=True, refers="series"),
    Key("x", optional=True, legal=ROW_COLUMNS),
    Key("split", optional=True, legal=ROW_COLUMNS),
    Key("events", "texts", optional=True, refers="event"),
    Key("highlight", "texts", optional=True, blank=True),
    Key("measure_words", optional=True),
    Key("note", optional=True),
    Key("span", "number", optional=True, default=1.0),
    Key("scale", optional=True, legal=("thousand", "million")),
    Key("rows", "table", optional=True, keys=_SELECTION),
    Key("labels", "words", optional=True),
    Key("headline", "table", keys=_HEADLINE),
)

_KEY_FIGURE = (
    Key("fact", refers="fact"),
    Key("style", optional=True, legal=("full", "short", "words"), default="full"),
    Key("label"),
    Key("note", optional=True),
)

AUDIENCE_KEYS = (
    Key("name"),
    Key("label"),
    Key("title"),
    Key("message"),
    Key("lead_charts", "texts", blank=True, refers="chart"),
    Key("asks_heading"),
    Key("key_figures", "tables", keys=_KEY_FIGURE),
)

SECTION_KEYS = (
    Key("audiences", "texts", refers="audience"),
    Key("order", "whole"),
    Key("places", "texts", optional=True, blank=True, refers="place"),
    Key(
        "role",
        optional=True,
        legal=("body", "content_note", "reading", "about"),
        default="body",
    ),
    Key("title", optional=True),
)

SPLIT_KINDS = ("pairs", "slope", "panels")
"""Kinds of chart that show several lines side by side, and so need ``split``."""

KEY_FIGURES = range(3, 6)
"""How many key figures stand on page one."""


@dataclass(frozen=True, slots=True)
class SpecReader:
    """Reads the files that are no tables; what is wrong goes to ``files.problems``."""

    files: Files
    references: References

    def settings(self) -> Settings | None:
        """``briefing.toml``; None where it is wrong."""
        hint = f"a publication is a folder that holds {SETTINGS_FILE}"
        tree = read_toml(self.files, SETTINGS_FILE, hint)
        values = self._values(tree, SETTINGS_KEYS)
        if tree is None or values is None:
            return None
        defaults, release = values.pop("defaults"), values.pop("release")
        return Settings(**values, **defaults, **release, where=tree.key(()))

    def chart(self, path: str) -> tuple[ChartSpec, Tree] | None:
        """A chart and the file it was read from; None where it is wrong."""
        tree = read_toml(self.files, path)
        values = self._values(tree, CHART_KEYS)
        if tree is None or values is None:
            return None
        if not 0 < values["span"] <= 1:
            self.files.problems.add(
                '"span" must be above 0 and at most 1',
                tree.value(("span",)),
                "it is a share of the text width, such as 0.5",
            )
            return None
        headline = values.pop("headline")
        if not self._kind_is_right(values, tree) or not self._headline_is_right(
            headline, values["kind"], tree
        ):
            return None
        stands = ("headline", "text") if headline["text"] else ("headline",)
        rows = {name: kept for name, kept in values.pop("rows").items() if kept}
        texts: list[KeyPath] = [("note",), ("measure_words",)]
        texts += [("headline", "text"), ("headline", "subject")]
        texts += [("labels", name) for name in values["labels"]]
        chart = ChartSpec(
            id=stem(path),
            **values,
            rows=FrozenMap(rows),
            headline=HeadlineSpec(**headline, where=tree.value(stands)),
            where=tree.key(()),
            places=_places(tree, texts),
        )
        return chart, tree

    def audience(self, path: str) -> AudienceSpec | None:
        """An audience; None where it is wrong."""
        tree = read_toml(self.files, path)
        values = self._values(tree, AUDIENCE_KEYS)
        if tree is None or values is None:
            return None
        figures = values.pop("key_figures")
        if len(figures) not in KEY_FIGURES:
            self.files.problems.add(
                f"there are {len(figures)} key figures",
                tree.key(("key_figures",)),
                f"write {KEY_FIGURES[0]} to {KEY_FIGURES[-1]} of them",
            )
            return None
        texts: list[KeyPath] = [(name,) for name in tree.data]
        texts += [("lead_charts", at) for at in range(len(values["lead_charts"]))]
        texts += [("key_figures", at, name) for at in range(len(figures)) for name in _FIGURE_TEXTS]
        return AudienceSpec(
            id=stem(path),
            **values,
            key_figures=tuple(
                KeyFigureSpec(**figure, where=tree.key(("key_figures", at)))
                for at, figure in enumerate(figures)
            ),
            where=tree.key(()),
            places=_places(tree, texts),
        )

    def section(self, path: str, language: str) -> Section | None:
        """A section; None where its front matter is wrong."""
        text = read_marked_text(self.files, path)
        values = self._values(text.matter if text else None, SECTION_KEYS)
        if text is None or values is None:
            return None
        return Section(
            id=stem(path),
            language=language,
            **values,
            body=text.body,
            body_line=text.body_line,
            where=Where(path, 1, 1),
        )

    def paths(self, folder: str, ending: str, kind: str) -> list[str]:
        """The files of ``folder`` that each define a thing of this kind, by an id as their name."""
        found = self.files.names(folder, ending)
        self.references.define(kind, map(stem, found))
        for path in found:
            if not is_id(stem(path)):
                message = f'illegal id "{stem(path)}" in the name of this file'
                self.files.problems.add(message, Where(path), ID_HINT)
        return found

    def _values(self, tree: Tree | None, keys: tuple[Key, ...]) -> dict[str, Any] | None:
        if tree is None:
            return None
        return KeyReader(tree, self.files.problems, self.references).read(keys)

    def _kind_is_right(self, values: dict[str, Any], tree: Tree) -> bool:
        """A chart of rows has its series and axis, and a chronology its events; not both."""
        kind = values["kind"]
        needed: tuple[str, ...] = ("series", "x")
        idle: tuple[str, ...] = ("events",)
        if kind == "chronology":
            needed, idle = ("events",), ("series", "x", "split", "scale", "rows", "labels")
        elif kind in SPLIT_KINDS:
            needed += ("split",)
        before = len(self.files.problems)
        for name in needed:
            if not values[name] and name not in tree.data:
                hint = f'a chart of kind "{kind}" needs {", ".join(needed)}'
                self.files.problems.add(f'missing key "{name}"', tree.key(()), hint)
        for name in idle:
            if name in tree.data:
                hint = f'a chart of kind "{kind}" has no {name}'
                self.files.problems.add(f'"{name}" does not fit', tree.key((name,)), hint)
        return len(self.files.problems) == before

    def _headline_is_right(self, headline: dict[str, str], kind: str, tree: Tree) -> bool:
        idle = ["say", "subject", "start", "end"] if headline["text"] else []
        if headline["say"] in ("largest", "span"):
            idle += ["start", "end"]
        for name in dict.fromkeys(name for name in idle if headline[name]):
            other = "text" if headline["text"] else f'say = "{headline["say"]}"'
            message = f'"{name}" does not go with {other}'
            self.files.problems.add(message, tree.key(("headline", name)), "keep one of them")
        if headline["text"]:
            return True
        if (kind == "chronology") != (headline["say"] == "span") and headline["say"]:
            fits = "span" if kind == "chronology" else "change, compare or largest"
            message = f'a chart of kind {kind} has no headline of "{headline["say"]}"'
            self.files.problems.add(message, tree.value(("headline", "say")), f"use {fits}")
            return False
        needed = ["say", "subject"]
        if headline["say"] in ("change", "compare"):
            needed += ["start", "end"]
        missing = [name for name in needed if not headline[name]]
        for name in missing:
            self.files.problems.add(
                f'missing key "{name}"',
                tree.key(("headline",)),
                f"a computed headline needs {', '.join(needed)}; one in your own words, text",
            )
        return not missing


_FIGURE_TEXTS = ("label", "note")


def stem(path: str) -> str:
    """The name of a file without folder and ending: the id of what it holds."""
    return path.rpartition("/")[2].rpartition(".")[0]


def _places(tree: Tree, texts: list[KeyPath]) -> FrozenMap[str, Where]:
    return FrozenMap(
        {".".join(map(str, path)): tree.value(path) for path in texts if path in tree.spots}
    )

"""The TOML files and Markdown files of a publication: their keys as data, and their records."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from briefing.document import Where
from briefing.publication.files.reading import Files
from briefing.publication.folder import SETTINGS_FILE
from briefing.publication.frozen import FrozenMap
from briefing.publication.records import (
    CHART_KINDS,
    EDITION_KINDS,
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

_ELIGIBLE = (
    Key("series", optional=True, refers="series"),
    Key("least", "whole", optional=True),
)

_PACK = (
    Key("audiences", "texts", optional=True, refers="audience"),
    Key("places", "texts", optional=True, refers="place"),
    Key("papers", "texts", optional=True),
)

SETTINGS_KEYS = (
    Key("id", "id"),
    Key("title"),
    Key("publisher"),
    Key("contact"),
    Key("as_of", "day"),
    Key("licence"),
    Key("defaults", "table", optional=True, keys=_DEFAULTS),
    Key("eligible", "table", optional=True, keys=_ELIGIBLE),
    Key("pack", "table", optional=True, keys=_PACK),
    Key(
        "release",
        "table",
        optional=True,
        keys=(Key("state", optional=True, legal=STATES, default="draft"),),
    ),
)

_HEADLINE = (
    Key("say", optional=True, legal=("change", "compare", "largest", "span", "median")),
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
    Key("fact"),
    Key("style", optional=True, legal=("full", "short", "words"), default="full"),
    Key("label"),
    Key("note", optional=True),
)

_PAGE_ONE = (
    Key("title"),
    Key("message"),
    Key("lead_charts", "texts", blank=True, refers="chart"),
    Key("asks_heading"),
    Key("key_figures", "tables", keys=_KEY_FIGURE),
)

OWN_KINDS = ("country", "region")
"""Kinds of place for whose editions an audience's file may have a page one of its own."""

AUDIENCE_KEYS = (
    Key("name"),
    Key("label"),
    *_PAGE_ONE,
    *(Key(kind, "table", optional=True, keys=_PAGE_ONE) for kind in OWN_KINDS),
)

SECTION_KEYS = (
    Key("audiences", "texts", refers="audience"),
    Key("order", "whole"),
    Key("places", "texts", optional=True, blank=True),
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

AROUND = ("@place", "@region")
"""What stands in ``rows.place`` for the edition's place, and for the countries of its region."""

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
        eligible = {f"eligible_{name}": value for name, value in values.pop("eligible").items()}
        pack = {f"pack_{name}": value for name, value in values.pop("pack").items()}
        return Settings(**values, **defaults, **release, **eligible, **pack, where=tree.key(()))

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
        if not self._around_is_right(values["kind"], rows.get("place", ()), tree):
            return None
        around = rows.pop("place")[0] if set(AROUND) & set(rows.get("place", ())) else ""
        texts: list[KeyPath] = [("note",), ("measure_words",)]
        texts += [("headline", "text"), ("headline", "subject")]
        texts += [("labels", name) for name in values["labels"]]
        chart = ChartSpec(
            id=stem(path),
            **values,
            rows=FrozenMap(rows),
            around=around,
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
        own = {kind: values.pop(kind) for kind in OWN_KINDS}
        named = {"id": stem(path), "name": values.pop("name"), "label": values.pop("label")}
        pages = {
            kind: self._page_one(tree, {**named, **page}, (kind,))
            for kind, page in own.items()
            if kind in tree.data
        }
        world = self._page_one(tree, {**named, **values}, ())
        right = {kind: page for kind, page in pages.items() if page is not None}
        if world is None or len(right) < len(pages):
            return None
        return replace(world, editions=FrozenMap(right))

    def _page_one(
        self, tree: Tree, values: dict[str, Any], path: tuple[str, ...]
    ) -> AudienceSpec | None:
        """The audience with the page one that stands at ``path``; None where it is wrong."""
        figures = values.pop("key_figures")
        for at, figure in enumerate(figures):
            self._value_named(figure["fact"], tree, (*path, "key_figures", at, "fact"))
        if len(figures) not in KEY_FIGURES:
            self.files.problems.add(
                f"there are {len(figures)} key figures",
                tree.key((*path, "key_figures")),
                f"write {KEY_FIGURES[0]} to {KEY_FIGURES[-1]} of them",
            )
            return None
        data = tree.data[path[0]] if path else tree.data
        texts: list[KeyPath] = [(name,) for name in data if name not in OWN_KINDS]
        texts += [("lead_charts", at) for at in range(len(values["lead_charts"]))]
        texts += [("key_figures", at, name) for at in range(len(figures)) for name in _FIGURE_TEXTS]
        return AudienceSpec(
            **values,
            key_figures=tuple(
                KeyFigureSpec(**figure, where=tree.key((*path, "key_figures", at)))
                for at, figure in enumerate(figures)
            ),
            where=tree.key(path),
            places=_places(tree, texts, path),
        )

    def _value_named(self, name: str, tree: Tree, path: KeyPath) -> None:
        """Note the fact, or the series of a row, that a key figure prints."""
        named, colon, _ = name.partition(":")
        named = named.partition("/")[0] if colon else named
        self.references.name("series" if colon else "fact", named, partial(tree.value, path))

    def section(self, path: str, language: str) -> Section | None:
        """A section; None where its front matter is wrong."""
        text = read_marked_text(self.files, path)
        values = self._values(text.matter if text else None, SECTION_KEYS)
        if text is None or values is None:
            return None
        for at, place in enumerate(values["places"]):
            if place not in EDITION_KINDS:
                where = partial(text.matter.value, ("places", at))
                self.references.name("place", place, where)
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
        elif kind == "dots":
            needed, idle = ("series",), (*idle, "x", "split", "highlight", "scale", "labels")
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

    def _around_is_right(self, kind: str, places: tuple[str, ...], tree: Tree) -> bool:
        """``places`` are ids, or one word for those of an edition; only dots leave them unnamed."""
        words = [place for place in places if place.startswith("@")]
        where = tree.value(("rows", "place"))
        message = hint = ""
        if unknown := [word for word in words if word not in AROUND]:
            message, hint = f'unknown place "{unknown[0]}"', f"known: {', '.join(AROUND)}"
        elif words and len(places) > 1:
            message, hint = f'"{words[0]}" stands alone', "leave the other places out"
        elif kind == "dots" and words != ["@region"]:
            message = "dots show the countries around the place of an edition"
            hint = 'write place = ["@region"] below [rows]'
        elif kind != "dots" and "@region" in words:
            message = f'a chart of kind "{kind}" would name the countries of a region'
            hint = 'use kind = "dots", or place = ["@place"]'
        if message:
            self.files.problems.add(message, where, hint)
        return not message

    def _headline_is_right(self, headline: dict[str, str], kind: str, tree: Tree) -> bool:
        idle = ["say", "subject", "start", "end"] if headline["text"] else []
        if headline["say"] in ("largest", "span", "median"):
            idle += ["start", "end"]
        for name in dict.fromkeys(name for name in idle if headline[name]):
            other = "text" if headline["text"] else f'say = "{headline["say"]}"'
            message = f'"{name}" does not go with {other}'
            self.files.problems.add(message, tree.key(("headline", name)), "keep one of them")
        if headline["text"]:
            return True
        fits = _SAYS.get(kind, ("change", "compare", "largest"))
        if headline["say"] and headline["say"] not in fits:
            message = f'a chart of kind {kind} has no headline of "{headline["say"]}"'
            hint = f"use {', '.join(fits)}"
            self.files.problems.add(message, tree.value(("headline", "say")), hint)
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
_SAYS = {"chronology": ("span",), "dots": ("median",)}


def stem(path: str) -> str:
    """The name of a file without folder and ending: the id of what it holds."""
    return path.rpartition("/")[2].rpartition(".")[0]


def _places(tree: Tree, texts: list[KeyPath], table: tuple[str, ...] = ()) -> FrozenMap[str, Where]:
    """The place of each text by its key within ``table``."""
    return FrozenMap(
        {
            ".".join(map(str, path)): tree.value((*table, *path))
            for path in texts
            if (*table, *path) in tree.spots
        }
    )

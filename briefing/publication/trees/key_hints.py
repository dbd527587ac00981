"""How to mend a key that is unknown where it stands, or whose value is of another type."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from briefing.diagnostics import nearest


def type_hint(name: str, value: Any, kind: str, *, matter: bool) -> str:
    """What to write for ``value``, which is not of ``kind``; ``matter``: in front matter."""
    if kind == "table":
        several = isinstance(value, list)
        return f"write [{name}]" + (", in single brackets" if several else ", and its keys below")
    if kind == "tables":
        return f"write [[{name}]], in double brackets, above the keys of each"
    if kind == "words":
        return f'write [{name}], and below it a line for each: name = "text"'
    if kind == "texts":
        if matter:
            parts = [part.strip() for part in str(value).split(",") if part.strip()]
            return f"write {name}: [{', '.join(parts)}]"
        return f'write {name} = ["{value}"]' if _is_plain(value) else f'write {name} = ["text"]'
    if kind in ("whole", "number"):
        return _number_hint(name, value, kind, matter)
    if kind == "day":
        return f"write {name} = {value}" if _is_day(value) else f"write {name} = 2026-11-24"
    return f'write "{value}"' if _is_plain(value) else 'write "text"'


def _number_hint(name: str, value: Any, kind: str, matter: bool) -> str:
    key = f"{name}: " if matter else f"{name} = "
    found = re.fullmatch(r"(-?\d+)(?:[.,](\d+))?\s*[a-z%]*", str(value))
    if not found:
        return f"write {key}10" if matter else f"write {key}10, without quotes"
    if kind == "whole" or not found[2]:
        return (
            f"write {key}{found[1]}, without quotes" if not found[2] else f"write {key}{found[1]}"
        )
    return f"write {key}{found[1]}.{found[2]}, without quotes"


def _is_plain(value: Any) -> bool:
    return isinstance(value, (str, int, float, date)) and not isinstance(value, bool)


def _is_day(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None


def unknown_hint(
    name: str, names: Iterable[str], top: Sequence[str], inner: Mapping[str, Sequence[str]]
) -> str:
    """What is meant by the unknown key ``name`` of a table with the keys ``names``.

    ``top`` are the keys of the file itself, where ``names`` are those of one of its tables;
    ``inner`` are the keys of its tables, where ``names`` are its own.
    """
    if name in top:
        return "it belongs to the file itself: write it above the first line in brackets"
    for table, keys in inner.items():
        if name in keys:
            return f"it belongs to [{table}]: write it below that line"
    return nearest(name, names)

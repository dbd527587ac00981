"""How to mend a broken TOML file or front matter, by what stands where it is broken."""

from __future__ import annotations

import re

TOML_HINT = 'write each key on a line of its own, as key = value, and text in quotes: key = "text"'
YAML_HINT = "write each key on a line of its own, as key: value, and a list as [one, two]"

CURLY = "\u201c\u201d\u201e\u2018\u2019\u201a"

TWICE = "stands twice"

_REASONS = {
    "Cannot overwrite a value": f"this key {TWICE}",
    "Cannot mutate immutable namespace": f"this key {TWICE}",
    "Expected '=' after a key in a key/value pair": 'no "=" stands after this key',
    "Unescaped '\\' in a string": "this backslash means something else in double quotes",
    "Illegal character '\\n'": "this quote is not closed on its line",
    "Expected newline or end of document after a statement": "this stands after the value's end",
}


def toml_reason(reason: str) -> str:
    """What ``tomllib`` says is wrong, in words for authors, lower case."""
    twice = re.match(r"Cannot declare \((.*?),?\) twice", reason)
    if twice:
        return f"the table [{twice[1].replace(chr(39), '').replace(', ', '.')}] {TWICE}"
    if reason.startswith("Unescaped '\\'"):
        reason = "Unescaped '\\' in a string"
    return _REASONS.get(reason, f"{reason[:1].lower()}{reason[1:]}")


def toml_hint(line: str, column: int, reason: str = "") -> str:
    """How to mend the broken ``line``; ``column``, from 1, is where ``tomllib`` stopped.

    ``reason`` is what is wrong, in the words of ``toml_reason``.
    """
    if reason.endswith(TWICE):
        double = line.lstrip().startswith("[[")
        return "write all of them in double brackets" if double else "remove one of the two"
    if reason == "unclosed array":
        return "end the list with ], and put a comma between its texts"
    value = line.partition("=")[2].strip()
    rest = line[column - 1 :]
    if "{{" in line and value.startswith('"'):
        return "inside double quotes, write ids in single quotes: {{ fact('id') }}"
    if any(mark in CURLY for mark in (*value[:1], *value[-1:], *rest[:1])):
        return 'curly quotes are not for TOML: write straight ones, key = "text"'
    if re.search(r"\\", value):
        return "write / between folders, or the text in single quotes"
    if re.fullmatch(r"[-+]?\d+,\d+", value):
        return f"write decimals after a point: {value.replace(',', '.')}"
    if re.fullmatch(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}", value):
        return "write a date as 2026-11-24, without quotes"
    if re.match(r"\s*[\w-]+\s*:", line):
        return 'write "=" between key and value, not a colon'
    if value.startswith("'") and "'" in value[1:-1]:
        return 'a text with an apostrophe stands in double quotes: "it\'s"'
    return TOML_HINT


def yaml_hint(line: str, reason: str) -> str:
    """How to mend the broken ``line`` of front matter; ``reason`` is what YAML says."""
    if "\t" in line or "\\t" in reason:
        return "write blanks in place of the tab"
    if re.match(r"\s*(#{1,6}\s|\{[{%]|[A-Z][^:]*$)", line):
        return "is the line --- missing that ends the keys?"
    if "mapping values" in reason and line.count(":") > 1:
        return 'put a text that holds a colon in quotes: title: "One: two"'
    if re.match(r"\s*[\w-]+\s*=", line):
        return 'write a colon between key and value, not "="'
    return YAML_HINT


def missing_fence(lines: list[str]) -> str:
    """What to do about a file whose first line is no ``---``."""
    first = next((line.strip() for line in lines if line.strip()), "")
    if first and not first.strip("-\u2010\u2011\u2012\u2013\u2014\u2015_*= "):
        return f'write three hyphens: the first line is "{first}"'
    if re.match(r"[a-z_]+\s*:", first):
        return "write a line --- above the keys"
    return "begin the file with a line ---, the keys, and another line ---"


def last_key(lines: list[str]) -> int:
    """The number of the last line that is a key, a list below one, or blank between two keys."""
    last = 1
    for number, line in enumerate(lines[1:], 2):
        if re.match(r"[\w-]+\s*:|\s*- ", line):
            last = number
        elif line.strip():
            break
    return last

"""Prints the commands that a Markdown file tells its reader to type, as a script for bash.

    commands.py README.md NAME    the block that follows the comment <!-- NAME -->
    commands.py README.md         all other blocks of sh, bash and console, in order

In a console block the lines after "$ " are commands, the rest is what they print. A block after
<!-- edit --> or <!-- edit: why --> is left out: its reader must write something of his own first.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

LANGUAGES = ("sh", "bash", "console")
RUN_BY_NAME = ("build", "test")
"""Each is run in a place of its own by .ci/run."""

_FENCE = re.compile(r"^( *)```(\S*)\s*$")
_MARK = re.compile(r"^\s*<!-- (\w+)(?::.*)? -->\s*$")


@dataclass(frozen=True)
class Block:
    """A fenced block: the mark before it, its language, its lines and the line it begins on."""

    mark: str
    language: str
    lines: tuple[str, ...]
    line: int

    @property
    def commands(self) -> str:
        """What its reader types."""
        if self.language != "console":
            return "\n".join(self.lines)
        return "\n".join(line[2:] for line in self.lines if line.startswith("$ "))


def blocks_of(text: str) -> list[Block]:
    """The fenced blocks of a Markdown text."""
    found = []
    mark = ""
    inside: tuple[str, int] | None = None
    lines: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        fence = _FENCE.match(line)
        if inside is not None:
            if fence and not fence[2]:
                found.append(Block(mark, inside[0], tuple(lines), inside[1]))
                inside, mark, lines = None, "", []
            else:
                lines.append(line)
        elif fence:
            inside = (fence[2], number)
        elif marked := _MARK.match(line):
            mark = marked[1]
        elif line.strip():
            mark = ""
    return found


def others(blocks: list[Block]) -> list[Block]:
    """The blocks of commands that are run as they stand, one after the other."""
    return [
        block
        for block in blocks
        if block.language in LANGUAGES and block.mark not in (*RUN_BY_NAME, "edit")
    ]


def main(path: str, name: str = "") -> int:
    """Print one block, or all others, each after a line that says where it stands."""
    blocks = blocks_of(Path(path).read_text(encoding="utf-8"))
    if name:
        named = [block for block in blocks if block.mark == name]
        if len(named) != 1:
            print(f"{path} has {len(named)} blocks after <!-- {name} -->", file=sys.stderr)
            return 1
        print(named[0].commands)
        return 0
    for block in others(blocks):
        print(f'echo "-- {path}:{block.line}"\n{block.commands}')
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

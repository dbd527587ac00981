"""A pack by Typst: as many processes as asked, each with one kept compiler, files as they end.

    python -m benchmarks.typst_pack FOLDER JOBS

``FOLDER`` holds the fonts, the charts and a markup file for each edition.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from benchmarks.spread import spread

STANDARDS = ["ua-1", "a-3a"]
"""What ours keep to as well; with their data attached Typst's files are valid for both."""


def made(folder: str, paths: list[str]) -> None:
    """Compile the files at ``paths``, one after the other."""
    import typst

    fonts = typst.Fonts(False, False, [folder])
    compiler = typst.Compiler(root=folder, font_paths=fonts, ignore_system_fonts=True)
    for path in paths:
        data = compiler.compile(
            input=Path(path).read_bytes(), format="pdf", pdf_standards=STANDARDS
        )
        Path(path).with_suffix(".pdf").write_bytes(data)


def main(folder: str, jobs: str) -> None:
    """Compile every markup file of ``folder``."""
    paths = sorted(map(str, Path(folder).glob("*.typ")))
    spread(partial(made, folder), paths, int(jobs))


if __name__ == "__main__":
    main(*sys.argv[1:])

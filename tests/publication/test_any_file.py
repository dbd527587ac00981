"""Whatever stands in an author's file, loading ends with a publication or with messages."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.diagnostics import PublicationError
from briefing.publication import load
from briefing.publication.theme import load_theme
from tests.small_publication import FILES
from tests.whole_publication import LOGO, THEME, write

ALL = {**{name: text.encode() for name, text in FILES.items()}, "assets/theme.toml": THEME.encode()}
ALL["assets/logo.png"] = LOGO

PIECES = st.sampled_from(
    [
        *(b"", b'"', b"'", b",", b";", b"\t", b"\n", b"\r", b"\0", b"\xff", b"\xef\xbb\xbf", b"="),
        *(b"[", b"]", b"[[", b"{", b"}", b"{{", b"{%", b"#", b"---\n", b": ", b"- ", b"&a ", b"*a"),
        *(b"1,234", b"3E7", b"#REF!", b"Jan-23", b"\xe2\x80\x9c", b"\xc2\xa0", b"\\", b"sep=;\n"),
        *(b"<<<<<<< a\n", b"\xed\xa0\x80", b"9" * 40, b"!!python/object:os.system", b"x" * 300),
    ]
)


@st.composite
def spoiled(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file of the publication with a few stretches replaced."""
    name = draw(st.sampled_from(sorted(ALL)))
    data = ALL[name]
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(start + draw(st.sampled_from([0, 1, 2, 5, 40, 4000])), len(data))
        data = data[:start] + draw(PIECES) + data[end:]
    return name, data


@settings(max_examples=150, deadline=None)
@given(spoiled())
@example(("data/facts.csv", b'"'))
@example(("data/facts.csv", b"sep=;"))
@example(("data/places.csv", b"id,name,region,edition,\n,,,,,,\n,,,,x\n"))
@example(("data/sections/en/first.md", b"---\n---\n---"))
@example(("data/sections/en/first.md", b"---\n? [a]: b\n---\n"))
@example(("briefing.toml", b"as_of = 2026-13-45\n"))
@example(("assets/logo.png", LOGO[:40]))
def test_any_file(case: tuple[str, bytes]) -> None:
    """There is no other error than one for authors, and each message can be printed."""
    name, data = case
    with tempfile.TemporaryDirectory() as folder:
        root = write(Path(folder), **{name: data})
        for read in (load, load_theme):
            for message in messages(read, root):
                assert message.encode()


def messages(read: Callable[[Path], object], root: Path) -> list[str]:
    """What the author is told, if anything."""
    try:
        read(root)
    except PublicationError as error:
        return [str(problem) for problem in error.problems]
    return []

"""The public API: what it exports, and that its own example runs."""

from __future__ import annotations

import inspect
import textwrap
from pathlib import Path

import pytest

from briefing import api
from tests import whole_publication

EXPORTED = [
    "Briefing",
    "BriefingError",
    "Drawing",
    "Edition",
    "Problem",
    "Publication",
    "Result",
    "Theme",
    "Trace",
    "check_briefing",
    "check_publication",
    "compose",
    "draw",
    "find",
    "from_json",
    "load",
    "load_theme",
    "make",
    "read_aloud",
    "render",
    "to_json",
]
"""A name that is missing here breaks somebody's program; a new one is a promise."""


def test_exported_names() -> None:
    """The API is exactly these names, in the order of the alphabet."""
    assert api.__all__ == EXPORTED
    imported = {
        name
        for name, value in vars(api).items()
        if not name.startswith("_") and name != "annotations" and not inspect.ismodule(value)
    }
    assert imported == set(EXPORTED)


@pytest.mark.parametrize("name", EXPORTED)
def test_docstring(name: str) -> None:
    """Each of them says what it is, in words of its own."""
    doc = inspect.getdoc(getattr(api, name))
    assert doc
    assert not doc.startswith(f"{name}(")  # what dataclass writes where nobody did


def test_example_of_the_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The example in the module's docstring runs as it stands."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert api.__doc__ is not None
    blocks = [part for part in api.__doc__.split("\n\n") if part.startswith("    ")]
    code = "\n".join(map(textwrap.dedent, blocks))
    assert code.count("api.") >= 6
    folder = whole_publication.write(tmp_path / "path/to/publication")
    audience = folder / "data/audiences/readers.toml"
    audience.rename(audience.with_name("government.toml"))
    for path in folder.rglob("*.*"):
        if path.suffix in (".csv", ".md"):
            text = path.read_text(encoding="utf-8").replace("readers", "government")
            path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    exec(code, names)
    assert names["data"] == (tmp_path / "handout.pdf").read_bytes()


def test_errors_share_one_base(tmp_path: Path) -> None:
    """Whoever catches BriefingError catches all, and finds the problems in it."""
    with pytest.raises(api.BriefingError) as caught:
        api.load(tmp_path / "none")
    assert all(isinstance(problem, api.Problem) for problem in caught.value.problems)

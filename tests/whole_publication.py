"""The small publication with a theme: one from which a PDF can be built."""

from __future__ import annotations

from pathlib import Path

from tests import small_publication

ASSETS = Path(__file__).parent.parent / "assets"
THEME = (ASSETS / "theme.toml").read_text(encoding="utf-8")
LOGO = (ASSETS / "logo.png").read_bytes()
"""The shipped theme, and its logo."""

SECTION = "data/sections/en/first.md"


def write(folder: Path, **overrides: str | bytes | None) -> Path:
    """Write the publication to ``folder`` and return it; ``overrides`` as in small_publication."""
    assets: dict[str, str | bytes | None] = {"assets/theme.toml": THEME, "assets/logo.png": LOGO}
    return small_publication.write(folder, **{**assets, **overrides})


def section(body: str) -> dict[str, str]:
    """An override: the first section with another body, which begins on line 5."""
    return {SECTION: f"---\naudiences: [readers]\norder: 10\n---\n{body}"}


def theme(old: str, new: str) -> dict[str, str]:
    """An override: the theme with the first ``old`` replaced by ``new``."""
    if old not in THEME:
        raise ValueError(f"{old!r} is not in the theme")
    return {"assets/theme.toml": THEME.replace(old, new, 1)}


RELEASED = small_publication.changed("briefing.toml", '"draft"', '"released"')
"""An override: the publication is released."""

REFUSED = {
    "data/refused.csv": "sha256,letters,reason\n"
    "da0b1166fceae8a54e465af3f547fcbd0c8b9996a9bf9b36d3cff94a1dbaff0f,11,an invented name\n"
}
"""An override: the invented name "Examplesite" must not be printed."""

FAILING = {
    "data/audiences/failing.toml": small_publication.FILES["data/audiences/readers.toml"].replace(
        "More people report what they find.", "{{ fact('nothing') }}"
    )
}
"""An override: a second audience, whose briefing cannot be composed."""

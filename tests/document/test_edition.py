"""An edition names its file."""

from __future__ import annotations

from briefing.document import Edition


def test_the_id_names_every_choice() -> None:
    """Audience, place, language, paper and profile, two hyphens between."""
    edition = Edition("government", "ken", "fr", "letter", "office")
    assert edition.id == "government--ken--fr--letter--office"
    assert Edition("ngo").id == "ngo--world--en--a4--office"

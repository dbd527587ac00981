"""Values of the document as JSON for caches, and back."""

from __future__ import annotations

import pytest

from briefing.document import plain
from tests import samples, shipped


def test_a_briefing_comes_back_equal() -> None:
    """Every block and inline, with its place in the author's file."""
    briefing = samples.everything()
    again = plain.loads(plain.dumps(briefing))
    assert again == briefing
    assert [block.where for block in again.blocks] == [block.where for block in briefing.blocks]


def test_drawings_and_theme_come_back_equal() -> None:
    """Numbers to the last bit, mappings in their order, rasters byte for byte."""
    made = shipped.made("government", "a4")
    assert plain.loads(plain.dumps(made.drawings)) == made.drawings
    theme = plain.loads(plain.dumps(shipped.theme()))
    assert theme == shipped.theme()
    assert list(theme.styles) == list(shipped.theme().styles)


def test_plain_values_stay_what_they_are() -> None:
    """Lists come back as tuples: the document has no others."""
    value = (1, 0.1, "ä", None, True, (b"\x00\xff", {"a": (1,), "": "b"}))
    assert plain.loads(plain.dumps(value)) == value
    assert plain.loads(plain.dumps([1, [2]])) == (1, (2,))


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"\xff", b'{"":"Unknown","=":[]}', b'{"":"Text","=":[]}', b'{"x":1}'],
    ids=["nothing", "torn", "no text", "unknown class", "too few fields", "no form of ours"],
)
def test_what_it_never_wrote_is_refused(data: bytes) -> None:
    """With one kind of error, whatever is wrong."""
    with pytest.raises(ValueError, match="not a value of the document"):
        plain.loads(data)

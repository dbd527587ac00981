"""The logo is a PNG or JPEG, sharp enough for print; anything else is told at its key."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from briefing.diagnostics import PublicationError
from briefing.document import Logo
from briefing.publication.theme import load_theme
from tests import whole_publication
from tests.whole_publication import THEME, theme

FILE = "assets/theme.toml"
LOGO = "assets/logo.png"
INSIDE = "name a file inside the publication's folder, such as assets/logo.png"


def picture(mode: str = "RGB", size: tuple[int, int] = (60, 60), kind: str = "PNG") -> bytes:
    """A picture of one colour, as a file."""
    out = io.BytesIO()
    Image.new(mode, size).save(out, kind)
    return out.getvalue()


def loaded(folder: Path, data: bytes | None, **overrides: str | bytes | None) -> Logo | None:
    """The logo of a theme whose file holds ``data``."""
    return load_theme(whole_publication.write(folder, **{LOGO: data, **overrides})).logo


def refusal(folder: Path, data: bytes | None, **overrides: str | bytes | None) -> str:
    """The message about a logo."""
    with pytest.raises(PublicationError) as caught:
        loaded(folder, data, **overrides)
    return str(caught.value)


def test_the_shipped_logo_is_white_on_nothing() -> None:
    """It is read with its alpha, at its height, and is small."""
    root = Path(__file__).parents[2]
    logo = load_theme(root).logo
    assert logo is not None
    assert (logo.width, logo.height) == (12, 15)
    assert len(logo.data) == 3 * len(logo.alpha) == 3 * logo.columns * logo.rows
    assert (min(logo.alpha), max(logo.alpha)) == (0, 255)
    opaque = [at for at, alpha in enumerate(logo.alpha) if alpha == 255]
    assert {logo.data[3 * at : 3 * at + 3] for at in opaque} == {b"\xff\xff\xff"}
    assert (root / LOGO).stat().st_size < 20_000


def test_a_theme_needs_no_logo(tmp_path: Path) -> None:
    """Without the table there is none, whatever lies in the folder."""
    begin, _, rest = THEME.partition("[brand]")
    plain = begin + "[fonts.sans]" + rest.partition("[fonts.sans]")[2]
    assert loaded(tmp_path, None, **{FILE: plain}) is None


def test_the_height_may_be_left_out(tmp_path: Path) -> None:
    """It is then 0.6 of the band."""
    logo = loaded(tmp_path, picture(), **theme("height = 15", "#"))
    assert logo is not None
    assert logo.height == pytest.approx(0.6 * 25)


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("RGB", "PNG"), ("RGB", "JPEG"), ("L", "PNG"), ("L", "JPEG"), ("1", "PNG"), ("P", "PNG"),
     ("I;16", "PNG")],
)  # fmt: skip
def test_each_opaque_kind_is_read(tmp_path: Path, mode: str, kind: str) -> None:
    """Black is black, 8-bit RGB, with no alpha."""
    logo = loaded(tmp_path, picture(mode, kind=kind))
    assert logo == Logo(15, 15, 60, 60, bytes(3 * 60 * 60))


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_alpha_is_kept(tmp_path: Path, mode: str) -> None:
    """What is transparent has an alpha of 0."""
    logo = loaded(tmp_path, picture(mode))
    assert logo is not None
    assert logo.alpha == bytes(60 * 60)


def test_sixteen_bits_become_eight(tmp_path: Path) -> None:
    """Half of the light stays half of it."""
    out = io.BytesIO()
    Image.new("I;16", (60, 60), 0x8080).save(out, "PNG")
    logo = loaded(tmp_path, out.getvalue())
    assert logo is not None
    assert set(logo.data) == {0x80}


def test_a_large_one_is_thinned_out(tmp_path: Path) -> None:
    """Every briefing carries it: more than 600 pixels an inch are nobody's gain."""
    logo = loaded(tmp_path, picture(size=(2000, 1000)))
    assert logo is not None
    assert (logo.columns, logo.rows, logo.width) == (250, 125, 30)


BAD: dict[str, tuple[bytes | None, dict[str, str | bytes | None], str, str]] = {
    "missing": (None, {}, f'there is no logo "{LOGO}"', INSIDE),
    "unreadable": (
        None,
        {f"{LOGO}/x": ""},
        f'"{LOGO}" is a folder',
        INSIDE,
    ),
    "outside": (
        picture(),
        theme(LOGO, "../logo.png"),
        '"../logo.png" is not inside the publication',
        INSIDE,
    ),
    "absolute": (
        picture(),
        theme(LOGO, "/etc/hostname"),
        '"/etc/hostname" is not inside the publication',
        INSIDE,
    ),
    "not an image": (
        b"a logo",
        {},
        f'"{LOGO}" is no PNG or JPEG picture',
        "save the logo as PNG or JPEG",
    ),
    "SVG": (
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        {},
        f'"{LOGO}" is no PNG or JPEG picture',
        "save the logo as PNG or JPEG: this is SVG",
    ),
    "empty": (b"", {}, f'"{LOGO}" is no PNG or JPEG picture', "save the logo as PNG or JPEG"),
    "cut off": (
        picture(size=(600, 600))[:900],
        {},
        f'the picture "{LOGO}" is broken: ',
        "save it again as PNG",
    ),
    "in inks": (
        picture("CMYK", kind="JPEG"),
        {},
        "the logo is in CMYK",
        "save it as RGB: colours of print inks would come out otherwise",
    ),
    "too coarse": (
        picture(size=(30, 30)),
        {},
        "the logo has 144 pixels an inch where it is printed",
        "give one that is 42 pixels high at least, or print it lower",
    ),
    "too wide": (
        picture(size=(1000, 60)),
        {},
        "the logo would be 250 points wide",
        "make it lower, or take one that is narrower: 160 points at most",
    ),
    "huge": (
        picture("1", (20000, 20000)),
        {},
        "the logo has more than 50 million pixels",
        "save it smaller: 1000 pixels either way are plenty",
    ),
    "large": (
        picture("1", (8000, 8000)),
        {},
        "the logo has more than 50 million pixels",
        "save it smaller: 1000 pixels either way are plenty",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_one_is_told(tmp_path: Path, case: str) -> None:
    """One message at the key, with what is wrong and how to mend it."""
    data, overrides, message, hint = BAD[case]
    told = refusal(tmp_path, data, **overrides)
    assert told.startswith(f"{FILE}:5:9: error: {message}")
    assert told.endswith(f"\n            ^\n  hint: {hint}")


@pytest.mark.parametrize("height", ["0", "26", "nan"])
def test_a_height_beyond_the_band_is_told(tmp_path: Path, height: str) -> None:
    """It stands in the band, and must be seen."""
    told = refusal(tmp_path, picture(), **theme("height = 15", f"height = {height}"))
    assert told.startswith(f'{FILE}:6:10: error: "height" is {height}, which cannot be printed')
    assert told.endswith("hint: write a number from 4 to 25")


def test_a_brand_without_a_logo_is_told(tmp_path: Path) -> None:
    """The table stands for the logo."""
    told = refusal(tmp_path, picture(), **theme('logo = "assets/logo.png"', "#"))
    assert told.startswith(f'{FILE}:4:2: error: missing key "logo"')


def test_a_misspelt_key_is_told(tmp_path: Path) -> None:
    """As anywhere."""
    told = refusal(tmp_path, picture(), **theme("height = 15", "heigth = 15"))
    assert told.startswith(f'{FILE}:6:1: error: unknown key "heigth"')
    assert told.endswith('hint: did you mean "height"? known: height, logo')

"""Reads the publisher's logo: a PNG or JPEG file, sharp enough for print."""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.document import Logo

if TYPE_CHECKING:
    from PIL.Image import Image

LEAST_DENSITY, MOST_DENSITY = 200, 600
"""Pixels an inch at the printed height: fewer are refused, more are thinned out."""

MOST_PIXELS = 50_000_000
WIDEST = 160.0
"""In points: the band has words beside the logo."""

_STARTS = {b"\x89PNG\r\n\x1a\n": "PNG", b"\xff\xd8\xff": "JPEG"}


class WrongLogo(Exception):
    """A file that cannot be the logo: ``message`` and ``hint`` as in ``Problem``."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def read_logo(root: Path, name: str, height: float) -> Logo:
    """The logo in the file ``name`` of the publication in ``root``, ``height`` points high.

    Raises ``WrongLogo``.
    """
    image = _opened(name, _bytes_of(root, name))
    width = height * image.width / image.height
    if width > WIDEST:
        message = f"the logo would be {width:.0f} points wide"
        hint = f"make it lower, or take one that is narrower: {WIDEST:.0f} points at most"
        raise WrongLogo(message, hint)
    density = image.height * 72 / height
    if density < LEAST_DENSITY:
        least = -(-height * LEAST_DENSITY // 72)
        message = f"the logo has {density:.0f} pixels an inch where it is printed"
        hint = f"give one that is {least:.0f} pixels high at least, or print it lower"
        raise WrongLogo(message, hint)
    return _logo(_thinned(image, height), width, height)


def _bytes_of(root: Path, name: str) -> bytes:
    inside = "name a file inside the publication's folder, such as assets/logo.png"
    path = (root / name).resolve()
    if not path.is_relative_to(root.resolve()):
        raise WrongLogo(f'"{name}" is not inside the publication', inside)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise WrongLogo(f'there is no logo "{name}"', inside) from None
    except IsADirectoryError:
        raise WrongLogo(f'"{name}" is a folder', inside) from None
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "not a name for a file").lower()
        hint = "see that it is a file, and that you may read it"
        raise WrongLogo(f'the logo "{name}" cannot be read: {reason}', hint) from None


def _opened(name: str, data: bytes) -> Image:
    """The picture, upright and decoded, in RGBA."""
    from PIL import Image, ImageOps  # only where there is a logo

    kind = next((kind for start, kind in _STARTS.items() if data.startswith(start)), None)
    if kind is None:
        hint = "save the logo as PNG or JPEG" + _other_kind(data)
        raise WrongLogo(f'"{name}" is no PNG or JPEG picture', hint)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of size and of odd but harmless files
            image = Image.open(io.BytesIO(data), formats=[kind])
            if image.width * image.height > MOST_PIXELS:
                raise _too_large()
            if image.mode in ("CMYK", "YCCK", "LAB"):
                hint = "save it as RGB: colours of print inks would come out otherwise"
                raise WrongLogo(f"the logo is in {image.mode}", hint)
            image.load()
            return _eight_bits(ImageOps.exif_transpose(image)).convert("RGBA")
    except Image.DecompressionBombError:
        raise _too_large() from None
    except (OSError, ValueError, SyntaxError) as error:
        message = f'the picture "{name}" is broken: {str(error).lower().rstrip(".")}'
        raise WrongLogo(message, "save it again as PNG") from error


def _too_large() -> WrongLogo:
    message = f"the logo has more than {MOST_PIXELS // 1_000_000} million pixels"
    return WrongLogo(message, "save it smaller: 1000 pixels either way are plenty")


def _eight_bits(image: Image) -> Image:
    """The picture with 8 bits a channel: Pillow would cut 16 off at white."""
    if not image.mode.startswith("I"):
        return image
    return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")


def _other_kind(data: bytes) -> str:
    if b"<svg" in data[:1000]:
        return ": this is SVG"
    if data.startswith(b"%PDF"):
        return ": this is PDF"
    return ": this is GIF" if data.startswith(b"GIF8") else ""


def _thinned(image: Image, height: float) -> Image:
    """At most ``MOST_DENSITY``: every briefing carries the logo."""
    from PIL.Image import Resampling

    rows = round(height * MOST_DENSITY / 72)
    if image.height <= rows:
        return image
    columns = max(round(image.width * rows / image.height), 1)
    return image.resize((columns, rows), Resampling.LANCZOS)


def _logo(image: Image, width: float, height: float) -> Logo:
    alpha = image.getchannel("A").tobytes()
    if set(alpha) == {255}:
        alpha = b""
    return Logo(width, height, *image.size, image.convert("RGB").tobytes(), alpha)

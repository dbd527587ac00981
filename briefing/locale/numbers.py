"""Numbers in figures, rounded so that none looks more precise than it is."""

from __future__ import annotations

import functools
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeAlias

Number: TypeAlias = int | float

SCALES = {"thousand": Decimal(1_000), "million": Decimal(1_000_000), "billion": Decimal(10**9)}
"""The scales that a chart's labels may be divided by."""

MINUS = "\N{MINUS SIGN}"
SIGNIFICANT = 3


def exact(number: Number) -> Decimal:
    """``number`` with the digits that the author wrote."""
    return Decimal(repr(number)) if isinstance(number, float) else Decimal(number)


def rounded(number: Number | Decimal, decimals: int) -> Decimal:
    """``number`` with ``decimals`` places, halves away from zero."""
    value = number if isinstance(number, Decimal) else exact(number)
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def significant(value: Decimal, figures: int = SIGNIFICANT) -> Decimal:
    """``value`` to ``figures`` significant figures, or fewer where it has fewer.

    >>> significant(Decimal("16.987361")), significant(Decimal("17"))
    (Decimal('17.0'), Decimal('17'))
    """
    if not value:
        return Decimal(0)
    short = rounded(value, max(figures - 1 - value.adjusted(), 0))
    if short.adjusted() > value.adjusted():
        # 9.996 became 10.00: one place less keeps the figures.
        short = rounded(value, max(figures - 1 - short.adjusted(), 0))
    return trimmed(short) if short == value else short


def trimmed(value: Decimal) -> Decimal:
    """``value`` without zeros after the decimal point."""
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()


def short_scale(number: Number) -> tuple[Decimal, str]:
    """``number`` in billions or millions, with that word; below a million the number and "".

    >>> short_scale(36_210_368)
    (Decimal('36.2'), 'million')
    """
    value = exact(number)
    for word in ("billion", "million"):
        short = significant(value / SCALES[word])
        if abs(short) >= 1:
            # 999,999 rounds to a million, but stands better as it is.
            if word == "million" and abs(value) < SCALES[word]:
                break
            return short, word
    return trimmed(value), ""


def format_number(value: Decimal, language: str) -> str:
    """``value`` with the digits it has, grouped as ``language`` does, with a true minus."""
    return _formatted(str(value), language, "")


def format_percent(value: Decimal, language: str) -> str:
    """``value`` (87 for 87%) with the percent sign of ``language``."""
    return _formatted(str(value / 100), language, "%")


@functools.lru_cache(maxsize=256)
def _formatted(text: str, language: str, sign: str) -> str:
    # Keyed by text: 17.0 and 17 are equal as numbers, but not in print.
    from babel.numbers import format_decimal, format_percent

    value = Decimal(text)
    places = max(-int(value.as_tuple().exponent) - 2 * len(sign), 0)
    pattern = "#,##0" + ("." + "0" * places if places else "") + sign
    write = format_percent if sign else format_decimal
    return write(value, format=pattern, locale=language).replace("-", MINUS)

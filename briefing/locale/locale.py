"""One language's way of writing numbers, periods, lists and the program's own words."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, TypeAlias

from briefing.locale import comparisons
from briefing.locale.catalogue import catalogue
from briefing.locale.numbers import (
    SCALES,
    Number,
    exact,
    format_number,
    format_percent,
    rounded,
    short_scale,
    significant,
    trimmed,
)
from briefing.locale.periods import Period, parse_period, parse_span

Style: TypeAlias = Literal["full", "short", "words"]

_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class Locale:
    """How ``language`` writes; UsageError for a language without messages.

    >>> Locale("en").value(36_210_368, style="short")
    '36.2\\xa0million'
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue = catalogue(language)

    def say(self, key: str, **values: str | int | float) -> str:
        """The message ``key`` of the catalogue, filled."""
        return self._catalogue.say(key, **values)

    # Numbers

    def value(
        self,
        number: Number,
        unit: str = "count",
        style: str = "full",
        scale: str = "",
        *,
        upper: Number | None = None,
        qualifier: str = "",
        decimals: int = 1,
    ) -> str:
        """``number`` as printed: "36.2 million", "87%", "18–20", "over 200".

        ``style`` is full, short or words. ``scale`` divides by a thousand, million or billion,
        without the word and with ``decimals`` places. ``upper`` makes a range. Units other than
        percent are the sentence's to name.
        """
        if upper is not None:
            text = self._range(number, upper, unit, style)
        elif scale:
            text = self._scaled(number, scale, decimals)
        elif unit == "percent" and style == "words":
            text = self._part_in_words(number, qualifier)
        else:
            text = self._number(number, unit, style)
        return self.say(f"qualifier.{qualifier}", value=text) if qualifier else text

    def _part_in_words(self, number: Number, qualifier: str) -> str:
        """A share as a fraction: "about a third"; "a third" where the qualifier says how near.

        In percent where no fraction says it, or where "over" would be said of a fraction that
        is above the number.
        """
        if qualifier:
            key = comparisons.near_fraction(float(number))
            if key and qualifier in ("about", "almost"):
                return self.say(key)
        elif 8 <= number < 97:
            return self._fraction(float(number))
        return self._number(number, "percent", "full")

    def in_millions(self, number: Number, decimals: int, qualifier: str = "") -> str:
        """``number`` in millions with the word, also where it is less: "0.9 million"."""
        text = self.say("number.million", number=self._scaled(number, "million", decimals))
        return self.say(f"qualifier.{qualifier}", value=text) if qualifier else text

    def with_unit(self, text: str, number: Number, unit: str) -> str:
        """``text`` (a printed number) with the word of its unit: "2.5 days", "87%"."""
        return self.say(f"unit.{unit}", text=text, n=number)

    def unit_name(self, unit: str) -> str:
        """The word for a unit in a chart's subtitle; empty for a plain count."""
        return "" if unit == "count" else self.say(f"unit_name.{unit}")

    def percent(self, number: Number | Decimal, decimals: int = 0) -> str:
        """``number`` (87 for 87%) rounded to ``decimals`` places, with its sign."""
        return format_percent(rounded(number, decimals), self.language)

    def number_word(self, number: int) -> str:
        """Whole numbers from zero to ten in words, others in figures."""
        if 0 <= number < len(_WORDS):
            return self.say(f"number.{_WORDS[number]}")
        return format_number(Decimal(number), self.language)

    def suppressed(self, limit: int) -> str:
        """The words that stand for a count below ``limit``."""
        return self.say("number.suppressed", number=str(limit))

    def _number(self, number: Number, unit: str, style: str) -> str:
        # Zero has two signs that are equal: it is not remembered.
        write = _number_in if number else _number_in.__wrapped__
        return write(number, unit, style, self.language)

    def _number_anew(self, number: Number, unit: str, style: str) -> str:
        if unit == "percent":
            return format_percent(trimmed(exact(number)), self.language)
        if style == "words" and number == int(number):
            return self.number_word(int(number))
        if style == "short":
            return self._with_scale(*short_scale(number))
        return format_number(trimmed(exact(number)), self.language)

    def _with_scale(self, value: Decimal, word: str) -> str:
        text = format_number(value, self.language)
        return self.say(f"number.{word}", number=text) if word else text

    def _scaled(self, number: Number, scale: str, decimals: int) -> str:
        value = exact(number) / SCALES[scale]
        step = rounded(value, decimals)
        if value > 0 and not step:
            # A small bar labelled 0.0 would say that there was nothing.
            smallest = Decimal(1).scaleb(-decimals)
            return self.say("number.below_step", number=format_number(smallest, self.language))
        return format_number(step, self.language)

    def _range(self, low: Number, high: Number, unit: str, style: str) -> str:
        if unit == "percent":
            first = format_number(trimmed(exact(low)), self.language)
            return self.say("number.range", low=first, high=self._number(high, unit, style))
        if style == "short":
            (small, small_word), (large, large_word) = (short_scale(low), short_scale(high))
            if small_word == large_word:
                text = self.say(
                    "number.range",
                    low=format_number(small, self.language),
                    high=format_number(large, self.language),
                )
                return self.say(f"number.{large_word}", number=text) if large_word else text
        low_text, high_text = (self._number(end, unit, style) for end in (low, high))
        return self.say("number.range", low=low_text, high=high_text)

    # How two numbers stand to each other

    def change_words(self, first: Number, last: Number) -> str:
        """How ``last`` stands to ``first`` (above 0): "more than doubled", "fell slightly"."""
        percent = float((exact(last) - exact(first)) / exact(first) * 100)
        size = abs(percent)
        if size < comparisons.LEVEL_PERCENT:
            return self.say("change.level")
        side = "rose" if percent > 0 else "fell"
        if size < comparisons.SLIGHT_PERCENT:
            return self.say(f"change.{side}_slightly")
        if percent <= -100:
            return self.say("change.fell_to_zero")
        if percent < 85:
            return self.say(f"change.{side}", fraction=self._fraction(size))
        if key := comparisons.rise_key(percent):
            return self.say(key)
        return self.say("change.times", times=self.ratio_words(first, last))

    def change_percent(self, first: Number, last: Number) -> str:
        """By how many percent ``last`` is above or below ``first`` (above 0), without a sign."""
        return self.small_percent(abs((exact(last) - exact(first)) / exact(first) * 100))

    def small_percent(self, percent: Decimal) -> str:
        """``percent`` as a whole number; "less than 1%" where that would say nothing."""
        if 0 < percent < 1:
            return self.say("change.below_one", value=self.percent(1))
        return self.percent(percent)

    def ratio_words(self, first: Number, last: Number) -> str:
        """How many times ``last`` is ``first`` (above 0), in words: "more than double"."""
        key, number = comparisons.ratio_rule(float(exact(last) / exact(first)))
        return self.say(key, number=self.number_word(number))

    def ratio_times(self, first: Number, last: Number) -> str:
        """How many times ``last`` is ``first`` (above 0): "64 times", "2.1 times"."""
        ratio = exact(last) / exact(first)
        value = rounded(ratio, 0) if ratio >= 10 else trimmed(significant(ratio, 2))
        text = format_number(value, self.language)
        return self.say("ratio.times", text=text, n=float(value))

    def share_words(self, part: Number, whole: Number) -> str:
        """``part`` of ``whole`` in words: "about a third", "almost all"."""
        percent = float(exact(part) / exact(whole) * 100)
        if percent <= 0:
            return self.say("fraction.none")
        if percent >= 100:
            return self.say("fraction.all")
        return self.say("fraction.almost_all") if percent >= 97 else self._fraction(percent)

    def share_percent(self, part: Number, whole: Number) -> str:
        """``part`` of ``whole`` in percent."""
        return self.small_percent(exact(part) / exact(whole) * 100)

    def compare_words(self, first: Number, last: Number) -> str:
        """How ``first`` stands to ``last``: "higher than", "lower than", "about the same as"."""
        side = comparisons.direction(last, first)
        return self.say(("compare.same", "compare.higher", "compare.lower")[side])

    def _fraction(self, percent: float) -> str:
        pattern, part = comparisons.fraction_rule(percent)
        return self.say(pattern, fraction=self.say(part))

    # Periods, dates, lists

    def period(self, text: str) -> str:
        """A period in words: "first half of 2024", "2019–2022", "May 2021"; else ``text``."""
        if span := parse_span(text):
            first, last = (self._period(end) for end in span)
            return self.say("period.span", first=first, last=last)
        period = parse_period(text)
        return self._period(period) if period else text

    def period_within(self, text: str) -> str:
        """A period as it follows "in": "2024", "the first half of 2024"."""
        period, words = parse_period(text), self.period(text)
        part_of_year = period is not None and (period.half or period.quarter)
        return self.say("period.part", period=words) if part_of_year else words

    def span(self, first: str, last: str) -> str:
        """The time from one period to another: "2012–2023", "first half of 2024 to 2025"."""
        if first == last:
            return self.period(first)
        if first.isdigit() and last.isdigit():
            return self.say("period.years", first=first, last=last)
        return self.say("period.span", first=self.period(first), last=self.period(last))

    def _period(self, period: Period) -> str:
        year = str(period.year)
        if period.last:
            return self.say("period.years", first=year, last=str(period.last))
        if period.half:
            return self.say(f"period.half_{period.half}", year=year)
        if period.quarter:
            return self.say(f"period.quarter_{period.quarter}", year=year)
        if period.month:
            kind = "date" if period.day else "month"
            day = datetime.date(period.year, period.month, period.day or 1)
            return self._date(day, self.say(f"period.{kind}_pattern"))
        return year

    def _date(self, day: datetime.date, pattern: str) -> str:
        return _formatted_date(day, pattern, self.language)

    def date(self, text: str) -> str:
        """An ISO date, month or year as printed: "24 November 2026"."""
        return self.period(text)

    def join(self, words: Sequence[str]) -> str:
        """A list in words: "a, b and c"."""
        if len(words) < 2:
            return "".join(words)
        joined = words[0]
        for word in words[1:-1]:
            joined = self.say("list.more", first=joined, last=word)
        return self.say("list.two", first=joined, last=words[-1])

    def capital(self, text: str) -> str:
        """``text`` with a capital first letter."""
        return text[:1].upper() + text[1:]


@functools.lru_cache(maxsize=256, typed=True)
def _number_in(number: Number, unit: str, style: str, language: str) -> str:
    return Locale(language)._number_anew(number, unit, style)


@functools.lru_cache(maxsize=256)
def _formatted_date(day: datetime.date, pattern: str, language: str) -> str:
    from babel.dates import format_date

    return format_date(day, format=pattern, locale=language)

"""Headlines are true for the rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.diagnostics import ComposeError
from tests.figures.charts import CHANGE, draw, yearly

COLUMNS = 'kind = "columns"\nx = "period"\n'
BARS = 'kind = "bars"\nx = "group"\n'
TOOLS = "tools,2021,world,hash,87,,ei,high,\ntools,2021,world,grooming,37,,ei,high,\n"


def headline(folder: Path, chart: str, rows: str) -> str:
    """The headline with plain spaces."""
    return draw(folder, chart, rows).headline.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("values", "text"),
    [
        (
            (16_987_361, 2, 3, 4, 36_210_368),
            "Reports rose from 17.0 million in 2019 to 36.2 million in 2023",
        ),
        ((36_210_368, 2, 3, 4, 1_500), "Reports fell from 36.2 million in 2019 to 1,500 in 2023"),
        ((1000, 2, 3, 4, 1019), "Reports stayed about the same: 1,000 in 2019 and 1,019 in 2023"),
        ((1000, 2, 3, 4, 1020), "Reports rose from 1,000 in 2019 to 1,020 in 2023"),
        ((1000, 2, 3, 4, 980), "Reports fell from 1,000 in 2019 to 980 in 2023"),
        ((0, 2, 3, 4, 0), "Reports stayed about the same: 0 in 2019 and 0 in 2023"),
    ],
)
def test_change(tmp_path: Path, values: tuple[int, ...], text: str) -> None:
    """Rose, fell or about the same is taken from the two values."""
    assert headline(tmp_path, COLUMNS + CHANGE, yearly(*values)) == text


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_change_is_true(tmp_path: Path, first: int, last: int) -> None:
    """No headline says that something rose that fell."""
    text = headline(tmp_path, COLUMNS + CHANGE, yearly(first, 1, 1, 1, last))
    assert ("rose" in text) <= (last > first)
    assert ("fell" in text) <= (last < first)
    assert ("same" in text) == (abs(last - first) / first < 0.02)


def test_units_in_a_headline(tmp_path: Path) -> None:
    """A value that is no plain count names its unit."""
    text = headline(tmp_path, COLUMNS + CHANGE, yearly(28, 2, 3, 4, 2.5, measure="days"))
    assert text == "Reports fell from 28 days in 2019 to 2.5 days in 2023"


def test_compare(tmp_path: Path) -> None:
    """Two labels stand side by side with their values."""
    head = '[labels]\nhash = "match images"\n[headline]\nsay = "compare"\nstart = "hash"\n'
    head += 'end = "grooming"\n'
    head += 'subject = "Companies"\n'
    text = headline(tmp_path, BARS + head, TOOLS)
    assert text == "Companies: match images 87%, Grooming 37%"


def test_largest(tmp_path: Path) -> None:
    """The largest value stands with its period, and with the time looked at."""
    head = '[headline]\nsay = "largest"\nsubject = "Reports"\n'
    text = headline(tmp_path, COLUMNS + head, yearly(1, 9, 9, 2))
    assert text == "Reports: highest in 2020 and 2021, at 9 (2019–2022)"
    assert headline(tmp_path, BARS + head, TOOLS) == "Reports: largest for Hash, at 87% (2021)"


def test_override(tmp_path: Path) -> None:
    """An author's headline takes its numbers from the rows; years are its own."""
    head = "[headline]\ntext = 'Images (ROW(hash)) in 2021, grooming (ROW(grooming))'\n"
    assert headline(tmp_path, BARS + head, TOOLS) == "Images (87%) in 2021, grooming (37%)"


def test_numbers_of_a_groups_name(tmp_path: Path) -> None:
    """A number that names a group of the rows may stand in an author's headline."""
    head = "[headline]\ntext = 'Aged 11 to 13: ROW(aged 11 to 13)'\n"
    rows = TOOLS.replace("hash", "aged 11 to 13")
    assert headline(tmp_path, BARS + head, rows) == "Aged 11 to 13: 87%"


def test_line(tmp_path: Path) -> None:
    """The headline speaks of the line that it names, else of the world's."""
    chart = 'kind = "line"\nx = "period"\nsplit = "place"\n' + CHANGE
    rows = yearly(1, 2, 3, 4, 5) + yearly(9, 2, 3, 4, 5).replace("world", "ken")
    assert headline(tmp_path, chart, rows) == "Reports rose from 1 in 2019 to 5 in 2023"
    named = headline(tmp_path, chart + 'line = "ken"\n', rows)
    assert named == "Reports (Kenya) fell from 9 in 2019 to 5 in 2023"


ERRORS = {
    "typed number": (
        BARS + "[headline]\ntext = 'Most (88%) look'\n",
        TOOLS,
        '"88" in the headline is no value of row()',
    ),
    "typed number that a row has": (
        BARS + "[headline]\ntext = 'Most (87%) look'\n",
        TOOLS,
        '"87" in the headline is no value of row()',
    ),
    "unknown row": (
        BARS + "[headline]\ntext = 'Most ROW(hush) look'\n",
        TOOLS,
        'the headline names "hush", which is not drawn',
    ),
    "hole": (
        COLUMNS + CHANGE,
        yearly(1, 2, 3, 4, ""),
        'the headline names "2023", where there is no single known number',
    ),
    "suppressed": (
        COLUMNS + CHANGE,
        yearly(11, 2, 3, 4, 10).replace("10,,ncmec", "10,under,ncmec"),
        'the headline names "2023", where there is no single known number',
    ),
    "backwards": (
        COLUMNS + CHANGE.replace("2019", "2022").replace("2023", "2019"),
        yearly(1, 2, 3, 4, 5),
        '"2022" is not before "2019"',
    ),
    "ranked places": (
        'kind = "bars"\nx = "place"\n[headline]\nsay = "largest"\nsubject = "Reports"\n',
        yearly(1),
        "places and companies are not ranked",
    ),
    "no line named": (
        'kind = "line"\nx = "period"\nsplit = "place"\n' + CHANGE,
        yearly(1, 2, 3, 4, 5).replace("world", "ken")
        + yearly(1, 2, 3, 4, 5).replace("world", "nld"),
        "the headline must name its line",
    ),
}


@pytest.mark.parametrize("case", ERRORS)
def test_refused(tmp_path: Path, case: str) -> None:
    """A headline that would not be true, or speaks of nothing drawn, is an error of its file."""
    chart, rows, message = ERRORS[case]
    with pytest.raises(ComposeError) as caught:
        draw(tmp_path, chart, rows)
    (problem,) = caught.value.problems
    assert problem.message == message
    assert problem.where is not None
    assert problem.where.path == "data/charts/try.toml"
    assert problem.block == 'chart "try"'

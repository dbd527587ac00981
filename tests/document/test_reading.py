"""A briefing as it is read aloud."""

from __future__ import annotations

from typing import get_args

from briefing.document import Block
from briefing.document.reading import lines_of, read_aloud, shown_address
from tests.samples import everything

READ = """\
Reports of abuse doubled; the means to answer did not

Reports rose to 36.2 million in 2023;[1][2†] few are answered.

Before you read. It speaks of abuse.

over 36.2 million
reports [1]
Not children
3%
told
18–20
years
a poll

Reports of columns rose
Reports, millions, world, 2019–2022
Column chart of columns. Values: 17, then 36.2.
Source: Hotline[1].

Reports of line rose
Reports, millions, world, 2019–2022
Column chart of line. Values: 17, then 36.2.
Source: Hotline[1].

Reports of bars rose
Reports, millions, world, 2019–2022
Column chart of bars. Values: 17, then 36.2.
Source: Hotline[1].

What readers can do

1 Listen. Believe them, number 1.
2 Listen. Believe them, number 2.
3 Listen. Believe them, number 3.

How to read. Reports are not children.
Nor images.

Lists

• One thing
• Another

1. First
2. Second

Each report is read by a person.
Ada Example, the Hotline

Who answers
Domain | Reports | Question
Row 1 | 11 | Who answers?
Row 2 | 22 | Who answers?
Row 3 | 33 | Who answers?

See where to find help or ask. It’s “never” too late – ½ of them say so.

1996 The Hotline is founded.
May 2021 The Hotline opens in Kenya.

Directory
Find a helpline
example.org/help
Line
Talk to somebody
example.org/talk
Third
Write to somebody
example.org/write

Sources

1. The Hotline, Annual report 1, 2024. example.org/report
2. The Hotline, Annual report 2, 2024. example.org/report
3. The Hotline, Annual report 3, 2024. example.org/report

Published by briefing.
CC BY 4.0.
"""


def test_every_word_is_read_in_order() -> None:
    """Labels, citations and alternative texts are heard where they stand."""
    assert read_aloud(everything()) == READ


def test_every_block_can_be_read() -> None:
    """No kind of block is silent."""
    assert {type(block) for block in everything().blocks if lines_of(block)} == set(get_args(Block))


def test_addresses_are_read_without_what_goes_without_saying() -> None:
    """Neither scheme, nor www, nor a closing slash."""
    assert shown_address("https://www.example.org/help/") == "example.org/help"
    assert shown_address("http://example.org") == "example.org"

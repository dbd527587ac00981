"""A loaded publication can be sent on, and finds its cells again."""

from __future__ import annotations

import pickle
from pathlib import Path

from briefing.document import Where
from briefing.publication import Publication, load
from tests.small_publication import FILES, write


def test_it_can_be_sent_to_another_process(publication: Publication) -> None:
    """Pickled and read again a publication is equal, with its places."""
    again = pickle.loads(pickle.dumps(publication))
    assert again == publication
    where = publication.facts["reports-2023"].where
    assert again.cell(where, "value") == publication.cell(where, "value")


def test_a_cell_is_found_by_its_column(publication: Publication) -> None:
    """The place of a cell is its first character, inside quotes if it has them."""
    quote = publication.quotes["founder"]
    assert quote.where == Where("data/quotes.csv", 2, 1)
    assert publication.cell(quote.where, "role") == Where("data/quotes.csv", 2, 22)
    assert publication.cell(quote.where, "source") == Where("data/quotes.csv", 2, 77)


def test_a_place_without_such_a_cell_stays(publication: Publication) -> None:
    """Of a record that is in no table, or of an unknown column, the record's place is given."""
    where = publication.audiences["readers"].where
    fact = publication.facts["reports-2023"].where
    assert publication.cell(where, "title") == where
    assert publication.cell(fact, "colour") == fact


def test_a_recommendation_knows_where_its_text_stands(publication: Publication) -> None:
    """A message about the text of a recommendation can point into its cell."""
    first, second = publication.recommendations
    for each, start in ((first, "Believe them"), (second, "Report what")):
        where = each.text_where
        line = FILES[where.path].split("\n")[(where.line or 0) - 1]
        assert line[(where.column or 0) - 1 :].startswith(start)


def test_a_moved_row_is_not_a_changed_row(publication: Publication, tmp_path: Path) -> None:
    """Blank lines between the rows of a table change nothing but places."""
    spaced = {"data/facts.csv": FILES["data/facts.csv"].replace("\n", "\n\n,,,,,,,,,,,\n")}
    other = load(write(tmp_path / "spaced", **spaced))
    assert other.facts == publication.facts
    assert other.facts["reports-2022"].where.line == 4

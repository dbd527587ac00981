"""Counts too small to be told."""

from __future__ import annotations

import pickle
from pathlib import Path

from briefing.publication import Publication, Questions, Trace, load
from tests import regions


def _row(publication: Publication, place: str) -> tuple[object, str]:
    (row,) = Questions(publication).rows("by-country", {"place": (place,), "period": ("2022",)})
    return row.value, row.qualifier


def test_a_small_count_is_gone(tmp_path: Path) -> None:
    """A count below the measure's smallest is only known to be below it; others stay."""
    publication = regions.publication(tmp_path)
    assert _row(publication, "fff") == (10, "under")
    assert _row(publication, "aaa") == (240, "")


def test_no_hash_tells_it(tmp_path: Path) -> None:
    """Two small counts have the same answer and hash: whoever tries numbers learns nothing."""
    trace = Trace()
    kept = {"place": ("fff",)}
    Questions(regions.publication(tmp_path / "old"), trace).rows("by-country", kept)
    changed = regions.rows().replace("2022,fff,,3", "2022,fff,,8")
    folder = regions.written(tmp_path / "new", **{"data/series/by-country.csv": changed})
    assert trace.changed(load(folder)) == ()


def test_a_fact_is_treated_like_a_row(tmp_path: Path) -> None:
    """A fact of such a measure is suppressed as well, and one of another measure is not."""
    facts = (
        "id,measure,value,qualifier,period,place,group,source,locator,confidence,calculation,note\n"
        "small,counted,7,,2022,ccc,,hotline,,high,,\n"
        "plain,reports,7,,2022,ccc,,hotline,,high,,\n"
        "reports-2022,reports,32000000,over,2022,world,,hotline,page 2,high,,\n"
        "reports-2023,reports,36200000,over,2023,world,,hotline,page 2,high,,\n"
        "told-somebody,polled,43.5,,2019-2022,world,aged 12-17,hotline,,high,,\n"
        "reports-a-day,reports,99178,about,2023,world,,ours,,high,reports-2023 / 365,\n"
    )
    found = load(regions.written(tmp_path, **{"data/facts.csv": facts})).facts
    assert (found["small"].value, found["small"].qualifier) == (10, "under")
    assert (found["plain"].value, found["plain"].qualifier) == (7, "")


def test_ten_is_no_small_count(tmp_path: Path) -> None:
    """The smallest count itself is told."""
    changed = regions.rows().replace("2022,fff,,3", "2022,fff,,10")
    folder = regions.written(tmp_path, **{"data/series/by-country.csv": changed})
    assert _row(load(folder), "fff") == (10, "")


def test_it_survives_the_way_to_another_process(tmp_path: Path) -> None:
    """A publication that was sent on answers the same, with its geography worked out."""
    publication = regions.publication(tmp_path)
    assert publication.geography.home("ggg") == "north"
    assert publication.rows_by_place
    sent = pickle.loads(pickle.dumps(publication))
    assert _row(sent, "fff") == (10, "under")
    assert sent.geography.home("ggg") == "north"

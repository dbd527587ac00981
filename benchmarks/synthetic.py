"""A large publication out of the shipped one: its countries many times, each with own numbers.

    python -m benchmarks.synthetic FOLDER EDITIONS

Every copy of a country lies in copies of its regions and has another name and other counts, so that
no two editions have the same text or the same data. Each country is for one audience.
"""

from __future__ import annotations

import csv
import random
import shutil
import sys
from collections.abc import Iterator
from itertools import cycle, product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from briefing import api
from briefing.document import Edition

ROOT = Path(__file__).parents[1]
SERIES = "data/series/cybertipline-by-country.csv"
PLACES = "data/places.csv"
LIST = "editions.txt"

Row = dict[str, str]


def written(folder: Path, editions: int) -> list[Edition]:
    """Write the publication, and the list of so many of its editions; those."""
    shutil.copytree(ROOT / "data", folder / "data")
    shutil.copytree(ROOT / "assets", folder / "assets")
    shutil.copy(ROOT / "briefing.toml", folder)
    shipped = api.load(ROOT)
    here = [it for it in shipped.geography.editions if shipped.places[it].kind == "country"]
    copies = list(_names(-(-editions // len(here))))
    places, rows = _read(PLACES), _read(SERIES)
    taken = [row for row in places if row["kind"] == "region" or row["id"] in set(here)]
    copied = {row["id"] for row in taken}
    counted = [row for row in rows if row["place"] in copied]
    _write(folder / PLACES, places + [_place(row, it, copied) for it in copies for row in taken])
    _write(folder / SERIES, rows + [_counts(row, it) for it in copies for row in counted])
    names = [f"{place}-{name.lower()}" for name, place in product(copies, here)]
    chosen = [
        Edition(audience, place)
        for audience, place in zip(cycle(shipped.audiences), names[:editions], strict=False)
    ]
    (folder / LIST).write_text("".join(f"{it.id}\n" for it in chosen), encoding="utf-8")
    return chosen


def _names(number: int) -> Iterator[str]:
    """Words without a digit: a number in a name would be one that no fact gives."""
    syllables = [c + v for c, v in product("bdfglmnprstv", "aeiou")]
    for n in range(number):
        yield (syllables[n // len(syllables)] + syllables[n % len(syllables)]).capitalize()


def _read(path: str) -> list[Row]:
    with (ROOT / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _write(path: Path, rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _place(row: Row, name: str, copied: set[str]) -> Row:
    region = f"{row['region']}-{name.lower()}" if row["region"] in copied else row["region"]
    changed = {"id": f"{row['id']}-{name.lower()}", "name": f"{row['name']} {name}"}
    in_text = f"{row['in_text']} {name}" if row["in_text"] else ""
    return {**row, **changed, "in_text": in_text, "region": region, "also": ""}


def _counts(row: Row, name: str) -> Row:
    # By name and row, so that the same folder comes out wherever it is written.
    factor = random.Random(f"{name} {row['place']} {row['period']}").uniform(0.75, 1.3)
    value = row["value"]
    changed = str(max(round(int(value) * factor), 100)) if value else value
    return {**row, "place": f"{row['place']}-{name.lower()}", "value": changed}


if __name__ == "__main__":
    written(Path(sys.argv[1]), int(sys.argv[2]))

"""Packs of the shipped publication: what fails, what each file says, and what a changed row costs.

The tests take samples. All 660 editions are made and held against both profiles by

    briefing pack --out-dir whole
    python -m tests.pack.test_whole_pack whole
"""

from __future__ import annotations

import json
import shutil
import sys
from itertools import cycle
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from briefing.checks.walk import facts_of
from briefing.compose import compose
from briefing.document import Edition
from briefing.document.briefing import Briefing
from briefing.pack import Pack
from briefing.pack.folder import PackFolder, file_of
from briefing.pack.manifest import Manifest
from briefing.publication import Publication, Trace, load
from briefing.publication.theme import load_theme
from tests import shipped
from tests.cli.command import Command, leftovers
from tests.pdf.making import failures

ROWS = "data/series/cybertipline-by-country.csv"
SERIES = "cybertipline-by-country"
JOBS = 2


def _copied(folder: Path) -> Path:
    """A copy of the shipped publication, to be changed."""
    shutil.copytree(shipped.ROOT / "data", folder / "data")
    shutil.copytree(shipped.ROOT / "assets", folder / "assets")
    shutil.copy(shipped.ROOT / "briefing.toml", folder)
    return folder


def _places(kind: str, publication: Publication | None = None) -> list[str]:
    """The places of a kind that have an edition."""
    publication = publication or shipped.publication()
    places = publication.geography.editions
    return [place for place in places if publication.places[place].kind == kind]


def _spread(places: list[str], number: int) -> list[str]:
    """So many of them, from all parts of the list."""
    return [places[index * len(places) // number] for index in range(number)]


def _pack(folder: Path, editions: list[Edition], out: Path) -> dict[str, str]:
    """Each edition's status in a run of several processes."""
    pack = Pack(load(folder), load_theme(folder), editions, out)
    return {done.edition: done.status for done in pack.run(JOBS)}


BROKEN = """\
---
audiences: [government]
order: 15
places: [{places}]
---
## More

{{{{ fact("no-such-fact") }}}} came.
"""


def test_five_of_fifty_fail(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A section that only five countries have is wrong: 45 files, five logs, exit code 3."""
    folder = _copied(tmp_path / "p")
    countries = _spread(_places("country"), 50)
    broken = countries[3::10]
    text = BROKEN.format(places=", ".join(broken))
    (folder / "data/sections/en/broken.md").write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)
    briefing = Command(capsys)
    chosen = ("-a", "government", "--place", ",".join(countries), "-j", str(JOBS))
    outcome = briefing("pack", *chosen, "--format", "json")
    assert outcome.code == 3
    assert "Traceback" not in outcome.err
    assert outcome.err.count("data/sections/en/broken.md:8:1: error:") == 5
    statuses = [json.loads(line)["status"] for line in outcome.out.splitlines()]
    assert (statuses.count("made"), statuses.count("failed")) == (45, 5)
    out = folder / "out"
    made = {path.stem.split("--")[1] for path in out.glob("government--*.pdf")}
    assert made == set(countries) - set(broken)
    assert {path.stem.split("--")[1] for path in (out / "logs").iterdir()} == set(broken)
    assert leftovers(folder) == []
    (folder / "data/sections/en/broken.md").unlink()
    outcome = briefing("pack", *chosen, "--only-failed", "-q")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    assert len(list(out.glob("government--*.pdf"))) == 50
    assert not (out / "logs").exists()


@pytest.fixture(scope="module")
def forty(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Edition]]:
    """A folder with forty editions of countries, for all audiences, made by several processes."""
    out = tmp_path_factory.mktemp("forty")
    audiences = cycle(shipped.AUDIENCES)
    editions = [Edition(next(audiences), it) for it in _spread(_places("country"), 40)]
    assert set(_pack(shipped.ROOT, editions, out).values()) == {"made"}
    return out, editions


def test_each_file_is_of_its_own_place(forty: tuple[Path, list[Edition]]) -> None:
    """Title and header name the place, footer, keywords and XMP the edition, on every page."""
    out, editions = forty
    for edition in editions:
        name = shipped.publication().places[edition.place].name
        path = out / file_of(edition.id)
        with pikepdf.open(path) as pdf, pdf.open_metadata() as metadata:
            assert metadata["dc:identifier"] == edition.id
            assert str(pdf.docinfo["/Title"]).startswith(f"Draft: {name}: ")
            assert edition.id in str(pdf.docinfo["/Keywords"])
        pdf = pypdfium2.PdfDocument(path)
        for sheet in pdf:
            text = " ".join(sheet.get_textpage().get_text_range().split())
            assert f"{name} edition" in text
            assert f"Edition {edition.id} " in text
            assert text.count("Edition ") == 1
        pdf.close()


def _rows_printed(briefing: Briefing) -> set[str]:
    """The places of the rows of the series whose values stand in running text."""
    names = {name for fact in facts_of(briefing) for name in fact.facts}
    return {name.rpartition(":")[2] for name in names if name.startswith(SERIES)}


def test_no_number_of_another_country(forty: tuple[Path, list[Edition]]) -> None:
    """The rows in print are those of the place and the sum of its region; so is the data."""
    publication = shipped.publication()
    countries = set(_places("country"))
    own = 0
    for edition in forty[1]:
        printed = _rows_printed(compose(publication, edition))
        assert printed <= {edition.place, publication.geography.home(edition.place), "world"}
        own += edition.place in printed
        with pikepdf.open(forty[0] / file_of(edition.id)) as pdf:
            for attached in pdf.attachments.values():
                table = attached.get_file().read_bytes().decode("utf-8-sig")
                cells = set(table.replace("\r\n", ",").replace('"', "").split(","))
                assert not cells & (countries - {edition.place})
    assert own == len(forty[1])


def test_a_sample_is_valid(tmp_path: Path) -> None:
    """Sixty editions, of the world, every region and countries, for all audiences and papers."""
    regions = _places("region")
    places = ["world", *regions, *_spread(_places("country"), 59 - len(regions))]
    audiences, papers = cycle(shipped.AUDIENCES), cycle(shipped.PAPERS)
    editions = [Edition(next(audiences), it, paper=next(papers)) for it in places]
    assert len(editions) == 60
    assert set(_pack(shipped.ROOT, editions, tmp_path).values()) == {"made"}
    paths = sorted(tmp_path.glob("*.pdf"))
    assert len(paths) == 61  # the contents sheet among them
    assert {path.name: failures(path.read_bytes()) for path in paths} == {
        path.name: [] for path in paths
    }


def _change(folder: Path, place: str, period: str) -> None:
    """Add one to a row of a country."""
    lines = (folder / ROWS).read_text(encoding="utf-8").splitlines()
    start = f"{SERIES},{period},{place},,"
    found = [index for index, line in enumerate(lines) if line.startswith(start)]
    assert len(found) == 1
    value, _, rest = lines[found[0]].removeprefix(start).partition(",")
    lines[found[0]] = f"{start}{int(value) + 1},{rest}"
    (folder / ROWS).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _beside(publication: Publication, country: str) -> set[str]:
    """The places whose editions look at a country: itself, its regions, those set beside it."""
    geography = publication.geography
    around = {place for place in geography.editions if place != "world"}
    return {it for it in around if country in geography.countries.get(geography.home(it), ())}


@pytest.mark.parametrize(
    ("audience", "country"), [("government", "ken"), ("ngo", "fra"), ("tech-industry", "ken")]
)
def test_who_looks_at_a_row(tmp_path: Path, audience: str, country: str) -> None:
    """By the traces of all editions of an audience: its region's, and no other's nor the world's.

    The countries beside it look at two years alone, it and its regions at all of them.
    """
    folder = _copied(tmp_path / "p")
    publication = load(folder)
    traces = {place: Trace() for place in publication.geography.editions}
    for place, trace in traces.items():
        compose(publication, Edition(audience, place), trace)

    def looked() -> set[str]:
        now = load(folder)
        return {place for place, trace in traces.items() if trace.changed(now)}

    assert looked() == set()
    _change(folder, country, "2020")
    beside = _beside(publication, country)
    regions = set(_places("region"))
    assert looked() == {country} | beside & regions
    _change(folder, country, "2022")
    assert looked() == beside


def test_a_changed_row_costs_its_editions(tmp_path: Path) -> None:
    """What is made again is what looked at the row, as the manifest's traces say."""
    folder, out = _copied(tmp_path / "p"), tmp_path / "out"
    places = ["world", "ken", "uga", "eastern-africa", "africa", "nga", "fra", "western-europe"]
    editions = [Edition("government", place) for place in places]
    assert set(_pack(folder, editions, out).values()) == {"made"}
    for country, period, looked in (
        ("ken", "2020", {"ken", "eastern-africa", "africa"}),
        ("ken", "2022", {"ken", "uga", "eastern-africa", "africa"}),
        ("fra", "2022", {"fra", "western-europe"}),
        ("nzl", "2022", set()),
    ):
        _change(folder, country, period)
        entries = Manifest.read(PackFolder(out).shelf).entries
        now = load(folder)
        asked = {it.id for it in editions if Trace(entries[it.id].trace).changed(now)}
        statuses = _pack(folder, editions, out)
        made = {name for name, status in statuses.items() if status == "made"}
        assert made == asked
        assert made == {it.id for it in editions if it.place in looked}
        assert statuses.keys() == {it.id for it in editions}


def _validate(folder: Path) -> int:
    """Hold every PDF of a folder against both profiles; how many fail."""
    paths = sorted(folder.glob("*.pdf"))
    faults = {path: found for path in paths if (found := failures(path.read_bytes()))}
    for path, found in faults.items():
        print(path, *found, sep="\n  ")
    print(f"{len(paths)} files, {len(faults)} of them not valid")
    return len(faults)


if __name__ == "__main__":
    sys.exit(bool(_validate(Path(sys.argv[1]))))

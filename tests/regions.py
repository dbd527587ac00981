"""A small publication with a region of countries, whose editions it makes."""

from __future__ import annotations

from pathlib import Path

from briefing.compose import compose
from briefing.document import Briefing, Edition
from briefing.document.reading import read_aloud
from briefing.publication import Publication, load
from tests import small_publication

COUNTRIES = {
    "aaa": ("Aland", (120, 240)),
    "bbb": ("Long Islands", (4, 300)),
    "ccc": ("Ceeland", (500, 500)),
    "ddd": ("Deeland", (700, 350)),
    "eee": ("Eeland", (80, 1200)),
    "fff": ("Effland", (30, 3)),
    "ggg": ("Geeland", (None, 900)),
    "hhh": ("Rock", (None, None)),
}
"""Id to name and the counts of 2021 and 2022; those below 10 are never told."""

SETTINGS = (
    small_publication.FILES["briefing.toml"]
    + """
[eligible]
series = "by-country"
least = 100
"""
)

PLACES = """\
id,name,in_text,kind,region,edition,note,also
world,World,the world,world,,yes,,
north,North,,region,world,yes,,
far-north,Far North,the Far North,region,north,yes,,
lone-coast,Lone Coast,,region,north,yes,,
union,Union,the Union,other,north,no,an organisation,
ken,Kenya,,country,world,no,not asked,
aaa,Aland,,country,far-north,yes,,union
bbb,Long Islands,the Long Islands,country,far-north,yes,,
ccc,Ceeland,,country,far-north,yes,,
ddd,Deeland,,country,far-north,yes,,
eee,Eeland,,country,far-north,yes,,
fff,Effland,,country,far-north,yes,,
ggg,Geeland,,country,lone-coast,yes,,
hhh,Rock,,country,lone-coast,no,uninhabited,
"""

MEASURES = """\
id,name,unit,counts,excludes,caveat,smallest
reports,Reports received by the Hotline,count,Reports that arrive.,Children.,not children,
polled,Young people who told someone,percent,Answers to a poll.,All not asked.,a poll,
counted,Reports by country,count,Reports by country.,Children.,reports by country,10
"""

AUDIENCE = (
    small_publication.FILES["data/audiences/readers.toml"]
    + """
[country]
title = "{{ place }}: {{ fact('by-country:2022') }} reports"
message = "Of {{ place() }}, beside {{ region() }}."
lead_charts = []
asks_heading = "What readers can do there"

[[country.key_figures]]
fact = "by-country:2022"
label = "reports"

[[country.key_figures]]
fact = "by-country:2021"
label = "reports before"

[[country.key_figures]]
fact = "by-country:2022:region"
label = "in {{ region() }}"
"""
)

SECTION = """\
---
audiences: [readers]
order: 10
places: [{places}]
---
{body}
"""


def rows() -> str:
    """The series, a row for each count."""
    lines = ["measure,period,place,group,value,qualifier,source,confidence,note"]
    for place, (_, counts) in COUNTRIES.items():
        for period, count in zip(("2021", "2022"), counts, strict=True):
            if count is not None:
                lines.append(f"counted,{period},{place},,{count},,hotline,high,")
    return "\n".join(lines) + "\n"


FILES = {
    "briefing.toml": SETTINGS,
    "data/places.csv": PLACES,
    "data/measures.csv": MEASURES,
    "data/series/by-country.csv": rows(),
    "data/audiences/readers.toml": AUDIENCE,
    "data/sections/en/kenya.md": None,
    "data/sections/en/first.md": None,
}


def written(folder: Path, **overrides: str | None) -> Path:
    """The publication's folder."""
    return small_publication.write(folder, **{**FILES, **overrides})


def publication(
    folder: Path, body: str = "Nothing.", places: str = "country, region"
) -> Publication:
    """The publication with one section of this text for these places."""
    section = SECTION.format(places=places, body=body)
    return load(written(folder, **{"data/sections/en/text.md": section}))


def edition(folder: Path, place: str, body: str = "Nothing.") -> Briefing:
    """The edition of a place, with a section of this text."""
    return compose(publication(folder, body), Edition("readers", place))


def said(folder: Path, place: str, body: str) -> str:
    """What the section says in the edition of a place, as it is read aloud."""
    whole = read_aloud(edition(folder, place, f"## Begin\n\n{body}"))
    return whole.split("Begin\n\n")[1].split("\n\nSources")[0].split("\n\nAbout")[0].strip()

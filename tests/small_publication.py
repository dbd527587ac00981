"""A small valid publication for tests: everything that a publication can hold but a theme."""

from __future__ import annotations

from pathlib import Path

FILES = {
    "briefing.toml": """\
id = "small"
title = "Small publication"
publisher = "briefing"
contact = "briefing@example.org"
as_of = 2026-11-24
licence = "CC BY 4.0"

[defaults]
place = "world"

[release]
state = "draft"
""",
    "data/sources.csv": """\
id,publisher,title,published,url,terms,confidence,basis
hotline,The Hotline,"Annual report, 2023",2024-05-08,https://example.org/report,citation,high,seen
ours,briefing,Our calculations,2026,,CC BY 4.0,high,derived
""",
    "data/measures.csv": """\
id,name,unit,counts,excludes,caveat
reports,Reports received by the Hotline,count,Reports that arrive.,Children.,"reports, not children"
polled,Young people who told someone,percent,Answers to a poll.,All who were not asked.,a poll
""",
    "data/facts.csv": """\
id,measure,value,qualifier,period,place,group,source,locator,confidence,calculation,note
reports-2022,reports,32000000,over,2022,world,,hotline,page 2,high,,
reports-2023,reports,36200000,over,2023,world,,hotline,page 2,high,,
reports-2023-ken,reports,8400,,2023,ken,,hotline,table 1,medium,,
told-somebody,polled,43.5,,2019-2022,world,aged 12-17,hotline,,high,,
polled-ages,polled,12-17,,2023-H1,world,,hotline,,high,,
reports-a-day,reports,99178,about,2023,world,,ours,,high,reports-2023 / 365,
""",
    "data/series/reports.csv": """\
measure,period,place,group,value,qualifier,source,confidence,note
reports,2021,world,,29400000,,hotline,high,
reports,2022,world,,32000000,,hotline,high,
reports,2023,world,,36200000,,hotline,high,
reports,2021,ken,,6100,,hotline,medium,
reports,2022,ken,,,,hotline,medium,not published
reports,2023,ken,,8400,,hotline,medium,
""",
    "data/charts/reports-by-year.toml": """\
kind = "columns"
series = "reports"
x = "period"
highlight = ["2021", "2023"]
note = "Reports are not children."
scale = "million"

[rows]
place = ["world"]

[headline]
say = "change"
subject = "Reports"
start = "2021"
end = "2023"
""",
    "data/charts/reports-by-place.toml": """\
kind = "line"
series = "reports"
x = "period"
split = "place"
span = 0.5

[labels]
"ken" = "Kenya"

[headline]
text = 'Reports rose to {{ row("2023") }}'
""",
    "data/audiences/readers.toml": """\
name = "readers"
label = "Briefing for readers"
title = "Reports {{ change('reports-2022', 'reports-2023', style='words') }}"
message = "More people report what they find."
lead_charts = ["reports-by-year"]
asks_heading = "What readers can do"

[[key_figures]]
fact = "reports-2023"
style = "short"
label = "Reports in {{ period('reports-2023') }}"
note = "Reports, not children"

[[key_figures]]
fact = "told-somebody"
label = "Told somebody"

[[key_figures]]
fact = "reports-a-day"
style = "short"
label = "Reports a day"
""",
    "data/sections/en/first.md": """\
---
audiences: [readers]
order: 10
---
## Reports

The Hotline received {{ fact("reports-2023", style="short") }} reports.

{{ chart("reports-by-place") }}
""",
    "data/sections/en/kenya.md": """\
---
audiences: [readers]
order: 20
places: [ken]
role: body
---
## Kenya

{{ quote("founder") }}
""",
    "data/recommendations.csv": """\
id,audience,order,lead,text,source,basis
listen,readers,2,Listen.,"Believe them: {{ fact(""told-somebody"") }} tell, at last.",,inference
report,readers,1,Report it.,Report what you find to the Hotline.,hotline,source
""",
    "data/quotes.csv": """\
id,speaker,role,quote,source,verbatim
founder,Ada Example,"Founder, the Hotline",Each report is read by a person.,hotline,yes
""",
    "data/chronology.csv": """\
id,date,place,event,source,confidence,audiences
second,2021-05-03,ken,The Hotline opens in Kenya.,hotline,high,readers
founded,1996,world,The Hotline is founded.,hotline,high,readers
""",
    "data/helplines.csv": """\
id,audiences,place,name,purpose,url,phone,verified,source
directory,readers,world,Directory,Find a helpline,https://example.org/help,,2026-11-01,hotline
kenya,readers,ken,Kenya line,Talk to somebody,https://example.org/ken,,,
""",
    "data/places.csv": """\
id,name,region,edition
world,World,,yes
africa,Africa,world,no
ken,Kenya,africa,yes
""",
    "data/terms.csv": """\
discouraged,recommended,reason,source
bad word / bad words,good word,It is kinder.,hotline
""",
}
"""The files by their path in the publication."""


def write(folder: Path, **overrides: str | bytes | None) -> Path:
    """Write the publication to ``folder`` and return it.

    An override names a file by its path, ``**{"data/facts.csv": "..."}``, and gives its content;
    None leaves the file out.
    """
    files: dict[str, str | bytes | None] = {**FILES, **overrides}
    for name, content in files.items():
        if content is None:
            continue
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def changed(name: str, old: str, new: str) -> dict[str, str]:
    """An override: the file ``name`` with ``old``, which stands in it once, replaced by ``new``."""
    text = FILES[name]
    if text.count(old) != 1:
        raise ValueError(f"{old!r} stands {text.count(old)} times in {name}")
    return {name: text.replace(old, new)}

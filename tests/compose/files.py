"""A publication of a few files, which a test may change before it is read."""

from __future__ import annotations

from pathlib import Path

from briefing.compose import compose
from briefing.document import Briefing, Edition, Figure, Paragraph
from briefing.publication import Publication, load

FILES = {
    "briefing.toml": """\
id = "small"
title = "Child safety online"
publisher = "briefing"
contact = "briefing@example.org"
as_of = 2026-11-24
licence = "CC BY 4.0"
""",
    "data/sources.csv": """\
id,publisher,title,published,url,terms,confidence,basis
ncmec,NCMEC,CyberTipline reports,2024-05,https://www.example.org/reports/2023/,,high,seen
ei,Economist Impact,Survey of young adults,2021,,,high,seen
iwf,IWF,Annual report,2024-04-23,https://iwf.example.org/annual,,high,seen
press,A newspaper,An article,2021-10,,,medium,seed
own,briefing,Our calculation,2026,,,high,derived
""",
    "data/measures.csv": """\
id,name,unit,counts,excludes,caveat
reports,CyberTipline reports received by NCMEC,count,Notifications.,Children.,\
Reports are not children.
harm,Young adults who met harm,percent,Answers.,,Self-reported.
days,Time to removal,days,Days.,,
rate,Reports a day,per-day,Reports.,,
tools,Companies that use a tool,percent,Answers.,,Base: 32 companies.
""",
    "data/facts.csv": """\
id,measure,value,qualifier,period,place,group,source,locator,confidence,calculation,note
total-2019,reports,16987361,,2019,world,,ncmec,,high,,
total-2022,reports,32059029,,2022,world,,ncmec,,high,,
total-2023,reports,36210368,,2023,world,,ncmec,,high,,
total-2024-h1,reports,9000000,about,2024-H1,world,,ncmec,,high,,
girls,harm,57,,2021,world,girls,ei,,high,,
boys,harm,48,,2021,world,boys,ei,,high,,
disabled,harm,57,over,2021,world,,press,,medium,,
weak,reports,400,,2021,world,,iwf,,low,,
members,reports,200,over,2021,world,,iwf,,high,,
ages,days,18,,2021,world,,ei,,high,,
age-range,days,18-20,,2021,world,,ei,,high,,
three,days,3,,2021-05-03,world,,ei,,high,,
few,reports,10,under,2023,world,,ncmec,,high,,
hosting,reports,290000,,2019-2022,world,,iwf,,high,,
daily,rate,99206.5,,2023,world,,own,,high,total-2023 / 365,
daily-weak,rate,1.1,,2021,world,,own,,high,weak / 365,
""",
    "data/series/years.csv": """\
measure,period,place,group,value,qualifier,source,confidence,note
reports,2019,world,,16987361,,ncmec,high,
reports,2020,world,,21751085,,ncmec,high,
reports,2021,world,,29397681,,ncmec,high,
reports,2022,world,,32059029,,ncmec,high,
reports,2023,world,,36210368,,ncmec,high,
reports,2018,world,,18462424,,iwf,low,first year
""",
    "data/series/tools.csv": """\
measure,period,place,group,value,qualifier,source,confidence,note
tools,2021,world,hash,87,,ei,high,
tools,2021,world,grooming,37,,ei,high,
""",
    "data/charts/years.toml": """\
kind = "columns"
series = "years"
x = "period"
scale = "million"
highlight = ["2019", "2023"]
note = "Totals of {{ period('total-2023') }} were {{ fact('total-2023', style='short') }}."

[rows]
period = ["2019", "2020", "2021", "2022", "2023"]

[headline]
say = "change"
subject = "Reports"
start = "2019"
end = "2023"
""",
    "data/charts/tools.toml": """\
kind = "bars"
series = "tools"
x = "group"

[labels]
hash = "Match known images"
grooming = "Detect grooming"

[headline]
text = 'Companies look for known images ({{ row("hash") }}), less for grooming \
({{ row("grooming") }})'
""",
    "data/audiences/government.toml": """\
name = "government"
label = "Briefing for governments"
title = "Reports {{ change('total-2019', 'total-2023', style='words') }} by 2023"
message = "In 2023 there were {{ fact('total-2023', style='short') }} reports."
lead_charts = ["years"]
asks_heading = "What governments can do now"

[[key_figures]]
fact = "total-2023"
style = "short"
label = "reports in {{ period('total-2023') }}"
note = "Reports, not children"

[[key_figures]]
fact = "members"
label = "members"

[[key_figures]]
fact = "disabled"
label = "of disabled respondents"
""",
    "data/sections/en/note.md": """\
---
audiences: [government]
order: 1
role: content_note
---
This briefing is about abuse.
""",
    "data/sections/en/reading.md": """\
---
audiences: [government]
order: 2
role: reading
title: How to read
---
A report is a notification.
""",
    "data/sections/en/evidence.md": """\
---
audiences: [government]
order: 10
---
## What we know

A survey found {{ fact("girls") }}.
""",
    "data/sections/en/about.md": """\
---
audiences: [government]
order: 90
role: about
---
Made for a test, after {{ cite("iwf") }}.
""",
    "data/recommendations.csv": """\
id,audience,order,lead,text,source,basis
fund,government,1,Fund the response.,Budgets should grow with reports.,ei,source
law,government,2,Close gaps.,"Check **law** in {{ fact('girls') }} of cases.",ncmec,inference
""",
    "data/quotes.csv": """\
id,speaker,role,quote,source,verbatim
will,Director,An alliance,We can and will prevent it.,iwf,yes
seed,Somebody,,A paraphrase.,press,no
""",
    "data/chronology.csv": """\
id,date,place,event,source,confidence,audiences
later,2021-05-03,world,A site is closed.,iwf,high,government
first,1998,world,The CyberTipline begins.,ncmec,high,government
""",
    "data/helplines.csv": """\
id,audiences,place,name,purpose,url,phone,verified,source
map,government,world,Hotline map,Find a hotline,https://www.example.org,555 0100,,iwf
""",
    "data/places.csv": """\
id,name,region,edition
world,World,,yes
africa,Africa,world,yes
ken,Kenya,africa,yes
nld,Netherlands,world,yes
ata,Antarctica,world,no
""",
    "data/terms.csv": """\
discouraged,recommended,reason,source
bad word,good word,reasons,ei
""",
}

EVIDENCE = "data/sections/en/evidence.md"


def write(folder: Path, **changes: str) -> Path:
    """Write ``FILES`` into ``folder``; ``changes`` by path (as ``**{"data/x.csv": text}``)."""
    for path, text in (FILES | changes).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    return folder


def publication(folder: Path, **changes: str) -> Publication:
    """The publication of ``FILES`` with ``changes``."""
    return load(write(folder, **changes))


def body(text: str) -> dict[str, str]:
    """The change that makes ``text`` the body of the one section; it begins on line 5."""
    return {EVIDENCE: f"---\naudiences: [government]\norder: 10\n---\n{text}"}


def composed(folder: Path, text: str = "", **changes: str) -> Briefing:
    """The world edition for governments, with ``text`` as its section."""
    made = publication(folder, **(body(text) if text else {}), **changes)
    return compose(made, Edition("government"))


def section_blocks(briefing: Briefing) -> tuple[object, ...]:
    """The blocks between the box on reading and the list of sources."""
    kinds = [getattr(block, "role", block.type) for block in briefing.blocks]
    end = next(
        number
        for number, block in enumerate(briefing.blocks)
        if block.type == "heading" and block.children[0].text == "Sources"  # type: ignore[union-attr]
    )
    return briefing.blocks[kinds.index("reading") + 1 : end]


def paragraph(folder: Path, text: str, **changes: str) -> Paragraph:
    """The only block that ``text`` becomes, a paragraph."""
    (block,) = section_blocks(composed(folder, text, **changes))
    assert isinstance(block, Paragraph)
    return block


def only_figure(briefing: Briefing, chart: str) -> Figure:
    """The figure of ``chart``."""
    return next(b for b in briefing.blocks if isinstance(b, Figure) and b.id == chart)

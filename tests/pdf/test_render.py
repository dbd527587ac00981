"""A briefing becomes one file: valid, complete, and the same for the same inputs."""

from __future__ import annotations

import gc
import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.artwork import draw
from briefing.diagnostics import RenderError
from briefing.document import Heading, Paragraph, Text, Where
from briefing.pdf import render, tree
from briefing.pdf.layout import story
from tests import samples, shipped
from tests.pdf.hard_cases import briefing_of
from tests.pdf.making import everything, failures, rendered, unpacked
from tests.pdf.places import overlaps, watch

SCRIPT = """
import hashlib, sys
from tests import samples, shipped
from tests.pdf.hard_cases import briefing_of
from tests.pdf.making import rendered

if "other first" in sys.argv:
    rendered(samples.briefing(samples.paragraph("Other letters first: ÄÖÜ ffi xyz 123")))
tall = briefing_of("cells of 3,000 words")
for data in (
    rendered(samples.everything()).data,
    rendered(tall).data,
    shipped.made("government", "a4").data,
):
    print(hashlib.sha256(data).hexdigest())
"""


def test_every_block_is_valid() -> None:
    """A file with every kind of block is PDF/UA-1 and PDF/A-3a."""
    assert failures(everything().data) == []


@pytest.mark.parametrize("block", samples.everything().blocks[1:-2], ids=lambda block: block.type)
def test_each_block_alone_is_valid(block: object) -> None:
    """No kind of block needs another one; one with citations needs its sources."""
    heading = Heading(1, samples.text("Title"))
    levels = [Heading(2, samples.text("Section"))] if getattr(block, "level", 0) == 3 else []
    end = samples.everything().blocks[-2]
    anchors = replace(
        end,
        items=tuple(replace(item, cited_from=()) for item in end.items),  # type: ignore[arg-type, union-attr]
    )
    data = rendered(samples.briefing(heading, *levels, block, anchors)).data  # type: ignore[arg-type]
    assert failures(data) == []


@pytest.mark.parametrize(("audience", "paper"), shipped.EDITIONS)
def test_each_shipped_edition_is_valid(audience: str, paper: str) -> None:
    """PDF/UA-1 and PDF/A-3a, on both papers."""
    assert failures(shipped.made(audience, paper).data) == []


def test_the_shipped_editions_are_all_tested() -> None:
    """The tests know every audience and every paper."""
    assert set(shipped.publication().audiences) == set(shipped.AUDIENCES)
    assert set(shipped.theme().papers) == set(shipped.PAPERS)


def _hashes(*arguments: str, **variables: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", SCRIPT, *arguments],
        cwd=shipped.ROOT,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_the_same_bytes_in_another_process() -> None:
    """Neither hash seed, time zone, locale nor what was rendered before gets into the file."""
    one = _hashes(PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C")
    two = _hashes("other first", PYTHONHASHSEED="4242", TZ="Asia/Kolkata", LC_ALL="C.UTF-8")
    tall = rendered(briefing_of("cells of 3,000 words")).data
    here = [everything().data, tall, shipped.made("government", "a4").data]
    assert one == two == [hashlib.sha256(data).hexdigest() for data in here]


def test_the_same_bytes_after_another_document() -> None:
    """What a process set before leaves no trace: fonts, caches and numbers begin anew."""
    before = rendered(samples.everything()).data
    rendered(samples.briefing(samples.paragraph("ÄÖÜ other letters, office fjord 987")))
    assert rendered(samples.everything()).data == before == everything().data


def test_another_word_is_another_file() -> None:
    """The comparison above can fail."""
    one = rendered(samples.briefing(samples.paragraph("one"))).data
    assert rendered(samples.briefing(samples.paragraph("two"))).data != one


def test_render_gives_the_bytes() -> None:
    """``render`` is ``render_pages`` without its report."""
    briefing = samples.briefing(samples.paragraph("text"))
    assert render(briefing, shipped.theme(), {}) == rendered(briefing).data


def test_no_date_of_today() -> None:
    """The document's date is as_of: the year of the clock stands nowhere else."""
    data = rendered(samples.briefing(samples.paragraph("text"), as_of="1999-12-31")).data
    data = unpacked(data)
    assert b"D:19991231000000Z" in data
    assert b"D:20" not in data


def test_the_report_says_what_stands_where() -> None:
    """Every block has its places, in order, on pages that exist and between the margins."""
    report = everything().report
    blocks = samples.everything().blocks
    paper = shipped.theme().papers["a4"]
    order = [placed.block for placed in report.placed]
    assert order == sorted(order)
    figures = {index for index, block in enumerate(blocks) if block.type == "figure"}
    assert set(range(len(blocks))) - set(order) <= figures  # a row stands under its first figure
    assert {placed.page for placed in report.placed} == set(range(1, report.pages + 1))
    for placed in report.placed:
        assert paper.bottom - 0.1 <= placed.bottom < placed.top <= paper.height - paper.top + 0.1
        assert (placed.left, placed.right) == (paper.left, paper.width - paper.right)


def test_two_figures_with_one_id_are_refused() -> None:
    """Their data could not be told apart: the message names the second's place."""
    second = replace(samples.figure(), where=Where("data/sections/en/second.md", 3, 1))
    with pytest.raises(RenderError) as caught:
        rendered(samples.briefing(samples.figure(), samples.paragraph("between"), second))
    (problem,) = caught.value.problems
    assert 'the id "reports"' in problem.message
    assert str(problem.where) == "data/sections/en/second.md:3:1"


def test_a_missing_glyph_names_the_authors_line() -> None:
    """The character, the place of the block and its number."""
    block = Paragraph((Text("one ① two"),), where=samples.WHERE)
    with pytest.raises(RenderError) as caught:
        rendered(samples.briefing(samples.paragraph("before"), block))
    (problem,) = caught.value.problems
    assert (problem.where, problem.block) == (samples.WHERE, "paragraph 2")
    assert "U+2460" in problem.message


@pytest.mark.parametrize(("audience", "paper"), shipped.EDITIONS)
def test_no_two_words_stand_on_each_other(
    audience: str, paper: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On each page of the shipped editions every piece of text has its place to itself."""
    shown = watch(monkeypatch)
    briefing = shipped.made(audience, paper).briefing
    rendered(briefing)
    assert len(shown) > 200
    assert overlaps(shown) == []


def test_it_needs_nothing_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rendering leaves no file behind where the program runs."""
    monkeypatch.chdir(tmp_path)
    rendered(samples.everything())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("running", [True, False])
def test_the_collector_is_left_as_it_was(running: bool) -> None:
    """Making a document pauses it; afterwards it runs again if it ran, also where that failed."""
    was = gc.isenabled()
    try:
        (gc.enable if running else gc.disable)()
        rendered(samples.everything())
        assert gc.isenabled() == running
        with pytest.raises(RenderError):
            rendered(samples.briefing(Paragraph(samples.text("\U0001f600"))))
        assert gc.isenabled() == running
    finally:
        (gc.enable if was else gc.disable)()


def test_a_forgotten_block_is_no_garbage(monkeypatch: pytest.MonkeyPatch) -> None:
    """What no document shows any more goes at once: a worker makes thousands of them.

    Were elements to refer to what they stand in, only the collector would find them, and late.
    """
    theme, every = shipped.theme(), samples.everything()
    made = shipped.made("government", "a4")
    drawings = draw(every, theme)
    monkeypatch.setattr(story, "LAID_KEPT", 2)
    monkeypatch.setattr(story, "ROWS_KEPT", 2)
    story._layout.cache_clear()
    gc.collect()
    gc.disable()
    try:
        render(every, theme, drawings)
        render(made.briefing, theme, made.drawings)
        assert gc.collect() == 0
    finally:
        gc.enable()
        story._layout.cache_clear()


def test_a_document_that_failed_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even half of a block's elements, which the next document would take as they are."""
    briefing = samples.everything()
    good = [rendered(briefing).data for _ in range(3)]  # from the second on its blocks are kept
    further = replace(
        briefing, blocks=(*briefing.blocks[:1], samples.paragraph("one more"), *briefing.blocks[1:])
    )

    def fail(*args: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patched:
        patched.setattr(tree._BranchWriter, "_annotations", fail)
        with pytest.raises(MemoryError):
            rendered(further)
    assert [*good, rendered(briefing).data] == [good[0]] * 4

"""Everything stands on its page, apart, whole and large enough."""

from __future__ import annotations

from briefing.document import Paper
from tests.pages import places, wrong
from tests.pages.editions import Built
from tests.pages.reader import Page, Reading
from tests.pages.wrong import Chart, Put

PAPER = Paper("small", wrong.WIDTH, wrong.HEIGHT, left=40, right=40, top=30, bottom=30)


def _page(data: bytes) -> Page:
    return Reading(data).pages[0]


def test_two_to_four_pages(built: Built) -> None:
    """A briefing is a handout."""
    assert 2 <= len(built.reading.pages) <= 4


def test_no_page_is_thin(built: Built) -> None:
    """Every page but the last is at least a third full, and none is empty."""
    assert places.thin_pages(built.reading, built.paper) == []
    assert places.filled(built.reading.pages[-1], built.paper) > 0


def test_all_is_on_the_paper(built: Built) -> None:
    """No letter goes over the edge."""
    assert [fault for page in built.reading.pages for fault in places.outside_page(page)] == []


def test_all_is_inside_the_margins(built: Built) -> None:
    """Text, and the words in charts; header and footer keep to the sides."""
    faults = [
        fault for page in built.reading.pages for fault in places.outside_margins(page, built.paper)
    ]
    assert faults == []


def test_no_words_stand_on_each_other(built: Built) -> None:
    """Neither lines, nor labels in a chart, nor both."""
    assert [fault for page in built.reading.pages for fault in places.overlaps(page)] == []


def test_no_text_is_small(built: Built) -> None:
    """Eight points at the least: notes, labels in charts and raised citations too."""
    assert [fault for page in built.reading.pages for fault in places.small_text(page)] == []


def test_nothing_is_cut_at_the_edge_of_a_chart(built: Built) -> None:
    """All of a chart lies in the box that is drawn."""
    assert places.cut_charts(built.reading.data) == []


def test_all_text_is_marked(built: Built) -> None:
    """It is content, artifact, or in a chart."""
    assert [fault for page in built.reading.pages for fault in places.loose_text(page)] == []
    kinds = {glyph.kind for page in built.reading.pages for glyph in page.glyphs}
    assert kinds == {"content", "artifact", "chart"}


def test_a_word_over_the_edge_is_told() -> None:
    """The half of it that is on the paper does not excuse it."""
    page = _page(wrong.page(Put("inside", 50, 100), Put("over the edge", 380, 100)))
    assert [fault.split('"')[1] for fault in places.outside_page(page)] == ["overtheedge"]


def test_a_word_over_a_margin_is_told() -> None:
    """On each of the four sides; furniture may stand above and below, not beside."""
    inside = [Put("inside", 41, 100), Put("head", 50, 290, kind="artifact")]
    assert places.outside_margins(_page(wrong.page(*inside)), PAPER) == []
    outside = [
        Put("left", 37, 100),
        Put("right", 340, 120),
        Put("above", 50, 268),
        Put("below", 50, 25),
        Put("aside", 10, 290, kind="artifact"),
    ]
    told = places.outside_margins(_page(wrong.page(*outside)), PAPER)
    assert len(told) == len(outside)


def test_words_on_each_other_are_told() -> None:
    """Also a label in a chart under a line of text; lines at their leading are apart."""
    apart = _page(wrong.page(Put("gypsy", 50, 100), Put("ABLE", 50, 87), Put("next", 82, 100)))
    assert places.overlaps(apart) == []
    lines = _page(wrong.page(Put("gypsy", 50, 100), Put("ABLE", 50, 94)))
    assert len(places.overlaps(lines)) == 1
    chart = Chart(texts=[Put("label", 10, 30)])
    over = _page(wrong.page(Put("words", 60, 82), charts=(chart,)))
    assert len(places.overlaps(over)) == 1


def test_small_text_is_told() -> None:
    """In a chart as well, and just below the least."""
    chart = Chart(texts=[Put("tiny", 10, 30, size=6)])
    page = _page(
        wrong.page(Put("notes", 50, 200, size=8), Put("less", 50, 180, 7.9), charts=(chart,))
    )
    assert sorted(fault.split('"')[1] for fault in places.small_text(page)) == ["less", "tiny"]


def test_text_made_small_is_told() -> None:
    """What counts is the size on paper: a chart may be placed smaller than it is."""
    chart = Chart(texts=[Put("label", 10, 30, size=12)], scale=0.5)
    (told,) = places.small_text(_page(wrong.page(charts=(chart,))))
    assert told.endswith('"label": 6.00 pt')


def test_what_a_chart_cuts_is_told() -> None:
    """A bar or a word that leaves the chart's box; not one that ends at it."""
    whole = Chart(bar=(100, 60), texts=[Put("word", 10, 30)])
    assert places.cut_charts(wrong.page(charts=(whole,))) == []
    assert places.cut_charts(wrong.page(charts=(Chart(bar=(103, 20)),)))
    assert places.cut_charts(wrong.page(charts=(Chart(texts=[Put("word", 90, 30)]),)))


def test_a_thin_page_is_told() -> None:
    """A page with a few lines before another one; the last page may be short."""
    full = ((Put("top", 50, 250), Put("low", 50, 40)), (), ())
    thin = ((Put("top", 50, 250), Put("foot", 50, 10, kind="artifact")), (), ())
    assert places.thin_pages(Reading(wrong.document([full, thin])), PAPER) == []
    assert places.thin_pages(Reading(wrong.document([thin, full])), PAPER) != []
    chart = (thin[0], (), (Chart(y=60),))
    assert places.thin_pages(Reading(wrong.document([chart, full])), PAPER) == []


def test_loose_text_is_told() -> None:
    """Text under no mark of the page; that of a chart is under the chart's own."""
    chart = Chart(texts=[Put("label", 10, 30)])
    page = _page(
        wrong.page(Put("one", 50, 200), Put("two", 50, 180, kind="loose"), charts=(chart,))
    )
    assert [fault.split('"')[1] for fault in places.loose_text(page)] == ["two"]

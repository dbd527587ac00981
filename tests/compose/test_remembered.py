"""What one edition works out and the next one uses again."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.compose import compose
from briefing.compose.calculations import Calculations, Result
from briefing.diagnostics import ComposeError
from briefing.document import Edition, Paragraph, SourceList, plain_text
from briefing.publication import Questions, Trace
from tests.compose import files
from tests.shipped import publication


def test_an_edition_is_the_same_after_others_and_alone() -> None:
    """Words, places in the authors' files and traces do not depend on what was composed before."""
    shared = replace(publication())
    places = shared.geography.samples()
    by_audience = [Edition(audience, place) for audience in shared.audiences for place in places]
    by_place = sorted(by_audience, key=lambda edition: edition.place)
    for edition in (*by_audience, *by_place):
        late, alone = Trace(), Trace()
        again = compose(shared, edition, late)
        assert repr(again) == repr(compose(replace(shared), edition, alone))
        assert list(late.items()) == list(alone.items())


def test_what_was_remembered_without_a_trace_is_traced() -> None:
    """A first edition without a trace takes nothing from the trace of the next one."""
    shared, edition = replace(publication()), Edition("ngo", "world")
    compose(shared, edition)
    late, alone = Trace(), Trace()
    compose(shared, edition, late)
    compose(replace(shared), edition, alone)
    assert dict(late) == dict(alone)


def test_a_mistake_is_told_in_each_edition(tmp_path: Path) -> None:
    """A text with a problem is not remembered, even where it was told before."""
    text = '{{ fact("nothing") }} and again\n\n{{ fact("nothing") }} and again'
    wrong = files.publication(tmp_path, **files.body(text))
    told = []
    for _ in range(2):
        with pytest.raises(ComposeError) as error:
            compose(wrong, Edition("government"))
        told.append(error.value.problems)
    assert told[0] == told[1]
    assert len(told[0]) == 2


def test_what_is_made_once_is_asked_for_every_trace() -> None:
    """``Questions.once`` notes what was asked within it, and within another ``once``."""
    shared, traces, made = replace(publication()), (Trace(), Trace()), []

    def inner(questions: Questions) -> str:
        made.append(1)
        return questions.settings().title

    def outer(questions: Questions) -> str:
        return questions.once("inner", lambda: inner(questions), lambda: (), {})

    def asked(questions: Questions) -> str:
        return questions.once("outer", lambda: outer(questions), lambda: (), {})

    for trace in traces:
        assert asked(Questions(shared, trace)) == shared.settings.title
    assert dict(traces[0]) == dict(traces[1]) == {"settings()": traces[0]["settings()"]}
    assert len(made) == 1


def test_what_a_place_needs_is_made_once_for_it() -> None:
    """For whatever audience, while it is remembered; what asks for both is made for both."""
    questions, made = Questions(replace(publication())), []

    def ask(place: str, audience: str, *needs: str) -> str:
        own = {"place": place, "audience": audience}

        def make() -> str:
            made.append((place, audience))
            return " ".join(own[name] for name in needs)

        return questions.once(needs, make, lambda: needs, own)

    for place in ("ken", "fra", "ken"):
        for audience in ("ngo", "government"):
            assert ask(place, audience, "place") == place
            assert ask(place, audience, "audience") == audience
            assert ask(place, audience, "place", "audience") == f"{place} {audience}"
            assert ask(place, audience) == ""
    assert len(made) == 2 + 2 + 4 + 1


def test_a_text_is_made_for_each_audience_that_it_names(tmp_path: Path) -> None:
    """One that names none is the same for all, also where it stands in a chart."""
    body = "Said to {{ audience }}. {% if audience == 'others' %}More.{% endif %}"
    audience = files.FILES["data/audiences/government.toml"]
    ((path, section),) = files.body(body).items()
    changes = {
        path: section.replace("[government]", "[government, others]"),
        "data/audiences/others.toml": audience.replace('"government"', '"others"'),
    }
    made = files.publication(tmp_path, **changes)
    for name in ("government", "others", "government"):
        blocks = compose(made, Edition(name)).blocks
        words = [plain_text(it.children) for it in blocks if isinstance(it, Paragraph)]
        more = " More." if name == "others" else ""
        assert f"Said to {name}.{more}" in words


def test_a_value_is_worked_out_once_for_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """Audiences are told the same values in other words; one without a row is for all places."""
    asked: list[tuple[str, ...]] = []
    real = Calculations._change

    def change(self: Calculations, a: str, b: str, style: str) -> Result:
        asked.append((a, b, style, self.rows.place if ":" in a + b else ""))
        return real(self, a, b, style)

    monkeypatch.setattr(Calculations, "_change", change)
    shared = replace(publication())
    for place in ("ken", "fra"):
        for audience in shared.audiences:
            compose(shared, Edition(audience, place))
    assert {"ken", "fra"} <= {place for *_, place in asked}
    assert len(asked) == len(set(asked))


def test_equal_blocks_are_one() -> None:
    """In the next edition, and never where they stand in another place."""
    shared = replace(publication())
    one, other = (compose(shared, Edition("ngo", place)) for place in ("ken", "fra"))
    kept = {id(block) for block in one.blocks}
    again = [block for block in other.blocks if block in one.blocks]
    assert len(again) > 8
    assert [it for it in again if id(it) not in kept and not isinstance(it, SourceList)] == []


def test_what_does_not_last_is_made_anew() -> None:
    """Where ``needs`` says None, nothing is kept."""
    questions, made = Questions(replace(publication())), []
    for _ in range(2):
        questions.once("key", lambda: made.append(1), lambda: None, {})
    assert len(made) == 2


def test_memory_stays_with_its_publication() -> None:
    """A changed copy answers for itself, and nothing remembered goes to another process."""
    shared = replace(publication())
    Questions(shared).settings()
    assert len(shared.memory)
    changed = replace(shared, settings=replace(shared.settings, title="Another"))
    assert Questions(changed).settings().title == "Another"
    sent = pickle.loads(pickle.dumps(shared))
    assert len(sent.memory) == 0
    assert sent == shared

"""What one edition works out and the next one uses again."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.compose import compose
from briefing.diagnostics import ComposeError
from briefing.document import Edition
from briefing.publication import Questions, Trace
from tests.compose import files
from tests.shipped import publication


def test_an_edition_is_the_same_after_others_and_alone() -> None:
    """Words, places in the authors' files and traces do not depend on what was composed before."""
    shared = replace(publication())
    places = shared.geography.samples()
    for audience in shared.audiences:
        for place in places:
            edition = Edition(audience, place)
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

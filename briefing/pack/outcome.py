"""What comes of an edition: as a worker tells it, and as the run does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from briefing.diagnostics import Problem
from briefing.pack.delivery import Delivered
from briefing.values import value

Status: TypeAlias = Literal["made", "reused", "failed"]


@value
class Made:
    """A worker has made ``edition`` and handed its file over.

    ``trace`` are the questions asked of the publication, with the hashes of their answers.
    """

    edition: str
    delivered: Delivered
    size: int
    sha256: str
    pages: int
    seconds: float
    problems: tuple[Problem, ...]
    trace: Mapping[str, str]


@value
class Failed:
    """A worker could not make ``edition``; ``details`` say where in the program, line by line.

    ``ends``: the others would fail in the same way, since the place for the files does.
    """

    edition: str
    problems: tuple[Problem, ...]
    seconds: float = 0.0
    details: str = ""
    ends: bool = False


Outcome: TypeAlias = Made | Failed


@value
class Done:
    """One edition of a run, finished in whatever way.

    ``reason`` says why it was made: empty where it was reused.
    """

    edition: str
    status: Status
    reason: str
    seconds: float
    pages: int = 0
    size: int = 0
    sha256: str = ""
    problems: tuple[Problem, ...] = ()

"""Runs the command in this process and says what came out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing.cli.boundary import run
from briefing.cli.main import cli

PDF = "readers--world--en--a4--office.pdf"
"""What the PDF of the small publication's one audience is called."""


@dataclass(frozen=True)
class Outcome:
    """Exit code, stdout and stderr of one run."""

    code: int
    out: str
    err: str


class Command:
    """``briefing`` with arguments, in the current folder."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *arguments: str) -> Outcome:
        self.capsys.readouterr()
        code = run(cli, arguments)
        captured = self.capsys.readouterr()
        return Outcome(code, captured.out, captured.err)


def leftovers(folder: Path) -> list[Path]:
    """Temporary files that a run has forgotten."""
    return [path for path in folder.rglob("*") if path.name.startswith(".briefing-")]


def assert_message(err: str) -> None:
    """``err`` is one or more messages in our shape: lower case, no full stop, with a remedy."""
    assert "Traceback" not in err
    assert "fault of the program" not in err
    heads = re.findall(r"^(?:\S.*?: )?(?:error|warning): (.*)$", err, re.MULTILINE)
    assert heads, err
    for head in heads:
        assert not re.match(r"[A-Z][a-z]", head)
        assert not head.endswith(".")
    hints = re.findall(r"^  hint: (.+)$", err, re.MULTILINE)
    assert len(hints) == len(heads), err
    assert not any(hint.endswith(".") and not hint.endswith("...") for hint in hints)

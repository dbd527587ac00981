"""The README tells the truth: every command and every program in it runs."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests import shipped

README = shipped.ROOT / "README.md"
STARTS = ("$ ", "briefing ", "python", "py ", "pip ", "git ", ".venv", ". .venv", "uv ", "cd ")
"""How a line begins that a reader would type."""

bash = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")


def _commands() -> ModuleType:
    """``.ci/commands.py``, which ``.ci/run`` uses as well."""
    path = shipped.ROOT / ".ci" / "commands.py"
    spec = importlib.util.spec_from_file_location("ci_commands", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


COMMANDS = _commands()
BLOCKS = COMMANDS.blocks_of(README.read_text(encoding="utf-8"))


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder with a ``.venv`` whose program is the one under test."""
    scripts = tmp_path / ".venv" / "bin"
    scripts.mkdir(parents=True)
    for name, words in (("briefing", "-m briefing"), ("python", "")):
        script = scripts / name
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" {words} "$@"\n', encoding="utf-8")
        script.chmod(0o755)
    return tmp_path


def _run(line: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    path = f"{folder / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        line,
        cwd=folder,
        env={**os.environ, "PATH": path, "PYTHONPATH": str(shipped.ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


@pytest.mark.parametrize("name", COMMANDS.RUN_BY_NAME)
def test_the_two_lines_are_there(name: str) -> None:
    """Each once, and each a single line; ``.ci/run`` runs them in clones of their own."""
    (block,) = [block for block in BLOCKS if block.mark == name]
    assert len(block.lines) == 1
    assert block.language in COMMANDS.LANGUAGES


@bash
@pytest.mark.parametrize("block", COMMANDS.others(BLOCKS), ids=lambda block: f"line {block.line}")
def test_commands_run(block: object, clone: Path) -> None:
    """Every block of commands, as it stands, ends well."""
    script = block.commands  # type: ignore[attr-defined]
    assert script.strip(), "a console block without a command"
    done = _run(["bash", "-euo", "pipefail", "-c", script], clone)
    assert done.returncode == 0, done.stderr


def test_python_runs(clone: Path) -> None:
    """The program of the README prints what it says, and nothing goes wrong."""
    programs = [block for block in BLOCKS if block.language == "python" and block.mark != "edit"]
    assert programs
    for program in programs:
        done = _run([sys.executable, "-c", "\n".join(program.lines)], clone)
        assert (done.returncode, done.stderr) == (0, "")


def test_no_command_hides() -> None:
    """A block without a language is no command: else it would not be run."""
    hidden = [
        f"README.md:{block.line + number}: {line}"
        for block in BLOCKS
        if block.language not in (*COMMANDS.LANGUAGES, "python") and block.mark != "edit"
        for number, line in enumerate(block.lines, 1)
        if line.lstrip().startswith(STARTS)
    ]
    assert hidden == []


TEXT = """\
<!-- build -->
```sh
make it
```

<!-- edit: put your own folder in -->
```bash
briefing --publication FOLDER
```
Some words.

```console
$ briefing check
all is well
$ briefing list facts
```
<!-- test -->
words between

```bash
one
two
```
```
not commands
```
"""


def test_blocks_are_read() -> None:
    """Marks belong to the next block only; output is no command; a block knows its line."""
    blocks = COMMANDS.blocks_of(TEXT)
    assert [(block.mark, block.language, block.line) for block in blocks] == [
        ("build", "sh", 2),
        ("edit", "bash", 7),
        ("", "console", 12),
        ("", "bash", 20),
        ("", "", 24),
    ]
    assert [block.commands for block in COMMANDS.others(blocks)] == [
        "briefing check\nbriefing list facts",
        "one\ntwo",
    ]


@bash
def test_the_script_for_ci(tmp_path: Path) -> None:
    """One block by its name, or all others; a name that is not there is an error."""
    path = tmp_path / "README.md"
    path.write_text(TEXT, encoding="utf-8")
    script = [sys.executable, str(shipped.ROOT / ".ci" / "commands.py"), str(path)]
    named = subprocess.run([*script, "build"], capture_output=True, text=True, check=True)
    assert named.stdout == "make it\n"
    everything = subprocess.run(script, capture_output=True, text=True, check=True).stdout
    assert everything.count("echo") == 2
    assert everything.endswith("one\ntwo\n")
    missing = subprocess.run([*script, "test"], capture_output=True, text=True, check=False)
    assert (missing.returncode, missing.stdout) == (1, "")
    assert "0 blocks after <!-- test -->" in missing.stderr


@bash
def test_a_command_that_fails_is_told(clone: Path) -> None:
    """Also where a later one of its block ends well."""
    done = _run(["bash", "-euo", "pipefail", "-c", "briefing list nothing\ntrue"], clone)
    assert done.returncode == 2

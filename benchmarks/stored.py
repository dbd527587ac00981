"""A composed briefing and its drawings on disk, and back again without pydantic or matplotlib.

What a disk cache of the program could look like: JSON in which every object names its class.
Run as a module it renders what was stored, in a process that knows nothing else:

    python -m benchmarks.stored FOLDER OUT.pdf
"""

from __future__ import annotations

import base64
import json
import pickle
import sys
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from briefing import document
from briefing.document import Briefing, Drawing, Theme

CLASSES = {
    kind.__name__: kind
    for kind in (getattr(document, name) for name in document.__all__)
    if is_dataclass(kind)
}


def write_stored(
    folder: Path, briefing: Briefing, drawings: Mapping[str, Drawing], theme: Theme
) -> None:
    """Store all that ``render`` takes, as JSON and once more as a pickle."""
    together = {"briefing": briefing, "drawings": dict(drawings), "theme": theme}
    (folder / "stored.json").write_text(json.dumps(encoded(together), ensure_ascii=False))
    (folder / "stored.pickle").write_bytes(pickle.dumps(together, protocol=5))


def encoded(value: Any) -> Any:
    """Plain JSON values; a dataclass has its class's name and the values of its fields."""
    if is_dataclass(value) and not isinstance(value, type):
        values = [encoded(getattr(value, field.name)) for field in fields(value)]
        return {"": type(value).__name__, "=": values}
    if isinstance(value, Mapping):
        return {key: encoded(item) for key, item in value.items()}
    if isinstance(value, bytes):
        return {"bytes": base64.b64encode(value).decode("ascii")}
    return [encoded(item) for item in value] if isinstance(value, (tuple, list)) else value


def decoded(value: dict[str, Any]) -> Any:
    """What a JSON object stands for: called from within, the innermost first."""
    if "" in value:
        kind = CLASSES[value[""]]
        names = NAMES.get(kind) or NAMES.setdefault(kind, [it.name for it in fields(kind)])
        return kind(**dict(zip(names, map(tuples, value["="]), strict=True)))
    if "bytes" in value:
        return base64.b64decode(value["bytes"])
    return {key: tuples(item) for key, item in value.items()}


NAMES: dict[type, list[str]] = {}


def tuples(value: Any) -> Any:
    """Lists as tuples, at every depth."""
    return tuple(map(tuples, value)) if isinstance(value, list) else value


def main(folder: str, out: str) -> None:
    """Render what ``folder`` holds."""
    from briefing.pdf import render

    if out.endswith(".pickle.pdf"):
        stored = pickle.loads((Path(folder) / "stored.pickle").read_bytes())
    else:
        text = (Path(folder) / "stored.json").read_text(encoding="utf-8")
        stored = json.loads(text, object_hook=decoded)
    Path(out).write_bytes(render(stored["briefing"], stored["theme"], stored["drawings"]))
    if "matplotlib" in sys.modules or "pydantic" in sys.modules:
        raise SystemExit("matplotlib or pydantic was imported")


if __name__ == "__main__":
    main(*sys.argv[1:])

"""A delivery that is never done, and tidies up when it is made to end."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from briefing.pack.delivery import Delivered


@dataclass(frozen=True)
class Lingering:
    """Writes a file, and removes it again, whatever happens in between."""

    file: Path

    def deliver(self, name: str, data: bytes) -> Delivered:
        """Stay here."""
        self.file.write_bytes(data)
        try:
            while True:
                time.sleep(0.05)
        finally:
            self.file.unlink()

"""A publication that ends the process that reads it."""

from __future__ import annotations

import os
import signal
from dataclasses import dataclass

from briefing.pack.delivery import Carried


class Deadly:
    """Whatever is asked of it kills, as the system does when memory runs out."""

    def __getattribute__(self, name: str) -> object:
        """Kill, but for what pickle asks."""
        if name.startswith("__"):
            return object.__getattribute__(self, name)
        os.kill(os.getpid(), signal.SIGKILL)
        return None


@dataclass(frozen=True)
class DeadlyDelivery:
    """Takes every file but that of ``edition``, which kills."""

    edition: str

    def deliver(self, name: str, data: bytes) -> Carried:
        """Take it along, or kill."""
        if self.edition.encode() in data:
            os.kill(os.getpid(), signal.SIGKILL)
        return Carried(data)

"""Tells a user what goes on while something is waited for."""

from __future__ import annotations

import logging
from multiprocessing import parent_process

from briefing.diagnostics import Problem

LOGGER = "briefing.store"


def tell(problem: Problem) -> None:
    """A warning on stderr, unless somebody listens to the logger; a worker tells nobody.

    All of a run's processes see the same store fail, and one of them is enough.
    """
    level = logging.WARNING if parent_process() is None else logging.INFO
    logging.getLogger(LOGGER).log(level, "%s", problem)

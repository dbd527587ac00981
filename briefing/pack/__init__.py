"""Many editions in one run: plan, make, record, explain."""

from __future__ import annotations

from briefing.pack.explain import Explanation, explain
from briefing.pack.folder import file_of, log_of
from briefing.pack.outcome import Done, Failed, Made, Outcome
from briefing.pack.plan import Wanted, edition_called, planned, read_list
from briefing.pack.resume import kept_plan, last_folder
from briefing.pack.run import Pack
from briefing.pack.several import Failure, run
from briefing.pack.workers import Scheduler

__all__ = [
    "Done",
    "Explanation",
    "Failed",
    "Failure",
    "Made",
    "Outcome",
    "Pack",
    "Scheduler",
    "Wanted",
    "edition_called",
    "explain",
    "file_of",
    "kept_plan",
    "last_folder",
    "log_of",
    "planned",
    "read_list",
    "run",
]

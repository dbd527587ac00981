"""What every worker needs whatever it makes, ready before there is one.

The server that workers are forked from imports this, and importing it is the work: while the run
still reads its publication the server has nothing else to do, and each worker would need as long
for it before its first edition. matplotlib is not in it, which only charts that are new need.
"""

from __future__ import annotations

from contextlib import suppress

from briefing import collector


def _ready() -> None:
    """Know what decides the bytes of a file besides the publication, and how languages write."""
    from briefing.locale import Locale, languages
    from briefing.make.identity import versions

    versions()
    for language in languages():
        locale = Locale(language)
        locale.value(1234.5)
        locale.percent(12)
        locale.date("2000-01-01")


with collector.paused():
    import briefing.compose
    import briefing.make.drawings
    import briefing.pack.worker
    import briefing.pdf  # noqa: F401  # for who is forked from here

    with suppress(Exception):  # what is wrong a worker will find, and can tell
        _ready()
    collector.settle()

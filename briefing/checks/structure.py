"""The order of headings."""

from __future__ import annotations

from briefing.diagnostics import Problem
from briefing.document import Briefing, Heading, plain_text
from briefing.publication import Publication


def skipped_headings(publication: Publication, briefing: Briefing) -> list[Problem]:
    """A heading more than one level below the one before it (ISO 14289-1, 7.4.2)."""
    problems = []
    level = 0
    for block in briefing.blocks:
        if isinstance(block, Heading):
            if block.level > level + 1:
                message = f'heading "{plain_text(block.children)}" skips level {level + 1}'
                hint = f"make it a heading of level {level + 1}, or add the one between"
                problems.append(Problem(message, block.where, hint=hint, code="skipped-heading"))
            level = block.level
    return problems

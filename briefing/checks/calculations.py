"""Our own calculations, done again."""

from __future__ import annotations

import operator
import re
from collections.abc import Mapping
from decimal import Decimal

from briefing.checks.places import shown_at
from briefing.checks.walk import printed_facts
from briefing.diagnostics import Problem, nearest
from briefing.document import Briefing
from briefing.publication import FactRecord, Publication

_OPERATORS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
LIMITS = ("under", "up-to")
"""Qualifiers that give only an upper limit: nothing is computed from such a value."""

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_SIGNS = re.compile(r"[^\w-]")
_FORM = "write fact ids or numbers with + - * / between, a space around each, and no brackets"
TOLERANCE = 0.005
"""Of the value: a printed calculation may be rounded to about two significant figures."""


def wrong_calculations(publication: Publication) -> list[Problem]:
    """Each fact of ours whose value is not what its ``calculation`` gives."""
    facts = publication.facts.values()
    return [problem for fact in facts for problem in _recalculated(fact, publication)]


def wrong_calculations_printed(publication: Publication, briefing: Briefing) -> list[Problem]:
    """The same, of the facts that an edition prints: a wrong one must not reach paper."""
    facts = printed_facts(publication, briefing)
    return [problem for fact in facts for problem in _recalculated(fact, publication)]


def _recalculated(fact: FactRecord, publication: Publication) -> list[Problem]:
    if not fact.calculation or fact.value is None:
        return []
    try:
        result = evaluate(fact.calculation, publication.facts)
    except _Unknown as error:
        message = f'unknown fact "{error}" in the calculation of "{fact.id}"'
        hint = _FORM if _SIGNS.search(str(error)) else nearest(str(error), publication.facts)
        return [_problem(message, fact, "calculation", hint, publication)]
    except (ValueError, ArithmeticError) as error:
        message = f'cannot calculate "{fact.id}": {error}'
        return [_problem(message, fact, "calculation", _FORM, publication)]
    if abs(result - fact.value) <= max(_half_of_last_place(fact), TOLERANCE * abs(fact.value)):
        return []
    message = f'"{fact.id}" is {_plain(fact.value, 15)}, but its calculation gives '
    hint = f"set the value to {_plain(result, 4)}, or mend the calculation"
    return [_problem(message + _plain(result, 6), fact, "value", hint, publication)]


def _problem(
    message: str, fact: FactRecord, column: str, hint: str, publication: Publication
) -> Problem:
    where = publication.cell(fact.where, column)
    line = shown_at(publication, where)
    return Problem(message, where, hint, line=line, code="wrong-calculation")


def _plain(number: float, digits: int) -> str:
    """A number to so many significant digits, as it is written in a cell: never 3.6e+07."""
    return f"{Decimal(f'{number:.{digits}g}'):f}"


def _half_of_last_place(fact: FactRecord) -> float:
    decimals = len(str(fact.value).partition(".")[2]) if isinstance(fact.value, float) else 0
    return 0.5001 * float(10**-decimals)


class _Unknown(ValueError):
    """A fact id that is not there."""


def evaluate(calculation: str, facts: Mapping[str, FactRecord]) -> float:
    """The value of ``a / b * 100``: operands and operators with spaces, from left to right.

    Multiplication binds no closer than addition: there are no brackets, so the order is plain to
    see. Raises ValueError where it is not of that form.
    """
    tokens = calculation.split()
    if len(tokens) % 2 == 0:
        raise ValueError("an operand or an operator is missing")
    result = _operand(tokens[0], facts)
    for sign, token in zip(tokens[1::2], tokens[2::2], strict=True):
        if sign not in _OPERATORS:
            raise ValueError(f'"{sign}" is no operator')
        operand = _operand(token, facts)
        if sign == "/" and operand == 0:
            raise ValueError(f'"{token}" is 0, and nothing can be divided by it')
        result = _OPERATORS[sign](result, operand)
    return result


def _operand(token: str, facts: Mapping[str, FactRecord]) -> float:
    if _NUMBER.fullmatch(token):
        return float(token)
    if token not in facts:
        raise _Unknown(token)
    value = facts[token].value
    if value is None:
        raise ValueError(f'"{token}" has no value')
    if facts[token].qualifier in LIMITS:
        raise ValueError(f'of "{token}" only a limit is known')
    return float(value)

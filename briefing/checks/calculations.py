"""Our own calculations, done again."""

from __future__ import annotations

import operator
import re
from collections.abc import Mapping

from briefing.diagnostics import Problem, nearest
from briefing.publication import FactRecord, Publication

_OPERATORS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
TOLERANCE = 0.005
"""Of the value: a printed calculation may be rounded to about two significant figures."""


def wrong_calculations(publication: Publication) -> list[Problem]:
    """Each fact of ours whose value is not what its ``calculation`` gives."""
    problems = []
    for fact in publication.facts.values():
        if fact.calculation and fact.value is not None:
            problems += _recalculated(fact, publication)
    return problems


def _recalculated(fact: FactRecord, publication: Publication) -> list[Problem]:
    where = publication.cell(fact.where, "calculation")
    try:
        result = evaluate(fact.calculation, publication.facts)
    except _Unknown as error:
        message = f'unknown fact "{error}" in the calculation of "{fact.id}"'
        return [Problem(message, where, hint=nearest(str(error), publication.facts))]
    except (ValueError, ZeroDivisionError) as error:
        hint = "write fact ids or numbers with + - * / between, and a space around each"
        return [Problem(f'cannot calculate "{fact.id}": {error}', where, hint=hint)]
    value = float(fact.value or 0)
    if abs(result - value) <= max(_half_of_last_place(fact), TOLERANCE * abs(value)):
        return []
    return [
        Problem(
            f'"{fact.id}" is {value:g}, but its calculation gives {result:.6g}',
            publication.cell(fact.where, "value"),
            hint=f"set the value to {result:.4g}, or mend the calculation",
            code="wrong-calculation",
        )
    ]


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
        result = _OPERATORS[sign](result, _operand(token, facts))
    return result


def _operand(token: str, facts: Mapping[str, FactRecord]) -> float:
    if _NUMBER.fullmatch(token):
        return float(token)
    if token not in facts:
        raise _Unknown(token)
    value = facts[token].value
    if value is None:
        raise ValueError(f'"{token}" has no value')
    return float(value)

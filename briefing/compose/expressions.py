"""The expressions that authors may write: Jinja2's grammar, our own short list of what is allowed.

Jinja2 parses; nothing of it is run. The walk below knows names, literals, helper calls,
comparisons, and/or/not and a minus sign: no attribute, filter, arithmetic or loop.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Protocol

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.parser import Parser

from briefing.compose.signatures import ALLOWED, SIGNATURES, ExpressionError, Literal, shown
from briefing.diagnostics import nearest

NAMES = ("audience", "language", "place")
"""The names that stand for a part of the edition."""

LONGEST = 1000
"""Characters of an expression: more than any author needs, less than recursion stands."""

KNOWN = {signature.name: signature for signature in SIGNATURES}
"""The helpers by name."""


class Work(Protocol):
    """Works out the parts of an expression that depend on the edition."""

    def call(self, name: str, arguments: Mapping[str, Literal]) -> object:
        """What the helper ``name`` gives."""

    def name(self, name: str) -> object:
        """What a name stands for."""

    def known(self, name: str) -> tuple[str, ...]:
        """The ids that ``name`` can stand for; a condition may compare it with no other."""

    def plain(self, value: object) -> Literal:
        """The number or text that ``value`` is in a comparison or as an argument."""


CURLY = "\u201c\u201d\u2018\u2019"
"""What word processors make of straight quotes, which an expression needs."""

_ENVIRONMENT = Environment()

_COMPARE: Mapping[str, Callable[[Literal, Literal], bool]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "lteq": operator.le,
    "gt": operator.gt,
    "gteq": operator.ge,
}
_BOTH_ANY_TYPE = ("eq", "ne")

_REFUSED: Mapping[str, str] = {
    "Getattr": "an attribute (a dot after a name)",
    "Getitem": "an index in brackets",
    "Filter": "a filter (the sign |)",
    "Test": "a test (the word is)",
    "CondExpr": "if ... else inside an expression",
    "Concat": "joining with ~",
    "List": "a list",
    "Tuple": "a list",
    "Dict": "a dictionary",
    "Slice": "an index in brackets",
    **dict.fromkeys(("Add", "Sub", "Mul", "Div", "FloorDiv", "Mod", "Pow"), "arithmetic"),
    "Pos": "a plus sign",
}


@functools.lru_cache(maxsize=512)
def parse_expression(source: str) -> nodes.Expr:
    """``source`` as a tree in which everything is allowed and known; else ExpressionError."""
    if not source:
        raise ExpressionError("there is nothing between the braces", ALLOWED)
    if len(source) > LONGEST:
        raise ExpressionError("this expression is too long", ALLOWED)
    if curly := next((character for character in source if character in CURLY), ""):
        raise ExpressionError(f"curly quotation mark {curly}", 'write straight quotes: fact("id")')
    try:
        parser = Parser(_ENVIRONMENT, source, state="variable")
        tree = parser.parse_expression()
        rest = None if parser.stream.eos else parser.stream.current
    except TemplateSyntaxError as error:
        reason = (error.message or "").rstrip(".").lower()
        raise ExpressionError(f"this is no expression: {reason}", ALLOWED) from None
    except (RecursionError, ValueError):
        raise ExpressionError("this expression is too long", ALLOWED) from None
    if rest is not None:
        raise ExpressionError(f'"{rest.value}" does not belong to the expression', ALLOWED)
    for node in _walk(tree):
        _check(node)
    return tree


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name):
        yield node
        for part in (*node.args, *(keyword.value for keyword in node.kwargs)):
            yield from _walk(part)
        return
    yield node
    for child in node.iter_child_nodes():
        yield from _walk(child)


def _check(node: nodes.Node) -> None:
    if isinstance(node, nodes.Call):
        if not isinstance(node.node, nodes.Name):
            raise ExpressionError("only a helper can be called", ALLOWED)
        if node.node.name not in KNOWN:
            hint = nearest(node.node.name, KNOWN)
            raise ExpressionError(f'there is no helper "{node.node.name}"', hint)
        KNOWN[node.node.name].bind(node)
    elif isinstance(node, nodes.Name):
        _check_name(node.name)
    elif isinstance(node, nodes.Const):
        if not isinstance(node.value, (str, int, float)):
            raise ExpressionError(f"{node.value} is not allowed in an expression".lower(), ALLOWED)
    elif isinstance(node, nodes.Operand):
        if node.op not in _COMPARE:
            raise ExpressionError(f'the word "{node.op}" is not allowed in an expression', ALLOWED)
    elif not isinstance(node, (nodes.Compare, nodes.And, nodes.Or, nodes.Not, nodes.Neg)):
        kind = type(node).__name__
        raise ExpressionError(
            f"{_REFUSED.get(kind, kind)} is not allowed in an expression", ALLOWED
        )


def _check_name(name: str) -> None:
    if name in NAMES:  # "place" is a helper as well
        return
    if name in KNOWN:
        raise ExpressionError(f"{name} is a helper and must be called", KNOWN[name].usage())
    hint = nearest(name, (*NAMES, *KNOWN))
    raise ExpressionError(f'there is no name "{name}"', hint)


@functools.lru_cache(maxsize=512)
def _constant_arguments(call: nodes.Call) -> Mapping[str, Literal] | None:
    """The arguments of a call where all are written out; None where one must be worked out."""
    assert isinstance(call.node, nodes.Name)  # as parse_expression has made sure
    signature = KNOWN[call.node.name]
    found = signature.bind(call)
    if not all(isinstance(value, nodes.Const) for value in found.values()):
        return None
    given = {
        key: signature.checked(key, value.value)
        for key, value in found.items()
        if isinstance(value, nodes.Const)
    }
    defaults = {p.name: p.default for p in signature.parameters if p.default is not None}
    return MappingProxyType({**defaults, **given})


def evaluate(node: nodes.Node, work: Work) -> object:
    """What a tree of ``parse_expression`` gives; ExpressionError where it cannot be worked out."""
    match node:
        case nodes.Const():
            return node.value
        case nodes.Name():
            return work.name(node.name)
        case nodes.Call(node=nodes.Name(name=name)):
            constant = _constant_arguments(node)
            if constant is not None:
                return work.call(name, constant)
            signature = KNOWN[name]
            given = {
                key: signature.checked(key, _plain(value, work))
                for key, value in signature.bind(node).items()
            }
            defaults = {p.name: p.default for p in signature.parameters if p.default is not None}
            return work.call(name, {**defaults, **given})
        case nodes.Compare():
            return _compare(node, work)
        case nodes.And():
            return bool(_plain(node.left, work)) and bool(_plain(node.right, work))
        case nodes.Or():
            return bool(_plain(node.left, work)) or bool(_plain(node.right, work))
        case nodes.Not():
            return not _plain(node.node, work)
        case nodes.Neg():
            value = _plain(node.node, work)
            if isinstance(value, str):
                raise ExpressionError("a minus sign needs a number", ALLOWED)
            return -value
    raise ExpressionError(f"{type(node).__name__} is not allowed in an expression", ALLOWED)


def _plain(node: nodes.Node, work: Work) -> Literal:
    return work.plain(evaluate(node, work))


def _check_ids(first: nodes.Node, second: nodes.Node, work: Work) -> None:
    """A misspelt id would only leave words out, and nobody would see it."""
    for name, other in ((first, second), (second, first)):
        if (
            isinstance(name, nodes.Name)
            and isinstance(other, nodes.Const)
            and isinstance(other.value, str)
        ):
            known = work.known(name.name)
            if other.value not in known:
                hint = nearest(other.value, known)
                raise ExpressionError(f'unknown {name.name} "{other.value}"', hint)


def _compare(node: nodes.Compare, work: Work) -> bool:
    left = _plain(node.expr, work)
    before = node.expr
    for operand in node.ops:
        _check_ids(before, operand.expr, work)
        before = operand.expr
        right = _plain(operand.expr, work)
        if operand.op not in _BOTH_ANY_TYPE and isinstance(left, str) != isinstance(right, str):
            raise ExpressionError(
                f"{shown(left)} cannot be compared with {shown(right)}",
                "compare numbers with numbers and texts with texts",
            )
        if not _COMPARE[operand.op](left, right):
            return False
        left = right
    return True

"""The helpers that expressions may call, as docs/authoring.md lists them."""

from __future__ import annotations

from typing import TypeAlias

from jinja2 import nodes

from briefing.diagnostics import nearest
from briefing.values import value

Literal: TypeAlias = str | int | float | bool

ALLOWED = "allowed are helper calls, names, numbers, texts in quotes, comparisons, and, or, not"


class ExpressionError(Exception):
    """An expression that cannot be read or worked out: ``message`` and ``hint`` of its problem."""

    def __init__(self, message: str, hint: str = "") -> None:
        self.message = message
        self.hint = hint
        super().__init__(message)


@value
class Parameter:
    """What a helper takes: ``legal`` lists the values allowed, empty for any text."""

    name: str
    legal: tuple[Literal, ...] = ()
    default: Literal | None = None


@value
class Signature:
    """A helper as authors call it; parameters without default must be given."""

    name: str
    parameters: tuple[Parameter, ...] = ()

    def bind(self, call: nodes.Call) -> dict[str, nodes.Expr]:
        """The expression given for each parameter; ExpressionError where they do not fit."""
        names = [parameter.name for parameter in self.parameters]
        if call.dyn_args or call.dyn_kwargs:
            raise ExpressionError(f"{self.name}() takes no * or **", ALLOWED)
        if len(call.args) > len(names):
            raise ExpressionError(f"{self.name}() is given too much", self.usage())
        given = dict(zip(names, call.args, strict=False))
        for keyword in call.kwargs:
            if keyword.key not in names:
                hint = nearest(keyword.key, names) if names else self.usage()
                raise ExpressionError(f'{self.name}() has no setting "{keyword.key}"', hint)
            if keyword.key in given:
                raise ExpressionError(f'{self.name}() is given "{keyword.key}" twice', self.usage())
            given[keyword.key] = keyword.value
        for parameter in self.parameters:
            if parameter.default is None and parameter.name not in given:
                message = f'{self.name}() needs "{parameter.name}"'
                raise ExpressionError(message, self.usage())
        return given

    def usage(self) -> str:
        """How the helper is written, for hints."""
        parts = [
            f'"{p.name}"' if p.default is None else f"{p.name}={shown(p.default)}"
            for p in self.parameters
        ]
        return f"write {self.name}({', '.join(parts)})"

    def checked(self, name: str, value: object) -> Literal:
        """``value`` for the parameter ``name``; ExpressionError where it is not legal."""
        parameter = next(p for p in self.parameters if p.name == name)
        if not parameter.legal:
            if not isinstance(value, str):
                raise ExpressionError(f'{self.name}() takes "{name}" in quotes', self.usage())
            return value
        # 1 == True in Python: the type must fit too.
        for legal in parameter.legal:
            if type(value) is type(legal) and value == legal:
                return legal
        given = shown(value) if isinstance(value, (str, int, float)) else "this"
        legal_names = ", ".join(shown(legal) for legal in parameter.legal)
        raise ExpressionError(f"{self.name}() has no {name} {given}", f"known: {legal_names}")


def shown(value: object) -> str:
    """A value as an author writes it."""
    return f'"{value}"' if isinstance(value, str) else str(value)


_PERCENT = Parameter("style", ("percent", "words"), "percent")

SIGNATURES = (
    Signature(
        "fact",
        (
            Parameter("id"),
            Parameter("style", ("full", "short", "words"), "full"),
            Parameter("qualifier", (True, False), True),
        ),
    ),
    Signature("period", (Parameter("id"),)),
    Signature("change", (Parameter("a"), Parameter("b"), _PERCENT)),
    Signature(
        "ratio", (Parameter("a"), Parameter("b"), Parameter("style", ("number", "words"), "number"))
    ),
    Signature("share", (Parameter("part"), Parameter("whole"), _PERCENT)),
    Signature("compare", (Parameter("a"), Parameter("b"))),
    Signature("known", (Parameter("id"),)),
    Signature("cite", (Parameter("source"),)),
    Signature("place"),
    Signature("region"),
    Signature("row", (Parameter("x"), Parameter("line", default=""))),
    Signature("chart", (Parameter("id"),)),
    Signature("quote", (Parameter("id"),)),
    Signature("chronology"),
    Signature("helplines"),
)

BLOCK_HELPERS = ("chart", "quote", "chronology", "helplines")
"""These stand alone in a paragraph of their own and become blocks."""

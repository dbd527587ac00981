"""What may stand in an expression, and what may not."""

from __future__ import annotations

import contextlib

import pytest

from briefing.compose.expressions import LONGEST, parse_expression
from briefing.compose.signatures import ALLOWED, ExpressionError


@pytest.mark.parametrize(
    "source",
    [
        'fact("a")',
        "fact('a', style='short')",
        'change("a", "b") > 50',
        'place == "ken" and not (audience == "ngo" or 1 < 2)',
        "-1 < 0.5",
        "chronology()",
    ],
)
def test_allowed(source: str) -> None:
    """Helper calls, names, literals, comparisons, and/or/not and minus are allowed."""
    parse_expression(source)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("place.name", "an attribute (a dot after a name) is not allowed in an expression"),
        ('fact("a").value', "an attribute (a dot after a name) is not allowed in an expression"),
        ("place[0]", "an index in brackets is not allowed in an expression"),
        ('fact("a") | upper', "a filter (the sign |) is not allowed in an expression"),
        ("1 + 1", "arithmetic is not allowed in an expression"),
        ("9 ** 9", "arithmetic is not allowed in an expression"),
        ('fact("a") * 2', "arithmetic is not allowed in an expression"),
        ('place ~ "x"', "joining with ~ is not allowed in an expression"),
        ("place is defined", "a test (the word is) is not allowed in an expression"),
        ("1 if place else 2", "if ... else inside an expression is not allowed in an expression"),
        ("[1, 2]", "a list is not allowed in an expression"),
        ("1, 2", '"," does not belong to the expression'),
        ('{"a": 1}', "a dictionary is not allowed in an expression"),
        ('"ken" in place', 'the word "in" is not allowed in an expression'),
        ("none", "none is not allowed in an expression"),
        ("place()()", "only a helper can be called"),
        ("fact(*place)", "fact() takes no * or **"),
        ("for x in place", '"x" does not belong to the expression'),
        ("", "there is nothing between the braces"),
        ('fact("a"', "this is no expression: unexpected end of template, expected ','"),
        ("(" * LONGEST + ")", "this expression is too long"),
    ],
)
def test_refused(source: str, message: str) -> None:
    """Everything else is refused, and what is allowed is said."""
    with pytest.raises(ExpressionError) as caught:
        parse_expression(source)
    assert (caught.value.message, caught.value.hint) == (message, ALLOWED) or "for" in source


def test_deep_nesting() -> None:
    """An expression as deep as its length allows does not break the program."""
    for source in ("(" * 499 + "1" + ")" * 499, "not " * 249 + "1", "-" * 999 + "1"):
        with contextlib.suppress(ExpressionError):
            parse_expression(source)


@pytest.mark.parametrize(
    ("source", "message", "hint"),
    [
        ('fakt("a")', 'there is no helper "fakt"', 'did you mean "fact"?'),
        ("plac", 'there is no name "plac"', 'did you mean "place"?'),
        ("fact", "fact is a helper and must be called", 'write fact("id", style="full"'),
        ('fact("a", stile="full")', 'fact() has no setting "stile"', 'did you mean "style"?'),
        ("fact()", 'fact() needs "id"', 'write fact("id"'),
        ('period("a", "b")', "period() is given too much", 'write period("id")'),
        ('fact("a", id="b")', 'fact() is given "id" twice', 'write fact("id"'),
    ],
)
def test_helpers_are_known(source: str, message: str, hint: str) -> None:
    """A wrong helper, name or setting is met with the nearest one."""
    with pytest.raises(ExpressionError) as caught:
        parse_expression(source)
    assert caught.value.message == message
    assert caught.value.hint.startswith(hint)

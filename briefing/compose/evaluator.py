"""Works out the expressions of one edition, and gathers what is wrong with its texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from jinja2 import nodes

from briefing.compose.calculations import Calculations, Result
from briefing.compose.citations import Numbering
from briefing.compose.expressions import evaluate, parse_expression
from briefing.compose.pieces import Cite, Piece, Said
from briefing.compose.signatures import BLOCK_HELPERS, ExpressionError, Literal
from briefing.diagnostics import ComposeError, Problem, nearest
from briefing.document import Edition, Fact, Text, Where
from briefing.figures import possible
from briefing.locale import Locale, languages
from briefing.publication.problems import shown_line
from briefing.values import value

if TYPE_CHECKING:
    from briefing.publication import Questions

Row: TypeAlias = Callable[[str, str], str]


@value
class BlockCall:
    """A call of a helper that stands for a block."""

    helper: str
    id: str = ""


@value
class _Printed:
    """A helper's plain words, and what they are in a condition."""

    text: str
    plain: Literal
    facts: tuple[str, ...] = ()


@dataclass(slots=True)
class Evaluator:
    """The state of composing one edition: what was asked, numbered, and found wrong."""

    edition: Edition
    questions: Questions
    locale: Locale
    calculations: Calculations
    numbering: Numbering = field(default_factory=Numbering)
    problems: list[Problem] = field(default_factory=list)
    calculated: bool = False
    faults: int = 0
    """How often something was found wrong, the same thing again too."""
    addressed: bool = False
    """Whether the audience was asked for, since this was last set."""
    row: Row | None = None
    """In a chart's headline, what gives the value at an x of a line."""

    # What depends on the edition

    @property
    def place(self) -> str:
        """The place of the edition; asking for it says that what is worked out depends on it."""
        self.placed = True
        return self.edition.place

    @property
    def audience(self) -> str:
        """The audience of the edition; asking for it says the same of that."""
        self.addressed = True
        return self.edition.audience

    @property
    def placed(self) -> bool:
        """Whether the place was asked for, or a row, since this was last set."""
        return self.calculations.rows.placed

    @placed.setter
    def placed(self, placed: bool) -> None:
        self.calculations.rows.placed = placed

    # Problems

    def wrong(self, message: str, where: Where | None, hint: str = "", line: str = "") -> None:
        """Note a problem and go on, so that the author sees them all at once."""
        self.faults += 1
        line = shown_line(line, where)
        problem = Problem(message, where, hint, edition=self.edition.id, line=line)
        if problem not in self.problems:
            self.problems.append(problem)

    def raise_problems(self) -> None:
        """Raise what was found wrong, if anything was."""
        if self.problems:
            raise ComposeError(*self.problems)

    # Expressions

    def condition(self, content: str, where: Where, line: str) -> bool:
        """Whether the text of ``{% if content %}`` stands; False where it cannot be worked out."""
        value = self._worked_out(content, where, line)
        try:
            return bool(self.plain(value)) if value is not None else False
        except ExpressionError as error:
            self.wrong(error.message, where, error.hint, line)
            return False

    def check(self, content: str, where: Where, line: str) -> None:
        """Note what is wrong with an expression that this edition leaves out."""
        try:
            parse_expression(content)
        except ExpressionError as error:
            self.wrong(error.message, where, error.hint, line)

    def block_call(self, content: str) -> bool:
        """Whether an expression calls a helper that stands for a block."""
        try:
            tree = parse_expression(content)
        except ExpressionError:
            return False
        return (
            isinstance(tree, nodes.Call)
            and isinstance(tree.node, nodes.Name)
            and tree.node.name in BLOCK_HELPERS
        )

    def block(self, content: str, where: Where, line: str) -> BlockCall | None:
        """The block that an expression stands for."""
        value = self._worked_out(content, where, line)
        return value if isinstance(value, BlockCall) else None

    def printed(self, content: str, where: Where, line: str) -> list[Piece]:
        """What ``{{ content }}`` prints."""
        value = self._worked_out(content, where, line)
        match value:
            case Result(fact=fact):
                self.calculated = self.calculated or bool(fact.calculation)
                cites = [Cite(source, fact.doubtful) for source in fact.sources]
                return [replace(fact, where=where), *cites]
            case Cite():
                return [value]
            case _Printed(text=text, facts=facts):
                if facts and _has_number(text):
                    # A day of the month comes from a fact too, though nothing is cited for it.
                    return [Fact(text, facts, (), where=where)]
                return [Said(Text(text, where=where), printed=True)]
            case BlockCall(helper=helper):
                message = f"{helper}() stands alone in a paragraph of its own"
                self.wrong(message, where, "put an empty line before and after it", line)
            case None:
                pass
            case _:
                hint = 'print a value with a helper, such as fact("id")'
                self.wrong("this expression prints nothing", where, hint, line)
        return []

    def _worked_out(self, content: str, where: Where, line: str) -> object:
        try:
            return evaluate(parse_expression(content), self)
        except ExpressionError as error:
            self.wrong(error.message, where, error.hint, line)
            return None

    # What the evaluator asks

    def name(self, name: str) -> object:
        """What a name of an expression stands for: ids in a condition, words in print."""
        if name == "place":
            place_record = self.questions.place(self.place)
            words = place_record.name if place_record else self.place
            return _Printed(words, self.place)
        if name == "audience":
            record = self.questions.audience(self.audience)
            return _Printed(record.name if record else "", self.edition.audience)
        return _Printed(self.edition.language, self.edition.language)

    def known(self, name: str) -> tuple[str, ...]:
        """The audiences, places or languages that there are."""
        return languages() if name == "language" else self.questions.names(name)

    def plain(self, value: object) -> Literal:
        """The number or text of a value in a comparison or as an argument."""
        match value:
            case Result(number=number):
                return number
            case _Printed(plain=plain):
                return plain
            case str() | int() | float():
                return value
        raise ExpressionError("this helper gives nothing that can be compared")

    def call(self, name: str, arguments: Mapping[str, Literal]) -> object:
        """What a helper gives."""
        texts = {key: value for key, value in arguments.items() if isinstance(value, str)}
        work = self.calculations
        match name:
            case "fact":
                return work.fact(texts["id"], texts["style"], bool(arguments["qualifier"]))
            case "period":
                record = work.record(texts["id"])
                return _Printed(self.locale.period(record.period), record.period, (record.id,))
            case "change":
                return work.change(texts["a"], texts["b"], texts["style"])
            case "ratio":
                return work.ratio(texts["a"], texts["b"], texts["style"])
            case "share":
                return work.share(texts["part"], texts["whole"], texts["style"])
            case "compare":
                return work.compare(texts["a"], texts["b"])
            case "known":
                return self._known(texts["id"])
            case "place":
                return self._place_in_text(self.place)
            case "region":
                return self._place_in_text(self.questions.home(self.place))
            case "cite":
                return self._cite(texts["source"])
            case "row":
                return self._value_at(texts["x"], texts["line"])
        return BlockCall(name, texts.get("id", ""))

    def _place_in_text(self, id: str) -> _Printed:
        record = self.questions.place(id)
        return _Printed(record.in_text if record else id, id)

    def _known(self, name: str) -> bool:
        """Whether this edition has what ``name`` stands for: a value, a chart, its chronology."""
        if name == "chronology":
            return bool(self.questions.chronology(self.audience, self.place))
        if not self.calculations.rows.names_row(name) and self.questions.fact(name) is None:
            chart = self.questions.chart(name)
            if chart is not None:
                return possible(self.questions, self.locale, chart, self.place)
            known = (*self.questions.names("fact"), *self.questions.names("chart"))
            message = f'there is no fact or chart "{name}"'
            raise ExpressionError(message, nearest(name, known))
        return self.calculations.known(name)

    def _value_at(self, x: str, line: str) -> _Printed:
        if self.row is None:
            raise ExpressionError("row() stands only in a chart's headline")
        try:
            return _Printed(self.row(x, line), x)
        except ComposeError as error:
            # The braces are the better place.
            problem = error.problems[0]
            raise ExpressionError(problem.message, problem.hint) from None

    def _cite(self, source: str) -> Cite:
        record = self.questions.source(source)
        if record is None:
            hint = nearest(source, self.questions.names("source"))
            raise ExpressionError(f'there is no source "{source}"', hint)
        return Cite(source, not record.original_seen)


def _has_number(text: str) -> bool:
    return any(len(run) != 4 for run in "".join(c if c.isdigit() else " " for c in text).split())

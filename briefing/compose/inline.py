"""The inline tokens of a paragraph, cell or item: text, markup, expressions, conditions."""

from __future__ import annotations

from dataclasses import dataclass, field

from markdown_it.token import Token

from briefing.compose.evaluator import Evaluator
from briefing.compose.parser import BROKEN, EXPRESSION, FOREIGN_CLOSE, FOREIGN_OPEN, TAG
from briefing.compose.pieces import Close, Open, Piece, Said
from briefing.compose.sourcemap import InlineMap
from briefing.document import Text, Where
from briefing.locale.tags import TAG_HINT as LANGUAGE_HINT
from briefing.locale.tags import is_language_tag

TAG_HINT = "known: {% if expression %}, {% endif %}"
ENDIF_HINT = "write {% if expression %} before it, in the same paragraph or also alone on a line"

_KINDS = {"strong": "strong", "em": "emphasis", "a": "link", "foreign": "foreign"}
_MARKUP = (
    *("strong_open", "strong_close", "em_open", "em_close", "link_open", "link_close"),
    *(FOREIGN_OPEN, FOREIGN_CLOSE),
)

_UNKNOWN = {
    "html_inline": ("raw HTML", "write Markdown; for the sign itself write &lt;"),
    "image": ("an image", "use a chart, or link to the image"),
    "code_inline": ("code", "write the words without backticks"),
}


@dataclass(slots=True)
class InlineReader:
    """Turns inline tokens into pieces, and knows where each of them stands."""

    writer: Evaluator
    map: InlineMap
    open_ifs: list[tuple[bool, Where]] = field(default_factory=list)

    def read(self) -> list[Piece]:
        """The pieces of the text; problems go to the writer."""
        out: list[Piece] = []
        for token, where in zip(self.map.tokens, self.map.places, strict=True):
            found = self._token(token, where)
            if all(stands for stands, _ in self.open_ifs) or token.type in _MARKUP:
                out += found
        for _, where in self.open_ifs:
            hint = "write {% endif %} after the words that it encloses"
            self._wrong("this {% if %} is not ended in its paragraph", where, hint)
        return out

    def _wrong(self, message: str, where: Where, hint: str = "") -> None:
        self.writer.wrong(message, where, hint, self.map.author_line(where))

    def _token(self, token: Token, where: Where) -> list[Piece]:
        match token.type:
            case "text":
                # A tab has no glyph, and in running text it is a space.
                return [Said(Text(token.content.replace("\t", " "), where=where))]
            case "softbreak" | "hardbreak":
                return [Said(Text(" ", where=where))]
            case _ if token.type in _MARKUP:
                return [self._markup(token, where)]
            case _ if token.type == EXPRESSION:
                return self._expression(token.content, where)
            case _ if token.type == TAG:
                self._tag(token.content, where)
            case _ if token.type == BROKEN:
                closing = "}}" if token.content == "{{" else "%}"
                hint = f"write {closing} after the expression"
                self._wrong(f"this {token.content} is not closed", where, hint)
            case _:
                name, hint = _UNKNOWN.get(token.type, (token.type, ""))
                self._wrong(f"{name} cannot be printed", where, hint)
        return []

    def _markup(self, token: Token, where: Where) -> Piece:
        kind = _KINDS[token.tag]
        if token.nesting < 0:
            return Close(kind)
        if kind == "foreign":
            language = str(token.attrs["lang"])
            if not is_language_tag(language):
                self._wrong(f'"{language}" is no language', where, LANGUAGE_HINT)
            return Open(kind, language, where)
        target = str(token.attrs.get("href", ""))
        if kind == "link":
            if "%7B%7B" in target or "{{" in target:
                self._wrong("an expression cannot stand in an address", where)
            elif not target.startswith(("https://", "http://", "mailto:", "#")):
                self._wrong(f'"{target}" is no full address', where, "begin it with https://")
        return Open(kind, target, where)

    def _expression(self, content: str, where: Where) -> list[Piece]:
        line = self.map.author_line(where)
        if not all(stands for stands, _ in self.open_ifs):
            self.writer.check(content, where, line)
            return []
        return self.writer.printed(content, where, line)

    def _tag(self, content: str, where: Where) -> None:
        line = self.map.author_line(where)
        word, _, rest = content.partition(" ")
        if word == "if":
            if all(stands for stands, _ in self.open_ifs):
                self.open_ifs.append((self.writer.condition(rest.strip(), where, line), where))
            else:
                self.writer.check(rest.strip(), where, line)
                self.open_ifs.append((False, where))
        elif content == "endif":
            if self.open_ifs:
                self.open_ifs.pop()
            else:
                self._wrong("this {% endif %} ends nothing", where, ENDIF_HINT)
        else:
            self._wrong(f'there is no tag "{word}"', where, TAG_HINT)

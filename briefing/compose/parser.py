"""Markdown with ``{{ ... }}`` and ``{% ... %}`` as rules of its parser.

An expression becomes a token of its own, so what it prints is never read as Markdown again.
"""

from __future__ import annotations

import functools
import re

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_EXPRESSION = re.compile(r"""\{\{((?:[^"'{}]|"[^"]*"|'[^']*'|\{(?!\{)|\}(?!\}))*)\}\}""", re.DOTALL)
_TAG = re.compile(r"""\{%((?:[^"'%]|"[^"]*"|'[^']*'|%(?!\}))*)%\}""", re.DOTALL)

_FOREIGN = re.compile(r"\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])+)\]\{lang=([^{}\s]*)\}", re.DOTALL)
"""``[words]{lang=fr}``, as in Pandoc's bracketed spans; a link may stand inside."""

EXPRESSION, TAG, BROKEN = "expression", "tag", "broken_expression"
"""Types of our tokens: ``meta["at"]`` is the offset of the braces in the inline text."""
FOREIGN_OPEN, FOREIGN_CLOSE = "foreign_open", "foreign_close"
"""Around words of another language, which the opening token has as ``attrs["lang"]``."""


def _inline_rule(state: StateInline, silent: bool) -> bool:
    opening = state.src[state.pos : state.pos + 2]
    if opening not in ("{{", "{%"):
        return False
    pattern, kind = (_EXPRESSION, EXPRESSION) if opening == "{{" else (_TAG, TAG)
    match = pattern.match(state.src, state.pos, state.posMax)
    if not silent:
        token = state.push(kind if match else BROKEN, "", 0)
        token.content = match[1].strip() if match else opening
        token.meta = {"at": state.pos}
    state.pos = match.end() if match else state.pos + 2
    return True


def _foreign_rule(state: StateInline, silent: bool) -> bool:
    match = _FOREIGN.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        end = state.posMax
        state.push(FOREIGN_OPEN, "foreign", 1).attrs = {"lang": match[2]}
        state.pos, state.posMax = match.span(1)
        state.md.inline.tokenize(state)
        state.posMax = end
        state.push(FOREIGN_CLOSE, "foreign", -1)
    state.pos = match.end()
    return True


def _block_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    match = _TAG.fullmatch(line.rstrip())
    if not match or state.is_code_block(start):
        return False
    if not silent:
        state.line = start + 1
        token = state.push(TAG, "", 0)
        token.content = match[1].strip()
        token.block = True
        token.map = [start, start + 1]
    return True


@functools.cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"typographer": False}).enable("table")
    parser.inline.ruler.before("text", "expression", _inline_rule)
    parser.inline.ruler.before("link", "foreign", _foreign_rule)
    ends: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    parser.block.ruler.before("code", "tag", _block_rule, ends)
    return parser


@functools.lru_cache(maxsize=512)
def parse_blocks(text: str) -> tuple[Token, ...]:
    """The tokens of a section's body; shared between editions, so never changed."""
    return tuple(_parser().parse(text))


@functools.lru_cache(maxsize=512)
def parse_inline(text: str) -> Token:
    """The one inline token of a text that is no more than a paragraph."""
    return _parser().parseInline(text)[0]

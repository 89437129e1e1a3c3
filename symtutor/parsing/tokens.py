"""One tokenizer for plain text, Unicode and LaTeX.

LaTeX commands that only name something (\\sin, \\cdot, \\leq) become the same tokens as the plain spelling; those
with arguments of their own (\\frac, \\sqrt, \\begin) stay commands and are read by ``latex``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .characters import SUBSCRIPTS, SUPERSCRIPTS, Text, normalised
from .errors import TooLarge, Unreadable
from .names import COMMAND_NAMES, COMMAND_SIGNS, DROPPED_COMMANDS, GREEK, SPACING_COMMANDS, STRUCTURED_COMMANDS

MAX_CHARACTERS = 10_000
MAX_TOKENS = 2_000
MAX_DIGITS = 400

NUMBER, WORD, NAME, SIGN, COMMAND, RAISED, LOWERED, END = (
    "number", "word", "name", "sign", "command", "raised", "lowered", "end",
)  # fmt: skip


class Token(NamedTuple):
    """``kind`` is one of the constants of this module; ``spaced`` says that white space stands before it."""

    kind: str
    text: str
    start: int
    end: int
    spaced: bool = False


_RAISED = re.escape("".join(SUPERSCRIPTS))
_LOWERED = re.escape("".join(SUBSCRIPTS))
_PATTERN = re.compile(
    r"(?P<space>\s+)"
    # 1.000,5 and 1 000 000 are one number; so are .5, 5. and 1e-3 (not 2e: the number e may follow a digit);
    # a full stop before a word ends a sentence
    r"|(?P<locale>\d{1,3}(?:\.\d{3})+,\d+(?![\d,.]))"
    r"|(?P<grouped>[1-9]\d{0,2}(?: \d{3})+(?![\d.,\w]))"
    r"|(?P<number>(?:\d+(?:\.(?!\s+[A-Za-z]))?\d*|\.\d+)(?:[eE][-+]?\d+)?)"
    r"|(?P<command>\\(?:[A-Za-z]+\*?|.))"
    rf"|(?P<raised>[{_RAISED}]+)|(?P<lowered>[{_LOWERED}]+)"
    r"|(?P<greek>[Α-ΡΤ-ΩΣΠα-ω])"
    r"|(?P<word>[A-Za-z]+)"
    r"|(?P<sign>\*\*|<=>|=>|<=|>=|!=|==|->|:=|.)",
    re.DOTALL,
)
_SIGN = {"**": "^", "<=": "≤", ">=": "≥", "!=": "≠", "==": "=", "=>": "⇒", "<=>": "⇔", "->": "→", ":=": "=",
         "°": "degree"}  # fmt: skip


def tokenize(text: str) -> list[Token]:
    """The tokens of ``text``, ended by one of kind END.  Raises ``Unreadable`` and ``TooLarge``."""
    if len(text) > MAX_CHARACTERS:
        raise TooLarge(
            f"the text is {len(text)} characters long", MAX_CHARACTERS, 1, "ask something shorter",
            limit=f"{MAX_CHARACTERS} characters",
        )  # fmt: skip
    typed = normalised(text)
    tokens: list[Token] = []
    spaced = False
    for found in _PATTERN.finditer(typed.characters):
        kind = found.lastgroup or "sign"
        if kind == "space":
            spaced = True
            continue
        token = _token(kind, found.group(), typed, found.start(), found.end(), spaced)
        if token is None:
            spaced = True
            continue
        tokens.append(token)
        spaced = False
        if len(tokens) > MAX_TOKENS:
            raise TooLarge(
                f"the text has more than {MAX_TOKENS} signs and names", token.start, token.end - token.start,
                "ask something shorter", limit=f"{MAX_TOKENS} tokens",
            )  # fmt: skip
    tokens.append(Token(END, "", len(text), len(text), spaced))
    return tokens


def _token(kind: str, found: str, typed: Text, low: int, high: int, spaced: bool) -> Token | None:
    start = typed.position(low)
    end = typed.position(high - 1) + 1
    if kind in ("number", "grouped", "locale"):
        return Token(NUMBER, _digits(kind, found, start, end), start, end, spaced)
    if kind == "command":
        return _command(found[1:], start, end, spaced)
    if kind == "raised":
        return Token(RAISED, "".join(SUPERSCRIPTS[c] for c in found), start, end, spaced)
    if kind == "lowered":
        return Token(LOWERED, "".join(SUBSCRIPTS[c] for c in found), start, end, spaced)
    if kind == "greek":
        return Token(NAME, GREEK[found], start, end, spaced) if found in GREEK else Token(SIGN, found, start, end)
    if kind == "word":
        return Token(WORD, found, start, end, spaced)
    if found in "$":
        return None
    return Token(SIGN, _SIGN.get(found, found), start, end, spaced)


def _digits(kind: str, found: str, start: int, end: int) -> str:
    if len(found) > MAX_DIGITS:
        raise TooLarge(
            f"this number has more than {MAX_DIGITS} digits", start, end - start, limit=f"{MAX_DIGITS} digits"
        )
    if kind == "locale":
        return found.replace(".", "").replace(",", ".")
    found = found.replace(" ", "")
    _, _, exponent = found.lower().partition("e")
    if exponent and abs(int(exponent)) > MAX_DIGITS:
        raise TooLarge(
            f"this number has more than {MAX_DIGITS} digits", start, end - start, limit=f"{MAX_DIGITS} digits"
        )
    return found


def _command(name: str, start: int, end: int, spaced: bool) -> Token | None:
    name = name.rstrip("*") if len(name) > 1 else name
    if name in SPACING_COMMANDS or name in DROPPED_COMMANDS:
        return None
    if name in COMMAND_SIGNS:
        return Token(SIGN, COMMAND_SIGNS[name], start, end, spaced)
    if name in COMMAND_NAMES:
        return Token(NAME, COMMAND_NAMES[name], start, end, spaced)
    if name in STRUCTURED_COMMANDS:
        return Token(COMMAND, STRUCTURED_COMMANDS[name], start, end, spaced)
    raise Unreadable(f"\\{name} is a LaTeX command that is not known here", start, end - start, "write it in words")

"""Runs of letters into names, LaTeX delimiters into plain ones: the tokens of an expression, ready to be parsed."""

from __future__ import annotations

from .errors import Unreadable
from .names import (
    BASES,
    CONSTANTS,
    ELSEWHERE,
    ELSEWHERE_APPLIED,
    FUNCTION_NAMES,
    KNOWN,
    function_named,
    left_over,
    segmented,
    suggestion,
)
from .tokens import COMMAND, LOWERED, NAME, NUMBER, SIGN, WORD, Token

# Words that are never a product of their letters.
_RESERVED = (
    "for and the wrt not from with where when then find what are has all of is if or an its let give show "
    "with using via sum lim does no yes"
)
RESERVED = frozenset(_RESERVED.split())
# Words said for signs.
SAID: dict[str, tuple[tuple[str, str], ...]] = {
    "plus": ((SIGN, "+"),), "minus": ((SIGN, "-"),), "times": ((SIGN, "*"),), "squared": ((SIGN, "^"), (NUMBER, "2")),
    "cubed": ((SIGN, "^"), (NUMBER, "3")),
}  # fmt: skip


def resolved(tokens: list[Token], vocabulary: frozenset[str], differentials: bool = False) -> list[Token]:
    """``tokens`` with every word cut into names.

    ``vocabulary`` are the words of questions: they stay words, and are what an unknown word is compared with.
    ``differentials`` says that a run may end in dx.  Raises ``Unreadable`` for an unknown word.
    """
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        t = tokens[at]
        if t.kind == COMMAND and t.text in ("roman", "text"):
            at = _roman(tokens, at, out)
            continue
        if t.kind == COMMAND and t.text in ("begin", "end"):
            out += tokens[at : at + 4]
            at += 4
            continue
        if t.kind == COMMAND and t.text in ("left", "right"):
            at = _delimiter(tokens, at, out)
            continue
        if t.kind == COMMAND and t.text == "frac":
            slash = _derivative_fraction(tokens, at)
            if slash is not None:
                tokens = slash
                continue
        if t.kind == WORD:
            out += _word(t, vocabulary, differentials, tokens[at + 1] if at + 1 < len(tokens) else None)
        elif _belongs_to_name(t, out):
            out[-1] = out[-1]._replace(text=out[-1].text + t.text, end=t.end)
        else:
            out.append(t)
        at += 1
    return out


def _belongs_to_name(t: Token, out: list[Token]) -> bool:
    """Whether figures belong to the name before them: x₁ and a1, but not sin2 or 2pi2."""
    if not out or out[-1].kind != NAME:
        return False
    if t.kind == LOWERED:
        return function_named(out[-1].text) is None
    name = out[-1].text
    if t.kind != NUMBER or t.spaced or not t.text.isdigit():
        return False
    return (len(name) == 1 and name.isascii() and name.isalpha()) or name in ("log", "atan")


def _word(t: Token, vocabulary: frozenset[str], differentials: bool, after: Token | None) -> list[Token]:
    run = t.text
    if run in SAID:
        return [Token(kind, text, t.start, t.end, t.spaced) for kind, text in SAID[run]]
    if run in RESERVED and t.spaced | (len(run) > 2):
        return [t] if run != "lim" else [t._replace(kind=NAME)]
    whole = run in KNOWN or run in CONSTANTS or function_named(run) is not None
    if not whole and len(run) > 3 and run.lower() in vocabulary:
        return [t]
    if run.startswith("lim") and len(run) == 3:
        return [t._replace(kind=NAME)]
    if run in ELSEWHERE or (run in ELSEWHERE_APPLIED and after is not None and after.text == "(" and not after.spaced):
        raise Unreadable(f"the function {run} is not known here", t.start, len(run))
    tail = ""
    if differentials and len(run) > 2 and run[-2] == "d" and not whole:
        run, tail = run[:-2], run[-2:]
    pieces = [run] if run in CONSTANTS else segmented(run)
    if left_over(pieces) > 3:
        near = suggestion(run, vocabulary)
        spread = "*".join(run)
        repair = f"did you mean '{near}'?" if near else (f"for a product write {spread}" if len(run) < 5 else "")
        raise Unreadable(f"'{run}' is no word or function that is known here", t.start, len(run), repair)
    pieces += tail
    out: list[Token] = []
    at = t.start
    for i, piece in enumerate(pieces):
        out.append(Token(NAME, piece, at, at + len(piece), t.spaced and i == 0))
        at += len(piece)
    return out


def _roman(tokens: list[Token], at: int, out: list[Token]) -> int:
    r"""\mathrm{d}, \operatorname{sigmoid}, \text{if}: the letters between the braces are one name."""
    command = tokens[at]
    if tokens[at + 1].text != "{":
        return at + 1
    close = at + 2
    while close < len(tokens) - 1 and tokens[close].text != "}":
        close += 1
    if tokens[close].text != "}":
        raise Unreadable("this brace is never closed", tokens[at + 1].start, 1, "add }")
    inside = tokens[at + 2 : close]
    named = len(inside) == 1 and function_named(inside[0].text) is not None
    if (command.text == "text" and not named) or (len(inside) > 1 and all(t.kind == WORD for t in inside)):
        out += [t._replace(kind=WORD) for t in inside]
        return close + 1
    if len(inside) == 1 and inside[0].kind == WORD:
        word = inside[0].text
        if len(word) == 1 or word in FUNCTION_NAMES or word in BASES or function_named(word):
            out.append(Token(NAME, word, inside[0].start, inside[0].end, command.spaced))
            return close + 1
        if word == "d" + word[-1:] and len(word) == 2:
            out += [Token(NAME, c, inside[0].start + i, inside[0].start + i + 1) for i, c in enumerate(word)]
            return close + 1
    out += inside
    return close + 1


def _delimiter(tokens: list[Token], at: int, out: list[Token]) -> int:
    r"""\left( is (; \left| is an opening bar, \right| a closing one; \left. is nothing."""
    if at + 1 >= len(tokens) or tokens[at + 1].kind != SIGN:
        raise Unreadable("a bracket is missing here", tokens[at].start, tokens[at].end - tokens[at].start)
    mark = tokens[at + 1]
    if mark.text in ("|", "‖"):
        out.append(mark._replace(text=mark.text + ("<" if tokens[at].text == "left" else ">")))
    elif mark.text != ".":
        out.append(mark._replace(spaced=tokens[at].spaced))
    return at + 2


def _derivative_fraction(tokens: list[Token], at: int) -> list[Token] | None:
    r"""\frac{d^2 y}{dx^2} as d^2 y/dx^2; ``None`` where the fraction is an ordinary one."""
    top = _braced(tokens, at + 1)
    bottom = None if top is None else _braced(tokens, top)
    if top is None or bottom is None:
        return None
    a, b = tokens[at + 2 : top - 1], tokens[top + 1 : bottom - 1]
    if not (a and b and _is_d(a) and _is_d(b)):
        return None
    slash = Token(SIGN, "/", tokens[top].start, tokens[top].end)
    b = [t._replace(spaced=False) for t in b]
    return [*tokens[:at], *a, slash, *b, *tokens[bottom:]]


def _braced(tokens: list[Token], at: int) -> int | None:
    """The index after the group in braces that opens at ``at``."""
    if at >= len(tokens) or tokens[at].text != "{":
        return None
    depth = 0
    for i in range(at, len(tokens)):
        depth += (tokens[i].text == "{") - (tokens[i].text == "}")
        if depth == 0:
            return i + 1
    return None


def _is_d(tokens: list[Token]) -> bool:
    first = tokens[0]
    if first.text == "∂" or (first.kind in (WORD, NAME) and first.text[0] == "d" and len(first.text) <= 2):
        return True
    return first.text == "roman" and any(t.kind == WORD and t.text[0] == "d" for t in tokens[1:3])

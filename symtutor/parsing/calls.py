"""How other programs and hurried people write a derivative, as the words that the phrases know.

diff(x^2, x), D[x^2, x], Derivative(x**2, x, 2); dy/dx of x^2, d/dx: x^2, (d/dx) x^2.
"""

from __future__ import annotations

from .tokens import NAME, NUMBER, SIGN, WORD, Token

_CALLED = frozenset({"diff", "Diff", "Derivative", "derivative", "deriv", "differentiate", "D"})
_CLOSERS = {"(": ")", "[": "]"}
# Words that are meant as one of the phrases'.
_MEANT = {"deriv": "derivative", "derivate": "differentiate", "diff": "differentiate"}


def spelled_out(tokens: list[Token]) -> list[Token]:
    """``tokens`` with a call of another program, or an operator behind which something stands, in words."""
    called = _call(tokens)
    if called is not None:
        return called
    end = _operator(tokens)
    stated = any(t.text == "=" for t in tokens)
    if end is not None and end < len(tokens) and tokens[end].text in ("of", ":") and not stated:
        return [*_bare_operator(tokens[:end]), *tokens[end + 1 :]]
    if len(tokens) > 2 and tokens[0].text == "(":
        inner = _operator(tokens[1:])
        if inner is not None and inner + 1 < len(tokens) - 1 and tokens[inner + 1].text == ")":
            return [*tokens[1 : inner + 1], *tokens[inner + 2 :]]
    first = tokens[0] if tokens else None
    if first is not None and first.kind == WORD and first.text.lower() in _MEANT and len(tokens) > 1:
        return [first._replace(text=_MEANT[first.text.lower()]), *tokens[1:]]
    return tokens


def _call(tokens: list[Token]) -> list[Token] | None:
    if len(tokens) < 4 or tokens[0].text not in _CALLED or (tokens[0].text == "D" and tokens[1].text != "["):
        return None
    opening, last = tokens[1], tokens[-1]
    if _CLOSERS.get(opening.text) != last.text or opening.kind != SIGN:
        return None
    parts: list[list[Token]] = [[]]
    depth = 0
    for t in tokens[2:-1]:
        depth += (t.text in ("(", "[", "{")) - (t.text in (")", "]", "}"))
        if depth < 0:
            return None
        if t.text == "," and depth == 0:
            parts.append([])
        else:
            parts[-1].append(t)
    if len(parts) == 1 and tokens[0].text in ("derivative", "differentiate"):
        return None
    order = ""
    if len(parts) == 3 and len(parts[2]) == 1 and parts[2][0].kind == NUMBER and parts[2][0].text.isdigit():
        order = parts.pop()[0].text
    if len(parts) > 2 or not all(parts):
        return None
    words = ([_word(f"{order}th", tokens[0])] if order else []) + [_word("derivative", tokens[0]), _word("of", opening)]
    wrt = [_word("wrt", parts[1][0]), *parts[1]] if len(parts) == 2 else []
    return [*words, *parts[0], *wrt]


def _word(text: str, place: Token) -> Token:
    return Token(WORD, text, place.start, place.end, True)


def _operator(tokens: list[Token]) -> int | None:
    """The index behind d/dx or dy/dx at the beginning, ``None`` where there is none."""
    texts = [t.text for t in tokens[:3]]
    if len(texts) < 3 or texts[1] != "/":
        return None
    above, below = texts[0], texts[2]
    leads = above == "d" or (len(above) == 2 and above[0] == "d")
    if leads and len(below) == 2 and below[0] == "d" and tokens[2].kind in (WORD, NAME):
        return 3
    return None


def _bare_operator(tokens: list[Token]) -> list[Token]:
    """dy/dx as d/dx: what is differentiated follows."""
    return [tokens[0]._replace(text="d"), *tokens[1:]]

"""What stands between marks: groups, points, intervals, sets, bars, matrices, cases."""

from __future__ import annotations

from .errors import Unreadable
from .pratt import RELATION, Handler, Parser
from .syntax import Node, node
from .tokens import END, NUMBER, SIGN, WORD, Token

_CONDITION_WORDS = ("if", "for", "when", "where")
_OTHERWISE = ("otherwise", "else", "elsewhere")


def _items(p: Parser, closers: tuple[str, ...], separators: str = ",") -> list[Node]:
    items: list[Node] = []
    while p.token.text not in closers:
        items.append(p.expression())
        if not (p.token.kind == SIGN and p.token.text in separators):
            break
        p.take()
    return items


def _closing(p: Parser, opening: Token, closers: tuple[str, ...]) -> Token:
    t = p.token
    if t.kind == SIGN and t.text in closers:
        return p.take()
    mark = "}" if opening.text == "\\{" else closers[0]
    if t.kind == END:
        shown = p.source[opening.start : opening.end]
        raise Unreadable(f"this '{shown}' is never closed", opening.start, opening.end - opening.start, f"add {mark}")
    raise p.unexpected(f"'{mark}'")


def round_bracket(p: Parser, opening: Token) -> Node:
    """(x + 1), a point (1, 2), an interval (0, 1]."""

    def inside() -> Node:
        items = _items(p, (")", "]"))
        close = _closing(p, opening, (")", "]"))
        if not items:
            raise Unreadable("there is nothing between these brackets", opening.start, close.end - opening.start)
        if len(items) == 1 and close.text == ")":
            return node("group", opening.start, close.end, (items[0],))
        return node("list", opening.start, close.end, tuple(items), "(" + close.text)

    return p.enclosed(inside)


def square_bracket(p: Parser, opening: Token) -> Node:
    """[[1, 2], [3, 4]], [1 2; 3 4], an interval [0, 1), a bracket [x + 1]."""
    return p.enclosed(lambda: _rows(p, opening) if _has_rows(p) else _square(p, opening))


def _square(p: Parser, opening: Token) -> Node:
    items = _items(p, ("]", ")"))
    close = _closing(p, opening, ("]", ")"))
    whole = (opening.start, close.end)
    if not items:
        raise Unreadable("there is nothing between these brackets", opening.start, close.end - opening.start)
    if all(i.kind == "list" and i.text == "[]" for i in items) or (
        len(items) == 1 and items[0].kind == "group" and items[0].text == "[]"
    ):
        return matrix(*whole, [list(i.parts) for i in items])
    if len(items) > 1 and all(i.kind == "group" and i.text == "[]" for i in items):
        return matrix(*whole, [list(i.parts) for i in items])
    if len(items) == 1 and close.text == "]":
        return node("group", *whole, (items[0],), "[]")
    return node("list", *whole, tuple(items), "[" + close.text)


def _has_rows(p: Parser) -> bool:
    """Whether a semicolon parts the bracket that has just been opened."""
    depth = 0
    for t in p.tokens[p.at :]:
        if t.kind == SIGN and t.text in ("(", "[", "{"):
            depth += 1
        elif t.kind == SIGN and t.text in (")", "]", "}"):
            depth -= 1
            if depth < 0:
                return False
        elif t.kind == SIGN and t.text == ";" and depth == 0:
            return True
    return False


def _has_conditions(p: Parser) -> bool:
    """Whether a word such as if stands in the bracket that has just been opened, outside of inner ones."""
    depth = 0
    for t in p.tokens[p.at :]:
        depth += (t.text in ("(", "[", "{")) - (t.text in (")", "]", "}", "\\}"))
        if depth < 0:
            return False
        if depth == 0 and t.kind == WORD and t.text.lower() in (*_CONDITION_WORDS, *_OTHERWISE):
            return True
    return False


def _rows(p: Parser, opening: Token) -> Node:
    rows: list[list[Node]] = [[]]
    while p.token.text != "]":
        if p.taken(";"):
            rows.append([])
            continue
        p.taken(",")
        rows[-1].append(_entry(p))
    return matrix(opening.start, p.take("]").end, rows)


def _entry(p: Parser) -> Node:
    """An entry that a space ends: -2 in [1 -2; 3 4], x + 1 in [x + 1, 2; 3, 4]."""
    end = p.at
    while p.tokens[end].kind != END and p.tokens[end].text not in (";", ",", "]"):
        t, before, after = p.tokens[end], p.tokens[end - 1], p.tokens[min(end + 1, len(p.tokens) - 1)]
        if end > p.at and t.spaced:
            signs = "+-*/^"
            continues = (t.text in signs and after.spaced) or (before.kind == SIGN and before.text in signs)
            if not continues:
                break
        if t.text in ("(", "[", "{"):
            depth = 0
            while p.tokens[end].kind != END:
                depth += (p.tokens[end].text in ("(", "[", "{")) - (p.tokens[end].text in (")", "]", "}"))
                if depth == 0:
                    break
                end += 1
        end += p.tokens[end].kind != END
    tokens = p.tokens
    stop = tokens[min(end, len(tokens) - 1)]
    p.tokens = [*tokens[:end], Token(END, "", stop.start, stop.start)]
    entry = p.expression()
    if p.token.kind != END:
        raise p.unexpected("an entry of the matrix")
    p.tokens = tokens
    return entry


def matrix(start: int, end: int, rows: list[list[Node]]) -> Node:
    """A matrix of equally long rows.  Raises ``Unreadable`` where they are not."""
    width = len(rows[0])
    for row in rows:
        if len(row) != width or not row:
            place = row[0].start if row else start
            raise Unreadable(
                f"the rows of this matrix are not equally long: {width} and {len(row)}", place, end - place,
                "give every row the same number of entries",
            )  # fmt: skip
    return node("matrix", start, end, tuple(node("row", r[0].start, r[-1].end, tuple(r)) for r in rows))


def curly_bracket(p: Parser, opening: Token) -> Node:
    """{1, 3}, {x, x > 0; -x, x < 0}, and TeX's group {x + 1}."""
    return p.enclosed(lambda: _curly(p, opening))


def _curly(p: Parser, opening: Token) -> Node:
    closers = ("\\}", "}") if opening.text == "\\{" else ("}",)
    if _has_rows(p) or _has_conditions(p):
        pieces = read_cases(p, closers, (";",) if _has_rows(p) else (",",))
        return node("cases", opening.start, _closing(p, opening, closers).end, tuple(pieces))
    items = _items(p, closers)
    if p.token.text in (":", "|") and items:
        raise Unreadable("sets given by a condition are not read", p.token.start, 1, "list the members: {1, 3}")
    close = _closing(p, opening, closers)
    if len(items) == 1 and opening.text == "{" and "\\" in p.source:
        return node("group", opening.start, close.end, (items[0],), "{}")
    return node("list", opening.start, close.end, tuple(items), "{}")


def read_cases(p: Parser, closers: tuple[str, ...], separators: tuple[str, ...]) -> list[Node]:
    """value, condition, value, condition, …; a piece without a condition, or with "otherwise", is for the rest."""
    pieces: list[Node] = []
    while p.token.text not in closers and p.token.kind != END:
        pieces.append(p.expression(RELATION))
        while (p.token.text in (",", "&") and p.token.text not in separators) or (
            p.token.kind == WORD and p.token.text.lower() in _CONDITION_WORDS
        ):
            p.take()
        t = p.token
        if t.kind == WORD and t.text.lower() in _OTHERWISE:
            p.take()
            pieces.append(node("words", t.start, t.end, text="otherwise"))
        elif t.text in (*separators, *closers) or t.kind == END:
            pieces.append(node("words", t.start, t.start, text="otherwise"))
        else:
            pieces.append(p.expression())
            if pieces[-1].kind != "relation":
                last = pieces[-1]
                raise Unreadable("a condition such as x > 0 is expected here", last.start, last.end - last.start)
        if "," not in separators:
            p.taken(",")
        if p.token.text not in separators:
            break
        p.take()
    return pieces


def bar(p: Parser, opening: Token) -> Node:
    """|x|: a bar that stands where an operand begins opens, the next one that ends an operand closes."""
    p.bars += 1
    if p.token.kind == END:
        raise Unreadable("this bar has no partner", opening.start, 1, "write abs(…) for bars inside bars")
    inner = p.expression()
    if not p.taken("|"):
        raise Unreadable("this '|' is never closed", opening.start, 1, "add |")
    p.bars -= 1
    return node("call", opening.start, p.tokens[p.at - 1].end, (inner,), "abs")


def left_bar(p: Parser, opening: Token) -> Node:
    r"""\left|x\right|."""
    inner = p.enclosed(p.expression)
    return node("call", opening.start, p.take("|>").end, (inner,), "abs")


def double_bar(p: Parser, opening: Token) -> Node:
    """‖v‖."""
    outside, p.bars = p.bars, 1
    inner = p.expression()
    p.bars = outside
    close = p.take("‖>" if opening.text == "‖<" else "‖")
    return node("call", opening.start, close.end, (inner,), "norm")


def rounded(p: Parser, opening: Token) -> Node:
    """⌊x⌋ and ⌈x⌉."""
    inner = p.enclosed(p.expression)
    close = p.take("⌋" if opening.text == "⌊" else "⌉")
    return node("call", opening.start, close.end, (inner,), "floor" if opening.text == "⌊" else "ceil")


def angle(p: Parser, opening: Token) -> Node:
    """<1, 2> and ⟨1, 2⟩: a vector."""
    outside, p.angled = p.angled, True
    items = _items(p, (">", "⟩"))
    p.angled = outside
    if p.token.text not in (">", "⟩"):
        raise p.unexpected("'>'")
    return node("list", opening.start, p.take().end, tuple(items), "<>")


def radical(p: Parser, opening: Token) -> Node:
    """√x takes the next power only: √2x is (√2)·x."""
    inner = p.postfixed(p.primary()) if p.token.kind != NUMBER else p.primary()
    whole = node("call", opening.start, inner.end, (inner,), {"√": "sqrt", "∛": "cbrt", "∜": "root4"}[opening.text])
    if p.begins_operand() and not p.token.spaced and inner.kind in ("number", "letter") and p.token.text != "(":
        p.note(opening.start, inner.end, whole, ", which ends before what follows")
    return whole


BRACKETS: dict[str, Handler] = {
    "(": round_bracket, "[": square_bracket, "{": curly_bracket, "\\{": curly_bracket, "|": bar, "|<": left_bar,
    "‖": double_bar, "‖<": double_bar, "⟨": angle, "⌊": rounded, "⌈": rounded, "√": radical, "∛": radical, "∜": radical,
    "∅": lambda p, t: node("list", t.start, t.end, (), "{}"),
}  # fmt: skip

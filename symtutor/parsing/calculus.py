"""d/dx, ∂/∂y, lim, ∫ and Σ: the operators that take everything to the end of the text or their closing bracket."""

from __future__ import annotations

from collections.abc import Sequence

from .errors import NotYet, Unreadable
from .names import CONSTANTS, LETTERS, function_named
from .pratt import RELATION, SUM, Handler, Parser
from .syntax import Node, bare, node
from .tokens import END, LOWERED, NAME, RAISED, SIGN, Token


def derivative(p: Parser, d: Token) -> Node | None:
    """d/dx …, d²/dx² …, dy/dx, d(x²)/dx, ∂²/∂x∂y …; ``None``, and nothing taken, where ``d`` is only a letter."""
    back = p.at
    found = _derivative(p, d)
    if found is None:
        p.at = back
    return found


def _derivative(p: Parser, d: Token) -> Node | None:
    order = _order(p)
    of: Node | None = None
    if p.token.text != "/":
        of = _differentiated(p)
        if of is None:
            return None
    if not (p.token.kind == SIGN and p.token.text == "/"):
        return None
    p.take()
    bracket = p.token.text in ("(", "{") and p.ahead().text == d.text
    if bracket:
        closer = ")" if p.take().text == "(" else "}"
    pairs: list[Node] = []
    while p.token.text == d.text and p.ahead().kind == NAME and (not pairs or not p.token.spaced or bracket):
        p.take()
        t = p.take()
        _letter_only(t)
        pairs += [node("letter", t.start, t.end, text=t.text), _order(p) or node("number", t.end, t.end, text="1")]
    if not pairs:
        return None
    if bracket:
        p.take(closer)
    if len(pairs) == 2 and order is not None and pairs[1].text == "1":
        pairs[1] = order
    _agree(d, order, pairs)
    end = pairs[-1].end
    if of is None:
        begins_with_bracket = p.token.text in ("(", "[")
        if p.token.kind == END:
            raise Unreadable("there is nothing to differentiate", d.start, end - d.start, "write d/dx x^2")
        of = p.expression(RELATION)
        end = of.end
        if begins_with_bracket and of.kind == "sum":
            p.notes.append(("read d/d… as acting on everything that follows: ", of))
    return node("derivative", d.start, end, (of, *pairs), "partial" if d.text == "∂" else "")


def _letter_only(t: Token) -> None:
    if t.text in CONSTANTS:
        raise Unreadable(
            f"{CONSTANTS[t.text]} is a number, not a variable", t.start, t.end - t.start, "use another letter"
        )
    if len(t.text) > 1 and t.text not in LETTERS and function_named(t.text) is not None:
        raise Unreadable("a letter is expected here", t.start, t.end - t.start, "write d/dx")


def _order(p: Parser) -> Node | None:
    if p.token.kind == RAISED:
        return p.raised(p.take())
    if p.token.kind == SIGN and p.token.text == "^":
        p.take()
        return bare(p.braced()) if p.token.text == "{" else p.small()
    return None


def _differentiated(p: Parser) -> Node | None:
    """The y of dy/dx, the bracket of d(x^2)/dx."""
    t = p.token
    if t.kind == NAME and p.ahead().text == "/":
        p.take()
        return node("letter", t.start, t.end, text=t.text)
    if t.text in ("(", "{") and _closes_before_slash(p):
        return p.operands["("](p, p.take())
    return None


def _closes_before_slash(p: Parser) -> bool:
    depth = 0
    for i in range(p.at, len(p.tokens) - 2):
        depth += (p.tokens[i].text in ("(", "{")) - (p.tokens[i].text in (")", "}"))
        if depth == 0:
            return p.tokens[i + 1].text == "/" and p.tokens[i + 2].text in ("d", "∂")
    return False


def _agree(d: Token, order: Node | None, pairs: Sequence[Node]) -> None:
    """The order above must be the sum of the orders below: d²/dx² and ∂²/∂x∂y."""
    orders = list(pairs[1::2])
    stated = orders if order is None else [*orders, order]
    if order is not None and len(orders) == 1 and (order.kind, order.text) != (orders[0].kind, orders[0].text):
        if not (order.kind == orders[0].kind == "number"):
            raise Unreadable("the orders above and below differ", order.start, orders[0].end - order.start)
    if all(o.kind == "number" for o in stated):
        for o in stated:
            if not o.text.isdigit():
                raise Unreadable("an order is a whole number or a letter", o.start, o.end - o.start, "write d^2/dx^2")
        above = 1 if order is None else int(order.text)
        below = sum(int(o.text) for o in orders)
        if above != below:
            raise Unreadable(
                f"the order above is {above}, but the orders below add up to {below}", d.start,
                pairs[-1].end - d.start, "write d^2/dx^2 or ∂^2/∂x∂y",
            )  # fmt: skip


def partial(p: Parser, d: Token) -> Node:
    """∂/∂y ..."""
    found = derivative(p, d)
    if found is None:
        raise Unreadable("∂ is read in ∂/∂x only", d.start, 1, "write ∂/∂x in front of what to differentiate")
    return found


def limit(p: Parser, t: Token) -> Node:
    """lim x->0 …, lim_{x→0⁺} …, lim (x->0) …."""
    p.taken("_")
    closer = {"(": ")", "{": "}", "[": "]"}.get(p.token.text)
    if closer and not _has_arrow(p, closer):
        if p.ahead(2).text == "," and any(t.text == "→" for t in p.tokens):
            raise NotYet("limits of several variables are not found yet", t.start, t.end - t.start, subject="limits")
        raise p.unexpected("x -> a")
    if closer:
        p.take()
        variable, point, side = approach(p, closed=True)
        p.take(closer)
    else:
        variable, point, side = approach(p, closed=False)
        p.taken(",")
    if p.token.kind == END:
        raise Unreadable(
            "the limit of nothing", t.start, point.end - t.start, "put the point in brackets: lim (x->2) x^2"
        )
    of = p.expression(RELATION)
    return node("limit", t.start, of.end, (of, variable, point), side)


def _has_arrow(p: Parser, closer: str) -> bool:
    for t in p.tokens[p.at :]:
        if t.text == "→":
            return True
        if t.text == closer:
            return False
    return False


def approach(p: Parser, closed: bool) -> tuple[Node, Node, str]:
    """x -> a, with the side of a trailing sign; ``closed`` where a bracket or the end of the text ends the point."""
    t = p.take()
    if t.kind != NAME:
        p.at -= 1
        raise p.unexpected("a letter")
    variable = node("letter", t.start, t.end, text=t.text)
    if not p.taken("→"):
        raise p.unexpected("'->'")
    end = p.at + 1 if p.token.text in ("-", "+") else p.at
    depth = 0
    while p.tokens[end].kind != END:
        here, after = p.tokens[end], p.tokens[end + 1]
        if depth == 0 and end > p.at and not closed and _ends_point(p.tokens[end - 1], here, after):
            break
        depth += (here.text in ("(", "{", "[")) - (here.text in (")", "}", "]"))
        if depth < 0 or (depth == 0 and here.text == ","):
            break
        end += 1
    return variable, *_point(p, end)


def _ends_point(before: Token, here: Token, after: Token) -> bool:
    if not here.spaced:
        return False
    if before.kind == SIGN and before.text in ("*", "/", "^", "-", "→") and before.spaced == here.spaced:
        return False
    return not (here.text in ("*", "/", "^") and after.spaced)


def _point(p: Parser, end: int) -> tuple[Node, str]:
    tokens = p.tokens
    last, side = end, ""
    if last - 1 > p.at and tokens[last - 1].text in ("+", "-"):
        side = tokens[last - 1].text
        last -= 1
        if last - 1 > p.at and tokens[last - 1].text == "^":
            last -= 1
    elif last - 1 > p.at and tokens[last - 1].kind == RAISED and tokens[last - 1].text in ("+", "-"):
        side = tokens[last - 1].text
        last -= 1
    elif (
        last - 3 > p.at and [t.text for t in tokens[last - 4 : last - 2]] == ["^", "{"] and tokens[last - 1].text == "}"
    ):
        if tokens[last - 2].text in ("+", "-"):
            side = tokens[last - 2].text
            last -= 4
    stop = tokens[last]
    p.tokens = [*tokens[:last], Token(END, "", stop.start, stop.start)]
    point = p.expression(RELATION)
    if p.token.kind != END:
        raise p.unexpected("the end of the point")
    p.tokens = tokens
    p.at = end
    return point, side


def integral(p: Parser, t: Token) -> Node:
    """∫ … dx and ∫_a^b … dx, up to dx; without dx, to the end and in the only letter there is."""
    lower, upper = _ends(p)
    outside, p.in_integral = p.in_integral, True
    of = node("number", p.token.start, p.token.start, text="1") if p.at_differential() else p.expression(RELATION)
    p.in_integral = outside
    end = of.end
    if p.token.text == "d" and p.ahead().kind == NAME:
        p.take()
        v = p.take()
        variable, end = node("letter", v.start, v.end, text=v.text), v.end
    else:
        letters = sorted({n.text for n in of.walk() if n.kind == "letter"})
        if len(letters) != 1:
            raise Unreadable("the variable of integration is missing", t.start, end - t.start, "end with dx")
        variable = node("letter", end, end, text=letters[0])
    ends = () if lower is None or upper is None else (lower, upper)
    return node("integral", t.start, end, (of, variable, *ends))


def _ends(p: Parser) -> tuple[Node | None, Node | None]:
    """The lower and the upper end, in either order, lowered or raised."""
    lower: Node | None = None
    upper: Node | None = None
    for _ in range(2):
        if p.taken("_"):
            lower = _end(p)
        elif p.token.kind == LOWERED:
            low = p.take()
            lower = p.raised(low)
        elif p.token.kind == SIGN and p.token.text == "^":
            p.take()
            upper = _end(p)
        elif p.token.kind == RAISED:
            upper = p.raised(p.take())
    return lower, upper


def _end(p: Parser) -> Node:
    if p.token.text == "{":
        return p.braced()
    if p.token.text == "(":
        return p.operands["("](p, p.take())
    if p.taken("-"):
        inner = p.small()
        return node("negative", inner.start, inner.end, (inner,))
    return p.small()


def series(p: Parser, t: Token) -> Node:
    """Σ_{k=1}^n …; Π for a product."""
    lower, upper = _ends(p)
    of = p.expression(SUM)
    if lower is None or upper is None:
        raise Unreadable("the bounds of the sum are missing", t.start, of.end - t.start, "write sum of … from k=1 to n")
    start = bare(lower)
    if start.kind != "relation" or start.text != "=" or start.parts[0].kind != "letter":
        raise Unreadable("the lower bound names the index", lower.start, lower.end - lower.start, "write k=1")
    index, low = start.parts
    return node("series", t.start, of.end, (of, index, low, upper), "product" if t.text == "Π" else "")


CALCULUS: dict[str, Handler] = {"∂": partial, "∫": integral, "Σ": series, "Π": series}

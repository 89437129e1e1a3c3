"""Which readings could have been meant otherwise, so that the echo says how they were read."""

from __future__ import annotations

from .syntax import Node, node
from .tokens import NAME, Token


def doubtful(last: Node, right: Node, first: Token, source: str) -> bool:
    """e^2x, x(t), xy: glued factors that could have been meant as something else."""
    if first.spaced:
        return False
    if last.kind == "letter" and right.kind == "group" and right.parts[0].kind == "letter":
        return True
    if last.kind == "letter" and first.kind == NAME and source[last.start : first.end].isalpha():
        return True
    return _doubtful_exponent(last)


def _doubtful_exponent(n: Node) -> bool:
    """e^2x, e^xy, x^nx: a power whose exponent might have been meant to go on.  x^2 y is not in doubt."""
    if n.kind != "power" or n.parts[1].kind in ("group", "braced"):
        return False
    base, exponent = n.parts
    return base.kind in ("constant", "number") or exponent.kind != "number"


def glued(product: Node) -> Node:
    """The letters at the end of a product that were typed without a gap: ab before the c of abc."""
    at = len(product.parts) - 1
    while at and product.parts[at - 1].kind == "letter" and product.parts[at - 1].end == product.parts[at].start:
        at -= 1
    tail = product.parts[at:]
    return tail[0] if len(tail) == 1 else node("product", tail[0].start, product.end, tail)


def root_meant(left: Node, right: Node, slash: Token) -> Node | None:
    """x^1/3, x^2/3, x^-1/2: the root that a power over a number could have been meant as."""
    if slash.spaced or left.kind != "power" or right.text not in ("2", "3") or right.start != slash.end:
        return None
    base, exponent = left.parts
    top = exponent.parts[0] if exponent.kind == "negative" else exponent
    if top.kind == "number" and top.text.isdigit() and int(top.text) % int(right.text):
        inner = node("quotient", top.start, right.end, (exponent, right))
        return node("power", left.start, right.end, (base, inner))
    return None

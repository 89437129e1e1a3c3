"""From the syntax tree to Written, and to a value with every division by zero and root of a negative number placed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sympy import AccumBounds, Derivative, E, Expr, Function, I, Integer, Symbol, nan, oo, pi, zoo
from sympy.logic.boolalg import BooleanFalse, BooleanTrue

from ..written import (
    TRUE,
    Apply,
    Cases,
    DerivativeOf,
    Grid,
    IntegralOf,
    Leaf,
    LimitOf,
    Listing,
    Minus,
    Numeral,
    Phrase,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    SumOf,
    Unvalued,
    Written,
)
from ..written.functions import FUNCTIONS
from .errors import NotYet, Unreadable
from .syntax import Node

_CONSTANTS = {"e": Leaf(E), "pi": Leaf(pi), "oo": Leaf(oo)}


@dataclass(frozen=True)
class Writer:
    """``integers`` are the names of the letters that stand for integers; all others are real.

    ``functions`` are the names of functions without a formula, whose derivatives are only named.
    """

    integers: frozenset[str] = frozenset()
    functions: frozenset[str] = frozenset()

    def symbol(self, name: str) -> Symbol:
        """The symbol of a letter."""
        return Symbol(name, integer=True) if name in self.integers else Symbol(name, real=True)

    def __call__(self, n: Node) -> Written:
        return _WRITE[n.kind](self, n)

    def all(self, parts: tuple[Node, ...]) -> tuple[Written, ...]:
        """Each part as Written."""
        return tuple(self(p) for p in parts)


def _number(w: Writer, n: Node) -> Written:
    if n.text.isdigit() and (n.text == "0" or n.text[0] != "0"):
        return Leaf(Integer(int(n.text)))
    return Numeral(n.text if not n.text.endswith(".") else n.text[:-1])


def _call(w: Writer, n: Node) -> Written:
    return _application(n, w.all(n.parts))


def _application(n: Node, arguments: tuple[Written, ...]) -> Written:
    """The function that a call names over its arguments.  Raises ``Unreadable`` for the wrong number of them."""
    if n.text in ("det", "norm"):
        what = "determinants" if n.text == "det" else "norms"
        raise NotYet(f"{what} are not worked out yet", n.start, n.end - n.start, subject=what)
    if n.text == "root4":
        return Apply("root", (Leaf(Integer(4)), *arguments))
    named = FUNCTIONS.get(n.text)
    if named is not None and named.arity is not None and named.arity != len(arguments):
        many = "one argument" if named.arity == 1 else f"{named.arity} arguments"
        raise Unreadable(f"{n.text} takes {many}, not {len(arguments)}", n.start, n.end - n.start)
    if not arguments:
        raise Unreadable(f"{n.text} needs an argument", n.start, n.end - n.start)
    return Apply(n.text, arguments)


def _series(w: Writer, n: Node) -> Written:
    inner = Writer(w.integers | {n.parts[1].text})
    of, index, lower, upper = inner.all(n.parts)
    return SumOf(of, index, lower, upper, n.text == "product")


def _integral(w: Writer, n: Node) -> Written:
    return IntegralOf(*w.all(n.parts))


def _limit(w: Writer, n: Node) -> Written:
    of, variable, point = w.all(n.parts)
    return LimitOf(of, variable, point, n.text)


def _derivative(w: Writer, n: Node) -> Written:
    of, *pairs = w.all(n.parts)
    return DerivativeOf(of, tuple(zip(pairs[::2], pairs[1::2], strict=True)), n.text == "partial")


def _prime(w: Writer, n: Node) -> Written:
    name, *arguments = n.parts
    if name.kind == "letter" and name.text in w.functions and len(arguments) == 1 and arguments[0].kind == "letter":
        x = w.symbol(arguments[0].text)
        return Leaf(Derivative(Function(name.text)(x), (x, len(n.text))))
    raise Unreadable(
        "a prime is read after a bracket or in f'(x) with f given", n.start, n.end - n.start,
        "write d/dx in front, or f(x) = x^2, find f'(x)",
    )  # fmt: skip


def _plusminus(w: Writer, n: Node) -> Written:
    raise Unreadable("± stands for two values", n.start, n.end - n.start, "write each value by itself")


def _words(w: Writer, n: Node) -> Written:
    if n.text == "otherwise":
        return TRUE
    pieces: list[str | Written] = []
    for p in n.parts:
        pieces += ([f" {n.text} "] if pieces else []) + [w(p)]
    return Phrase(tuple(pieces) or (n.text,))


def _cases(w: Writer, n: Node) -> Written:
    parts = w.all(n.parts)
    return Cases(tuple(zip(parts[::2], parts[1::2], strict=True)))


_WRITE: dict[str, Callable[[Writer, Node], Written]] = {
    "number": _number,
    "letter": lambda w, n: Leaf(w.symbol(n.text)),
    "constant": lambda w, n: _CONSTANTS[n.text],
    "call": _call,
    "sum": lambda w, n: Sum(w.all(n.parts)),
    "product": lambda w, n: Product(w.all(n.parts)),
    "quotient": lambda w, n: Quotient(*w.all(n.parts)),
    "power": lambda w, n: Power(*w.all(n.parts)),
    "negative": lambda w, n: Minus(w(n.parts[0])),
    "group": lambda w, n: w(n.parts[0]),
    "list": lambda w, n: Listing(w.all(n.parts), n.text[0], n.text[-1]) if n.text else Listing(w.all(n.parts), "", ""),
    "matrix": lambda w, n: Grid(tuple(w.all(row.parts) for row in n.parts)),
    "cases": _cases,
    "relation": lambda w, n: Relation(tuple(n.text.split()), w.all(n.parts)),
    "derivative": _derivative,
    "integral": _integral,
    "limit": _limit,
    "series": _series,
    "prime": _prime,
    "plusminus": _plusminus,
    "words": _words,
}


def valued(w: Writer, n: Node) -> Any:
    """The SymPy value of a tree, level by level, so that what has no value is met where it was typed.

    Raises ``Unreadable`` for a division by zero, a logarithm of zero, a root of a negative number, and for a tree
    that asks something.
    """
    value, _ = _valued(w, n)
    return value


def _valued(w: Writer, n: Node) -> tuple[Any, bool]:
    """The value, and whether it is a constant number."""
    written = w(n) if n.kind in ("number", "letter", "constant") else None
    if written is not None:
        return written.value(), n.kind != "letter"
    if n.kind == "group":
        return _valued(w, n.parts[0])
    if n.kind in ("matrix", "cases", "list", "relation", "series", "derivative", "integral", "limit", "prime", "words"):
        return _structured(w, n), False
    found = [_valued(w, p) for p in n.parts]
    _calculable(n, [v for v, _ in found])
    constant = all(c for _, c in found)
    shallow = _shallow(w, n, tuple(Leaf(v) for v, _ in found))
    if n.kind == "quotient" and found[1][0] == 0:
        raise _no_value(n, "divides by zero")
    _meaningful(n, [v for v, _ in found])
    value = shallow.value()
    if isinstance(value, (AccumBounds, BooleanTrue, BooleanFalse)) or value.has(nan, zoo):
        raise _no_value(n, "has no value")
    if constant and n.kind in ("power", "call") and value.has(I):
        raise _no_value(n, "is no real number")
    return value, constant


def _calculable(n: Node, values: list[Any]) -> None:
    """Arithmetic is done with numbers; lists, statements and matrices among them are met here."""
    for part, value in zip(n.parts, values, strict=True):
        if value.is_Matrix if hasattr(value, "is_Matrix") else False:
            raise NotYet("matrices are not worked with yet", part.start, part.end - part.start, subject="matrices")
        if not isinstance(value, Expr):
            raise Unreadable("a number or an expression is expected here", part.start, part.end - part.start)


def _meaningful(n: Node, values: list[Any]) -> None:
    """What SymPy gives a value to and mathematics does not: sums with ∞, 0⁰, logarithms to the bases 1, 0 and -2."""
    if n.kind in _CALCULATED:
        for part, value in zip(n.parts, values, strict=True):
            if value.is_infinite and value.is_number:
                raise Unreadable("infinity is no number to calculate with", part.start, part.end - part.start)
    if n.kind == "power" and values[0] == 0 and values[1] == 0:
        raise _no_value(n, "has no value")
    if n.kind == "call" and n.text == "log" and (values[0] == 1 or values[0].is_nonpositive):
        base = n.parts[0]
        raise Unreadable(
            "this is no base of a logarithm", base.start, base.end - base.start, "take a positive base, not 1"
        )


_CALCULATED = frozenset({"sum", "product", "quotient", "power", "call"})


def _shallow(w: Writer, n: Node, parts: tuple[Written, ...]) -> Written:
    """The node itself over parts that are already evaluated."""
    if n.kind == "negative":
        return Minus(*parts)
    if n.kind == "call":
        return _application(n, parts)
    if n.kind in ("sum", "product"):
        return (Sum if n.kind == "sum" else Product)(parts)
    if n.kind == "quotient":
        return Quotient(*parts)
    if n.kind == "power":
        return Power(*parts)
    return _WRITE[n.kind](w, n)


def _structured(w: Writer, n: Node) -> Any:
    for p in n.parts:
        if n.kind in ("matrix", "list", "relation"):
            for q in p.parts if n.kind == "matrix" else (p,):
                if not isinstance(valued(w, q), Expr) and n.kind == "matrix":
                    raise Unreadable("an entry of a matrix is an expression", q.start, q.end - q.start)
    try:
        return w(n).value()
    except Unvalued as none:
        raise Unreadable("a question cannot stand inside this expression", n.start, n.end - n.start) from none
    except (TypeError, ValueError, AttributeError) as none:
        raise Unreadable("this has no value", n.start, n.end - n.start) from none


def _no_value(n: Node, why: str) -> Unreadable:
    return Unreadable(f"this {why}", n.start, n.end - n.start, "change it; over the real numbers it means nothing")

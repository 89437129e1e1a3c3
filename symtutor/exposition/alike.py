"""When two pieces of writing would look the same to a reader, so that a page prints only one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from dataclasses import fields
from functools import lru_cache
from typing import Any

from sympy import Add, Basic, E, Symbol, Tuple

from ..written import Apply, Leaf, Listing, Minus, Power, Product, Quotient, Sum, Written, opened_once


def alike(a: Written, b: Written) -> bool:
    """Whether the two read the same.  The order of terms does not matter; the order of factors does.

    A chain that has reached x² + 2x gains nothing by "= 2x + x²", but cos(x²)·2x = 2x cos(x²) is worth a link.
    """
    if isinstance(a, Leaf) and isinstance(b, Leaf):
        return bool(a.expr == b.expr)
    return a == b or form(a) == form(b)


def same_content(a: Written, b: Written) -> bool:
    """Whether the two differ at most in arrangement: order of terms and factors, quotients for negative powers."""
    return a == b or form(a, loose=True) == form(b, loose=True)


def form(w: Written, loose: bool = False) -> Hashable:
    """``w`` with its leaves opened, nested sums and products flattened, and the order of terms forgotten."""
    if isinstance(w, Leaf):
        return w.expr if isinstance(w.expr, Symbol) else _form_of_leaf(w.expr, loose)
    if isinstance(w, Sum):
        return ("+", _bag(_terms(w, loose)))
    if isinstance(w, Apply) and w.name == "exp":
        # e to a power is typed as a power and evaluated to a function; it is printed one way.
        return (Power, (), (E, form(w.arguments[0], loose)))
    if loose and isinstance(w, (Product, Quotient, Minus)):
        return ("*", _bag(_factors(w)))
    if isinstance(w, Product):
        return ("*", tuple(f for part in w.factors for f in _flattened("*", form(part))))
    return (type(w), _marks(w), tuple(form(p, loose) for p in w.parts()))


# The same parts stand in line after line of a derivation; a long one meets each some hundred times.
@lru_cache(maxsize=4096)
def _form_of_leaf(expr: Basic, loose: bool) -> Hashable:
    if isinstance(expr, Tuple):
        return form(Listing(tuple(Leaf(item) for item in expr)), loose)
    if isinstance(expr, Add):
        # The order of terms is forgotten anyway, and working it out is what opening a sum costs most.
        return ("+", _bag([form(Leaf(t), loose) for t in expr.args]))
    inner = opened_once(expr)
    return expr if isinstance(inner, Leaf) else form(inner, loose)


def _terms(w: Sum, loose: bool) -> list[Hashable]:
    found: list[Hashable] = []
    for term in w.terms:
        inner = form(term, loose)
        if isinstance(inner, tuple) and inner[0] == "+":
            found += [item for item, count in inner[1] for _ in range(count)]
        else:
            found.append(inner)
    return found


def _flattened(sign: str, inner: Hashable) -> tuple[Any, ...]:
    return tuple(inner[1]) if isinstance(inner, tuple) and inner[0] == sign else (inner,)


def _factors(w: Written) -> list[Hashable]:
    if isinstance(w, Leaf):
        if w.expr == 1:
            return []
        inner = opened_once(w.expr)
        return [w.expr] if isinstance(inner, Leaf) else _factors(inner)
    if isinstance(w, Product):
        return [f for part in w.factors for f in _factors(part)]
    if isinstance(w, Minus):
        return ["-", *_factors(w.of)]
    if isinstance(w, Quotient):
        return [*_factors(w.top), *(("/", f) for f in _factors(w.bottom))]
    return [form(w, loose=True)] if not isinstance(w, Power) else [_power(w)]


def _power(w: Power) -> Hashable:
    return (Power, (), (form(w.base, loose=True), form(w.exponent, loose=True)))


def _bag(items: list[Hashable]) -> frozenset[Any]:
    return frozenset(Counter(items).items())


def _marks(w: Written) -> tuple[Any, ...]:
    """What a node holds beside its parts: a function's name, a side, the words of a phrase."""
    found: list[Any] = []
    for f in fields(w):  # type: ignore[arg-type]
        held = getattr(w, f.name)
        if isinstance(held, (str, bool, int)):
            found.append(held)
        elif isinstance(held, tuple):
            found += [h for h in held if isinstance(h, str)]
    return tuple(found)

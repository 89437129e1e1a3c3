"""Filling a line, carrying it out, and comparing how two lines read."""

from __future__ import annotations

from collections.abc import Mapping

from sympy import Integer, Tuple

from .gatherings import Listing
from .opening import open_expression
from .substitution import BackSubstitution, Bracket, substituted
from .tree import Hole, Leaf, Minus, Product, Sum, Unvalued, Written, write
from .walking import rewritten, walk


def stated(line: Written) -> Written:
    """The line with each hole replaced by the question that stands there."""
    return rewritten(line, lambda w: w.statement if isinstance(w, Hole) else None)


def filled(line: Written, answers: Mapping[int, Written]) -> Written:
    """The line with each hole replaced by its answer."""
    return rewritten(line, lambda w: answers[w.index] if isinstance(w, Hole) else None)


def carried_out(line: Written) -> Written:
    """The line with its brackets and back-substitutions written out, and then without unit factors and zero terms.

    A line that has nothing to carry out stays as it is: 1 · eˣ + x eˣ shows where each term comes from, and a second
    line without the 1 would say nothing.
    """
    if not any(isinstance(w, (BackSubstitution, Bracket)) for w in walk(line)):
        return line
    return rewritten(line, _carry)


def _carry(w: Written) -> Written | None:
    if isinstance(w, BackSubstitution):
        return substituted(w.of, w.letter, w.by)
    if isinstance(w, Bracket):
        return substituted(w.of, w.variable, w.upper) - substituted(w.of, w.variable, w.lower)
    if isinstance(w, Product):
        return _without_units(w)
    if isinstance(w, Sum):
        terms = tuple(t for t in w.terms if not _is(t, 0))
        if len(terms) < len(w.terms):
            return Sum(terms) if len(terms) > 1 else (terms[0] if terms else Leaf(Integer(0)))
    if isinstance(w, Minus) and isinstance(w.of, Minus):
        return w.of.of
    return None


def _without_units(w: Product) -> Written | None:
    if any(_is(f, 0) for f in w.factors):
        return Leaf(Integer(0))
    factors = tuple(f for f in w.factors if not _is(f, 1))
    if len(factors) == len(w.factors):
        return None
    return Product(factors) if len(factors) > 1 else (factors[0] if factors else Leaf(Integer(1)))


def _is(w: Written, number: int) -> bool:
    return isinstance(w, Leaf) and w.expr == number


def reads_the_same(a: Written, b: Written) -> bool:
    """Whether two pieces of writing would be typeset alike: equal, or leaves of the same evaluated value."""
    if a == b:
        return True
    return _flat(a) == _flat(b)


def _flat(w: Written) -> Written:
    """Writing whose whole content is one evaluated value in the order the renderer prints it."""
    if isinstance(w, Leaf) and isinstance(w.expr, Tuple):
        return Listing(tuple(Leaf(e) for e in w.expr))
    if isinstance(w, Leaf):
        return w
    if isinstance(w, Listing):
        return w.with_parts(tuple(_flat(p) for p in w.items))
    try:
        value = write(w.value())
    except (Unvalued, ArithmeticError):
        return w
    return value if open_expression(value.value()) == w else w

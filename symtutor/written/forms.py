"""Filling a line, carrying it out, and walking over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sympy import Basic, Integer, Tuple

from .tree import BackSubstitution, Bracket, Hole, Leaf, Listing, Minus, Product, Sum, Unvalued, Written, write


def walk(written: Written) -> Iterator[Written]:
    """Every node, outermost first, in reading order."""
    yield written
    for part in written.parts():
        yield from walk(part)


def rewritten(written: Written, change: Callable[[Written], Written | None]) -> Written:
    """``written`` with ``change`` applied from the leaves up; ``None`` leaves a node as it is."""
    parts = written.parts()
    if parts:
        new = tuple(rewritten(p, change) for p in parts)
        if any(a is not b for a, b in zip(new, parts)):
            written = written.with_parts(new)
    changed = change(written)
    return written if changed is None else changed


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


def substituted(w: Written, letter: Written, by: Written) -> Written:
    """``w`` with a letter replaced, inside leaves too.  A compound leaf is opened up so that nothing merges unseen."""
    symbol = letter.value()

    def change(node: Written) -> Written | None:
        if not isinstance(node, Leaf) or not node.expr.has(symbol):
            return None
        if node.expr == symbol:
            return by
        if isinstance(by, Leaf) and not by.expr.is_number:
            return Leaf(node.expr.xreplace({symbol: by.expr}))
        return rewritten(opened(node.expr), lambda n: _put(n, symbol, by))

    return rewritten(w, change)


def _put(node: Written, symbol: Basic, by: Written) -> Written | None:
    if not isinstance(node, Leaf) or not node.expr.has(symbol):
        return None
    # A leaf that does not open, such as cases, is substituted into as a whole.
    return by if node.expr == symbol else Leaf(node.expr.xreplace({symbol: by.value()}))


def opened(expr: object) -> Written:
    """A SymPy expression as Written all the way down, so that substituting into it shows before it evaluates."""
    from .opening import open_expression

    return open_expression(expr)


def free_symbols(w: Written) -> frozenset[Any]:
    """The symbols that occur anywhere in ``w``."""
    found: set[Any] = set()
    for node in walk(w):
        if isinstance(node, Leaf):
            found |= node.expr.free_symbols
    return frozenset(found)


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
    return value if opened(value.value()) == w else w

"""A SymPy expression evaluated in jets: real values and derivatives at a point, or a certain "no value here".

The reading is symtutor's: real roots for odd denominators, functions only on their real domain.  An expression is
compiled once into nested closures and evaluated at many points.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp
from sympy import Abs, Add, Expr, Heaviside, Max, Min, Mul, Piecewise, Pow, Rational, Symbol, floor, sign
from sympy.core.relational import Equality, Ge, Gt, Le, Lt, Ne, Relational
from sympy.logic.boolalg import And, BooleanFalse, BooleanTrue, Not, Or

from ..written import functions
from .jet_arithmetic import Jet
from .jets import Jets
from .numbers import NoValueHere, Unsupported
from .places import Evaluator, Place, Test
from .real_functions import FUNCTIONS, REWRITTEN

_CONSTANTS = {
    sp.pi: "pi", sp.E: "e", sp.EulerGamma: "euler", sp.Catalan: "catalan",
}  # fmt: skip


class Compiler:
    """Compiles expressions, each distinct one once."""

    def __init__(self) -> None:
        self._done: dict[Any, Evaluator] = {}
        self._slots = 0

    def compiled(self, expr: Any) -> Evaluator:
        """The evaluator of an expression.  Raises ``Unsupported`` for what has no real evaluation here."""
        found = self._done.get(expr)
        if found is None:
            found = self._build(expr)
            if expr.args:
                found = self._kept(found)
            self._done[expr] = found
        return found

    def _kept(self, evaluate: Evaluator) -> Evaluator:
        """Evaluated once at a place, however often it occurs."""
        slot = self._slots
        self._slots += 1

        def kept(place: Place) -> Jet:
            value = place.seen.get(slot)
            if value is None:
                value = place.seen[slot] = evaluate(place)
            return value

        return kept

    def test(self, condition: Any) -> Test:
        """The truth of a condition at a place; raises ``Unclear`` where the balls do not tell."""
        if isinstance(condition, BooleanTrue):
            return lambda place: True
        if isinstance(condition, BooleanFalse):
            return lambda place: False
        if isinstance(condition, Relational):
            return self._relation(condition)
        if isinstance(condition, And | Or):
            tests = [self.test(c) for c in sorted(condition.args, key=lambda c: c.sort_key())]
            if isinstance(condition, And):
                return lambda place: all(t(place) for t in tests)
            return lambda place: any(t(place) for t in tests)
        if isinstance(condition, Not):
            inner = self.test(condition.args[0])
            return lambda place: not inner(place)
        raise Unsupported(type(condition).__name__)

    def _relation(self, condition: Any) -> Test:
        left, right = self.compiled(condition.lhs), self.compiled(condition.rhs)

        def difference(place: Place) -> int:
            return place.sign(place.subtract(left(place), right(place)))

        for kind, holds in _HOLDS:
            if isinstance(condition, kind):
                return lambda place: holds(difference(place))
        raise Unsupported(type(condition).__name__)

    def _build(self, expr: Any) -> Evaluator:
        if isinstance(expr, Symbol):
            return _letter(expr)
        if isinstance(expr, Rational):
            p, q = int(expr.p), int(expr.q)
            return lambda place: [place.numbers.fraction(p, q)]
        if isinstance(expr, Add):
            return self._folded(expr.args, Jets.add)
        if isinstance(expr, Mul):
            return self._folded(expr.args, Jets.multiply)
        if isinstance(expr, Pow):
            return self._power(expr)
        if expr in _CONSTANTS:
            name = _CONSTANTS[expr]
            return lambda place: [place.numbers.constant(name)]
        if expr is sp.GoldenRatio:
            return self.compiled((1 + sp.sqrt(5)) / 2)
        if isinstance(expr, Piecewise):
            return self._piecewise(expr)
        if isinstance(expr, Max | Min):
            return self._extreme(expr)
        if type(expr) in functions.DEFINITIONS:
            return self.compiled(functions.DEFINITIONS[type(expr)](expr.args[0]))
        rewrite = REWRITTEN.get(type(expr))
        if rewrite is not None:
            return self.compiled(rewrite(*expr.args))
        if isinstance(expr, sp.polygamma) and expr.args[0].is_Integer and expr.args[0] >= 0:
            order, u = int(expr.args[0]), self.compiled(expr.args[1])
            return lambda place: place.digamma(order, u(place))
        build = FUNCTIONS.get(type(expr).__name__)
        if build is None or not isinstance(expr, Expr):
            raise Unsupported(type(expr).__name__)
        return build(self.compiled(expr.args[0]))

    def _folded(self, args: Any, join: Callable[[Any, Jet, Jet], Jet]) -> Evaluator:
        parts = [self.compiled(a) for a in args]
        first, rest = parts[0], parts[1:]

        def folded(place: Place) -> Jet:
            total = first(place)
            for part in rest:
                total = join(place, total, part(place))
            return total

        return folded

    def _power(self, expr: Any) -> Evaluator:
        base, exponent = expr.args
        if isinstance(exponent, Rational):
            b, p, q = self.compiled(base), int(exponent.p), int(exponent.q)
            return lambda place: place.rational_power(b(place), p, q)
        if base is sp.E:
            inside = self.compiled(exponent)
            return lambda place: place.exp(inside(place))
        b, e = self.compiled(base), self.compiled(exponent)
        return lambda place: place.power(b(place), e(place))

    def _piecewise(self, expr: Any) -> Evaluator:
        pieces = [(self.compiled(v), self.test(c), c) for v, c in expr.args]
        borders = [self.compiled(r.lhs - r.rhs) for _, _, c in pieces for r in relations(c)]

        def piecewise(place: Place) -> Jet:
            if place.order and not place.side:
                for border in borders:
                    place.turning(border(place))
            for value, test, _ in pieces:
                if test(place):
                    return value(place)
            raise NoValueHere("no case applies")

        return piecewise

    def _extreme(self, expr: Any) -> Evaluator:
        parts = [self.compiled(a) for a in expr.args]
        want = 1 if isinstance(expr, Max) else -1

        def extreme(place: Place) -> Jet:
            best = parts[0](place)
            for part in parts[1:]:
                other = part(place)
                if place.turning(place.subtract(other, best)) == want:
                    best = other
            return best

        return extreme


_HOLDS: tuple[tuple[Any, Callable[[int], bool]], ...] = (
    (Ne, lambda s: s != 0),
    (Equality, lambda s: s == 0),
    (Gt, lambda s: s > 0),
    (Ge, lambda s: s >= 0),
    (Lt, lambda s: s < 0),
    (Le, lambda s: s <= 0),
)


def relations(condition: Any) -> tuple[Any, ...]:
    """The relations inside a condition, in a fixed order."""
    if isinstance(condition, Relational):
        return (condition,)
    if isinstance(condition, And | Or | Not):
        return tuple(r for c in sorted(condition.args, key=lambda c: c.sort_key()) for r in relations(c))
    return ()


def _letter(symbol: Any) -> Evaluator:
    def letter(place: Place) -> Jet:
        value = place.letters.get(symbol)
        if value is None:
            raise Unsupported(f"no value for {symbol}")
        return value

    return letter


KINKED = (Abs, sign, Heaviside, Max, Min, Piecewise, floor, sp.ceiling)

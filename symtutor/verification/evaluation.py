"""A SymPy expression evaluated in jets: real values and derivatives at a point, or a certain "no value here".

The reading is symtutor's: real roots for odd denominators, functions only on their real domain.  An expression is
compiled once into nested closures and evaluated at many points.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import sympy as sp
from sympy import Abs, Add, Expr, Heaviside, Max, Min, Mul, Piecewise, Pow, Rational, Symbol, floor, sign
from sympy.core.relational import Equality, Ge, Gt, Le, Lt, Ne, Relational
from sympy.logic.boolalg import And, BooleanFalse, BooleanTrue, Not, Or

from ..written import functions
from .jets import Jet, Jets
from .numbers import NoValueHere, Numbers, Unsupported


class Place(Jets):
    """A point: jets for the letters, and the arithmetic to work there."""

    def __init__(self, numbers: Numbers, letters: Mapping[Symbol, Jet], order: int = 0, side: int = 0) -> None:
        super().__init__(numbers, order, side)
        self.letters = letters
        self.seen: dict[int, Jet] = {}


Evaluator = Callable[[Place], Jet]
Test = Callable[[Place], bool]

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
        rewrite = _REWRITTEN.get(type(expr))
        if rewrite is not None:
            return self.compiled(rewrite(*expr.args))
        if isinstance(expr, sp.polygamma) and expr.args[0].is_Integer and expr.args[0] >= 0:
            order, u = int(expr.args[0]), self.compiled(expr.args[1])
            return lambda place: place.digamma(order, u(place))
        build = _FUNCTIONS.get(type(expr).__name__)
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


def _quotient(top: str, bottom: str) -> Callable[[Evaluator], Evaluator]:
    def build(u: Evaluator) -> Evaluator:
        def evaluate(place: Place) -> Jet:
            inside = u(place)
            if len(inside) == 1 and place.numbers.name == "ball arithmetic" and bottom == "cos" and top == "sin":
                return [place.numbers.apply("tan", inside[0])]
            if bottom in ("cos", "sin"):
                s, c = place.sine_and_cosine(inside)
            else:
                s, c = place.hyperbolic(inside)
            below = c if bottom in ("cos", "cosh") else s
            above = {"sin": s, "cos": c, "sinh": s, "cosh": c}.get(top, [place.one])
            return place.divide(above, below)

        return evaluate

    return build


def _hyperbolic_tangent(u: Evaluator) -> Evaluator:
    def evaluate(place: Place) -> Jet:
        inside = u(place)
        t: Jet = [place.numbers.apply("tanh", inside[0])]
        if len(inside) > 1:
            # t′ = (1 − t²) u′, which stays accurate where sinh/cosh would be a quotient of huge numbers.
            for k in range(1, place.order + 1):
                square = place.multiply(t, t) if len(t) > 1 else [t[0] * t[0]]
                slope = place.subtract([place.one], square)
                terms = [
                    inside[j] * slope[k - j] * j for j in range(1, min(k, len(inside) - 1) + 1) if k - j < len(slope)
                ]
                total = place.zero
                for term in terms:
                    total = total + term
                t.append(total / k)
        return t

    return evaluate


def _by_slope(name: str, slope: Callable[[Place, Jet], Jet], pole: bool = False) -> Callable[[Evaluator], Evaluator]:
    def build(u: Evaluator) -> Evaluator:
        def evaluate(place: Place) -> Jet:
            inside = u(place)
            if pole and place.numbers.sign(inside[0]) == 0:
                raise NoValueHere(f"{name} at zero")
            if name in ("Ci", "li") and place.numbers.sign(inside[0]) < 0:
                raise NoValueHere(f"{name} of a negative number")
            value = place.numbers.apply(name, inside[0])
            return place.from_slope(value, inside, lambda: slope(place, inside))

        return evaluate

    return build


def _gaussian(factor: int) -> Callable[[Place, Jet], Jet]:
    def slope(place: Place, u: Jet) -> Jet:
        root = place.rational_power([place.numbers.constant("pi")], 1, 2)
        bell = place.exp(place.negative(place.multiply(u, u)))
        return place.divide(place.multiply(place.fraction(factor), bell), root)

    return slope


def _sign(u: Evaluator) -> Evaluator:
    return lambda place: place.fraction(place.turning(u(place)))


def _step(u: Evaluator) -> Evaluator:
    return lambda place: place.fraction(1 + place.turning(u(place)), 2)


_FUNCTIONS: dict[str, Callable[[Evaluator], Evaluator]] = {
    "exp": lambda u: lambda place: place.exp(u(place)),
    "log": lambda u: lambda place: place.log(u(place)),
    "sin": lambda u: lambda place: place.sine_and_cosine(u(place))[0],
    "cos": lambda u: lambda place: place.sine_and_cosine(u(place))[1],
    "tan": _quotient("sin", "cos"),
    "cot": _quotient("cos", "sin"),
    "sec": _quotient("1", "cos"),
    "csc": _quotient("1", "sin"),
    "sinh": lambda u: lambda place: place.hyperbolic(u(place))[0],
    "cosh": lambda u: lambda place: place.hyperbolic(u(place))[1],
    "tanh": _hyperbolic_tangent,
    "coth": _quotient("cosh", "sinh"),
    "sech": _quotient("1", "cosh"),
    "csch": _quotient("1", "sinh"),
    **{n: (lambda name: lambda u: lambda place: place.inverse_function(name, u(place)))(n) for n in (
        "asin", "acos", "atan", "asinh", "acosh", "atanh")},
    "gamma": lambda u: lambda place: place.gamma(u(place)),
    "digamma": lambda u: lambda place: place.digamma(0, u(place)),
    "erf": _by_slope("erf", _gaussian(2)),
    "erfc": _by_slope("erfc", _gaussian(-2)),
    "Ei": _by_slope("Ei", lambda place, u: place.divide(place.exp(u), u), pole=True),
    "Si": _by_slope("Si", lambda place, u: place.divide(place.sine_and_cosine(u)[0], u)),
    "Ci": _by_slope("Ci", lambda place, u: place.divide(place.sine_and_cosine(u)[1], u), pole=True),
    "li": _by_slope("li", lambda place, u: place.divide([place.one], place.log(u))),
    "loggamma": _by_slope("loggamma", lambda place, u: place.digamma(0, u)),
    "Abs": lambda u: lambda place: place.absolute(u(place)),
    "sign": _sign,
    "Heaviside": _step,
    "floor": lambda u: lambda place: place.floor(u(place)),
    "ceiling": lambda u: lambda place: place.negative(place.floor(place.negative(u(place)))),
}  # fmt: skip

# Functions read through others, on the real domain of their textbook definition.
_REWRITTEN: dict[Any, Callable[..., Any]] = {
    sp.acot: lambda u: sp.atan(1 / u),
    sp.asec: lambda u: sp.acos(1 / u),
    sp.acsc: lambda u: sp.asin(1 / u),
    sp.acoth: lambda u: sp.atanh(1 / u),
    sp.asech: lambda u: sp.acosh(1 / u),
    sp.acsch: lambda u: sp.asinh(1 / u),
    sp.factorial: lambda u: sp.gamma(u + 1),
    sp.beta: lambda a, b: sp.gamma(a) * sp.gamma(b) / sp.gamma(a + b),
    sp.binomial: lambda n, k: sp.gamma(n + 1) / (sp.gamma(k + 1) * sp.gamma(n - k + 1)),
    sp.sinc: lambda u: Piecewise((sp.sin(u) / u, Ne(u, 0)), (1, True)),
}

KINKED = (Abs, sign, Heaviside, Max, Min, Piecewise, floor, sp.ceiling)

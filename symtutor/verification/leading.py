"""Leading terms: the expansion of an expression at t → 0⁺ in powers of t, with exact coefficients.

A term whose coefficient is zero must be known to be zero: coefficients are put into normal form, and a coefficient
counts as not zero only where a ball excludes zero.  What neither road decides ends the expansion.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from math import lcm
from typing import Any

import sympy as sp
from sympy import Add, Integer, Mul, Pow, Rational, Symbol

from ..written import functions
from .real_functions import REWRITTEN
from .series import NOTHING, NoExpansion, Series, SeriesArithmetic, Sign

_SLOPES: dict[str, Any] = {
    "asin": lambda u: 1 / sp.sqrt(1 - u**2),
    "acos": lambda u: -1 / sp.sqrt(1 - u**2),
    "atan": lambda u: 1 / (1 + u**2),
    "asinh": lambda u: 1 / sp.sqrt(1 + u**2),
    "atanh": lambda u: 1 / (1 - u**2),
    "erf": lambda u: 2 / sp.sqrt(sp.pi) * sp.exp(-(u**2)),
    "tanh": lambda u: 1 - ((sp.exp(2 * u) - 1) * (sp.exp(2 * u) + 1) ** -1) ** 2,
}


class Expansion(SeriesArithmetic):
    """Expands in ``t``; ``sign`` gives the sign of a constant or raises, ``nonzero`` tells what is surely not 0."""

    def __init__(self, t: Symbol, terms: int, sign: Sign, nonzero: Callable[[Any], bool]) -> None:
        super().__init__(terms, sign, nonzero)
        self.t = t
        self._done: dict[Any, Series] = {}

    def of(self, e: Any) -> Series:
        """The series of ``e``.  Raises ``NoExpansion``."""
        found = self._done.get(e)
        if found is None:
            found = self._done[e] = self._trimmed(self._of(e))
        return found

    def _of(self, e: Any) -> Series:
        if e == 0:
            return NOTHING
        if self.t not in e.free_symbols:
            return Series(0, (e,) + (Integer(0),) * (self.terms - 1))
        if e == self.t:
            return Series(1, (Integer(1),) + (Integer(0),) * (self.terms - 1))
        if isinstance(e, Add):
            return reduce(self._add, (self.of(a) for a in e.args))
        if isinstance(e, Mul):
            return reduce(self._multiply, (self.of(a) for a in e.args))
        if isinstance(e, Pow):
            return self._power(e)
        if type(e) in functions.DEFINITIONS:
            return self.of(functions.DEFINITIONS[type(e)](e.args[0]))
        if type(e) in REWRITTEN and not isinstance(e, sp.sinc):
            return self.of(REWRITTEN[type(e)](*e.args))
        return self._application(e)

    def _application(self, e: Any) -> Series:
        name = type(e).__name__
        if isinstance(e, sp.Piecewise):
            return self._branch(e)
        if isinstance(e, sp.Max | sp.Min):
            best = e.args[0]
            for other in e.args[1:]:
                ahead = self.lead_sign(other - best)
                if ahead * (1 if isinstance(e, sp.Max) else -1) > 0:
                    best = other
            return self.of(best)
        u = self.of(e.args[0])
        if name in ("Abs", "sign", "Heaviside"):
            s = self._sign_of(u)
            if name == "Abs":
                return Series(u.low, tuple(s * c for c in u.coefficients))
            return self.of(Integer(s) if name == "sign" else Rational(1 + s, 2))
        if name in ("floor", "ceiling"):
            return self.of(self._step(name, u))
        if name in ("tan", "sec", "cot", "csc"):
            s, c = sp.sin(e.args[0]), sp.cos(e.args[0])
            top, bottom = {"tan": (s, c), "cot": (c, s), "sec": (Integer(1), c), "csc": (Integer(1), s)}[name]
            return self._multiply(self.of(top), self._inverse(self.of(bottom)))
        if u.low < 0 and name == "atan":
            return self.of(self.sign(u.coefficients[0]) * sp.pi / 2 - sp.atan(1 / e.args[0]))
        if u.low < 0:
            raise NoExpansion(f"{name} of something unbounded")
        return self._taylor(name, u, e)

    def _step(self, name: str, u: Series) -> Any:
        """⌊u⌋ or ⌈u⌉ for small t > 0."""
        start, *rest = self._aligned(u)
        if not start.is_Rational:
            raise NoExpansion("the floor of an irrational number")
        if not start.is_Integer:
            return sp.floor(start) if name == "floor" else sp.ceiling(start)
        moving = [c for c in rest if c != 0]
        side = self.sign(moving[0]) if moving else 0
        return start + ((-1 if side < 0 else 0) if name == "floor" else (1 if side > 0 else 0))

    def _taylor(self, name: str, u: Series, e: Any) -> Series:
        """g(u) = g(u0) + ∫ g′(u) u′."""
        full = self._aligned(u)
        start, rest = full[0], full
        if name == "exp":
            return Series(0, self._exponential(rest, sp.exp(start)))
        if name in ("sin", "cos", "sinh", "cosh"):
            return Series(0, self._pair(name, rest))
        if name == "log":
            if self.sign(start) <= 0:
                raise NoExpansion("a logarithm at its edge")
            return self._integrated(sp.log(start), self._multiply(self._slope(rest), self._inverse(Series(0, rest))))
        slope = _SLOPES.get(name)
        if slope is None:
            raise NoExpansion(name)
        w = Symbol("_w", real=True)
        outer = Expansion(self.t, self.terms, self.sign, self.nonzero)
        outer._done[w] = Series(0, rest)
        grown = slope(w)
        inner = outer._in_letter(grown, w)
        return self._integrated(e.func(start), self._multiply(self._slope(rest), inner))

    def _in_letter(self, e: Any, w: Symbol) -> Series:
        """``e`` in the letter w, whose series is known."""
        if w not in e.free_symbols:
            return Series(0, (e,) + (Integer(0),) * (self.terms - 1))
        if e == w:
            return self._done[w]
        if isinstance(e, Add):
            return reduce(self._add, (self._in_letter(a, w) for a in e.args))
        if isinstance(e, Mul):
            return reduce(self._multiply, (self._in_letter(a, w) for a in e.args))
        if isinstance(e, Pow) and isinstance(e.exp, Rational):
            return self._rational_power(self._trimmed(self._in_letter(e.base, w)), e.exp)
        if isinstance(e, sp.exp):
            inside = self._aligned(self._in_letter(e.args[0], w))
            return Series(0, self._exponential(inside, sp.exp(inside[0])))
        raise NoExpansion(type(e).__name__)

    def _branch(self, e: Any) -> Series:
        for value, condition in e.args:
            if self._holds(condition):
                return self.of(value)
        raise NoExpansion("no case applies")

    def _holds(self, c: Any) -> bool:
        if c in (True, False) or isinstance(c, sp.logic.boolalg.BooleanAtom):
            return bool(c)
        if isinstance(c, sp.And | sp.Or):
            truths = [self._holds(a) for a in sorted(c.args, key=lambda a: a.sort_key())]
            return all(truths) if isinstance(c, sp.And) else any(truths)
        if isinstance(c, sp.Not):
            return not self._holds(c.args[0])
        s = self.lead_sign(c.lhs - c.rhs)
        kinds = {sp.Ne: s != 0, sp.Eq: s == 0, sp.Gt: s > 0, sp.Ge: s >= 0, sp.Lt: s < 0, sp.Le: s <= 0}
        for kind, truth in kinds.items():
            if isinstance(c, kind):
                return truth
        raise NoExpansion("a condition")

    def lead_sign(self, e: Any) -> int:
        """The sign of ``e`` for small t > 0."""
        if e == 0:
            return 0
        return self._sign_of(self.of(e))

    def _sign_of(self, u: Series) -> int:
        if not u.coefficients:
            raise NoExpansion("every known term is zero")
        return self.sign(u.coefficients[0])

    def _power(self, e: Any) -> Series:
        base, exponent = e.args
        if self.t in exponent.free_symbols or base is sp.E:
            inside = self._aligned(self.of(exponent if base is sp.E else exponent * sp.log(base)))
            if base is sp.E:
                return Series(0, self._exponential(inside, sp.exp(inside[0])))
            return Series(0, self._exponential(inside, self._power_at_zero(base, exponent, inside[0])))
        u = self.of(base)
        if isinstance(exponent, Rational):
            return self._rational_power(u, exponent)
        if u.low != 0:
            raise NoExpansion("a power of something that tends to 0 or to infinity")
        return Series(0, self._binomial(u.coefficients, exponent, Pow(u.coefficients[0], exponent)))

    def _power_at_zero(self, base: Any, exponent: Any, logarithm: Any) -> Any:
        """base^exponent at t = 0 as a power where both have values, so that it reads like its neighbours."""
        try:
            return Pow(*(self._aligned(self.of(part))[0] for part in (base, exponent)))
        except NoExpansion:
            return sp.exp(logarithm)


def ramification(e: Any, x: Any) -> int:
    """The least d such that t = s^d leaves no fractional power of t, judged from the exponents that occur."""
    return reduce(lcm, (int(p.exp.q) for p in e.atoms(Pow) if isinstance(p.exp, Rational) and x in p.free_symbols), 1)

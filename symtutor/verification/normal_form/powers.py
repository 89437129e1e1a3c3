"""Powers and exponentials in kernels: base^(q₀ + Σ qᵢ mᵢ) taken apart along its exponent."""

from __future__ import annotations

from fractions import Fraction as Q
from math import lcm
from typing import Any

import sympy as sp
from sympy import Add, Integer, Mul, Rational

from .. import kernel_fractions as kf
from ..kernel_fractions import Fraction
from .table import CONSTANT, NotExact, Table

# Roots are kept in units of base^(1/60), so that halves, thirds, quarters, fifths and sixths share a kernel.
UNIT = 60


class Powers(Table):
    """Powers with whole, rational and symbolic exponents; e^u and the hyperbolic functions made of it."""

    def _power(self, base: Any, exponent: Any) -> Fraction:
        if isinstance(exponent, Integer):
            return kf.to_power(self.form(base), int(exponent))
        if base is sp.E:
            return self._exponential(exponent)
        if isinstance(base, Rational) and base.is_positive:
            out = kf.whole(1)
            for prime, times in sp.factorrat(base).items():
                out = kf.multiply(out, self._monomial_power(Integer(prime), exponent * times))
            return out
        return self._monomial_power(base, exponent)

    def _monomial_power(self, base: Any, exponent: Any) -> Fraction:
        """base^(q₀ + Σ qᵢ mᵢ) as base^q₀ Π (base^mᵢ)^qᵢ."""
        out = kf.whole(1)
        form = self.form(exponent)
        for key, q in self._pieces(form):
            if key == CONSTANT:
                out = kf.multiply(out, self._root(base, q))
                continue
            kind = ("power", base, key)
            i = self._generator("power", (base, key))
            unit = self._units.setdefault(kind, Q(1, q.denominator))
            steps = q / unit
            if steps.denominator != 1:
                raise NotExact
            out = kf.multiply(out, kf.generator(i, int(steps)))
        return out

    def _root(self, base: Any, q: Q) -> Fraction:
        if q.denominator == 1:
            return kf.to_power(self.form(base), int(q))
        unit = lcm(UNIT, q.denominator)
        if unit != UNIT:
            unit = q.denominator
        if isinstance(base, Mul) and any(isinstance(f, Add) for f in base.args):
            base = sp.expand(base)
        self.form(base)
        return kf.generator(self._generator("root", (base, unit)), int(q * unit))

    def _exponential(self, u: Any) -> Fraction:
        out = kf.whole(1)
        for key, q in self._pieces(self.form(u)):
            i, steps = self._unit("exp", key, q)
            out = kf.multiply(out, kf.generator(i, steps))
        return out

    def _hyperbolic(self, name: str, u: Any) -> Fraction:
        up, down = self._exponential(u), self._exponential(-u)
        plus, minus = kf.add(up, down), kf.subtract(up, down)
        two = kf.whole(2)
        half = Fraction({0: 1}, 2, ())
        return {
            "sinh": lambda: kf.multiply(minus, half), "cosh": lambda: kf.multiply(plus, half),
            "tanh": lambda: kf.multiply(minus, kf.inverse(plus)), "coth": lambda: kf.multiply(plus, kf.inverse(minus)),
            "sech": lambda: kf.multiply(two, kf.inverse(plus)), "csch": lambda: kf.multiply(two, kf.inverse(minus)),
        }[name]()  # fmt: skip

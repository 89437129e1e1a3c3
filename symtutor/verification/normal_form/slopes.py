"""Differentiation of fractions in kernels (Bronstein, *Symbolic Integration I*, ch. 3)."""

from __future__ import annotations

from fractions import Fraction as Q
from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from .. import kernel_fractions as kf
from ..kernel_fractions import Fraction
from .forms import Forms
from .named_slopes import SLOPES
from .table import NotExact


class Slopes(Forms):
    """A differential field: the slope of each kernel by what it means, of a fraction by the chain rule."""

    def derivative(self, f: Fraction, x: Any) -> Fraction:
        """df/dx; every letter but x is constant."""
        out = self._slope_of(f.top, x)
        if f.below:
            rate = kf.whole(0)
            for base, e in f.below:
                p = dict(base)
                part = kf.multiply(self._slope_of(p, x), kf.inverse(Fraction(p, 1, ())))
                rate = kf.add(rate, kf.multiply(kf.whole(e), part))
            out = kf.subtract(out, kf.multiply(Fraction(f.top, 1, ()), rate))
        return kf.multiply(out, Fraction(kf.ONE, f.number, f.below))

    def _slope_of(self, p: kf.Poly, x: Any) -> Fraction:
        used = 0
        for m in p:
            used |= m
        out = kf.whole(0)
        i = 0
        while used:
            if used & kf.MASK:
                inner = self._slope(i, x)
                if inner.top:
                    out = kf.add(out, kf.multiply(Fraction(kf.slope(p, i), 1, ()), inner))
            used >>= kf.WIDTH
            i += 1
        return out

    def _slope(self, i: int, x: Any) -> Fraction:
        found = self._slopes.get((i, x))
        if found is None:
            found = self._slopes[(i, x)] = self._slope_by_meaning(i, x)
        return found

    def _slope_by_meaning(self, i: int, x: Any) -> Fraction:
        kind, content = self._meaning[i]
        if kind == "letter":
            return kf.whole(1 if content == x else 0)
        if kind in ("exp", "cos", "sin"):
            key, unit = content
            inner = kf.multiply(self.derivative(self._piece(key), x), _number(unit))
            if not inner.top:
                return inner
            if kind == "exp":
                return kf.multiply(inner, kf.generator(i))
            partner = kf.generator(self._generator("sin" if kind == "cos" else "cos", content))
            return kf.multiply(kf.negative(inner) if kind == "cos" else inner, partner)
        if kind == "ln":
            return self._rate(content, x)
        if kind == "abs":
            return kf.multiply(kf.generator(i), self._rate(content, x))
        if kind == "root":
            base, unit = content
            return kf.multiply(kf.multiply(kf.generator(i), self._rate(base, x)), _number(Q(1, unit)))
        if kind == "power":
            base, key = content
            exponent = kf.multiply(self._piece(key), _number(self._units[("power", base, key)]))
            along = kf.multiply(exponent, self._rate(base, x))
            moving = self.derivative(exponent, x)
            if moving.top:
                along = kf.add(along, kf.multiply(moving, self._logarithm(base)))
            return kf.multiply(kf.generator(i), along)
        return self._function_slope(content, x)

    def _rate(self, u: Any, x: Any) -> Fraction:
        """u′/u."""
        if x not in u.free_symbols:
            return kf.whole(0)
        form = self.form(u)
        return kf.multiply(self.derivative(form, x), kf.inverse(form))

    def _function_slope(self, expr: Any, x: Any) -> Fraction:
        if x not in expr.free_symbols:
            return kf.whole(0)
        u = expr.args[-1]
        if isinstance(expr, sp.polygamma):
            if x in expr.args[0].free_symbols:
                raise NotExact
            outer = kf.generator(self._generator("function", sp.polygamma(expr.args[0] + 1, u, evaluate=False)))
        elif isinstance(expr, sp.gamma):
            outer = kf.multiply(self.form(expr), self._digamma(u))
        elif isinstance(expr, AppliedUndef | sp.Derivative):
            # The slope of a function that is only named is a kernel of its own; nothing is carried out here.
            if isinstance(expr, AppliedUndef) and expr.args != (x,):
                raise NotExact
            return kf.generator(self._generator("function", sp.Derivative(expr, x)))
        elif type(expr).__name__ not in SLOPES:
            raise NotExact
        else:
            outer = self.form(SLOPES[type(expr).__name__](u))
        return kf.multiply(outer, self.derivative(self.form(u), x))


def _number(q: Q) -> Fraction:
    return Fraction({0: q.numerator}, q.denominator, ())

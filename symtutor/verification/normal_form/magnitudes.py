"""Logarithms and absolute values in kernels: both are taken factor by factor, whatever the signs."""

from __future__ import annotations

from functools import reduce
from typing import Any

import sympy as sp
from sympy import Abs, Add, Integer, Mul, Pow, Rational

from .. import kernel_fractions as kf
from ..kernel_fractions import Fraction
from .table import NotExact, Table


class Magnitudes(Table):
    """ln|u|, |u|, and the larger and the smaller of two."""

    def _logarithm(self, u: Any) -> Fraction:
        """ln u as Σ k ln|factor|, which holds wherever ln u is defined."""
        if isinstance(u, Mul):
            return reduce(kf.add, (self._logarithm(f) for f in u.args))
        if isinstance(u, Pow):
            if u.base is sp.E:
                return self.form(u.exp)
            return kf.multiply(self.form(u.exp), self._logarithm(u.base))
        if isinstance(u, sp.exp):
            return self.form(u.args[0])
        if isinstance(u, Abs):
            return self._logarithm(u.args[0])
        if u is sp.E:
            return kf.whole(1)
        if isinstance(u, Rational):
            out = kf.whole(0)
            for prime, times in sp.factorrat(abs(u)).items():
                if prime != 1:
                    log = kf.generator(self._generator("function", sp.log(prime)))
                    out = kf.add(out, kf.multiply(kf.whole(int(times)), log))
            return out
        if isinstance(u, Add):
            content, u = u.primitive()
            if u.could_extract_minus_sign():
                u = -u
            if content != 1:
                return kf.add(self._logarithm(content), self._logarithm(u))
        self.form(u)
        return kf.generator(self._generator("ln", u))

    def _absolute(self, u: Any) -> Fraction:
        if isinstance(u, Mul):
            return reduce(kf.multiply, (self._absolute(f) for f in u.args))
        if isinstance(u, Rational):
            return self.form(abs(u))
        if isinstance(u, Pow) and isinstance(u.exp, Integer):
            return kf.to_power(self._absolute(u.base), int(u.exp))
        if u.is_nonnegative:
            return self.form(u)
        if u.could_extract_minus_sign():
            u = -u
        self.form(u)
        return kf.generator(self._generator("abs", u))

    def _extreme(self, expr: Any) -> Fraction:
        best = expr.args[0]
        form = self.form(best)
        if len(expr.args) > 2:
            raise NotExact
        other = expr.args[1]
        gap = self._absolute(sp.expand(best - other))
        total = kf.add(form, self.form(other))
        joined = kf.add(total, gap) if isinstance(expr, sp.Max) else kf.subtract(total, gap)
        return kf.multiply(joined, Fraction({0: 1}, 2, ()))

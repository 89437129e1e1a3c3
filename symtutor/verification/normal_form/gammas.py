"""Γ and its logarithmic derivative in kernels, brought to one argument by their recurrences."""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy import Rational

from .. import kernel_fractions as kf
from ..kernel_fractions import Fraction, TooBig
from .table import Table


class Gammas(Table):
    """Γ(v + k) and ψ(v + k), whole k, from Γ(v) and ψ(v)."""

    def _gamma(self, u: Any) -> Fraction:
        """Γ(v + k) = v (v+1) … (v+k−1) Γ(v)."""
        k, _ = u.as_coeff_Add()
        shift = int(sp.floor(k)) if isinstance(k, Rational) else 0
        if abs(shift) > 30:
            raise TooBig
        start = u - shift
        self.form(start)
        out = kf.generator(self._generator("function", sp.gamma(start, evaluate=False)))
        for i in range(abs(shift)):
            factor = self.form(start + i if shift > 0 else start - 1 - i)
            out = kf.multiply(out, factor if shift > 0 else kf.inverse(factor))
        return out

    def _digamma(self, u: Any) -> Fraction:
        k, _ = u.as_coeff_Add()
        shift = int(sp.floor(k)) if isinstance(k, Rational) else 0
        if abs(shift) > 30:
            raise TooBig
        start = u - shift
        self.form(start)
        out = kf.generator(self._generator("function", sp.polygamma(0, start, evaluate=False)))
        for i in range(abs(shift)):
            step = kf.inverse(self.form(start + i if shift > 0 else start - 1 - i))
            out = kf.add(out, step) if shift > 0 else kf.subtract(out, step)
        return out

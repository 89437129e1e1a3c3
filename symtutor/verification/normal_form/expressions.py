"""Back from fractions in kernels to SymPy."""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy import Abs, Add, Integer, Mul, Pow, Rational

from ...written.powers import real_power
from .. import kernel_fractions as kf
from ..kernel_fractions import Fraction
from .table import Table


class Expressions(Table):
    """The SymPy expression that a fraction stands for."""

    def expression(self, f: Fraction) -> Any:
        """The SymPy expression a fraction stands for."""
        bottom = Mul(*(Pow(self._polynomial(dict(base)), e) for base, e in f.below))
        return self._polynomial(f.top) / (f.number * bottom)

    def _polynomial(self, p: kf.Poly) -> Any:
        return Add(*(Mul(Integer(c), *self._monomial(m)) for m, c in sorted(p.items())))

    def _monomial(self, m: int) -> list[Any]:
        factors = []
        i = 0
        while m:
            if m & kf.MASK:
                factors.append(self._power_of(i, m & kf.MASK))
            m >>= kf.WIDTH
            i += 1
        return factors

    def _power_of(self, i: int, e: int) -> Any:
        kind, content = self._meaning[i]
        if kind in ("exp", "sin", "cos"):
            key, unit = content
            inside = self.expression(self._piece(key)) * Rational(unit.numerator, unit.denominator)
            return sp.exp(e * inside) if kind == "exp" else Pow(getattr(sp, kind)(inside), e)
        if kind == "root":
            return real_power(content[0], Rational(e, content[1]))
        if kind == "power":
            base, key = content
            unit = self._units[("power", base, key)]
            return Pow(base, self.expression(self._piece(key)) * Rational(unit.numerator * e, unit.denominator))
        meaning = {"ln": lambda: sp.log(Abs(content)), "abs": lambda: Abs(content)}.get(kind, lambda: content)()
        return Pow(meaning, e)

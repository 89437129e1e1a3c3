"""Sines and cosines in kernels, by the addition formulas."""

from __future__ import annotations

from fractions import Fraction as Q
from typing import Any

import sympy as sp
from sympy import Rational

from .. import kernel_fractions as kf
from ..kernel_fractions import Fraction, TooBig
from .table import Table


class Angles(Table):
    """(sin u, cos u) from the sines and cosines of the monomials of u."""

    def _circular(self, u: Any) -> tuple[Fraction, Fraction]:
        """(sin u, cos u) by the addition formulas from the sines and cosines of its monomials."""
        sine, cosine = kf.whole(0), kf.whole(1)
        for key, q in self._pieces(self.form(u)):
            s, c = self._multiple(key, q)
            sine, cosine = (
                kf.add(kf.multiply(sine, c), kf.multiply(cosine, s)),
                kf.subtract(kf.multiply(cosine, c), kf.multiply(sine, s)),
            )
        return sine, cosine

    def _multiple(self, key: Any, q: Q) -> tuple[Fraction, Fraction]:
        if self._index.get(("letter", sp.pi)) is not None and key == (1 << kf.WIDTH * self._index["letter", sp.pi], ()):
            angle = Rational(q.numerator, q.denominator) * sp.pi
            sine, cosine = sp.sin(angle), sp.cos(angle)
            if not sine.has(sp.sin, sp.cos) and not cosine.has(sp.sin, sp.cos):
                return self.form(sine), self.form(cosine)
        i, steps = self._unit("cos", key, q)
        if abs(steps) > 24:
            raise TooBig
        _, unit = self._meaning[i][1]
        j = self._generator("sin", (key, unit))
        s1, c1 = kf.generator(j), kf.generator(i)
        sine, cosine = kf.whole(0), kf.whole(1)
        for _ in range(abs(steps)):
            sine, cosine = (
                kf.add(kf.multiply(sine, c1), kf.multiply(cosine, s1)),
                kf.subtract(kf.multiply(cosine, c1), kf.multiply(sine, s1)),
            )
        return (kf.negative(sine) if steps < 0 else sine), cosine

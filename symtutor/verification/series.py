"""Arithmetic of truncated series in powers of t, with exact coefficients whose zeros are known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import sympy as sp
from sympy import Add, Integer

from ..written.powers import real_power
from .normal_form import is_zero


class NoExpansion(ArithmeticError):
    """No expansion in powers of t is known here."""


@dataclass(frozen=True)
class Series:
    """t^low (c₀ + c₁ t + … ), known up to t^(low + len).  Only while being built may it begin with zeros."""

    low: int
    coefficients: tuple[Any, ...]


# Zero itself: a power of t beyond every other.
NOTHING = Series(10**6, (Integer(0),))

Sign = Callable[[Any], int]


class SeriesArithmetic:
    """Sums, products, powers and integrals of series of so many terms; ``sign`` and ``nonzero`` judge constants."""

    def __init__(self, terms: int, sign: Sign, nonzero: Callable[[Any], bool]) -> None:
        self.terms, self.sign, self.nonzero = terms, sign, nonzero

    def _trimmed(self, s: Series) -> Series:
        if s.low >= NOTHING.low:
            return NOTHING
        low, cs = s.low, s.coefficients
        while cs and (cs[0] == 0 or (not (cs[0].is_Rational or self.nonzero(cs[0])) and is_zero(cs[0]))):
            low, cs = low + 1, cs[1:]
        if not cs:
            raise NoExpansion("every known term is zero")
        if not self.nonzero(cs[0]):
            raise NoExpansion("a coefficient that may be zero")
        return Series(low, cs)

    def _aligned(self, s: Series) -> tuple[Any, ...]:
        """The coefficients from t⁰ on."""
        if s.low >= NOTHING.low:
            return (Integer(0),) * self.terms
        if s.low < 0:
            raise NoExpansion("unbounded")
        return ((Integer(0),) * s.low + s.coefficients)[: max(self.terms, s.low + 1)]

    def _add(self, a: Series, b: Series) -> Series:
        low = min(a.low, b.low)
        end = min(a.low + len(a.coefficients), b.low + len(b.coefficients))
        if end <= low:
            raise NoExpansion("too few terms")
        at = lambda s, k: s.coefficients[k - s.low] if 0 <= k - s.low < len(s.coefficients) else Integer(0)  # noqa: E731
        return Series(low, tuple(_plain(at(a, k) + at(b, k)) for k in range(low, end)))

    def _multiply(self, a: Series, b: Series) -> Series:
        n = min(len(a.coefficients), len(b.coefficients))
        out = tuple(_plain(Add(*(a.coefficients[i] * b.coefficients[k - i] for i in range(k + 1)))) for k in range(n))
        return Series(a.low + b.low, out)

    def _inverse(self, s: Series) -> Series:
        s = self._trimmed(s)
        if s.low >= NOTHING.low:
            raise NoExpansion("division by zero")
        c = s.coefficients
        out: list[Any] = [1 / c[0]]
        for k in range(1, len(c)):
            out.append(_plain(-Add(*(c[j] * out[k - j] for j in range(1, k + 1))) / c[0]))
        return Series(-s.low, tuple(out))

    def _rational_power(self, u: Series, q: Any) -> Series:
        low = u.low * q
        if not low.is_Integer:
            raise NoExpansion("a fractional power of t")
        lead = u.coefficients[0]
        if not q.is_Integer and self.sign(lead) < 0:
            if q.q % 2 == 0:
                raise NoExpansion("an even root of a negative number")
            flipped = self._rational_power(Series(u.low, tuple(-c for c in u.coefficients)), q)
            return Series(flipped.low, tuple(Integer(-1) ** q.p * c for c in flipped.coefficients))
        return Series(int(low), self._binomial(u.coefficients, q, real_power(lead, q)))

    def _binomial(self, u: tuple[Any, ...], q: Any, start: Any) -> tuple[Any, ...]:
        """w = u^q from u w′ = q u′ w."""
        w = [start]
        for k in range(1, len(u)):
            total = Add(*((q * j - (k - j)) * u[j] * w[k - j] for j in range(1, k + 1)))
            w.append(_plain(total / (k * u[0])))
        return tuple(w)

    def _exponential(self, u: tuple[Any, ...], start: Any) -> tuple[Any, ...]:
        out = [start]
        for k in range(1, len(u)):
            out.append(_plain(Add(*(j * u[j] * out[k - j] for j in range(1, k + 1))) / k))
        return tuple(out)

    def _pair(self, name: str, u: tuple[Any, ...]) -> tuple[Any, ...]:
        s, c = ([sp.sin(u[0])], [sp.cos(u[0])]) if name in ("sin", "cos") else ([sp.sinh(u[0])], [sp.cosh(u[0])])
        turn = -1 if name in ("sin", "cos") else 1
        for k in range(1, len(u)):
            more = Add(*(j * u[j] * c[k - j] for j in range(1, k + 1))) / k
            less = Add(*(j * u[j] * s[k - j] for j in range(1, k + 1))) / k
            s.append(_plain(more))
            c.append(_plain(turn * less))
        return tuple(s if name.startswith("sin") else c)

    def _slope(self, u: tuple[Any, ...]) -> Series:
        return Series(0, (*(k * u[k] for k in range(1, len(u))), Integer(0))[: max(1, len(u) - 1)])

    def _integrated(self, start: Any, s: Series) -> Series:
        if s.low < 0:
            raise NoExpansion("unbounded slope")
        full = self._aligned(s)
        return Series(0, (start, *(_plain(c / (k + 1)) for k, c in enumerate(full))))


def _plain(c: Any) -> Any:
    return c if c.is_Number else sp.expand(c)

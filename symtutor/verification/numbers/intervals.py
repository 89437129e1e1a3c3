"""mpmath intervals: enclosures of the elementary functions where python-flint is not installed."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from .kind import Unclear, Unsupported


class Intervals:
    """``mpmath.iv``: rigorous intervals for the elementary functions only."""

    name = "interval arithmetic"
    rigorous = True
    _known = frozenset({"exp", "log", "sin", "cos", "tan", "cot", "sec", "csc"})

    def __init__(self) -> None:
        from mpmath.ctx_iv import MPIntervalContext

        # A context of its own: the shared ``mpmath.iv`` would carry this precision to everyone else.
        self._iv = MPIntervalContext()

    def at(self, bits: int) -> None:
        self._iv.prec = bits

    def fraction(self, p: int, q: int) -> Any:
        return self._iv.mpf(p) if q == 1 else self._iv.mpf(p) / q

    def constant(self, name: str) -> Any:
        if name == "pi":
            return +self._iv.pi
        if name == "e":
            return self._iv.exp(self._iv.mpf(1))
        raise Unsupported(name)

    def apply(self, name: str, u: Any) -> Any:
        if name not in self._known:
            return self._by_exponentials(name, u)
        if name in ("sin", "cos", "exp", "log"):
            return getattr(self._iv, "ln" if name == "log" else name)(u)
        sine, cosine = self._iv.sin(u), self._iv.cos(u)
        top, bottom = {"tan": (sine, cosine), "cot": (cosine, sine), "sec": (1, cosine), "csc": (1, sine)}[name]
        self.sign(bottom)
        return top / bottom

    def _by_exponentials(self, name: str, u: Any) -> Any:
        if name in ("asin", "acos", "atan"):
            return self._angle(name, u)
        if name not in ("sinh", "cosh", "tanh", "asinh", "acosh", "atanh"):
            raise Unsupported(name)
        up: Any = self._iv.exp(u) if name in ("sinh", "cosh", "tanh") else None
        if name == "sinh":
            return (up - 1 / up) / 2
        if name == "cosh":
            return (up + 1 / up) / 2
        if name == "tanh":
            return (up - 1 / up) / (up + 1 / up)
        inside = (1 + u) / (1 - u) if name == "atanh" else u + self.root(u * u + (1 if name == "asinh" else -1), 2)
        if self.sign(inside) <= 0:
            raise Unclear(name)
        return self._iv.ln(inside) / (2 if name == "atanh" else 1)

    def _angle(self, name: str, u: Any) -> Any:
        if name == "atan":
            return self._iv.atan2(u, self._iv.mpf(1))
        across = self.root(1 - u * u, 2)
        return self._iv.atan2(u, across) if name == "asin" else self._iv.atan2(across, u)

    def polygamma(self, order: int, u: Any) -> Any:
        raise Unsupported("polygamma")

    def root(self, u: Any, q: int) -> Any:
        if self.sign(u) < 0:
            raise Unclear("root")
        if self.sign(u) == 0:
            return u
        return self._iv.sqrt(u) if q == 2 else self._iv.exp(self._iv.ln(u) / q)

    def sign(self, u: Any) -> int:
        if u.a > 0:
            return 1
        if u.b < 0:
            return -1
        if u.a == 0 and u.b == 0:
            return 0
        raise Unclear("an interval around zero")

    def whole(self, u: Any) -> int | None:
        return int(u.a) if u.a == u.b and int(u.a) == u.a else None

    def apart(self, a: Any, b: Any) -> bool:
        return bool(a.a > b.b or a.b < b.a)

    def meet(self, a: Any, b: Any, bits: int) -> bool:
        size = max(abs(_low(a)), abs(_low(b)))
        spread = max(_high(a), _high(b)) - min(_low(a), _low(b))
        return bool(spread <= size * Fraction(1, 2**bits))

    def floor(self, u: Any) -> int:
        from math import floor

        low, high = floor(_low(u)), floor(_high(u))
        if low != high:
            raise Unclear("an integer inside the interval")
        return low

    def hull(self, a: Any, b: Any) -> Any:
        return self._iv.mpf([min(a.a, b.a).a, max(a.b, b.b).b])

    def near(self, u: Any) -> float:
        return float(u.mid)

    def text(self, u: Any, digits: int) -> str:
        return f"{float(u.mid):.{digits}g}"


def _low(u: Any) -> Fraction:
    return _exactly(u._mpi_[0])


def _high(u: Any) -> Fraction:
    return _exactly(u._mpi_[1])


def _exactly(raw: Any) -> Fraction:
    sign, mantissa, exponent, _ = raw
    if not mantissa and exponent:
        raise Unclear("the interval is unbounded")
    value = Fraction(int(mantissa)) * Fraction(2) ** int(exponent)
    return -value if sign else value

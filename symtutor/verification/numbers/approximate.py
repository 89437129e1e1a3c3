"""mpmath numbers, which support a claim at two precisions and never refute one."""

from __future__ import annotations

from typing import Any

from .kind import Unclear, Unsupported


class Approximate:
    """mpmath numbers: right to nearly all digits for textbook functions, and without any promise."""

    name = "mpmath"
    rigorous = False

    def __init__(self) -> None:
        from mpmath.ctx_mp import MPContext

        self._mp = MPContext()
        self.bits = 128

    def at(self, bits: int) -> None:
        self.bits = bits
        self._mp.prec = bits

    def fraction(self, p: int, q: int) -> Any:
        return self._mp.mpf(p) / q

    def constant(self, name: str) -> Any:
        return +{"pi": self._mp.pi, "e": self._mp.e, "euler": self._mp.euler, "catalan": self._mp.catalan}[name]

    def apply(self, name: str, u: Any) -> Any:
        function = getattr(self._mp, {"Ei": "ei", "Si": "si", "Ci": "ci", "Shi": "shi", "Chi": "chi"}.get(name, name))
        try:
            value = function(u)
        except (ValueError, ZeroDivisionError, OverflowError, self._mp.NoConvergence) as failed:
            raise Unclear(name) from failed
        if not isinstance(value, self._mp.mpf) or not self._mp.isfinite(value):
            raise Unclear(name)
        return value

    def polygamma(self, order: int, u: Any) -> Any:
        return self._mp.psi(order, u)

    def root(self, u: Any, q: int) -> Any:
        return self._mp.root(u, q)

    def sign(self, u: Any) -> int:
        if u == 0:
            return 0
        # A cancelled remainder is no sign: what is this small came from rounding.
        if abs(u) < self._mp.mpf(2) ** (-self.bits // 2):
            raise Unclear("too close to zero")
        return 1 if u > 0 else -1

    def whole(self, u: Any) -> int | None:
        return int(u) if u == int(u) else None

    def apart(self, a: Any, b: Any) -> bool:
        return bool(abs(a - b) > max(abs(a), abs(b)) * self._mp.mpf(2) ** (-self.bits // 3))

    def meet(self, a: Any, b: Any, bits: int) -> bool:
        return bool(abs(a - b) <= max(abs(a), abs(b)) * self._mp.mpf(2) ** -bits)

    def floor(self, u: Any) -> int:
        return int(self._mp.floor(u))

    def hull(self, a: Any, b: Any) -> Any:
        raise Unsupported("enclosure")

    def near(self, u: Any) -> float:
        return float(u)

    def text(self, u: Any, digits: int) -> str:
        return str(self._mp.nstr(u, digits))

"""Arb balls, and the precision that everyone in the process shares."""

from __future__ import annotations

from typing import Any

from .kind import Unclear, Unsupported


class Arb:
    """Real balls of arbitrary precision (Johansson, "Arb: efficient arbitrary-precision midpoint-radius interval
    arithmetic", IEEE Trans. Comput. 66, 2017)."""

    name = "ball arithmetic"
    rigorous = True

    def __init__(self) -> None:
        import flint

        self._flint = flint
        self._ball = flint.arb
        self.bits = 128

    def at(self, bits: int) -> None:
        self.bits = bits
        self._flint.ctx.prec = bits

    def fraction(self, p: int, q: int) -> Any:
        return self._ball(p) if q == 1 else self._ball(self._flint.fmpq(p, q))

    def constant(self, name: str) -> Any:
        ball = self._ball
        made = {
            "pi": ball.pi, "e": ball.const_e, "euler": ball.const_euler, "catalan": ball.const_catalan,
        }.get(name)  # fmt: skip
        if made is None:
            raise Unsupported(name)
        return made()

    def apply(self, name: str, u: Any) -> Any:
        method = _ARB_NAMES.get(name)
        if method is None:
            raise Unsupported(name)
        return self._finite(getattr(u, method)())

    def polygamma(self, order: int, u: Any) -> Any:
        if order == 0:
            return self._finite(u.digamma())
        acb = self._flint.acb
        return self._finite(acb(u).polygamma(acb(order)).real)

    def root(self, u: Any, q: int) -> Any:
        return self._finite(u.sqrt() if q == 2 else u.root(q))

    def _finite(self, u: Any) -> Any:
        if not u.is_finite():
            raise Unclear("the ball is unbounded")
        return u

    def sign(self, u: Any) -> int:
        if u > 0:
            return 1
        if u < 0:
            return -1
        if u.is_zero():
            return 0
        raise Unclear("a ball around zero")

    def whole(self, u: Any) -> int | None:
        if u.is_exact() and u.is_integer():
            return int(u.unique_fmpz())
        return None

    def apart(self, a: Any, b: Any) -> bool:
        return bool(a.is_finite() and b.is_finite() and not a.overlaps(b))

    def meet(self, a: Any, b: Any, bits: int) -> bool:
        if not (a.is_finite() and b.is_finite()):
            return False
        size = abs(a).union(abs(b)).mid()
        return bool(a.rad() + b.rad() <= size * self._ball(2) ** -bits)

    def floor(self, u: Any) -> int:
        whole = u.floor().unique_fmpz() if u.is_finite() else None
        if whole is None:
            raise Unclear("an integer inside the ball")
        return int(whole)

    def hull(self, a: Any, b: Any) -> Any:
        return a.union(b)

    def near(self, u: Any) -> float:
        return float(u.mid())

    def text(self, u: Any, digits: int) -> str:
        return str(u.mid().str(digits, radius=False))


_ARB_NAMES = {
    "exp": "exp", "log": "log", "sin": "sin", "cos": "cos", "tan": "tan", "cot": "cot", "sec": "sec", "csc": "csc",
    "sinh": "sinh", "cosh": "cosh", "tanh": "tanh", "coth": "coth", "sech": "sech", "csch": "csch",
    "asin": "asin", "acos": "acos", "atan": "atan", "asinh": "asinh", "acosh": "acosh", "atanh": "atanh",
    "erf": "erf", "erfc": "erfc", "gamma": "gamma", "loggamma": "lgamma", "Ei": "ei", "Si": "si", "Ci": "ci",
    "li": "li", "Shi": "shi", "Chi": "chi",
}  # fmt: skip


def ball_precision() -> int | None:
    """The precision python-flint works with now, which everyone in the process shares; ``None`` without it."""
    try:
        import flint
    except ImportError:
        return None
    return int(flint.ctx.prec)


def restore_ball_precision(bits: int | None) -> None:
    """Puts the shared precision back."""
    if bits is not None:
        import flint

        flint.ctx.prec = bits

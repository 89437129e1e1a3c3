"""The numbers an expression is evaluated in: Arb balls, mpmath intervals, or mpmath numbers at a precision.

A ball or an interval encloses the true value, so two that are disjoint prove a difference.  Plain mpmath numbers
enclose nothing: they may support a claim at two precisions, and never refute one.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Protocol


class NoValueHere(ArithmeticError):
    """There is certainly no real value here: the logarithm of a negative number, a division by zero."""


class Unclear(ArithmeticError):
    """The enclosure is too wide to say; more precision may help."""


class Unsupported(ArithmeticError):
    """These numbers do not know the function."""


# What may end an evaluation without being a bug.  Everything else propagates.
EVALUATION_FAILURES = (NoValueHere, Unclear, Unsupported)


class Numbers(Protocol):
    """A kind of number.  Scalars are opaque; ``sign`` raises ``Unclear`` where it is not certain."""

    name: str
    rigorous: bool

    def at(self, bits: int) -> None:
        """Work with ``bits`` bits from here on."""

    def fraction(self, p: int, q: int) -> Any: ...
    def constant(self, name: str) -> Any: ...
    def apply(self, name: str, u: Any) -> Any:
        """A function by its SymPy class name at a point of its real domain.  Raises ``Unsupported``, ``Unclear``."""

    def polygamma(self, order: int, u: Any) -> Any: ...
    def root(self, u: Any, q: int) -> Any:
        """The positive q-th root of a positive number."""

    def sign(self, u: Any) -> int: ...
    def whole(self, u: Any) -> int | None:
        """The integer that the scalar is exactly, if it is one."""

    def apart(self, a: Any, b: Any) -> bool:
        """Whether the two are certainly different."""

    def meet(self, a: Any, b: Any, bits: int) -> bool:
        """Whether the two are closer than 2^-bits of their size."""

    def floor(self, u: Any) -> int:
        """The integer part.  Raises ``Unclear`` where the enclosure has an integer inside."""

    def hull(self, a: Any, b: Any) -> Any:
        """The smallest enclosure of two numbers.  Raises ``Unsupported`` where nothing is enclosed."""

    def near(self, u: Any) -> float: ...
    def text(self, u: Any, digits: int) -> str: ...


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


def best_numbers(balls: bool = True) -> tuple[Numbers, ...]:
    """The kinds of number to try, strongest first; without python-flint, intervals and then mpmath numbers."""
    if balls:
        try:
            return (Arb(),)
        except ImportError:
            pass
    return (Intervals(), Approximate())

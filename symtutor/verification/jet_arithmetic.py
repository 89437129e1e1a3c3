"""Truncated power series over balls: a value and its derivatives, carried together.

A jet is a list [c0, c1, …] with f(a + t) = c0 + c1 t + …; a jet of length one is a constant.  Functions follow from
their differential equations: g(u) = g(u0) + ∫ g′(u) u′ (Griewank and Walther, *Evaluating Derivatives*, ch. 13).
"""

from __future__ import annotations

from typing import Any

from .numbers import NoValueHere, Numbers, Unclear

Jet = list[Any]


class JetArithmetic:
    """Arithmetic with jets up to ``order``.  ``side`` is +1 or -1 where the point is approached from one side."""

    def __init__(self, numbers: Numbers, order: int, side: int = 0) -> None:
        self.numbers, self.order, self.side = numbers, order, side
        self.one: Any = numbers.fraction(1, 1)
        self.zero: Any = numbers.fraction(0, 1)

    def fraction(self, p: int, q: int = 1) -> Jet:
        return [self.numbers.fraction(p, q)]

    def add(self, a: Jet, b: Jet) -> Jet:
        if len(a) < len(b):
            a, b = b, a
        return [x + y for x, y in zip(a, b)] + a[len(b) :]

    def negative(self, a: Jet) -> Jet:
        return [-x for x in a]

    def subtract(self, a: Jet, b: Jet) -> Jet:
        return self.add(a, self.negative(b))

    def multiply(self, a: Jet, b: Jet) -> Jet:
        if len(a) == 1:
            c = a[0]
            return [c * x for x in b]
        if len(b) == 1:
            c = b[0]
            return [x * c for x in a]
        n = min(len(a) + len(b) - 1, self.order + 1)
        if n == 2:
            return [a[0] * b[0], a[0] * b[1] + a[1] * b[0]]
        return [
            total_of([a[i] * b[k - i] for i in range(max(0, k - len(b) + 1), min(k, len(a) - 1) + 1)]) for k in range(n)
        ]

    def divide(self, a: Jet, b: Jet) -> Jet:
        if self.numbers.sign(b[0]) == 0:
            raise NoValueHere("division by zero")
        b0 = b[0]
        if len(b) == 1:
            return [x / b0 for x in a]
        out: Jet = []
        for k in range(self.order + 1):
            top = a[k] if k < len(a) else self.zero
            for j in range(1, min(k, len(b) - 1) + 1):
                top = top - b[j] * out[k - j]
            out.append(top / b0)
        return out

    def whole_power(self, a: Jet, n: int) -> Jet:
        """aⁿ for an integer n; 0⁰ = 1."""
        if n < 0:
            return self.divide([self.one], self.whole_power(a, -n))
        if len(a) > 1 and n > 3 and self._nonzero(a[0]):
            return self._by_recurrence(a, self._scalar_power(a[0], n), n, 1)
        if len(a) == 1:
            return [self._scalar_power(a[0], n)]
        out, square = [self.one], a
        while n:
            if n & 1:
                out = self.multiply(out, square)
            n >>= 1
            if n:
                square = self.multiply(square, square)
        return out

    def _scalar_power(self, c: Any, n: int) -> Any:
        if n > 10**6:
            raise Unclear("a huge power")
        return c**n

    def _nonzero(self, c: Any) -> bool:
        try:
            return self.numbers.sign(c) != 0
        except Unclear:
            return False

    def rational_power(self, a: Jet, p: int, q: int) -> Jet:
        """The real a^(p/q), q > 1, in lowest terms; for odd q the real root of a negative a."""
        if q == 1:
            return self.whole_power(a, p)
        sign = self.numbers.sign(a[0])
        if sign < 0:
            if q % 2 == 0:
                raise NoValueHere("an even root of a negative number")
            root = self.rational_power(self.negative(a), p, q)
            return self.negative(root) if p % 2 else root
        if sign == 0:
            if p < 0:
                raise NoValueHere("division by zero")
            if len(a) > 1:
                raise NoValueHere("a root has no derivative at zero")
            return [self.zero]
        return self._by_recurrence(a, self.numbers.root(a[0], q) ** p, p, q)

    def _by_recurrence(self, u: Jet, start: Any, p: int, q: int) -> Jet:
        """w = u^(p/q) from u w′ = (p/q) u′ w."""
        if len(u) == 1:
            return [start]
        w: Jet = [start]
        for k in range(1, self.order + 1):
            terms = [u[j] * w[k - j] * (p * j - q * (k - j)) for j in range(1, min(k, len(u) - 1) + 1)]
            w.append(total_of(terms) / (u[0] * (q * k)) if terms else self.zero)
        return w

    def power(self, a: Jet, b: Jet) -> Jet:
        """a^b = e^(b ln a) for a > 0; for a constant integer exponent any base."""
        if len(b) == 1:
            whole = self.numbers.whole(b[0])
            if whole is not None:
                return self.whole_power(a, whole)
        sign = self.numbers.sign(a[0])
        if sign < 0:
            raise NoValueHere("a real power of a negative number")
        if sign == 0:
            if len(a) > 1 or len(b) > 1 or self.numbers.sign(b[0]) <= 0:
                raise NoValueHere("a power of zero")
            return [self.zero]
        return self.exp(self.multiply(b, self.log(a)))

    def exp(self, u: Jet) -> Jet:
        e: Jet = [self.numbers.apply("exp", u[0])]
        return self._grown(e, u, lambda k: total_of([u[j] * e[k - j] * j for j in range(1, min(k, len(u) - 1) + 1)]))

    def _grown(self, out: Jet, u: Jet, coefficient: Any) -> Jet:
        if len(u) > 1:
            for k in range(1, self.order + 1):
                out.append(coefficient(k) / k)
        return out

    def log(self, u: Jet) -> Jet:
        if self.numbers.sign(u[0]) <= 0:
            raise NoValueHere("the logarithm of a number that is not positive")
        return self.from_slope(self.numbers.apply("log", u[0]), u, lambda: self.divide([self.one], u))

    def from_slope(self, value: Any, u: Jet, slope: Any) -> Jet:
        """g(u) from g(u0) and the jet of g′(u), which is asked for only where u is no constant."""
        if len(u) == 1:
            return [value]
        along = self.multiply(slope(), [u[k] * k for k in range(1, len(u))])
        out = [value]
        for k in range(1, self.order + 1):
            out.append(along[k - 1] / k if k - 1 < len(along) else self.zero)
        return out

    def composed(self, coefficients: Jet, u: Jet) -> Jet:
        """Σ cₖ (u − u0)ᵏ from the Taylor coefficients of the outer function at u0."""
        if len(u) == 1:
            return [coefficients[0]]
        step = [self.zero, *u[1:]]
        out: Jet = [coefficients[-1]]
        for c in reversed(coefficients[:-1]):
            out = self.add(self.multiply(out, step), [c])
        return out


def total_of(terms: list[Any]) -> Any:
    total = terms[0]
    for t in terms[1:]:
        total = total + t
    return total

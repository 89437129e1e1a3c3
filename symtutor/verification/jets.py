"""The functions of jets: circular, hyperbolic and inverse ones, gamma, and those that turn at a corner."""

from __future__ import annotations

from typing import Any

from .jet_arithmetic import Jet, JetArithmetic, total_of
from .numbers import NoValueHere, Unclear


class Jets(JetArithmetic):
    """Functions of jets, each from its differential equation."""

    def sine_and_cosine(self, u: Jet) -> tuple[Jet, Jet]:
        s: Jet = [self.numbers.apply("sin", u[0])]
        c: Jet = [self.numbers.apply("cos", u[0])]
        if len(u) > 1:
            for k in range(1, self.order + 1):
                steps = range(1, min(k, len(u) - 1) + 1)
                more = total_of([u[j] * c[k - j] * j for j in steps]) / k
                less = total_of([u[j] * s[k - j] * j for j in steps]) / k
                s.append(more)
                c.append(-less)
        return s, c

    def hyperbolic(self, u: Jet) -> tuple[Jet, Jet]:
        """(sinh u, cosh u)."""
        s: Jet = [self.numbers.apply("sinh", u[0])]
        c: Jet = [self.numbers.apply("cosh", u[0])]
        if len(u) > 1:
            for k in range(1, self.order + 1):
                steps = range(1, min(k, len(u) - 1) + 1)
                more = total_of([u[j] * c[k - j] * j for j in steps]) / k
                less = total_of([u[j] * s[k - j] * j for j in steps]) / k
                s.append(more)
                c.append(less)
        return s, c

    def sign(self, u: Jet) -> int:
        """The sign of u at the point, or beside it where a side is given."""
        sign = self.numbers.sign(u[0])
        if sign or not self.side:
            return sign
        for k in range(1, len(u)):
            beside = self.numbers.sign(u[k])
            if beside:
                return beside * self.side**k
        if len(u) > 1:
            raise Unclear("zero to every order that is carried")
        return 0

    def turning(self, u: Jet) -> int:
        """The sign of u; where u passes zero and a derivative is wanted, there is none."""
        sign = self.sign(u)
        if sign == 0 and len(u) > 1:
            if self._maybe_nonzero(u[1]):
                raise NoValueHere("no derivative at a corner")
            raise Unclear("zero and flat")
        return sign

    def _maybe_nonzero(self, c: Any) -> bool:
        try:
            return self.numbers.sign(c) != 0
        except Unclear:
            return True

    def absolute(self, u: Jet) -> Jet:
        if len(u) == 1 and not self.side:
            return [abs(u[0])]
        return self.negative(u) if self.turning(u) < 0 else u

    def floor(self, u: Jet) -> Jet:
        """⌊u⌋, a constant beside every point but the integers it passes."""
        whole = self.numbers.whole(u[0])
        if whole is not None and len(u) > 1:
            beside = self.turning([self.zero, *u[1:]])
            return self.fraction(whole - 1 if beside < 0 else whole)
        return self.fraction(whole if whole is not None else self.numbers.floor(u[0]))

    def digamma(self, order: int, u: Jet) -> Jet:
        """ψ⁽ᵐ⁾(u)."""
        self._no_pole(u)
        n = self.order if len(u) > 1 else 0
        coefficients: Jet = []
        factorial = 1
        for k in range(n + 1):
            factorial *= max(k, 1)
            coefficients.append(self.numbers.polygamma(order + k, u[0]) / factorial)
        return self.composed(coefficients, u)

    def gamma(self, u: Jet) -> Jet:
        """Γ(u), from Γ′ = Γ ψ."""
        self._no_pole(u)
        g: Jet = [self.numbers.apply("gamma", u[0])]
        if len(u) == 1:
            return g
        rate = self.multiply(self.digamma(0, u), [u[k] * k for k in range(1, len(u))])
        for k in range(1, self.order + 1):
            g.append(total_of([rate[j] * g[k - 1 - j] for j in range(min(k, len(rate)))]) / k)
        return g

    def _no_pole(self, u: Jet) -> None:
        whole = self.numbers.whole(u[0])
        if whole is not None and whole <= 0:
            raise NoValueHere("a pole of the gamma function")

    def inverse_function(self, name: str, u: Jet) -> Jet:
        """asin, acos, atan, asinh, acosh, atanh."""
        one = [self.one]
        self._in_range(name, u)
        value = self.numbers.apply(name, u[0])
        square = self.multiply(u, u) if len(u) > 1 else u

        def slope() -> Jet:
            if name in ("asin", "acos"):
                s = self.rational_power(self.subtract(one, square), -1, 2)
                return self.negative(s) if name == "acos" else s
            if name in ("atan", "atanh"):
                return self.divide(one, self.add(one, square) if name == "atan" else self.subtract(one, square))
            inside = self.add(square, one) if name == "asinh" else self.subtract(square, one)
            return self.rational_power(inside, -1, 2)

        return self.from_slope(value, u, slope)

    def _in_range(self, name: str, u: Jet) -> None:
        sign, c = self.numbers.sign, u[0]
        if name in ("asin", "acos"):
            outside = sign(self.one - c) < 0 or sign(self.one + c) < 0
        elif name == "acosh":
            outside = sign(c - self.one) < 0
        elif name == "atanh":
            outside = sign(self.one - c) <= 0 or sign(self.one + c) <= 0
        else:
            outside = False
        if outside:
            raise NoValueHere(f"outside the domain of {name}")

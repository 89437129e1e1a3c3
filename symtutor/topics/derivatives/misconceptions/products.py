"""Mistakes with products and quotients."""

from __future__ import annotations

from collections.abc import Iterator

from sympy import Expr, Mul, Symbol, fraction

from ....derivation import AnyRule, Bindings, Derive, Misconception
from ....problems import Differentiate
from ....written import Minus, Quotient, write
from ..products import ProductOfMany, ProductRule
from ..quotients import QuotientRule, ReciprocalRule


class ProductOfDerivatives(Misconception[Differentiate], ProductRule):
    """(uv)′ = u′v′."""

    tag, mistakes = "product_rule_as_product_of_derivatives", "ProductRule"
    statement = r"(u v)' = u' v' \quad\text{(wrong)}"
    because = (
        "You multiplied the derivatives of {u} and {v}. With x · x that would give 1 · 1 = 1, but the derivative of x² "
        "is 2x."
    )
    hint = "Let one factor change while the other stands still, then exchange them: u′v + uv′."
    examples = ("d/dx x^2 sin(x) -> 2x cos(x)",)

    def derive(self, problem: Differentiate, u: Expr, v: Expr, x: Symbol) -> Derive:
        """u′v′."""
        du = yield Differentiate(u, x, problem.partial)
        dv = yield Differentiate(v, x, problem.partial)
        return du * dv


class ProductOfManyDerivatives(Misconception[Differentiate], ProductOfMany):
    """(uvw)′ = u′v′w′."""

    tag, mistakes = "product_rule_as_product_of_derivatives", "ProductOfMany"
    statement = r"(u v w)' = u' v' w' \quad\text{(wrong)}"
    because = "You multiplied the derivatives of the factors {factors}; each term may contain only one derivative."
    hint = "As many terms as factors, and in each of them one factor is differentiated."
    examples = ("d/dx x e^x sin(x) -> e^x cos(x)",)

    def derive(self, problem: Differentiate, factors: Mul, x: Symbol) -> Derive:
        """The derivatives, multiplied."""
        slopes = yield tuple(Differentiate(f, x, problem.partial) for f in factors)
        product = slopes[0]
        for slope in slopes[1:]:
            product = product * slope
        return product


def _as_fraction(problem: Differentiate, rule: AnyRule) -> Iterator[Bindings]:
    """The quotients that ``rule`` sees, and those that a student sees besides: x³e⁻ˣ was typed as x³/eˣ."""
    found = list(rule.match(problem))
    yield from found
    u, v = fraction(problem.expr)
    if not found and v.has(problem.variable) and u.has(problem.variable):
        yield {"u": u, "v": v, "x": problem.variable}


class QuotientOfDerivatives(Misconception[Differentiate], QuotientRule):
    """(u/v)′ = u′/v′."""

    tag, mistakes = "quotient_rule_as_quotient_of_derivatives", "QuotientRule"
    statement = r"(u/v)' = u'/v' \quad\text{(wrong)}"
    because = (
        "You divided the derivative of {u} by that of {v}. With x²/x that would give 2x, but x²/x is x and its "
        "derivative is 1."
    )
    hint = "Use (u′v − uv′)/v²."
    examples = ("d/dx x/(x^2+1) -> 1/(2x)",)

    def match(self, problem: Differentiate) -> Iterator[Bindings]:
        """A fraction, however it is stored."""
        yield from _as_fraction(problem, QuotientRule())

    def derive(self, problem: Differentiate, u: Expr, v: Expr, x: Symbol) -> Derive:
        """u′/v′."""
        du = yield Differentiate(u, x, problem.partial)
        dv = yield Differentiate(v, x, problem.partial)
        return Quotient(du, dv)


class QuotientOrderSwapped(Misconception[Differentiate], QuotientRule):
    """(u/v)′ = (uv′ − u′v)/v²."""

    tag, mistakes = "quotient_rule_order_swapped", "QuotientRule"
    statement = r"(u/v)' = (u v' - u' v)/v^2 \quad\text{(wrong)}"
    because = (
        "The two terms on top changed places, so every sign is wrong. When the numerator {u} grows, the quotient grows "
        "with it: the term with u′ is the positive one."
    )
    hint = "Begin with the derivative of the numerator: (u′v − uv′)/v²."
    examples = ("d/dx x/(x^2+1) -> (x^2-1)/(x^2+1)^2",)

    def match(self, problem: Differentiate) -> Iterator[Bindings]:
        """A fraction, however it is stored."""
        yield from _as_fraction(problem, QuotientRule())

    def derive(self, problem: Differentiate, u: Expr, v: Expr, x: Symbol) -> Derive:
        """(uv′ − u′v)/v²."""
        du = yield Differentiate(u, x, problem.partial)
        dv = yield Differentiate(v, x, problem.partial)
        return Quotient(u * dv - du * v, write(v) ** 2)


class QuotientNotSquared(Misconception[Differentiate], QuotientRule):
    """(u/v)′ = (u′v − uv′)/v."""

    tag, mistakes = "quotient_denominator_not_squared", "QuotientRule"
    statement = r"(u/v)' = (u' v - u v')/v \quad\text{(wrong)}"
    because = "The numerator is right, but the denominator {v} has to be squared."
    hint = "Divide by v², not by v."
    examples = ("d/dx x/(x^2+1) -> (1-x^2)/(x^2+1)",)

    def match(self, problem: Differentiate) -> Iterator[Bindings]:
        """A fraction, however it is stored."""
        yield from _as_fraction(problem, QuotientRule())

    def derive(self, problem: Differentiate, u: Expr, v: Expr, x: Symbol) -> Derive:
        """(u′v − uv′)/v."""
        du = yield Differentiate(u, x, problem.partial)
        dv = yield Differentiate(v, x, problem.partial)
        return Quotient(du * v - u * dv, write(v))


class ReciprocalNotSquared(Misconception[Differentiate], ReciprocalRule):
    """(1/v)′ = −v′/v."""

    tag, mistakes = "quotient_denominator_not_squared", "ReciprocalRule"
    statement = r"(1/v)' = -v'/v \quad\text{(wrong)}"
    because = "The denominator {v} has to be squared: 1/v is v to the power −1, and its exponent falls to −2."
    hint = "Use −v′/v²."
    examples = ("d/dx 1/(x^2 + 1) -> -2x/(x^2 + 1)",)

    def derive(self, problem: Differentiate, v: Expr, x: Symbol) -> Derive:
        """−v′/v."""
        dv = yield Differentiate(v, x, problem.partial)
        return Minus(Quotient(dv, write(v)))


class ReciprocalOfDerivative(Misconception[Differentiate], ReciprocalRule):
    """(1/v)′ = 1/v′."""

    tag, mistakes = "quotient_rule_as_quotient_of_derivatives", "ReciprocalRule"
    statement = r"(1/v)' = 1/v' \quad\text{(wrong)}"
    because = "You took the reciprocal of the derivative of {v}. With 1/x that would give 1, but 1/x falls."
    hint = "Use −v′/v²."
    examples = ("d/dx 1/(x^2 + 1) -> 1/(2x)",)

    def match(self, problem: Differentiate) -> Iterator[Bindings]:
        """One over anything that varies, powers of the variable among them."""
        top, v = fraction(problem.expr)
        if top == 1 and v.has(problem.variable):
            yield {"v": v, "x": problem.variable}

    def derive(self, problem: Differentiate, v: Expr, x: Symbol) -> Derive:
        """1/v′."""
        dv = yield Differentiate(v, x, problem.partial)
        return Quotient(write(1), dv)


MISCONCEPTIONS: tuple[AnyRule, ...] = (
    ProductOfDerivatives(),
    ProductOfManyDerivatives(),
    QuotientOfDerivatives(),
    QuotientOrderSwapped(),
    QuotientNotSquared(),
    ReciprocalNotSquared(),
    ReciprocalOfDerivative(),
)

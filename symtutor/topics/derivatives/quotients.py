"""Quotients: the quotient rule, and the quotients for which there is something shorter."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Expr, Mul, Pow, Symbol

from ...derivation import AnyRule, Bindings, Derive, Rule
from ...problems import Differentiate
from ...written import Minus, Quotient, write
from .products import over_and_under


class ReciprocalRule(Rule[Differentiate]):
    """One over something: the quotient rule with a constant on top."""

    solves = Differentiate
    statement = r"\left(\frac{1}{v}\right)' = -\frac{v'}{v^2}"
    reference = "Spivak, Calculus 4e, ch. 10, theorem 7"
    because = "Only the denominator {v} contains {x}; with 1 on top the quotient rule loses its first term."
    hint = "On top stands a constant, so only {v} changes."
    examples = ("d/dx 1/(x^2 + 1) -> -2x/(x^2 + 1)^2",)
    counterexamples = ("d/dx 1/x", "d/dx x/(x^2 + 1)")

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """1 over one base, other than the bare variable, or over a product; 1/u² is a power."""
        top, v = over_and_under(problem.expr)
        if top == 1 and v != problem.variable and v.has(problem.variable) and not _is_power(v):
            yield {"v": v, "x": problem.variable}

    def derive(self, problem: Differentiate, v: Expr, x: Symbol) -> Derive:
        """−v′/v²."""
        dv = yield Differentiate(v, x, problem.partial)
        return Minus(Quotient(dv, write(v) ** 2))


class QuotientRule(Rule[Differentiate]):
    """The top moves up, the bottom holds back, over the bottom squared."""

    solves = Differentiate
    statement = r"\left(\frac{u}{v}\right)' = \frac{u' v - u v'}{v^2}"
    reference = "Stewart, Calculus 8e, §3.2"
    because = (
        "Below the line stands {v}, which contains {x}. In the numerator of the result {u} is differentiated first; "
        "the term in which {v} is differentiated carries the minus sign."
    )
    hint = "Name the numerator and the denominator; the order in u′v − uv′ matters."
    examples = ("d/dx x/(x^2+1) -> (1-x^2)/(x^2+1)^2", "d/dx sin(x)/x -> (x cos(x) - sin(x))/x^2")
    counterexamples = ("d/dx 3/x^2", "d/dx x sin(x)")

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A fraction with the variable above and below its line."""
        if isinstance(problem.expr, (Mul, Pow)):
            u, v = over_and_under(problem.expr)
            # With a constant on top there is something shorter, unless just this rule is asked for.
            if v.has(problem.variable) and (u.has(problem.variable) or problem.by is not None):
                yield {"u": u, "v": v, "x": problem.variable}

    def derive(self, problem: Differentiate, u: Expr, v: Expr, x: Symbol) -> Derive:
        """(u′v − uv′)/v²."""
        du = yield Differentiate(u, x, problem.partial)
        dv = yield Differentiate(v, x, problem.partial)
        return Quotient(du * v - u * dv, write(v) ** 2)


def _is_power(v: Expr) -> bool:
    return isinstance(v, Pow) and bool(v.exp.is_Rational)


RULES: tuple[AnyRule, ...] = (ReciprocalRule(), QuotientRule())

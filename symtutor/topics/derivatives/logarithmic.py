"""Logarithmic differentiation: the logarithm turns powers into products and products into sums."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Expr, Pow, Symbol, log
from sympy.core.relational import Gt

from ...derivation import AnyRule, Assume, Bindings, Derive, Rule
from ...problems import Differentiate
from ...written import write


class LogarithmicDifferentiation(Rule[Differentiate]):
    """The variable in base and exponent at once: take the logarithm, differentiate, multiply back."""

    solves = Differentiate
    statement = r"\left(u^v\right)' = u^v\,(v \ln u)',\quad u > 0"
    reference = "Stewart, Calculus 8e, §3.6"
    because = (
        "{x} stands in the base {u} and in the exponent {v}: the power rule wants a constant exponent and the "
        "exponential rule a constant base. With y = u^v the logarithm brings the exponent down, ln y = v ln u, and "
        "the left side differentiates to y′/y."
    )
    hint = "Neither base nor exponent is constant. What does the logarithm of it look like?"
    examples = ("d/dx x^x -> x^x (ln(x) + 1)", "d/dx x^sin(x) -> x^sin(x) (cos(x) ln(x) + sin(x)/x)")
    counterexamples = ("d/dx x^3", "d/dx 3^x")
    known_as = ("logarithm", "logarithms", "logarithmic derivative")

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A power with the variable above and below."""
        expr, x = problem.expr, problem.variable
        if isinstance(expr, Pow) and expr.base.has(x) and expr.exp.has(x):
            yield {"u": expr.base, "v": expr.exp, "x": x}

    def derive(self, problem: Differentiate, u: Expr, v: Expr, x: Symbol) -> Derive:
        """y′ = y·(v ln u)′."""
        yield Assume(Gt(u, 0))
        slope = yield Differentiate(v * log(u), x, problem.partial)
        return write(problem.expr) * slope


RULES: tuple[AnyRule, ...] = (LogarithmicDifferentiation(),)

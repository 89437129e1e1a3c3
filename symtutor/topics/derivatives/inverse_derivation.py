"""The derivatives of inverse functions, derived: y = arcsin x says sin y = x, and that can be differentiated.

The slope 1/cos y is still in terms of y; an identity brings it back to sin y, which is x.  Where the identity needs a
root, the range of the inverse function decides its sign.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sympy import (
    Abs,
    Add,
    Expr,
    Pow,
    Rational,
    Symbol,
    acos,
    acosh,
    acot,
    acoth,
    acsc,
    acsch,
    asec,
    asech,
    asin,
    asinh,
    atan,
    atanh,
    cos,
    cosh,
    cot,
    coth,
    csc,
    csch,
    exp,
    log,
    sec,
    sech,
    sin,
    sinh,
    sqrt,
    tan,
    tanh,
)
from sympy.core.relational import Gt, Lt, Ne
from sympy.logic.boolalg import And, Boolean, true

from ...derivation import AnyRule, Assume, Bindings, Derive, Rule, Say, aside
from ...problems import Differentiate, fresh_letter
from ...written import DerivativeOf, Minus, Product, Quotient, Relation, Written, write


@dataclass(frozen=True)
class Inverse:
    """``forward`` undoes the inverse function; its slope at y is ``slope`` of the value forward(y).

    ``condition`` is where that slope is not zero; ``reason`` says which sign a root takes.
    """

    forward: Callable[[Any], Expr]
    slope: Callable[[Any], Expr]
    condition: Callable[[Any], Boolean] = lambda x: true
    reason: str = ""


INVERSES: dict[Any, Inverse] = {
    asin: Inverse(sin, lambda s: sqrt(1 - s**2), lambda x: Lt(Abs(x), 1),
                  "the positive root, since cos is not negative between −π/2 and π/2"),
    acos: Inverse(cos, lambda s: -sqrt(1 - s**2), lambda x: Lt(Abs(x), 1),
                  "the positive root for sin, which is not negative between 0 and π"),
    atan: Inverse(tan, lambda s: 1 + s**2, reason="by sec² = 1 + tan²"),
    acot: Inverse(cot, lambda s: -(1 + s**2), lambda x: Ne(x, 0), "by csc² = 1 + cot²"),
    asec: Inverse(sec, lambda s: Abs(s) * sqrt(s**2 - 1), lambda x: Gt(Abs(x), 1),
                  "sec and tan have the same sign between 0 and π, so their product is positive"),
    acsc: Inverse(csc, lambda s: -Abs(s) * sqrt(s**2 - 1), lambda x: Gt(Abs(x), 1),
                  "csc and cot have the same sign between −π/2 and π/2, so their product is positive"),
    log: Inverse(exp, lambda s: s),
    asinh: Inverse(sinh, lambda s: sqrt(1 + s**2), reason="the positive root, since cosh is positive"),
    acosh: Inverse(cosh, lambda s: sqrt(s**2 - 1), lambda x: Gt(x, 1),
                   "the positive root, since arcosh takes no negative values"),
    atanh: Inverse(tanh, lambda s: 1 - s**2, lambda x: Lt(Abs(x), 1)),
    acoth: Inverse(coth, lambda s: 1 - s**2, lambda x: Gt(Abs(x), 1)),
    asech: Inverse(sech, lambda s: -s * sqrt(1 - s**2), lambda x: And(Gt(x, 0), Lt(x, 1)),
                   "the positive root for tanh, since arsech takes no negative values"),
    acsch: Inverse(csch, lambda s: -Abs(s) * sqrt(1 + s**2), lambda x: Ne(x, 0),
                   "csch and coth have the same sign, so their product is positive"),
}  # fmt: skip


def inverse_of(expr: Expr, x: Symbol) -> Inverse | None:
    """What undoes ``expr``, an inverse function or a root of the bare variable; ``None`` for anything else."""
    if expr.args == (x,):
        return INVERSES.get(expr.func)
    if isinstance(expr, Pow) and expr.base == x and isinstance(expr.exp, Rational) and expr.exp.p == 1:
        index = expr.exp.q
        if index > 1:
            return Inverse(
                lambda y: Pow(y, index),
                lambda s: index * Pow(s, Rational(index - 1, index)),
                (lambda x: Ne(x, 0)) if index % 2 else (lambda x: Gt(x, 0)),
            )
    return None


class InverseFunctionRule(Rule[Differentiate]):
    """Differentiate the equation that defines the inverse function, and solve for the slope."""

    solves = Differentiate
    statement = r"\left(f^{-1}\right)'(x) = \frac{1}{f'(y)},\quad y = f^{-1}(x),\ f'(y) \neq 0"
    reference = "Stewart, Calculus 8e, §3.5; Spivak, Calculus 4e, ch. 12, theorem 5"
    because = (
        "{inverse} is defined by what it undoes: that function's derivative is known, and the equation carries it over."
    )
    hint = "Write y for {inverse}. Which equation without inverse functions does y satisfy?"
    examples = (
        "derivative of arcsin(x) by the inverse function rule -> 1/sqrt(1 - x^2)",
        "derivative of ln(x) by the inverse function rule -> 1/x",
    )
    counterexamples = ("derivative of sin(x) by the inverse function rule",)
    known_as = ("inverse function", "inverse functions", "inverse function theorem", "derivative of the inverse")

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """An inverse function of the bare variable, for those who ask; otherwise the table has it."""
        if inverse_of(problem.expr, problem.variable) is not None:
            yield {"inverse": problem.expr, "x": problem.variable}

    def derive(self, problem: Differentiate, inverse: Expr, x: Symbol) -> Derive:
        """f(y) = x, so f′(y)·y′ = 1; then f′(y) in terms of f(y), which is x."""
        found = inverse_of(inverse, x)
        assert found is not None  # match has seen it
        y = fresh_letter(problem, prefer="y")
        yield Assume(found.condition(x))
        yield Say(Relation(("=", "⇔", "="), (write(y), write(inverse), write(found.forward(y)), write(x))), "")
        slope = yield aside(Differentiate(found.forward(y), y), (y, inverse))
        dy = DerivativeOf(write(y), ((write(x), write(1)),))
        yield Say(Relation(("=",), (Product((write(slope), dy)), write(1))), "", "both sides differentiated")
        yield Say(_one_over(slope))
        in_terms = found.slope(found.forward(y))
        if in_terms != slope:
            yield Say(_one_over(in_terms), "=", found.reason)
        return _one_over(found.slope(x))


def _one_over(slope: Expr) -> Written:
    """1/slope, with the sign in front where every term of the slope is negative."""
    if all(t.as_coeff_Mul()[0].is_negative for t in Add.make_args(slope)):
        return Minus(Quotient(write(1), write(-slope)))
    return Quotient(write(1), write(slope))


RULES: tuple[AnyRule, ...] = (InverseFunctionRule(),)

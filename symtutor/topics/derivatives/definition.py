"""The derivative from its definition: the limit of the slopes of secants.

No rule of differentiation is used here, since each of them is proved by this limit.  What the limit needs (the size
of sin h, of eʰ − 1, of √(x + h) − √x) is asked for as a limit, and found without derivatives.
"""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Expr, Integer, Symbol

from ...derivation import AnyRule, Bindings, Derive, Rule, Say
from ...problems import Differentiate, FindLimit, fresh_letter
from ...problems.domain import domain_of
from ...written import Leaf, LimitOf, Minus, Quotient, Sum, Written, substituted


class DefinitionOfDerivative(Rule[Differentiate]):
    """The slope of the tangent is what the slopes of the secants tend to."""

    solves = Differentiate
    rewrites = True
    title = "The definition of the derivative"
    statement = r"f'(x) = \lim_{h\to 0} \frac{f(x+h) - f(x)}{h}"
    reference = "Stewart, Calculus 8e, §2.1, definition 4; Spivak, Calculus 4e, chapter 9"
    because = (
        "The definition is asked for: the slope of the secant through {x} and {x} + {h}, with {x} fixed and {h} → 0. "
        "Putting {h} = 0 in gives 0/0, so the difference is first written in a form from which {h} can be cancelled."
    )
    hint = "Write down the slope of the secant from {x} to {x} + {h}, and do not put {h} = 0 in yet."
    known_as = (
        "the definition",
        "first principles",
        "the limit definition",
        "the difference quotient",
        "definition of the derivative",
        "limit definition of the derivative",
    )
    examples = (
        "derivative of x^2 from the definition -> 2x",
        "derivative of 1/x from the definition -> -1/x^2",
        "derivative of sqrt(x) from first principles -> 1/(2 sqrt(x))",
        "derivative of sin(x) from the definition -> cos(x)",
        "derivative of e^x from the definition -> e^x",
    )
    counterexamples = ("d/dx x^2", "derivative of x^2 by the product rule")

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """Only where a technique is asked for by name: the rules of differentiation are shorter."""
        if problem.by is not None:
            yield {"f": problem.expr, "x": problem.variable, "h": fresh_letter(problem, prefer="h")}

    def derive(self, problem: Differentiate, f: Expr, x: Symbol, h: Symbol) -> Derive:
        """The difference quotient as written, then its limit."""
        shifted = substituted(Leaf(f), Leaf(x), Sum((Leaf(x), Leaf(h))))
        yield Say(limit_in(h, difference_quotient(shifted, Leaf(f), h)))
        top = f.xreplace({x: x + h}) - f
        quotient = top / h
        if not quotient.has(h) and top != 0:
            # SymPy cancels h as it divides; the line before shows what was cancelled.
            yield Say(limit_in(h, Quotient(Leaf(top), Leaf(h))))
        return (yield FindLimit(quotient, h, Integer(0)).under(*domain_of(f)))


def difference_quotient(shifted: Written, start: Written, h: Symbol) -> Written:
    """(f(x + h) − f(x))/h as written."""
    return Quotient(Sum((shifted, Minus(start))), Leaf(h))


def limit_in(h: Symbol, inside: Written, side: str = "") -> LimitOf:
    """lim of ``inside`` as h → 0."""
    return LimitOf(inside, Leaf(h), Leaf(Integer(0)), side)


RULES: tuple[AnyRule, ...] = (DefinitionOfDerivative(),)

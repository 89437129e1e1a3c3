"""Differentiation is linear: constants, sums term by term, constant factors in front.

What does not change has slope 0; slopes of terms add up; a graph stretched by a factor is steeper by that factor.
"""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Add, Expr, Integer, Mul

from ...derivation import AnyRule, Bindings, Derive, Level, Phase, Rule
from ...problems import Differentiate
from ...written import Minus, Sum, Written


class DerivativeOfNumber(Rule[Differentiate]):
    """A number never changes, so its derivative is 0."""

    solves, phase, block_from = Differentiate, Phase.TABLE, Level.FULL
    title = "Derivative of a constant"
    statement = r"\frac{\mathrm{d}}{\mathrm{d}x}\,c = 0"
    reference = "Stewart, Calculus 8e, §3.1"
    because = "{c} is a number: its graph is level."
    hint = "Does {c} change when the variable does?"
    examples = ("d/dx 5 -> 0", "d/dx pi^2 -> 0")
    counterexamples = ("d/dx 5x",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """Only what contains no letter at all."""
        if not problem.expr.free_symbols:
            yield {"c": problem.expr}

    def derive(self, problem: Differentiate, c: Expr) -> Derive:
        """The slope of a level line."""
        yield from ()
        return Integer(0)


class DerivativeOfOtherLetter(Rule[Differentiate]):
    """A letter other than the variable is held fixed: it counts as a number."""

    solves, phase, block_from = Differentiate, Phase.TABLE, Level.FULL
    title = "A letter that is held constant"
    statement = r"\frac{\mathrm{d}}{\mathrm{d}x}\,a = 0"
    reference = "Stewart, Calculus 8e, §3.1"
    because = "{c} does not contain {x}: only {x} varies, and every other letter is held constant."
    hint = "Which letter varies here?"
    examples = ("d/dx a -> 0", "d/dx a^2 -> 0")
    counterexamples = ("d/dx a x",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """What contains letters, but not the variable."""
        if problem.expr.free_symbols and not problem.expr.has(problem.variable):
            yield {"c": problem.expr, "x": problem.variable}

    def derive(self, problem: Differentiate, c: Expr, x: Expr) -> Derive:
        """The slope of a level line."""
        yield from ()
        return Integer(0)


class SumRule(Rule[Differentiate]):
    """Differentiate term by term."""

    solves, block_from = Differentiate, Level.FULL
    statement = r"(f \pm g)' = f' \pm g'"
    reference = "Stewart, Calculus 8e, §3.1"
    because = "{f} is a sum, and slopes add: each term can be differentiated by itself."
    hint = "Outermost is a sum. Take the terms one at a time."
    examples = ("d/dx x^2 + sin(x) -> 2x + cos(x)", "d/dx x^3 - 2x + 5 -> 3x^2 - 2")
    counterexamples = ("d/dx x^2 sin(x)",)
    known_as = ("difference rule", "linearity", "term by term")

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A sum in which the variable occurs."""
        if isinstance(problem.expr, Add) and problem.expr.has(problem.variable):
            yield {"f": problem.expr}

    def derive(self, problem: Differentiate, f: Add) -> Derive:
        """The derivatives of the terms in reading order, subtracted where the term is."""
        terms: list[Written] = []
        for term in f.as_ordered_terms():
            negative = term.as_coeff_Mul()[0].is_negative
            slope = yield Differentiate(-term if negative else term, problem.variable, problem.partial)
            terms.append(Minus(slope) if negative else slope)
        return Sum(tuple(terms))


class ConstantFactor(Rule[Differentiate]):
    """A factor without the variable is taken out in front."""

    solves, block_from = Differentiate, Level.FULL
    title = "Constant factor rule"
    statement = r"(c f)' = c f'"
    reference = "Stewart, Calculus 8e, §3.1"
    because = "{c} does not contain {x}, so it only scales the slope; a product rule would add a zero term."
    hint = "Which factors do not contain {x}?"
    examples = ("d/dx 3x^2 -> 6x", "d/dx a sin(x) -> a cos(x)", "d/dx x^2/5 -> 2x/5")
    counterexamples = ("d/dx x sin(x)",)
    known_as = ("constant multiple rule", "linearity")

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """A product with some factor, a number included, in which the variable does not occur."""
        if isinstance(problem.expr, Mul) and problem.expr.has(problem.variable):
            constant, rest = problem.expr.as_independent(problem.variable, as_Add=False)
            if constant != 1:
                yield {"c": constant, "f": rest, "x": problem.variable}

    def derive(self, problem: Differentiate, c: Expr, f: Expr, x: Expr) -> Derive:
        """The factor, times the derivative of the rest."""
        slope = yield Differentiate(f, problem.variable, problem.partial)
        return Minus(slope) if c == -1 else c * slope


RULES: tuple[AnyRule, ...] = (DerivativeOfNumber(), DerivativeOfOtherLetter(), SumRule(), ConstantFactor())

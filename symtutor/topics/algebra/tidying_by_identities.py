"""Tidying by what holds of signs and squares: sin² + cos² = 1, opposite brackets, a number times its sign."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Add, Expr

from ...derivation import Bindings, Derive, Level, Rule, Say, first
from ...problems import Form, Rewrite
from ...written import write
from .moves import opposites_in, shorter, signs_in, squares_in, squares_side_by_side
from .tidying import concluded, tidyable


class PythagoreanIdentity(Rule[Rewrite]):
    """sin² + cos² = 1, and what follows from it for tan and sec, cot and csc."""

    solves = Rewrite
    statement = r"\sin^2 u+\cos^2 u = 1,\quad 1+\tan^2 u = \sec^2 u,\quad \cosh^2 u-\sinh^2 u = 1"
    reference = "Stewart, Calculus 8e, Appendix D (7) and §3.11"
    because = "{left} stands in the sum: for every angle it is {right}."
    hint = "Which identity joins the squares?"
    block_from = Level.STANDARD
    known_as = ("trigonometric Pythagoras",)
    examples = ("tidy 3 sin(x)^2 + 3 cos(x)^2 -> 3", "tidy 1 - sin(x)^2 -> cos(x)^2", "tidy 1 + tan(x)^2 -> sec(x)^2")
    counterexamples = ("tidy sin(x)^2 - cos(x)^2", "tidy sin(x)^2 + cos(y)^2")

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """Two squares of the same angle with the same coefficient, or a one less a square."""
        e = problem.expr
        if tidyable(problem) and isinstance(e, Add):
            found = squares_in(e)
            if found is not None and shorter(found[1], e):
                yield {"left": found[0], "right": squares_in(found[0])[1]}  # type: ignore[index]

    def derive(self, problem: Rewrite, left: Expr, right: Expr) -> Derive:
        """Use it once, the brackets opened where they hide a square, and look again."""
        found = squares_in(problem.expr)
        assert found is not None  # match has seen it
        if squares_side_by_side(problem.expr) is None:
            yield Say(write((yield first(Rewrite(problem.expr, Form.EXPANDED)))))
        return (yield from concluded(problem, found[1]))


class OppositeFactors(Rule[Rewrite]):
    """Two brackets that differ only in sign make a power of one of them."""

    solves = Rewrite
    title = "Opposite factors"
    statement = r"(a-b)(b-a) = -(a-b)^2"
    reference = "Stewart, Precalculus 7e, §1.4 (simplifying quotients by factors of opposite sign)"
    because = "{one} and {other} differ only in sign, so they are one factor."
    hint = "What is {other} in terms of {one}?"
    block_from = Level.STANDARD
    examples = ("tidy 1/((1 - cos(x)) (cos(x) - 1)) -> -1/(1 - cos(x))^2",)
    counterexamples = ("tidy (1 - x)(1 + x^3)",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A product with such a pair."""
        if tidyable(problem):
            found = opposites_in(problem.expr)
            if found is not None and shorter(found[2], problem.expr):
                yield {"one": found[0], "other": found[1]}

    def derive(self, problem: Rewrite, one: Expr, other: Expr) -> Derive:
        """Join them, and look again."""
        found = opposites_in(problem.expr)
        assert found is not None  # match has seen it
        return (yield from concluded(problem, found[2]))


class SignAbsorbed(Rule[Rewrite]):
    """A number times its own sign is its size."""

    solves = Rewrite
    title = "A number times its sign"
    statement = r"u\,\operatorname{sgn}u = |u|,\quad |u|\,\operatorname{sgn}u = u"
    reference = "Stewart, Precalculus 7e, §1.1 (absolute value)"
    because = "{u} is multiplied by its own sign, which makes it positive where it is not and changes nothing else."
    hint = "What is a number times its own sign?"
    block_from = Level.STANDARD
    examples = ("tidy x sgn(x) + |x| -> 2|x|",)
    counterexamples = ("tidy x^2 + sgn(x)", "tidy x sgn(x + 1)")

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A term with a sign and what it is the sign of."""
        if tidyable(problem):
            found = signs_in(problem.expr)
            if found is not None and shorter(found[1], problem.expr):
                yield {"u": found[0]}

    def derive(self, problem: Rewrite, u: Expr) -> Derive:
        """Use it once, and look again."""
        found = signs_in(problem.expr)
        assert found is not None  # match has seen it
        return (yield from concluded(problem, found[1]))

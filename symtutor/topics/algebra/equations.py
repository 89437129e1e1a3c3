"""Equations in general: linear ones, products, fractions.

A product is zero exactly when one of its factors is; so an equation is brought to "product = 0".  Nothing is ever
divided by an expression with the unknown in it: that would lose its zeros.
"""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Add, Expr, Integer, Mul, Poly, Pow
from sympy.core.relational import Ne

from ...derivation import Assume, Bindings, Derive, Level, Phase, Rule, Say, first
from ...problems import Form, Rewrite, SolutionSet, Solve
from .denominators import bars, has_fractions, is_one_fraction
from .factoring import splits
from .linear import linear_parts
from .solutions import concluded, difference, equated, equation, solved, union
from .terms import (
    LARGEST,
    common_factor,
    is_bounded_polynomial,
    multiplied_out,
    number_of_operations,
    polynomial,
    product_written,
    top_and_bottom,
)


class ConstantEquation(Rule[Solve]):
    """The unknown drops out: every value solves the equation, or none."""

    solves = Solve
    phase = Phase.TABLE
    statement = r"c = 0"
    reference = "Stewart, Precalculus 7e, §1.5 (identities and contradictions)"
    because = "With everything on one side {x} drops out, and {c} = 0 is left, which holds always or never."
    hint = "Bring everything to one side: what is left of {x}?"
    block_from = Level.STANDARD
    examples = ("solve x + 1 = x for x -> no solution",)
    counterexamples = ("solve x = 1 for x",)

    def match(self, problem: Solve) -> Iterable[Bindings]:
        """The difference of the sides, multiplied out, is free of the unknown."""
        c = multiplied_out(difference(problem))
        if not c.has(problem.variable):
            yield {"x": problem.variable, "c": c}

    def derive(self, problem: Solve, x: Expr, c: Expr) -> Derive:
        """Zero: everything; not zero: nothing."""
        if c == 0:
            yield Say(equated(0, 0), "⇔")
            return SolutionSet(problem.variable, everything=True)
        if not c.is_nonzero:
            yield Assume(Ne(c, 0))
        return SolutionSet(problem.variable)


class LinearEquation(Rule[Solve]):
    """An equation of the first degree has one solution."""

    solves = Solve
    statement = r"ax = b \iff x = \frac ba\quad (a\ne 0)"
    reference = "Stewart, Precalculus 7e, §1.5"
    because = "{x} occurs to the first power only: its terms go to one side, and its coefficient divides the other."
    hint = "Bring the terms with {x} to one side and the rest to the other."
    block_from = Level.FULL
    examples = ("solve 2x + 3 = 7 for x -> x = 2",)
    counterexamples = ("solve x^2 = 1 for x",)

    def match(self, problem: Solve) -> Iterable[Bindings]:
        """Both sides of the first degree in the unknown."""
        if linear_parts(problem.equation.lhs, problem.equation.rhs, problem.variable) is not None:
            yield {"x": problem.variable}

    def derive(self, problem: Solve, x: Expr) -> Derive:
        """The terms with it to one side, the rest to the other; then divide by its coefficient."""
        parts = linear_parts(problem.equation.lhs, problem.equation.rhs, x)
        assert parts is not None  # match has seen it
        a, b = parts
        if not a.is_nonzero:
            yield Assume(Ne(a, 0))
        if a != 1 and (a * x, b) != (problem.equation.lhs, problem.equation.rhs):
            yield Say(equated(product_written([a, x]), b), "⇔")
        yield Say(equated(x, b / a), "⇔")
        return (yield from concluded(problem, (b / a,)))


class ClearDenominators(Rule[Solve]):
    """Bring everything over one bar; a fraction is zero where its top is and its bottom is not."""

    solves = Solve
    statement = r"\frac{N}{D}=0 \iff N=0 \text{ and } D\neq 0"
    reference = "Stewart, Precalculus 7e, §1.5"
    because = (
        "{x} stands below a bar. Over one bar only the top decides; the zeros of the bottom are excluded from the "
        "start."
    )
    hint = "Which values of {x} are excluded? Bring everything over one bar."
    block_from = Level.STANDARD
    known_as = ("clearing fractions",)
    examples = (
        "solve 1/x + 1/(x+1) = 3/2 for x -> x = -2/3 or x = 1",
        "solve x^2/(x-1) = 1/(x-1) for x -> x = -1",
    )
    counterexamples = ("solve x/2 = 1 for x",)

    def match(self, problem: Solve) -> Iterable[Bindings]:
        """The unknown below a bar."""
        if any(b.has(problem.variable) for b in bars(difference(problem))):
            yield {"x": problem.variable}

    def derive(self, problem: Solve, x: Expr) -> Derive:
        """The top equal to zero, without the zeros of what stood below a bar."""
        e = difference(problem)
        excluded = [b for b in dict.fromkeys(bars(e)) if b.has(x)]
        if has_fractions(e) or not is_one_fraction(e):
            e = yield first(Rewrite(e, Form.TOGETHER))
        top, _ = top_and_bottom(e)
        yield Say(equated(top, 0), "⇔", "wherever nothing below a bar is zero")
        if not top.has(x):
            return SolutionSet(problem.variable) if top.is_nonzero else None
        answer = yield from solved(top, Integer(0), problem.variable)
        if answer.everything:
            return None
        members, parameters = answer.members, answer.parameters
        return (yield from concluded(problem, members, *(Ne(b, 0) for b in excluded), parameters=parameters))


class ZeroProduct(Rule[Solve]):
    """A product is zero exactly when one of its factors is."""

    solves = Solve
    statement = r"a\,b = 0 \iff a=0 \text{ or } b=0"
    reference = "Stewart, Precalculus 7e, §1.5 (zero-product property)"
    because = (
        "The right side is 0 and the left side is a product: {factor} = 0 is one way, and each other factor gives "
        "another."
    )
    hint = "When is a product zero?"
    block_from = Level.STANDARD
    known_as = ("zero-product property",)
    examples = ("solve (x-1)(x+2) = 0 for x -> x = -2 or x = 1", "solve x e^x = 0 for x -> x = 0")
    counterexamples = ("solve (x-1)(x+2) = 1 for x",)

    def match(self, problem: Solve) -> Iterable[Bindings]:
        """Zero on one side; on the other two factors with the unknown, or a power."""
        product = _product_equal_to_zero(problem)
        if product is not None:
            bases = _bases_with(product, problem)
            if len(bases) > 1 or bases[0] != product:
                yield {"factor": bases[0]}

    def derive(self, problem: Solve, factor: Expr) -> Derive:
        """One question for each factor; their solutions together, where the product is defined."""
        product = _product_equal_to_zero(problem)
        assert product is not None  # match has seen it
        for f in Mul.make_args(product):
            if not f.has(problem.variable) and not f.is_nonzero:
                yield Assume(Ne(f, 0))
        answers = []
        for base in _bases_with(product, problem):
            answers.append((yield from solved(base, Integer(0), problem.variable)))
        if any(a.everything for a in answers):
            return None
        members, parameters = union(answers)
        return (yield from concluded(problem, members, parameters=parameters))


def _product_equal_to_zero(problem: Solve) -> Expr | None:
    left, right = problem.equation.lhs, problem.equation.rhs
    product = left if right == 0 else right if left == 0 else None
    if product is None or not isinstance(product, (Mul, Pow)):
        return None
    if any(b.has(problem.variable) for b in bars(product)):
        return None
    return product if _bases_with(product, problem) else None


def _bases_with(product: Expr, problem: Solve) -> list[Expr]:
    found: dict[Expr, None] = {}
    for f in Mul.make_args(product):
        base = f.base if isinstance(f, Pow) and f.exp.is_Rational and f.exp > 0 else f
        if base.has(problem.variable):
            found[base] = None
    return list(found)


class FactorToSolve(Rule[Solve]):
    """Bring everything to one side and factor."""

    solves = Solve
    statement = r"f = g \iff f-g = 0"
    reference = "Stewart, Precalculus 7e, §1.5"
    because = "With everything on one side, {f} splits into factors, and a product is zero where a factor is."
    hint = "Bring everything to one side. Can {f} be factored?"
    block_from = Level.STANDARD
    known_as = ("factoring",)
    examples = (
        "solve x^2 - 5x + 6 = 0 for x -> x = 2 or x = 3",
        "solve x^2 = x for x -> x = 0 or x = 1",
        "solve x^3 - 2x^2 - 5x + 6 = 0 for x -> x = -2 or x = 1 or x = 3",
    )
    counterexamples = ("solve x^2 - 2 = 0 for x",)

    def match(self, problem: Solve) -> Iterable[Bindings]:
        """The difference of the sides has a common factor with the unknown, or splits over the rational numbers."""
        f = multiplied_out(difference(problem))
        if number_of_operations(f) > LARGEST or not isinstance(f, Add):
            return
        if is_bounded_polynomial(f, problem.variable) and Poly(f, problem.variable).LC().is_negative:
            f = multiplied_out(-f)
        _, powers = common_factor(f.args)
        if any(b.has(problem.variable) for b, _ in powers) or (splits(f) and _in_factors(f, problem)):
            yield {"f": f}

    def derive(self, problem: Solve, f: Expr) -> Derive:
        """Factor, and look at the factors."""
        if problem.equation.rhs != 0 or problem.equation.lhs != f:
            yield Say(equated(f, 0), "⇔")
        product = yield first(Rewrite(f, Form.FACTORED))
        if product == problem.equation.lhs or product == f:
            return None
        answer = yield first(Solve(equation(product, Integer(0)), problem.variable))
        if answer.everything:
            return None
        return (yield from concluded(problem, answer.members, parameters=answer.parameters))


def _in_factors(f: Expr, problem: Solve) -> bool:
    """Whether the factors beyond a number have the unknown in them and are more than one."""
    number, powers = common_factor(f.args)
    if number != 1 and not powers:
        f = Add(*(t / number for t in f.args))
    poly = polynomial(f)
    if poly is None or not splits(f):
        return False
    return any(g.has(problem.variable) for g in poly.gens)

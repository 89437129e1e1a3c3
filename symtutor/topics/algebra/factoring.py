"""Factoring by what is seen: a common factor, a difference of squares, a sum of cubes, a square, groups.

The order is the one a teacher gives: first take out what all terms share, then look for a known formula, then
group.  Each rule splits once and asks for what is left.  Factors are sought over the rational numbers; what has none
there is left, unless surds are asked for.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import Any

from sympy import Add, Expr, Integer, Mul, Pow, Rational, integer_nthroot

from ...derivation import Bindings, Derive, Level, Rule, Say
from ...problems import Form, Rewrite
from ...written import Quotient, Written, write
from .terms import (
    LARGEST,
    common_factor,
    factors_of,
    multiplied_out,
    number_of_operations,
    ordered_terms,
    polynomial,
    power_written,
    product_of,
    product_written,
    soon_factored,
    times,
    too_high,
)


def factorable(problem: Rewrite) -> bool:
    """Whether factors are asked for, and of an expression of bounded size."""
    return (
        problem.form is Form.FACTORED and number_of_operations(problem.expr) <= LARGEST and not too_high(problem.expr)
    )


def sum_to_factor(problem: Rewrite) -> Expr | None:
    """The sum to be factored, where the question is a sum in which nothing is common to all terms."""
    e = problem.expr
    if factorable(problem) and isinstance(e, Add):
        number, powers = common_factor(e.args)
        if number == 1 and not powers:
            return e
    return None


def splits(expr: Expr) -> bool:
    """Whether ``expr`` has factors over the rational numbers beyond itself."""
    if isinstance(expr, Add):
        number, powers = common_factor(expr.args)
        if number != 1 or powers:
            return True
        poly = polynomial(expr)
        return poly is not None and poly.total_degree() > 1 and not _irreducible(poly)
    if isinstance(expr, Mul):
        return any(splits(f) for f in expr.args if not f.is_Rational)
    return isinstance(expr, Pow) and isinstance(expr.exp, Integer) and splits(expr.base)


def _irreducible(poly: Any) -> bool:
    # What would take too long to factor is left as it stands.
    return not soon_factored(poly) or bool(poly.is_irreducible)


def factored(expr: Expr) -> Generator[Any, Any, Any]:
    """One part of a product: asked for where it has factors of its own."""
    if splits(expr):
        return (yield Rewrite(expr, Form.FACTORED))
    return write(expr)


class FactorEachFactor(Rule[Rewrite]):
    """Factor the factors of a product."""

    solves = Rewrite
    statement = r"f\cdot g"
    reference = "Stewart, Precalculus 7e, §1.3"
    because = "{whole} is made of factors already, and one of them, {factor}, splits further."
    hint = "Look at {factor} alone."
    block_from = Level.STANDARD
    examples = ("factor (x^2-1)(x+3) -> (x-1)(x+1)(x+3)",)
    counterexamples = ("factor x(x+1)",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A product or a power of which some base splits."""
        e = problem.expr
        if factorable(problem) and isinstance(e, (Mul, Pow)):
            loose = [f for f in Mul.make_args(e) if splits(f)]
            if loose:
                f = loose[0]
                yield {"factor": f.base if isinstance(f, Pow) and isinstance(f.exp, Integer) else f, "whole": e}

    def derive(self, problem: Rewrite, factor: Expr, whole: Expr) -> Derive:
        """Ask for each base that splits; what stands under a bar stays there."""
        above: list[Written] = []
        below: list[Written] = []
        for f in Mul.make_args(problem.expr):
            base, exponent = (f.base, f.exp) if isinstance(f, Pow) and isinstance(f.exp, Integer) else (f, Integer(1))
            side = below if exponent < 0 else above
            side.append(power_written((yield from factored(base)), abs(exponent)))
        top = product_written(above) if above else write(1)
        return Quotient(top, product_written(below)) if below else top


class CommonFactor(Rule[Rewrite]):
    """Take out what all terms share."""

    solves = Rewrite
    title = "Common factor"
    statement = r"ab+ac = a(b+c)"
    reference = "Stewart, Precalculus 7e, §1.3"
    because = "Every term contains {common}; taking it out leaves {rest}."
    hint = "What do all terms have in common?"
    block_from = Level.STANDARD
    known_as = ("taking out a common factor", "distributive law")
    examples = ("factor 6x^2 + 4x -> 2x(3x+2)", "factor x e^x + e^x -> (x+1) e^x")
    counterexamples = ("factor x^2 + 1",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A sum whose terms share a number or a power."""
        e = problem.expr
        if factorable(problem) and isinstance(e, Add):
            number, powers = common_factor(e.args)
            if all(f.as_coeff_Mul()[0].is_negative for f in e.args):
                number = -number
            if number != 1 or powers:
                common = number * product_of(powers)
                rest = Add(*(t / common for t in e.args))
                yield {"common": common, "rest": rest}

    def derive(self, problem: Rewrite, common: Expr, rest: Expr) -> Derive:
        """The common factor times what is left, factored further where it can be."""
        if common.is_Rational and not splits(rest):
            return times(common, rest)
        return product_written([common, (yield from factored(rest))])


class DifferenceOfSquares(Rule[Rewrite]):
    """a² − b² = (a − b)(a + b)."""

    solves = Rewrite
    statement = r"a^2-b^2 = (a-b)(a+b)"
    reference = "Stewart, Precalculus 7e, §1.3"
    because = "Two squares with a minus between them: those of {a} and {b}."
    hint = "Of what is each term the square?"
    block_from = Level.STANDARD
    examples = ("factor x^2-1 -> (x-1)(x+1)", "factor x^4 - 16 -> (x-2)(x+2)(x^2+4)")
    counterexamples = ("factor x^2 + 1", "factor x^2 - 2")

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """Two terms of opposite sign, each the square of a rational number times whole powers."""
        e = sum_to_factor(problem)
        if e is not None and len(e.args) == 2:
            plus, minus = sorted(ordered_terms(e), key=_is_negative)
            a, b = root_of_term(plus, 2), root_of_term(-minus, 2)
            if a is not None and b is not None:
                yield {"a": a, "b": b}

    def derive(self, problem: Rewrite, a: Expr, b: Expr) -> Derive:
        """Two brackets; the second may split again."""
        left = yield from factored(a - b)
        right = yield from factored(a + b)
        return product_written([left, right])


class SumOrDifferenceOfCubes(Rule[Rewrite]):
    """a³ ± b³ = (a ± b)(a² ∓ ab + b²)."""

    solves = Rewrite
    title = "Sum or difference of cubes"
    statement = r"a^3\pm b^3 = (a\pm b)(a^2\mp ab+b^2)"
    reference = "Stewart, Precalculus 7e, §1.3"
    because = "Both terms are cubes: of {a} and of {b}."
    hint = "Of what is each term the cube?"
    block_from = Level.STANDARD
    known_as = ("sum of cubes", "difference of cubes")
    examples = ("factor x^3 - 8 -> (x-2)(x^2+2x+4)", "factor x^3 + 27 -> (x+3)(x^2-3x+9)")
    counterexamples = ("factor x^3 - 2",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """Two terms, each the cube of a rational number times whole powers."""
        e = sum_to_factor(problem)
        if e is not None and len(e.args) == 2:
            first, second = sorted(ordered_terms(e), key=_is_negative)
            a, b = root_of_term(first, 3), root_of_term(second, 3)
            if a is not None and b is not None:
                yield {"a": a, "b": b}

    def derive(self, problem: Rewrite, a: Expr, b: Expr) -> Derive:
        """b carries its sign, so that one formula serves both."""
        left = yield from factored(a + b)
        right = yield from factored(a**2 - a * b + b**2)
        return product_written([left, right])


class PerfectSquare(Rule[Rewrite]):
    """a² ± 2ab + b² = (a ± b)²."""

    solves = Rewrite
    statement = r"a^2\pm 2ab+b^2 = (a\pm b)^2"
    reference = "Stewart, Precalculus 7e, §1.3"
    because = "Two of the terms are the squares of {a} and {b}, and the third is twice their product."
    hint = "Which two terms are squares? Is the third twice the product of their roots?"
    block_from = Level.STANDARD
    examples = ("factor x^2+2x+1 -> (x+1)^2", "factor 4x^2 - 12x + 9 -> (2x-3)^2")
    counterexamples = ("factor x^2 + 3x + 1", "factor x^2 + 2x + 4")

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """Three terms: two squares and, up to its sign, twice the product of their roots."""
        e = sum_to_factor(problem)
        if e is None or len(e.args) != 3:
            return
        terms = ordered_terms(e)
        for i, mixed in enumerate(terms):
            one, other = (t for j, t in enumerate(terms) if j != i)
            for sign in (1, -1):  # −x² + 2x − 1 is minus a square
                a, b = root_of_term(sign * one, 2), root_of_term(sign * other, 2)
                if a is None or b is None:
                    continue
                if sign * mixed == 2 * a * b:
                    yield {"a": a, "b": b}
                    return
                if sign * mixed == -2 * a * b:
                    yield {"a": a, "b": -b}
                    return

    def derive(self, problem: Rewrite, a: Expr, b: Expr) -> Derive:
        """One bracket, squared; a minus in front where the squares carry one."""
        base = yield from factored(a + b)
        square = power_written(base, Integer(2))
        return square if multiplied_out((a + b) ** 2 - problem.expr) == 0 else -square


class Grouping(Rule[Rewrite]):
    """Group terms in pairs that leave the same bracket."""

    solves = Rewrite
    statement = r"ac+ad+bc+bd = (a+b)(c+d)"
    reference = "Stewart, Precalculus 7e, §1.3"
    because = "Taking {a} out of one pair and {b} out of the other leaves the same bracket, {bracket}."
    hint = "Group the terms in pairs, and take the common factor out of each pair."
    block_from = Level.STANDARD
    known_as = ("factoring by grouping",)
    examples = ("factor x^3 + x^2 + 4x + 4 -> (x+1)(x^2+4)", "factor a x + a y + b x + b y -> (a+b)(x+y)")
    counterexamples = ("factor x^3 + x^2 + 2x + 1",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """Four terms that pair up."""
        e = sum_to_factor(problem)
        if e is None or len(e.args) != 4:
            return
        first, *others = ordered_terms(e)
        for partner in others:
            rest = [t for t in others if t != partner]
            a, one = _taken_out([first, partner])
            b, two = _taken_out(rest)
            if one == two or one == -two:
                yield {"a": a, "b": b if one == two else -b, "bracket": one}
                return

    def derive(self, problem: Rewrite, a: Expr, b: Expr, bracket: Expr) -> Derive:
        """a·bracket + b·bracket, and the bracket out."""
        yield Say(_grouped(a, b, bracket))
        left = yield from factored(a + b)
        right = yield from factored(bracket)
        return product_written([left, right])


def _grouped(a: Expr, b: Expr, bracket: Expr) -> Written:
    first = product_written([a, bracket])
    size = -b if b.as_coeff_Mul()[0].is_negative else b
    second = product_written([size, bracket])
    return first + second if size == b else first - second


def _taken_out(terms: list[Expr]) -> tuple[Expr, Expr]:
    number, powers = common_factor(tuple(terms))
    common = number * product_of(powers)
    return common, Add(*(t / common for t in terms))


def _is_negative(term: Expr) -> bool:
    return bool(term.as_coeff_Mul()[0].is_negative)


def root_of_term(term: Expr, n: int) -> Expr | None:
    """The n-th root of a term that is a rational n-th power times n-th powers with whole exponents, else ``None``."""
    number, powers = factors_of(term)
    negative = number.is_negative
    if negative and n % 2 == 0:
        return None
    top, exact_top = integer_nthroot(abs(int(number.p)), n)
    bottom, exact_bottom = integer_nthroot(int(number.q), n)
    if not (exact_top and exact_bottom):
        return None
    if not all(isinstance(e, Integer) and e % n == 0 and e > 0 for e in powers.values()):
        return None
    root = Rational(top, bottom) * product_of((b, e / n) for b, e in powers.items())
    return -root if negative else root

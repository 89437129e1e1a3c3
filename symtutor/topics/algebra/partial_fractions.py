"""Partial fractions: a rational function as a polynomial plus fractions with one factor below.

Divide first if the top is not of lower degree; factor the bottom; write one fraction for each power of each factor,
with a constant above a power of a linear factor and a linear top above a power of an irreducible quadratic.  The
unknown tops follow by covering up where the factors are linear and simple, and by comparing coefficients otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sympy import Add, Expr, Integer, Mul, Poly, Pow, Rational, Symbol
from sympy.core.relational import Ne

from ...derivation import Assume, Bindings, Derive, Level, Rule, Say, first
from ...problems import Form, Rewrite
from ...written import BackSubstitution, Product, Quotient, Relation, Written, write
from .collecting import main_letter
from .factoring import splits
from .terms import (
    LARGEST,
    irreducible_factors,
    is_bounded_polynomial,
    multiplied_out,
    number_of_operations,
    polynomial,
    product_of,
    product_written,
    quotient_written,
    sum_written,
    top_and_bottom,
)

Factors = tuple[tuple[Expr, int], ...]
HIGHEST_DEGREE = 10
# The letters of the unknown tops, in the order in which they are used.
UNKNOWNS = "ABCDEFGHJKLMNPQRSTUVWZ"


def fraction_in(problem: Rewrite) -> tuple[Expr, Expr, Symbol] | None:
    """(top, bottom, letter) of a fraction of polynomials in the letter of the question, the bottom not constant."""
    x = main_letter(problem)
    if problem.form is not Form.PARTIAL_FRACTIONS or x is None or isinstance(problem.expr, Add):
        return None
    if number_of_operations(problem.expr) > LARGEST:
        return None
    top, bottom = top_and_bottom(problem.expr)
    if not (is_bounded_polynomial(top, x) and is_bounded_polynomial(bottom, x) and bottom.has(x)):
        return None
    if Poly(bottom, x).degree() > HIGHEST_DEGREE or Poly(top, x).degree() > 3 * HIGHEST_DEGREE:
        return None
    return top, bottom, x


def proper(top: Expr, bottom: Expr, x: Symbol) -> bool:
    """Whether the top has lower degree than the bottom."""
    return bool(Poly(top, x).degree() < Poly(bottom, x).degree())


def factors_in(bottom: Expr, x: Symbol) -> tuple[Expr, Factors]:
    """(constant, ((factor, multiplicity), …)), the factors irreducible over the rational numbers and in ``x``."""
    poly = polynomial(bottom)
    if poly is None:
        return bottom, ()
    number, found = irreducible_factors(poly)
    constant: Expr = number * product_of((b, Integer(n)) for b, n in found if not b.has(x))
    return constant, tuple((b, int(n)) for b, n in found if b.has(x))


def is_simple(term: Expr, x: Symbol) -> bool:
    """Whether one term is as partial fractions end: a polynomial, or a lower top over one irreducible power."""
    top, bottom = top_and_bottom(term)
    if not (is_bounded_polynomial(top, x) and is_bounded_polynomial(bottom, x)):
        return False
    _, factors = factors_in(bottom, x)
    return not factors or (len(factors) == 1 and proper(top, factors[0][0], x))


def all_simple(problem: Rewrite) -> bool:
    """Whether every term is simple already."""
    x = main_letter(problem)
    return x is not None and all(is_simple(t, x) for t in Add.make_args(problem.expr))


class LongDivision(Rule[Rewrite]):
    """Divide first, when the top is not of lower degree."""

    solves = Rewrite
    title = "Polynomial division"
    statement = r"\frac{N}{D} = Q+\frac{R}{D},\quad \deg R<\deg D"
    reference = "Stewart, Calculus 8e, §7.4"
    because = "The top has degree {m}, not less than the degree {n} of the bottom: divide, and split the remainder."
    hint = "Compare the degrees of top and bottom."
    block_from = Level.STANDARD
    known_as = ("long division",)
    examples = ("partial fractions of x^3/(x^2-1) -> x + 1/(2(x-1)) + 1/(2(x+1))",)
    counterexamples = ("partial fractions of 1/(x^2-1)",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """An improper fraction of polynomials."""
        found = fraction_in(problem)
        if found is not None and not proper(*found):
            top, bottom, x = found
            yield {"x": x, "m": Integer(Poly(top, x).degree()), "n": Integer(Poly(bottom, x).degree())}

    def derive(self, problem: Rewrite, x: Symbol, **degrees: Any) -> Derive:
        """Quotient plus what is left over the same bottom."""
        top, bottom = top_and_bottom(problem.expr)
        quotient, rest = (p.as_expr() for p in Poly(top, x).div(Poly(bottom, x)))
        if rest == 0:
            if multiplied_out(quotient) != multiplied_out(problem.expr):
                yield Assume(Ne(bottom, 0))
            return write(quotient)

        if is_simple(rest / bottom, x):
            return write(quotient + rest / bottom)
        return write(quotient) + (yield Rewrite(rest / bottom, Form.PARTIAL_FRACTIONS, x))


class CoverUp(Rule[Rewrite]):
    """Linear factors, each once: cover a factor up and put its zero into the rest."""

    solves = Rewrite
    title = "Cover up"
    statement = r"\frac{N(x)}{(x-r)\,g(x)} = \frac{A}{x-r}+\dots,\quad A = \frac{N(r)}{g(r)}"
    reference = "Heaviside's method; Thomas, Calculus 13e, §8.5"
    because = (
        "The bottom, {bottom}, has only linear factors, each once. Multiplied by one of them and taken at its zero, "
        "every other fraction vanishes."
    )
    hint = "Cover up one factor of {bottom}, and put its zero into what is left."
    block_from = Level.STANDARD
    known_as = ("Heaviside cover-up", "cover-up method")
    examples = ("partial fractions of 1/(x^2-1) -> 1/(2(x-1)) - 1/(2(x+1))",)
    counterexamples = ("partial fractions of 1/(x(x^2+1))", "partial fractions of 1/(x^2(x-1))")

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A proper fraction with at least two factors below, all linear and simple."""
        found = fraction_in(problem)
        if found is not None and proper(*found):
            _, bottom, x = found
            constant, factors = factors_in(bottom, x)
            if len(factors) > 1 and all(n == 1 and Poly(b, x).degree() == 1 for b, n in factors):
                yield {"bottom": product_written([constant, *(b for b, _ in factors)]), "x": x}

    def derive(self, problem: Rewrite, bottom: Written, x: Symbol) -> Derive:
        """One constant for each zero; different zeros are assumed where letters stand in them."""
        top, below = top_and_bottom(problem.expr)
        if splits(below):
            yield first(Rewrite(below, Form.FACTORED))
        constant, factors = factors_in(below, x)
        yield Say(_ansatz([(write(_letter(i)), b, 1) for i, (b, _) in enumerate(factors)]))
        terms: list[Expr] = []
        assumed: list[Expr] = []
        for i, (b, _) in enumerate(factors):
            slope, shift = Poly(b, x).all_coeffs()
            zero = -shift / slope
            others = constant * Mul(*(o for o, _ in factors if o != b))
            at_zero = multiplied_out(others.xreplace({x: zero})) if zero.is_number else others.xreplace({x: zero})
            if not at_zero.is_nonzero and -at_zero not in assumed:
                assumed.append(at_zero)
                yield Assume(Ne(at_zero, 0))
            value = top.xreplace({x: zero}) / at_zero
            rest = Quotient(write(top), product_written([constant, *(o for o, _ in factors if o != b)]))
            there = BackSubstitution(rest, write(x), write(zero))
            yield Say(Relation(("=", "="), (write(_letter(i)), there, write(value))), "", "with the factor covered up")
            terms.append(value / b)
        return Add(*terms)


class CompareCoefficients(Rule[Rewrite]):
    """Write the tops with unknown letters, multiply out, and compare the coefficients."""

    solves = Rewrite
    title = "Compare the coefficients"
    statement = r"\frac{N}{(x-r)^2(x^2+px+q)} = \frac{A}{x-r}+\frac{B}{(x-r)^2}+\frac{Cx+D}{x^2+px+q}"
    reference = "Stewart, Calculus 8e, §7.4 (cases II to IV)"
    because = (
        "Below stands {bottom}: a repeated factor needs a fraction for each power, an irreducible quadratic a linear "
        "top. Two polynomials are equal when all their coefficients are."
    )
    hint = "One fraction for each power of each factor of {bottom}. Which tops can stand above them?"
    block_from = Level.STANDARD
    known_as = ("comparing coefficients", "undetermined coefficients")
    examples = (
        "partial fractions of 1/(x(x^2+1)) -> 1/x - x/(x^2+1)",
        "partial fractions of 1/(x^2(x-1)) -> 1/(x-1) - 1/x - 1/x^2",
    )
    counterexamples = ("partial fractions of 1/(x^2+1)",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A proper fraction with rational coefficients that is not simple yet."""
        found = fraction_in(problem)
        if found is None or not proper(*found) or all_simple(problem):
            return
        top, bottom, x = found
        if not (Poly(top, x).domain.is_Exact and (top * bottom).free_symbols == {x}):
            return
        constant, factors = factors_in(bottom, x)
        yield {"bottom": product_written([constant, *(_powered(b, n) for b, n in factors)]), "x": x}

    def derive(self, problem: Rewrite, bottom: Written, x: Symbol) -> Derive:
        """Unknown tops; one equation for each power of x; the values; the fractions."""
        top, below = top_and_bottom(problem.expr)
        if splits(below):
            yield first(Rewrite(below, Form.FACTORED))
        constant, factors = factors_in(below, x)
        pieces: list[tuple[Expr, Expr, int]] = []  # (top with unknowns, factor, power)
        unknowns: list[Symbol] = []
        for b, n in factors:
            for k in range(1, n + 1):
                letters = [_letter(len(unknowns) + j) for j in range(Poly(b, x).degree())]
                unknowns += letters
                degree = len(letters) - 1
                pieces.append((Add(*(c * x ** (degree - j) for j, c in enumerate(letters))), b, k))
        yield Say(_ansatz([(write(t), b, k) for t, b, k in pieces]))
        cofactors = [Mul(constant, *(b ** (n - k if b == f else n) for b, n in factors)) for _, f, k in pieces]
        right = [Product((write(t), write(c))) if c != 1 else write(t) for (t, _, _), c in zip(pieces, cofactors)]
        yield Say(Relation(("=",), (write(top), sum_written(right))), "", "multiplied by the bottom")
        difference = Poly(Add(*(t * c for (t, _, _), c in zip(pieces, cofactors))) - top, x, *unknowns)
        rows = _equations(difference, unknowns)
        for power, row, value in rows:
            left = Add(*(c * u for c, u in zip(row, unknowns)))
            yield Say(Relation(("=",), (write(left), write(value))), "", f"the coefficients of degree {power}")
        values = _eliminated([[*row, value] for _, row, value in rows])
        for u, v in zip(unknowns, values):
            yield Say(Relation(("=",), (write(u), write(v))), "⇒")
        known = dict(zip(unknowns, values))
        return Add(*(t.xreplace(known) / b**k for t, b, k in pieces))


def _letter(i: int) -> Symbol:
    return Symbol(UNKNOWNS[i] if i < len(UNKNOWNS) else f"A{i}", real=True)


def _powered(base: Expr, n: int) -> Expr:
    return Pow(base, n)


def _ansatz(pieces: list[tuple[Written, Expr, int]]) -> Written:
    return sum_written(quotient_written(t, _powered(b, n)) for t, b, n in pieces)


def _equations(difference: Poly, unknowns: list[Symbol]) -> list[tuple[int, list[Rational], Rational]]:
    """One row for each power of x: the coefficients of the unknowns, and the number on the right."""
    rows: dict[int, tuple[list[Rational], Rational]] = {}
    for (power, *where), c in difference.terms():
        row, value = rows.get(power, ([Rational(0)] * len(unknowns), Rational(0)))
        if any(where):
            row[where.index(1)] += c
        else:
            value -= c
        rows[power] = (row, value)
    return [(n, *rows[n]) for n in sorted(rows, reverse=True)]


def _eliminated(rows: list[list[Rational]]) -> list[Rational]:
    """The solution of a square system with one solution, by Gauss–Jordan elimination."""
    size = len(rows[0]) - 1
    for column in range(size):
        pivot = next(r for r in range(column, len(rows)) if rows[r][column] != 0)
        rows[column], rows[pivot] = rows[pivot], rows[column]
        rows[column] = [v / rows[column][column] for v in rows[column]]
        for r, row in enumerate(rows):
            if r != column and row[column] != 0:
                rows[r] = [v - row[column] * p for v, p in zip(row, rows[column])]
    return [row[-1] for row in rows[:size]]


class EachTermByItself(Rule[Rewrite]):
    """In a sum, decompose each term."""

    solves = Rewrite
    statement = r"\frac{N_1}{D_1}+\frac{N_2}{D_2}"
    reference = "Stewart, Calculus 8e, §7.4"
    because = "The sum is split term by term; {term} is not simple yet."
    hint = "Take {term} alone."
    block_from = Level.STANDARD
    examples = ("partial fractions of x + 1/(x^2-1) -> x + 1/(2(x-1)) - 1/(2(x+1))",)
    counterexamples = ("partial fractions of 1/x + 1/(x-1)",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A sum with a term that is not simple."""
        x = main_letter(problem)
        if problem.form is Form.PARTIAL_FRACTIONS and x is not None and isinstance(problem.expr, Add):
            loose = [t for t in problem.expr.as_ordered_terms() if not is_simple(t, x)]
            if loose:
                yield {"term": loose[0], "x": x}

    def derive(self, problem: Rewrite, term: Expr, x: Symbol) -> Derive:
        """Ask for the terms that are not simple."""
        line: list[Any] = []
        for t in problem.expr.as_ordered_terms():
            line.append(t if is_simple(t, x) else (yield Rewrite(t, Form.PARTIAL_FRACTIONS, x)))
        return sum_written(line)

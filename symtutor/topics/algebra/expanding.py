"""Multiplying out.

A product of sums is the sum of all products, one factor from each bracket (the distributive law).  Squares, cubes and
(a + b)(a − b) occur so often that their results are known by heart.  Higher powers of a sum of two take their
coefficients from Pascal's triangle.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sympy import Add, Expr, Integer, Mul, Pow, binomial

from ...derivation import Bindings, Derive, Level, Rule, Say
from ...derivation import first as step
from ...problems import Form, Rewrite
from ...written import Leaf, Power, Product, Sum, Written, write
from .terms import (
    LARGEST,
    MOST_TERMS,
    count_of_terms,
    multiplied_out,
    number_of_operations,
    ordered_terms,
    power_written,
    product_written,
    sum_written,
)

# A line with more products than this is not written out.
LONGEST_LINE = 16


def expandable(problem: Rewrite) -> bool:
    """Whether multiplying out is asked for and of bounded size."""
    return (
        problem.form is Form.EXPANDED
        and number_of_operations(problem.expr) <= LARGEST
        and count_of_terms(problem.expr) <= MOST_TERMS
    )


class BinomialFormula(Rule[Rewrite]):
    """The square or a higher power of a sum of two, by the binomial formula."""

    solves = Rewrite
    statement = r"(a+b)^n = \sum_{k=0}^{n} \binom{n}{k} a^{n-k} b^k"
    reference = "Stewart, Precalculus 7e, §1.3 and §12.5"
    because = "A sum of two, {a} and {b}, to the power {n}: the coefficients stand in row {n} of Pascal's triangle."
    hint = "Write a for {a} and b for {b}. What is (a + b) to the power {n}?"
    block_from = Level.STANDARD
    known_as = ("binomial theorem",)
    examples = ("expand (x+1)^2 -> x^2 + 2x + 1", "expand (2x-1)^3 -> 8x^3 - 12x^2 + 6x - 1")
    counterexamples = ("expand (x+1)(x+2)", "expand (x+y+z)^2")

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A power of a sum of two terms, the exponent a whole number from 2."""
        e = problem.expr
        if expandable(problem) and isinstance(e, Pow) and isinstance(e.base, Add) and isinstance(e.exp, Integer):
            a, *rest = ordered_terms(e.base)
            if len(rest) == 1 and e.exp >= 2:
                yield {"a": a, "b": rest[0], "n": e.exp}

    def derive(self, problem: Rewrite, a: Expr, b: Expr, n: Integer) -> Derive:
        """Write row n of Pascal's triangle beside the falling powers of a and the rising powers of b."""
        negative = bool(b.as_coeff_Mul()[0].is_negative)
        size = -b if negative else b
        line: list[Written] = []
        for k in range(int(n) + 1):
            factors: list[Written] = [Leaf(binomial(n, k))]
            factors += [power_written(a, Integer(n - k))] if k < n and a != 1 else []
            factors += [power_written(size, Integer(k))] if k and size != 1 else []
            term = product_written(factors)
            line.append(-term if negative and k % 2 else term)
        if len(line) <= LONGEST_LINE:
            yield Say(Sum(tuple(line)))
        return multiplied_out(problem.expr)


class SumTimesDifference(Rule[Rewrite]):
    """(a + b)(a − b) = a² − b²."""

    solves = Rewrite
    statement = r"(a+b)(a-b) = a^2-b^2"
    reference = "Stewart, Precalculus 7e, §1.3"
    because = (
        "The brackets differ only in the sign of {b}: the mixed products cancel, and the difference of the "
        "squares is left."
    )
    hint = "Compare the two brackets: what happens to the mixed products?"
    block_from = Level.STANDARD
    examples = ("expand (x+3)(x-3) -> x^2 - 9",)
    counterexamples = ("expand (x+3)(x-2)",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """Two brackets of two terms that agree up to the sign of one term."""
        e = problem.expr
        if not (expandable(problem) and isinstance(e, Mul) and len(e.args) == 2):
            return
        one, other = e.args
        if all(isinstance(f, Add) and len(f.args) == 2 for f in (one, other)):
            shared = [t for t in ordered_terms(one) if t in other.args]
            if len(shared) == 1 and one - shared[0] == shared[0] - other:
                b = one - shared[0]
                yield {"a": shared[0], "b": -b if b.as_coeff_Mul()[0].is_negative else b}

    def derive(self, problem: Rewrite, a: Expr, b: Expr) -> Derive:
        """Square each and subtract."""
        yield Say(Power(write(a), write(2)) - Power(write(b), write(2)))
        return multiplied_out(problem.expr)


class MultiplyOut(Rule[Rewrite]):
    """Each term of one bracket times each term of the other."""

    solves = Rewrite
    title = "Multiply out"
    statement = r"(a+b)(c+d) = ac+ad+bc+bd"
    reference = "Stewart, Precalculus 7e, §1.3"
    because = "Every term of {first} meets every term of {second}; then like terms are gathered."
    hint = "Multiply each term of {first} by each term of {second}."
    block_from = Level.STANDARD
    known_as = ("distributive law", "distribute")
    examples = ("expand (x+1)(x+2) -> x^2 + 3x + 2", "expand 3x(x-2) -> 3x^2 - 6x")
    counterexamples = ("expand x + 1",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A product in which a sum, or a power of one, is a factor; the first two factors with a sum among them."""
        e = problem.expr
        if not expandable(problem):
            return
        if isinstance(e, Pow) and isinstance(e.base, Add) and isinstance(e.exp, Integer) and e.exp > 1:
            yield {"first": e.base, "second": e.base ** (e.exp - 1)}
        elif isinstance(e, Mul):
            sums = [f for f in e.args if _is_sum(f)]
            plain = Mul(*(f for f in e.args if not _is_sum(f)))
            if sums and plain != 1:
                yield {"first": plain, "second": Mul(*sums)}
            elif len(sums) > 1:
                yield {"first": sums[0], "second": Mul(*sums[1:])}

    def derive(self, problem: Rewrite, first: Expr, second: Expr) -> Derive:
        """Multiply out what is itself a product or a power first, then each by each, then gather."""
        left, right = first, second
        if _compound(first) or _compound(second):
            if _compound(first):
                left = yield step(Rewrite(first, Form.EXPANDED))
            if _compound(second):
                right = yield step(Rewrite(second, Form.EXPANDED))
            yield Say(Product((write(left), write(right))))
        a, b = ordered_terms(left), ordered_terms(right)
        if len(a) * len(b) <= LONGEST_LINE and (len(a) > 1 or len(b) > 1):
            yield Say(sum_written(_product(s, t) for s in a for t in b))
        return multiplied_out(left * right)


def _product(s: Expr, t: Expr) -> Any:
    """s·t as it is first written down: negative when one of them is, numbers not yet multiplied."""
    a, b = s.as_coeff_Mul()[0].is_negative, t.as_coeff_Mul()[0].is_negative
    product = product_written([-s if a else s, -t if b else t])
    return -product if a != b else product


def _is_sum(f: Expr) -> bool:
    return isinstance(f, Add) or (
        isinstance(f, Pow) and isinstance(f.base, Add) and isinstance(f.exp, Integer) and f.exp > 0
    )


def _compound(f: Expr) -> bool:
    return isinstance(f, (Mul, Pow)) and multiplied_out(f) != f


class ExpandEachTerm(Rule[Rewrite]):
    """In a sum, multiply out each term and gather."""

    solves = Rewrite
    statement = r"a(b+c)+d(e+f)"
    reference = "Stewart, Precalculus 7e, §1.3"
    because = "A sum is multiplied out term by term; like terms are gathered at the end."
    hint = "Take one term after the other."
    block_from = Level.STANDARD
    examples = ("expand (x+1)^2 - (x-1)^2 -> 4x",)
    counterexamples = ("expand x^2 + x",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A sum in which some term is not multiplied out."""
        e = problem.expr
        if expandable(problem) and isinstance(e, Add) and multiplied_out(e) != e:
            yield {}

    def derive(self, problem: Rewrite) -> Derive:
        """Ask for each term that is not multiplied out; the others stay as they are."""
        line: list[Written] = []
        for t in ordered_terms(problem.expr):
            if multiplied_out(t) == t:
                line.append(sum_written([t]))
            elif t.as_coeff_Mul()[0].is_negative and multiplied_out(-t) != -t:
                line.append(-(yield Rewrite(-t, Form.EXPANDED)))
            else:
                line.append((yield Rewrite(t, Form.EXPANDED)))
        return Sum(tuple(line))

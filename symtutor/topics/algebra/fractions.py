"""Fractions over one bar, and fractions within fractions.

Two fractions are added over the least common multiple of their denominators, which is seen once these are factored.
"""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Add, Expr, Mul, Pow
from sympy.core.relational import Ne

from ...derivation import Assume, Bindings, Derive, Level, Rule, Say, first
from ...problems import Form, Rewrite
from ...written import Quotient, write
from .denominators import (
    bases_of,
    common_denominator,
    factored_bottom,
    forgotten,
    has_fractions,
    missing_factor,
    over_inner_bars,
)
from .terms import (
    LARGEST,
    fraction,
    multiplied_out,
    number_of_operations,
    ordered_terms,
    power_written,
    product_written,
    quotient_written,
    split_fraction,
    sum_written,
)


class CommonDenominator(Rule[Rewrite]):
    """Bring a sum over one bar."""

    solves = Rewrite
    title = "Common denominator"
    statement = r"\frac ab+\frac cd = \frac{ad+cb}{bd}"
    reference = "Stewart, Precalculus 7e, §1.4"
    because = "{denominator} is the least expression that all denominators divide."
    hint = "What is the least common multiple of the denominators?"
    block_from = Level.STANDARD
    known_as = ("adding fractions",)
    examples = ("combine 1/x + 1/y -> (x+y)/(x y)", "combine 1/(x-1) - 1/(x+1) -> 2/((x-1)(x+1))")
    counterexamples = ("combine x + y",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A sum with a fraction in it."""
        e = problem.expr
        if problem.form is Form.TOGETHER and has_fractions(e) and number_of_operations(e) <= LARGEST:
            yield {"denominator": common_denominator(factored_bottom(t)[1] for t in e.args).value()}

    def derive(self, problem: Rewrite, denominator: Expr) -> Derive:
        """Extend each fraction, add the tops, gather."""
        terms = [factored_bottom(t) for t in ordered_terms(problem.expr)]
        whole = common_denominator(d for _, d in terms)
        tops, extended = [], []
        for top, d in terms:
            missing = missing_factor(whole, d)
            tops.append(top * missing)
            extended.append(product_written([top, missing]))
        yield Say(Quotient(sum_written(extended), write(denominator)))
        top = multiplied_out(Add(*tops))
        result = fraction(top, denominator)
        for b in forgotten(problem.expr, result.value()):
            yield Assume(Ne(b, 0))
        return result


class ClearInnerFractions(Rule[Rewrite]):
    """A fraction of fractions: bring top and bottom over one bar each."""

    solves = Rewrite
    title = "Fraction within a fraction"
    statement = r"\frac{a/b}{c/d} = \frac{ad}{bc}"
    reference = "Stewart, Precalculus 7e, §1.4"
    because = "{part} has fractions inside; over one bar it can be divided by."
    hint = "Bring {part} over one bar first."
    block_from = Level.STANDARD
    known_as = ("compound fraction",)
    examples = ("combine (1/x + 1)/(1/x - 1) -> (x+1)/(1-x)",)
    counterexamples = ("combine (x+1)/(x-1)",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A product or a whole power of which some base is a sum with fractions."""
        e = problem.expr
        if problem.form is Form.TOGETHER and isinstance(e, (Mul, Pow)) and number_of_operations(e) <= LARGEST:
            parts = [b for b, _ in bases_of(e) if has_fractions(b)]
            if parts:
                yield {"part": parts[0]}

    def derive(self, problem: Rewrite, part: Expr) -> Derive:
        """Each such base over one bar; the bars are then divided out."""
        exchanged: dict[Expr, Expr] = {}
        for base, _ in bases_of(problem.expr):
            if has_fractions(base):
                exchanged[base] = yield first(Rewrite(base, Form.TOGETHER))
        number, above, below = split_fraction(problem.expr)
        top = [number.p, *(power_written(exchanged.get(b, b), e) for b, e in above)]
        bottom = [number.q, *(power_written(exchanged.get(b, b), e) for b, e in below)]
        yield Say(quotient_written(product_written(top), product_written(bottom)))
        result = over_inner_bars(problem.expr)
        for b in forgotten(problem.expr, result):
            yield Assume(Ne(b, 0))
        return result

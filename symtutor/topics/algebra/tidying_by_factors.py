"""Tidying by factors: taking out, one bar, cancelling, and multiplying out where that is shorter."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Add, Expr

from ...derivation import Bindings, Derive, Level, Rule, Say
from ...problems import Form, Rewrite
from ...written import Quotient, Written, write
from .cancelling import factored_side, shared_factors, without_factor
from .moves import common_parts, opened, over_one_bar, shorter, with_number_cancelled, with_shared_cancelled
from .terms import multiplied_out, product_of, product_written, sum_written, top_and_bottom
from .tidying import concluded, settled, tidyable


class LowestPowersOut(Rule[Rewrite]):
    """Take out what the terms share, each base at its lowest power."""

    solves = Rewrite
    title = "Take out the lowest powers"
    statement = r"x^m f+x^n g = x^m\,(f+x^{n-m}g),\quad m\le n"
    reference = "Stewart, Precalculus 7e, §1.3 (factoring with fractional exponents)"
    because = "Every term has {common} in it: taken out it is written only once, and a product shows where it is zero."
    hint = "What do the terms share? Take each base out at its lowest power."
    block_from = Level.STANDARD
    known_as = ("common factor",)
    examples = (
        "tidy x e^x + e^x -> (x+1) e^x",
        "tidy 1/(x^2+1) - 2x^2/(x^2+1)^2 -> (1-x^2)/(x^2+1)^2",
        "tidy sqrt(x^2+1) + x^2/sqrt(x^2+1) -> (2x^2+1)/sqrt(x^2+1)",
    )
    counterexamples = ("tidy 2x sin(x) + x^2 cos(x)", "tidy x^2 + x")

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A sum that gets shorter so."""
        e = problem.expr
        if tidyable(problem):
            found = common_parts(e)
            if found is not None and shorter(found[0] * found[1], e):
                yield {"common": found[0]}

    def derive(self, problem: Rewrite, common: Expr) -> Derive:
        """The common factor times what is left of each term, gathered."""
        rests = [t / common for t in problem.expr.as_ordered_terms()]
        found = common_parts(problem.expr)
        assert found is not None  # match has seen it
        # Where nothing is left to gather, the line would only be the result in another order.
        if set(rests) != set(Add.make_args(found[1])):
            yield Say(_taken_out(common, sum_written(rests)))
        return (yield from concluded(problem, found[0] * found[1]))


def _taken_out(common: Expr, rest: Written) -> Written:
    top, bottom = top_and_bottom(common)
    if bottom != 1:
        return Quotient(rest if top == 1 else product_written([top, rest]), write(bottom))
    return product_written([top, rest])


class OverOneBar(Rule[Rewrite]):
    """Put a sum of fractions over the least common denominator."""

    solves = Rewrite
    title = "One fraction"
    statement = r"\frac ab+\frac cd = \frac{ad+cb}{bd}"
    reference = "Stewart, Precalculus 7e, §1.4"
    because = "Over the common denominator {bottom} the tops join, and one short fraction is left."
    hint = "Bring the fractions over {bottom}."
    block_from = Level.STANDARD
    examples = ("tidy 1/(2(x^2/4 + 1)) -> 2/(x^2+4)",)
    counterexamples = ("tidy 1/x + ln(x)",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A sum of fractions that gets shorter so."""
        e = problem.expr
        if tidyable(problem):
            new = over_one_bar(e)
            if new is not None and shorter(new, e):
                bottom = top_and_bottom(new)[1]
                yield {"bottom": bottom}

    def derive(self, problem: Rewrite, bottom: Expr) -> Derive:
        """The sum over one bar, as a question of its own."""
        result = over_one_bar(problem.expr)
        assert result is not None  # match has seen it
        together = yield Rewrite(problem.expr, Form.TOGETHER)
        if settled(result):
            return together
        yield Say(together)
        return (yield from concluded(problem, result))


class CancelToTidy(Rule[Rewrite]):
    """Cancel what top and bottom share."""

    solves = Rewrite
    title = "Cancel"
    statement = r"\frac{a\,c}{b\,c} = \frac ab \quad (c\neq 0)"
    reference = "Stewart, Precalculus 7e, §1.4"
    because = "Top and bottom share {shared}."
    hint = "What do top and bottom share?"
    block_from = Level.STANDARD
    examples = ("tidy (x^2-1)/(x-1)^2 -> (x+1)/(x-1)",)
    counterexamples = ("tidy (x^2+1)/(x-1)",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A fraction that gets shorter so."""
        e = problem.expr
        if tidyable(problem):
            new = with_shared_cancelled(e)
            if new is not None and shorter(new, e):
                yield {"shared": product_of(shared_factors(e))}

    def derive(self, problem: Rewrite, shared: Expr) -> Derive:
        """Both sides factored, without the shared factor; what no longer stands below is assumed not zero."""
        above, below = top_and_bottom(problem.expr)
        top = yield from factored_side(above)
        bottom = yield from factored_side(below)
        yield Say(Quotient(write(top), write(bottom)))
        result = without_factor(top, shared) / without_factor(bottom, shared)
        return (yield from concluded(problem, result))


class CancelNumber(Rule[Rewrite]):
    """Cancel the number that top and bottom share."""

    solves = Rewrite
    title = "Cancel a number"
    statement = r"\frac{n\,a}{n\,b} = \frac ab"
    reference = "Stewart, Precalculus 7e, §1.4"
    because = "Every term of the top and every term of the bottom is a multiple of {number}."
    hint = "Which number divides the top and the bottom?"
    block_from = Level.STANDARD
    examples = ("tidy 2/(2x^2+2) -> 1/(x^2+1)",)
    counterexamples = ("tidy 2/(x^2+2)",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A fraction that gets shorter so."""
        e = problem.expr
        if tidyable(problem):
            new = with_number_cancelled(e)
            if new is not None and shorter(new, e):
                # The same fraction, so its tops are in the ratio of the number that was cancelled.
                number = (top_and_bottom(e)[0] / top_and_bottom(new)[0]).cancel()
                if number.is_Rational:
                    yield {"number": number}

    def derive(self, problem: Rewrite, number: Expr) -> Derive:
        """Both sides with the number in front, then without it."""
        result = with_number_cancelled(problem.expr)
        assert result is not None  # match has seen it
        top, bottom = top_and_bottom(result)
        yield Say(Quotient(_taken_out(number, write(top)), _taken_out(number, write(bottom))))
        return (yield from concluded(problem, result))


class MultiplyOutToTidy(Rule[Rewrite]):
    """Multiply out where terms then cancel."""

    solves = Rewrite
    title = "Multiply out and gather"
    statement = r"a(b+c)-ab = ac"
    reference = "Stewart, Precalculus 7e, §1.3"
    because = "Multiplied out, {expr} has terms that join or cancel."
    hint = "Multiply out: do terms cancel?"
    block_from = Level.STANDARD
    examples = ("tidy (x-1)(x+1) -> x^2 - 1", "tidy 2(x+1)(x-2) + (x+1)^2 -> 3x^2 - 3")
    counterexamples = ("tidy (x+1)(x+2)", "tidy 4x(x^2+1)")

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A saving of at least two signs."""
        e = problem.expr
        if tidyable(problem):
            new = opened(e)
            if new is not None and shorter(new, e, 2):
                yield {"expr": e}

    def derive(self, problem: Rewrite, expr: Expr) -> Derive:
        """Multiplying out is a question of its own."""
        result = multiplied_out(problem.expr)
        if settled(result):
            return (yield Rewrite(problem.expr, Form.EXPANDED))
        yield Say((yield Rewrite(problem.expr, Form.EXPANDED)))
        return (yield from concluded(problem, result))

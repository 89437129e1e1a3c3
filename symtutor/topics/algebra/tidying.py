"""Tidying: the form that a textbook would print, by a stated measure.

The measure is ``length``: how many signs a reader reads.  Each rule here makes one move, and makes it only where
the move shortens the whole; so tidying ends.  The order is fixed: parts before wholes, then sin² + cos² = 1, then the
common factor at its lowest power (which also puts a sum over one bar), then one bar over factored denominators, then
cancelling, then multiplying out.  Multiplying out must save two signs, since a product shows more than a sum
(its zeros and its sign).  Expressions of more than ``LARGEST_TO_TIDY`` nodes are left as they are.
"""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Add, Expr
from sympy.core.relational import Ne

from ...derivation import Assume, Bindings, Derive, Level, Rule, Say, first
from ...problems import Form, Rewrite
from ...written import Quotient, Written, write
from .cancelling import factored_side, shared_factors, without_factor
from .denominators import forgotten
from .moves import (
    common_parts,
    loose_parts,
    opened,
    opposites_in,
    over_one_bar,
    shorter,
    signs_in,
    squares_in,
    squares_side_by_side,
    tidied,
    with_shared_cancelled,
)
from .powers import known_signs
from .terms import multiplied_out, number_of_operations, product_of, product_written, sum_written, top_and_bottom

LARGEST_TO_TIDY = 160


def tidyable(problem: Rewrite) -> bool:
    """Whether tidying is asked for, and of bounded size."""
    return problem.form is Form.TIDY and number_of_operations(problem.expr) <= LARGEST_TO_TIDY


def settled(result: Expr) -> bool:
    """Whether no move shortens ``result`` any more."""
    return tidied(result) == result


def concluded(problem: Rewrite, result: Expr) -> Derive:
    """``result``, or what further tidying makes of it; what stood under a bar and no longer does is not zero."""
    if result == problem.expr:
        return None
    for b in forgotten(problem.expr, result):
        yield Assume(Ne(b, 0))
    if settled(result):
        return write(result)
    return (yield Rewrite(result, Form.TIDY))


class TidyTheParts(Rule[Rewrite]):
    """Tidy the top, the bottom, each term and each argument before the whole."""

    solves = Rewrite
    statement = r"\frac{N}{D} \to \frac{N'}{D'}"
    reference = "symtutor's measure of forms: the number of signs to read"
    because = "Inside it, {part} can be written more shortly."
    hint = "Look at {part} alone first."
    block_from = Level.STANDARD
    examples = ("tidy (2x(x^2+1) - 2x(x^2-1))/(x^2+1)^2 -> 4x/(x^2+1)^2",)
    counterexamples = ("tidy 2x/(x^2+1)",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A part that a move shortens, where that shortens the whole."""
        if tidyable(problem):
            parts = loose_parts(problem.expr)
            if parts and shorter(problem.expr.xreplace({p: tidied(p) for p in parts}), problem.expr):
                yield {"part": parts[0]}

    def derive(self, problem: Rewrite, part: Expr) -> Derive:
        """Ask for each part; then look at the whole again."""
        exchanged: dict[Expr, Expr] = {}
        for p in loose_parts(problem.expr):
            exchanged[p] = yield first(Rewrite(p, Form.TIDY))
        result = problem.expr.xreplace(exchanged)
        if not shorter(result, problem.expr):
            return None
        return (yield from concluded(problem, result))


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


class AlreadyTidy(Rule[Rewrite]):
    """No other form is shorter."""

    solves = Rewrite
    statement = r"f = f"
    reference = "symtutor's measure of forms: the number of signs to read"
    because = "Factored, over one bar, cancelled or multiplied out, {expr} gets no shorter: it stays."
    hint = "Would another form be shorter?"
    block_from = Level.FULL
    examples = ("tidy x^2 + 1 -> x^2 + 1",)
    counterexamples = ("tidy x e^x + e^x",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """What the other rules of tidying leave; also whatever is too large for them."""
        if problem.form is Form.TIDY and not known_signs(problem):
            yield {"expr": problem.expr}

    def derive(self, problem: Rewrite, expr: Expr) -> Derive:
        """The expression itself."""
        yield from ()
        return expr

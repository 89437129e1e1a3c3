"""Tidying: the form that a textbook would print, by a stated measure.

The measure is ``length``: how many signs a reader reads.  Each rule here makes one move, and makes it only where
the move shortens the whole; so tidying ends.  The order is fixed: parts before wholes, then sin² + cos² = 1, then the
common factor at its lowest power (which also puts a sum over one bar), then one bar over factored denominators, then
cancelling, then multiplying out.  Multiplying out must save two signs, since a product shows more than a sum
(its zeros and its sign).  Expressions of more than ``LARGEST_TO_TIDY`` nodes are left as they are.
"""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Expr
from sympy.core.relational import Ne

from ...derivation import Assume, Bindings, Derive, Level, Rule, first
from ...problems import Form, Rewrite
from ...written import write
from .denominators import forgotten
from .moves import loose_parts, shorter, tidied
from .powers import known_signs
from .terms import number_of_operations

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

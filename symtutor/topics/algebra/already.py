"""When nothing is left to do, the answer is the expression itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sympy import Expr, Integer, Mul, Pow

from ...derivation import Bindings, Derive, Level, Phase, Rule
from ...problems import Form, Rewrite
from .cancelling import shared_factors
from .collecting import collected, main_letter
from .denominators import has_fractions, is_one_fraction
from .expanding import expandable
from .factoring import factorable, splits
from .logarithms import logarithms_to_expand, parts_to_combine, to_combine
from .partial_fractions import all_simple
from .powers import known_signs, nothing_to_combine
from .rationalising import has_no_roots_in_sums
from .squares import is_completed
from .terms import LARGEST, multiplied_out, number_of_operations
from .trigonometry import angles_to_expand, is_reduced


def _is_expanded(problem: Rewrite) -> bool:
    return expandable(problem) and multiplied_out(problem.expr) == problem.expr


def _is_factored(problem: Rewrite) -> bool:
    return factorable(problem) and not splits(problem.expr)


def _is_collected(problem: Rewrite) -> bool:
    x = main_letter(problem)
    return x is not None and collected(problem.expr, x) == problem.expr


def _is_cancelled(problem: Rewrite) -> bool:
    return is_one_fraction(problem.expr) and not shared_factors(problem.expr)


def _is_together(problem: Rewrite) -> bool:
    e = problem.expr
    if has_fractions(e):
        return False
    bases = (f.base if isinstance(f, Pow) and isinstance(f.exp, Integer) else f for f in Mul.make_args(e))
    return not any(has_fractions(b) for b in bases)


def _are_powers_combined(problem: Rewrite) -> bool:
    return not known_signs(problem) and nothing_to_combine(problem.expr)


REACHED: dict[Form, Callable[[Rewrite], bool]] = {
    Form.EXPANDED: _is_expanded,
    Form.FACTORED: _is_factored,
    Form.COLLECTED: _is_collected,
    Form.CANCELLED: _is_cancelled,
    Form.TOGETHER: _is_together,
    Form.POWERS_COMBINED: _are_powers_combined,
    Form.PARTIAL_FRACTIONS: all_simple,
    Form.SQUARE_COMPLETED: is_completed,
    Form.RATIONALISED: has_no_roots_in_sums,
    Form.LOGARITHMS_EXPANDED: lambda p: not logarithms_to_expand(p.expr),
    Form.LOGARITHMS_COMBINED: lambda p: not to_combine(parts_to_combine(p.expr)[0]),
    Form.TRIG_REDUCED: is_reduced,
    Form.TRIG_EXPANDED: lambda p: not angles_to_expand(p.expr),
}


class AlreadyInForm(Rule[Rewrite]):
    """The expression has the form asked for."""

    solves = Rewrite
    phase = Phase.TABLE
    statement = r"f = f"
    reference = "The definitions of the forms stand in symtutor.problems.Form"
    because = "{expr} has the form asked for: nothing is left to do."
    hint = "Is there anything left to do?"
    block_from = Level.FULL
    examples = ("expand x^2 + x -> x^2 + x", "factor x^2 + 1 -> x^2 + 1")
    counterexamples = ("expand (x+1)^2",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """Each form has its own test."""
        reached = REACHED.get(problem.form)
        if (
            reached is not None
            and problem.by is None
            and number_of_operations(problem.expr) <= LARGEST
            and reached(problem)
        ):
            yield {"expr": problem.expr}

    def derive(self, problem: Rewrite, expr: Expr) -> Derive:
        """The expression itself."""
        yield from ()
        return expr

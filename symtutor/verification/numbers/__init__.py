"""The numbers an expression is evaluated in: Arb balls, mpmath intervals, or mpmath numbers at a precision.

A ball or an interval encloses the true value, so two that are disjoint prove a difference.  Plain mpmath numbers
enclose nothing: they may support a claim at two precisions, and never refute one.
"""

from __future__ import annotations

from .approximate import Approximate
from .balls import Arb, ball_precision, restore_ball_precision
from .intervals import Intervals
from .kind import EVALUATION_FAILURES, NoValueHere, Numbers, Unclear, Unsupported

__all__ = [
    "EVALUATION_FAILURES",
    "Approximate",
    "Arb",
    "Intervals",
    "NoValueHere",
    "Numbers",
    "Unclear",
    "Unsupported",
    "ball_precision",
    "best_numbers",
    "restore_ball_precision",
]


def best_numbers(balls: bool = True) -> tuple[Numbers, ...]:
    """The kinds of number to try, strongest first; without python-flint, intervals and then mpmath numbers."""
    if balls:
        try:
            return (Arb(),)
        except ImportError:
            pass
    return (Intervals(), Approximate())

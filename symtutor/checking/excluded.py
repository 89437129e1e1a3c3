"""Single places at which an answer need not be judged.

A student need not write the conditions that a derivation carries: sign(x) answers d/dx |x|, whatever it is at 0.  And
an answer may fail to be defined at single places where the derivative exists, as x³(3/x) does at 0: it is right, and
the places are named.  A half line is never waived: ln x in the place of ln|x| stays wrong.
"""

from __future__ import annotations

from sympy import Abs, Heaviside, Max, Min, Piecewise, ceiling, floor, sign
from sympy.core.relational import Ne
from sympy.logic.boolalg import And, Boolean

from ..derivation import VOUCHED, Answer, Derivation, Evidence, Unsolved
from ..problems import Problem
from ..problems.domain import domain, domain_of
from ..verification import examine
from ..written import Unvalued, Written

# Functions that can be zero on a whole interval, or make a sum that is.
FLAT = (Abs, sign, floor, ceiling, Heaviside, Max, Min, Piecewise)


def carried(sound: Derivation | Unsolved) -> tuple[Boolean, ...]:
    """What the sound derivation had to assume, which no student has to say."""
    return () if isinstance(sound, Unsolved) else tuple(sound.conditions)


def gaps(problem: Problem, reading: Written) -> tuple[Boolean, ...]:
    """The conditions f ≠ 0 under which the answer is defined as it is written, beyond what is given."""
    try:
        found = [*domain(reading)]
        found += domain_of(reading.value())
    except (Unvalued, TypeError, ValueError):
        return ()
    parts = dict.fromkeys(p for c in found for p in And.make_args(c))
    return tuple(p for p in parts if p not in problem.given and _leaves_out_points(p))


def _leaves_out_points(condition: Boolean) -> bool:
    """Whether only single places are left out: f ≠ 0 for an f that is analytic and so cannot vanish on an interval."""
    if not isinstance(condition, Ne) or not condition.free_symbols:
        return False
    gap = condition.lhs - condition.rhs
    return not (gap.args[0] if isinstance(gap, Abs) else gap).has(*FLAT)


def apart_from(problem: Problem, answer: Answer, conditions: tuple[Boolean, ...], end: float | None) -> Evidence | None:
    """The evidence that the answer is right under ``conditions``; ``None`` where it is not."""
    if not conditions:
        return None
    evidence = examine(problem, answer, conditions, deadline=end)
    return evidence if evidence.verdict in VOUCHED else None

"""Where conditions go: dropped, carried to the answer, or the end of an application.

A rule that must assume something yields ``Assume``.  After the step, what follows from the question's givens,
from the domain of what was typed, or from what the question grants is dropped; the rest is carried.  A
condition on a bound variable cannot be carried, since the variable is not in the answer.
"""

from __future__ import annotations

from collections.abc import Iterable

from sympy import false
from sympy.logic.boolalg import Boolean

from ..problems import Problem
from ..problems.domain import domain
from ..problems.plain import settled
from ..problems.signs import contradicts
from ..written import Unvalued, walk


def settle(problem: Problem, conditions: Iterable[Boolean]) -> tuple[Boolean, ...] | None:
    """The conditions that the answer must carry, or ``None`` where the application fails on them."""
    restated = (problem.restated(c) for c in dict.fromkeys(conditions))
    wanted = [c for c in dict.fromkeys(restated) if not problem.grants(c)]
    if not wanted:
        return ()
    if any(c == false for c in wanted):
        return None
    carried = settled(wanted, (*problem.given, *typed_domain(problem)))
    # What is granted may show only once a condition is in plain words.
    carried = tuple(c for c in carried if not problem.grants(c))
    bound = set(problem.bound())
    for c in carried:
        if c.free_symbols & bound or contradicts(c, problem.given):
            return None
    return carried


def typed_domain(problem: Problem) -> tuple[Boolean, ...]:
    """Where the question as typed is defined; () for a question that no person typed."""
    if problem.typed is None:
        return ()
    try:
        return domain(problem.typed)
    except (Unvalued, TypeError):
        pieces = [d for node in walk(problem.typed) for d in _defined(node)]
        return tuple(dict.fromkeys(pieces))


def _defined(node: object) -> tuple[Boolean, ...]:
    try:
        return domain(node)  # type: ignore[arg-type]
    except (Unvalued, TypeError):
        return ()

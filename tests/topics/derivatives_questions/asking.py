"""Letters, and asking the whole rulebook."""

from __future__ import annotations

from typing import Any

from sympy import symbols

from symtutor.derivation import Derivation, Unsolved, derive
from symtutor.problems import Problem
from symtutor.topics import rulebook

x, y, z, t, a, b, r = symbols("x y z t a b r", real=True)
n, m = symbols("n m", integer=True)

BOOK = rulebook()


def derived(problem: Problem) -> Derivation:
    """The derivation of ``problem``; fails where there is none."""
    found = derive(problem, BOOK)
    assert isinstance(found, Derivation), f"{found.reason}: {found.frontier}"
    return found


def answer(problem: Problem) -> Any:
    """Its answer."""
    return derived(problem).answer


def unsolved(problem: Problem) -> bool:
    """Whether every route declines."""
    return isinstance(derive(problem, BOOK), Unsolved)


def agree(f: Any, g: Any, at: dict[Any, Any]) -> bool:
    """Whether two expressions have the same value at a point, to 25 digits, relative to their size."""
    u, v = (e.xreplace(at).evalf(30) for e in (f, g))
    return bool(abs(u - v) <= 1e-20 * (1 + abs(u)))

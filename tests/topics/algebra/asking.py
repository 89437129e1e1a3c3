"""How the tests of algebra put a question, and what they look at in the answer."""

from __future__ import annotations

from functools import cache

from sympy import Basic, Expr, Rational, Symbol, symbols

from symtutor.derivation import Derivation, Rulebook, Unsolved, derive
from symtutor.problems import Form, Problem, Rewrite
from symtutor.topics import rulebook

x, y, z, a, b, c, h = symbols("x y z a b c h", real=True)

# Points away from the zeros of everything that the tests divide by.
POINTS = tuple(Rational(p, q) for p, q in ((13, 7), (5, 11), (29, 9), (-17, 13), (-4, 19), (-31, 12)))


@cache
def book() -> Rulebook:
    return rulebook()


def ask(problem: Problem) -> Derivation:
    found = derive(problem, book())
    assert not isinstance(found, Unsolved), found
    return found


def rewrite(expr: Expr, form: Form, variable: Symbol | None = None, **more: object) -> Derivation:
    return ask(Rewrite(expr, form, variable, **more))  # type: ignore[arg-type]


def rules_of(found: Derivation) -> list[str]:
    return [node.step.rule for node in found]


def agree(one: Expr, other: Basic, positive: bool = False) -> bool:
    """Whether two expressions have the same value, to 40 digits, at every point where both are real."""
    letters = sorted(one.free_symbols | other.free_symbols, key=lambda s: s.name)
    seen = 0
    for shift in range(len(POINTS)):
        values = [POINTS[(shift + 2 * i) % len(POINTS)] for i in range(len(letters))]
        if positive:
            values = [abs(v) for v in values]
        at = dict(zip(letters, values))
        left, right = one.xreplace(at).evalf(50), other.xreplace(at).evalf(50)
        if not (left.is_real and right.is_real):
            continue
        seen += 1
        if abs(left - right) > Rational(1, 10**40) * (1 + abs(left)):
            return False
    return seen > 0

"""Random nested expressions: all derived, all equal to SymPy's derivative where the conditions hold."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from sympy import (
    Abs,
    Expr,
    I,
    Integer,
    N,
    Rational,
    asinh,
    atan,
    cos,
    cosh,
    erf,
    exp,
    log,
    nan,
    pi,
    sin,
    sinh,
    sqrt,
    tan,
    tanh,
    zoo,
)  # fmt: skip

from symtutor.derivation import Budget, Derivation, derive
from symtutor.problems import Differentiate
from symtutor.topics import rulebook

from .deriving import POINTS, a, x

FUNCTIONS: tuple[Callable[[Expr], Expr], ...] = (
    sin, cos, tan, exp, atan, sinh, cosh, tanh, asinh, erf, Abs,
    lambda u: log(u), lambda u: sqrt(u), lambda u: u**2, lambda u: u**3, lambda u: 1 / u,
    lambda u: u ** Rational(1, 3), lambda u: 2**u, lambda u: log(Abs(u)),
)  # fmt: skip
LEAVES = (x, x, x, x, Integer(2), Integer(3), a, x**2, 2 * x, x + 1, Rational(1, 2), pi)


def nest(source: random.Random, depth: int) -> Expr:
    """An expression of at most ``depth`` layers."""
    if depth == 0:
        return source.choice(LEAVES)
    kind = source.random()
    if kind < 0.45:
        return source.choice(FUNCTIONS)(nest(source, depth - 1))
    left, right = nest(source, depth - 1), nest(source, source.randrange(depth))
    if kind < 0.62:
        return left + right
    if kind < 0.68:
        return left - right
    if kind < 0.84:
        return left * right
    return left / right


def nests(seed: int, count: int, depth: int) -> list[Expr]:
    """``count`` expressions that contain x and are real somewhere, as far as SymPy shows."""
    source, found = random.Random(seed), []
    while len(found) < count:
        e = nest(source, depth)
        if e.has(x) and not e.has(zoo, nan, I):
            found.append(e)
    return found


def disagreement(e: Expr, found: Derivation) -> object:
    """A point of the domain where the answer is not SymPy's derivative; ``None`` if there is none among POINTS."""
    want = e.diff(x)
    for point in POINTS:
        place = {x: point, a: Rational(13, 8)}
        value = N(e.xreplace(place), 20)
        if not value.is_real or not all(N(c.lhs - c.rhs, 20, subs=place).is_real for c in found.conditions):
            continue
        if not all(c.func(N((c.lhs - c.rhs).xreplace(place), 20), 0) for c in found.conditions):
            continue
        left, right = N(want.xreplace(place), 20), N(found.answer.xreplace(place), 20)
        if left.is_real and left.is_finite and not abs(left - right) <= Rational(1, 10**10) * (1 + abs(left)):
            return point, left, right
    return None


@pytest.mark.parametrize("seed", range(3))
def test_random_nests_of_depth_three_are_derived_rightly(seed):
    book = rulebook()
    for e in nests(seed, 30, 3):
        found = derive(Differentiate(e, x), book, Budget())
        assert isinstance(found, Derivation), e
        assert disagreement(e, found) is None, e


def test_random_nests_of_depth_five_are_all_derived():
    book = rulebook()
    unsolved = [e for e in nests(11, 100, 5) if not isinstance(derive(Differentiate(e, x), book, Budget()), Derivation)]
    assert not unsolved

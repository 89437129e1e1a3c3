"""Equations: every solution is found, and nothing else is."""

from __future__ import annotations

import math

import pytest
from sympy import (
    Abs,
    Expr,
    I,
    Integer,
    Rational,
    Symbol,
    acos,
    asin,
    cos,
    cosh,
    exp,
    log,
    pi,
    sin,
    sqrt,
    tan,
)
from sympy.core.relational import Eq, Gt, Ne

from symtutor.derivation import Unsolved, derive
from symtutor.problems import SolutionSet, Solve

from .asking import a, ask, b, book, rules_of, x

k = Symbol("k", integer=True)
HALF = Rational(1, 2)

# (left, right, all solutions in order, the rule that answers)
SOLVED = [
    (2 * x + 3, 7, (2,), "LinearEquation"),
    ((x - 1) * (x + 2), 0, (-2, 1), "ZeroProduct"),
    (x**2 - 5 * x + 6, 0, (2, 3), "FactorToSolve"),
    (x**2, x, (0, 1), "FactorToSolve"),
    (6 * x**3 - 5 * x**2 - 2 * x + 1, 0, (-HALF, Rational(1, 3), 1), "FactorToSolve"),
    (x**3 - 2 * x, 0, (-sqrt(2), 0, sqrt(2)), "FactorToSolve"),
    (x**2, 2, (-sqrt(2), sqrt(2)), "TakeRoots"),
    ((x - 1) ** 3, 8, (3,), "TakeRoots"),
    (x**3, -8, (-2,), "TakeRoots"),
    (x**2 + 1, 0, (), "TakeRoots"),
    (x**2 - 2 * x - 1, 0, (1 - sqrt(2), 1 + sqrt(2)), "QuadraticFormula"),
    (x**2 + x + 1, 0, (), "QuadraticFormula"),
    (x**4 - 5 * x**2 + 4, 0, (-2, -1, 1, 2), "SubstituteForPart"),
    (x**6 - 9 * x**3 + 8, 0, (1, 2), "SubstituteForPart"),
    (1 / x + 1 / (x + 1), 3 * HALF, (-Rational(2, 3), 1), "ClearDenominators"),
    (x**2 / (x - 1), 1 / (x - 1), (-1,), "ClearDenominators"),
    (1 / x, 0, (), "ClearDenominators"),
    (sqrt(x + 2), x, (2,), "RaiseToPower"),
    (sqrt(x + 5) - sqrt(x), 1, (4,), "RaiseToPower"),
    (sqrt(x), -1, (), "RaiseToPower"),
    (x ** Rational(1, 3), -2, (-8,), "RaiseToPower"),
    (x ** Rational(2, 3), 4, (-8, 8), "RaiseToPower"),
    (Abs(x - 1), 3, (-2, 4), "TwoCasesOfAbs"),
    (Abs(2 * x + 1), Abs(x - 3), (-4, Rational(2, 3)), "TwoCasesOfAbs"),
    (Abs(x - 1), 2 * x, (Rational(1, 3),), "TwoCasesOfAbs"),
    (Abs(x), -2, (), "TwoCasesOfAbs"),
    (exp(2 * x), 5, (log(5) / 2,), "TakeLogarithms"),
    (2**x, 8, (3,), "TakeLogarithms"),
    (exp(x), -1, (), "TakeLogarithms"),
    (exp(2 * x) - 3 * exp(x) + 2, 0, (0, log(2)), "SubstituteForPart"),
    (4**x - 3 * 2**x + 2, 0, (0, 1), "SubstituteForPart"),
    (exp(2 * x), exp(x + 3), (3,), "CompareExponents"),
    (log(x), 2, (exp(2),), "TakeExponentials"),
    (log(x) + log(x - 3), log(4), (4,), "JoinLogarithms"),
    (x * log(x), 0, (1,), "ZeroProduct"),
    (x**2 * exp(x) - exp(x), 0, (-1, 1), "FactorToSolve"),
]
PERIODIC = [
    (sin(x), HALF, "AllAngles"),
    (sin(x), Rational(1, 3), "AllAngles"),
    (cos(2 * x), 0, "AllAngles"),
    (cos(x), -1, "AllAngles"),
    (tan(x), 1, "AllAngles"),
    (cos(3 * x + 1), HALF, "AllAngles"),
    (2 * sin(x) ** 2 - sin(x) - 1, 0, "SubstituteForPart"),
    (2 * cos(x) ** 2 + sin(x) - 1, 0, "OneFunction"),
    (sin(x), cos(x), "DivideByCosine"),
    (sin(2 * x), sin(x), "SingleAngles"),
    (cos(x) ** 2, 1, "TakeRoots"),
    (sin(x) * tan(x), 0, "ZeroProduct"),
    (tan(x) ** 2, 3, "TakeRoots"),
    (sin(x), 2, "AllAngles"),
]


def solve(left: Expr, right: object = 0, **more: object) -> SolutionSet:
    found = ask(Solve(Eq(left, right, evaluate=False), x, **more))  # type: ignore[arg-type]
    assert isinstance(found.answer, SolutionSet)
    return found.answer


@pytest.mark.parametrize(("left", "right", "expected", "rule"), SOLVED)
def test_all_solutions_in_order(left: Expr, right: object, expected: tuple[object, ...], rule: str) -> None:
    found = ask(Solve(Eq(left, right, evaluate=False), x))
    assert found.answer == SolutionSet(x, tuple(Integer(m) if isinstance(m, int) else m for m in expected))
    assert found.step.rule == rule


@pytest.mark.parametrize(("left", "right", "rule"), PERIODIC)
def test_families_are_sound_and_lose_nothing(left: Expr, right: object, rule: str) -> None:
    """Every member solves the equation, and every zero between −10 and 10 is a member."""
    found = ask(Solve(Eq(left, right, evaluate=False), x))
    assert found.step.rule == rule
    f = left - right
    inside: set[float] = set()
    for m in found.answer.members:
        for n in range(-40, 41):
            value = m.xreplace({k: Integer(n)})
            assert abs(f.xreplace({x: value}).evalf(40)) < Rational(1, 10**30)
            if abs(value.evalf()) < 10:
                inside.add(round(float(value), 5))
    assert sorted(inside) == _zeros(f, -10.0, 10.0)


def _at(e: Expr, value: float) -> float:
    """The value of an expression in x as a machine number."""
    if e == x:
        return value
    if e.is_number:
        return float(e)
    parts = [_at(p, value) for p in e.args]
    if e.is_Add:
        return math.fsum(parts)
    if e.is_Mul:
        return math.prod(parts)
    if e.is_Pow:
        return parts[0] ** parts[1]
    return {sin: math.sin, cos: math.cos, tan: math.tan}[type(e)](*parts)


def _zeros(f: Expr, low: float, high: float) -> list[float]:
    """Zeros, double ones too, by Newton's method from a fine grid; to five digits."""
    slope = f.diff(x)
    found: list[float] = []
    for i in range(401):
        at = low + (high - low) * i / 400
        for _ in range(60):
            d = _at(slope, at)
            if d == 0 or abs(at) > 12:
                break
            step = _at(f, at) / d
            at -= step
            if abs(step) < 1e-9:
                break
        if low < at < high and abs(_at(f, at)) < 1e-13 and all(abs(at - z) > 1e-4 for z in found):
            found.append(at)
    return sorted(round(z, 5) for z in found)


@pytest.mark.parametrize(
    ("left", "right"), [(x * exp(x), 1), (x**5 - x - 1, 0), (cosh(x), x), (sin(x), x), (log(x), x)]
)
def test_what_cannot_be_solved_by_hand_is_left(left: Expr, right: object) -> None:
    assert isinstance(derive(Solve(Eq(left, right, evaluate=False), x), book()), Unsolved)


def test_identity_is_solved_by_everything() -> None:
    assert solve(x**2 + 4 * x, x * (x + 4)).everything


def test_contradiction_has_no_solution() -> None:
    assert solve(x + 1, x) == SolutionSet(x)


def test_coefficient_with_letters_is_assumed_not_zero() -> None:
    found = ask(Solve(Eq(a * x, b), x))
    assert (found.answer.members, found.conditions) == ((b / a,), (Ne(a, 0),))


def test_discriminant_with_letters_is_assumed_not_negative() -> None:
    found = ask(Solve(Eq(x**2 + b * x + 1, 0), x))
    assert len(found.answer.members) == 2 and found.conditions == (abs(b) >= 2,)


def test_given_sign_of_the_unknown_drops_a_solution() -> None:
    assert solve(x**2, 4, given=(Gt(x, 0),)).members == (2,)


def test_division_by_the_unknown_is_never_a_step() -> None:
    assert 0 in solve(x**3, x**2).members


def test_quadratic_is_factored_before_the_formula_is_used() -> None:
    assert "QuadraticFormula" not in rules_of(ask(Solve(Eq(2 * x**2 + 3 * x + 1, 0), x)))


def test_unused_constants_stay_out() -> None:
    # The complex roots of x³ = 1 are no solutions over the reals.
    members = solve(x**3, 1).members
    assert members == (1,) and not any(m.has(I, pi, asin, acos) for m in members)

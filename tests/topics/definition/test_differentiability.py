"""Whether there is a derivative at a point, with the slopes that decide it."""

from __future__ import annotations

import pytest
from sympy import (
    Abs,
    Heaviside,
    Integer,
    Max,
    Ne,
    Piecewise,
    Rational,
    Symbol,
    asin,
    exp,
    floor,
    log,
    oo,
    pi,
    sign,
    sin,
    sqrt,
    tan,
    true,
)

from symtutor.derivation import Derivation, derive
from symtutor.problems import FindLimit, IsDifferentiable, YesNo
from symtutor.topics import rulebook

x = Symbol("x", real=True)
third = Rational(1, 3)


def judge(expr, point) -> Derivation:
    point = Integer(point) if isinstance(point, int) else point
    found = derive(IsDifferentiable(expr, x, point), rulebook())
    assert isinstance(found, Derivation), found
    assert isinstance(found.answer, YesNo)
    return found


VERDICTS = [
    (Abs(x), 0, False, (-1, 1), "CompareSlopes"),
    (Max(0, x), 0, False, (0, 1), "CompareSlopes"),
    (x * Abs(x), 0, True, (0, 0), "CompareSlopes"),
    (Abs(x) ** 3, 0, True, (0, 0), "CompareSlopes"),
    (Abs(x) * sin(x), 0, True, (0, 0), "CompareSlopes"),
    (x**third, 0, False, (oo, oo), "CompareSlopes"),
    (x ** Rational(2, 3), 0, False, (-oo, oo), "CompareSlopes"),
    (sqrt(Abs(x)), 0, False, (-oo, oo), "CompareSlopes"),
    (exp(-Abs(x)), 0, False, (1, -1), "CompareSlopes"),
    (Abs(x - 1) + Abs(x + 1), 1, False, (0, 2), "CompareSlopes"),
    (Abs(sin(x)), pi, False, (-1, 1), "CompareSlopes"),
    (Max(x, x**2), 1, False, (1, 2), "CompareSlopes"),
    (Abs(x**2 - 1), 1, False, (-2, 2), "CompareSlopes"),
    (Piecewise((x**2, x < 1), (2 * x - 1, true)), 1, True, (2, 2), "CompareSlopes"),
    (Piecewise((x**2, x < 1), (x, true)), 1, False, (2, 1), "CompareSlopes"),
    (Piecewise((x**2 * sin(1 / x), Ne(x, 0)), (0, true)), 0, True, (0, 0), "CompareSlopes"),
    (sin(x), 0, True, (1,), "SmoothByTheRules"),
    (Abs(x), 2, True, (1,), "SmoothByTheRules"),
    (Abs(x), -2, True, (-1,), "SmoothByTheRules"),
    (sqrt(x), 4, True, (Rational(1, 4),), "SmoothByTheRules"),
    (x ** Rational(4, 3), 0, True, (0,), "SmoothByTheRules"),
    (sqrt(x**2 + 1), 0, True, (0,), "SmoothByTheRules"),
    (1 / x, 0, False, (), "NotDefinedAtPoint"),
    (log(x), -1, False, (), "NotDefinedAtPoint"),
    (tan(x), pi / 2, False, (), "NotDefinedAtPoint"),
    (sqrt(x), 0, False, (), "EndOfDomain"),
    (x ** Rational(3, 2), 0, False, (), "EndOfDomain"),
    (asin(x), 1, False, (), "EndOfDomain"),
    (sign(x), 0, False, (1, 0), "JumpAtPoint"),
    (floor(x), 2, False, (1, 2), "JumpAtPoint"),
    (Heaviside(x), 0, False, (1, Rational(1, 2)), "JumpAtPoint"),
    (Piecewise((x**2, x < 1), (x + 3, true)), 1, False, (1, 4), "JumpAtPoint"),
]


@pytest.mark.parametrize(("expr", "point", "holds", "evidence", "rule"), VERDICTS, ids=lambda v: str(v))
def test_verdict_with_its_evidence(expr, point, holds, evidence, rule):
    found = judge(expr, point)
    assert found.answer.holds is holds
    assert found.answer.evidence == evidence
    assert found.step.rule == rule
    assert found.answer.reason
    assert "\n" not in found.answer.reason


def test_the_slopes_of_a_corner_are_limits_from_both_sides():
    asked = [p.problem for p in judge(Abs(x), 0).step.premises()]
    assert [p.side for p in asked if isinstance(p, FindLimit)] == ["+", "-"]


def test_a_vertical_tangent_and_a_cusp_are_told_apart():
    assert "vertical" in judge(x**third, 0).answer.reason
    assert "cusp" in judge(x ** Rational(2, 3), 0).answer.reason


def test_silence_of_the_rules_is_no_verdict():
    """x|x| has |x| in it, and yet a derivative at 0."""
    assert judge(x * Abs(x), 0).answer.holds

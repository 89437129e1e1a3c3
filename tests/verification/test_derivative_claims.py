"""Right derivatives are vouched for, wrong ones refuted, corners respected."""

from __future__ import annotations

import pytest
from sympy import (
    Abs,
    Heaviside,
    Max,
    Ne,
    Piecewise,
    Rational,
    Symbol,
    Tuple,
    cos,
    exp,
    floor,
    gamma,
    log,
    polygamma,
    sign,
    sin,
    sqrt,
    tan,
)

from symtutor.derivation import Verdict
from symtutor.problems import Differentiate, DifferentiateRepeatedly, PartialDerivatives

from .asking import evidence

x, y, a = (Symbol(s, real=True) for s in "xya")


RIGHT = [
    (x**2 * sin(x), 2 * x * sin(x) + x**2 * cos(x)),
    (x**x, x**x * (log(x) + 1)),
    (log(a * x), 1 / x),
    (sqrt(1 - x**2), -x / sqrt(1 - x**2)),
    (tan(x), 1 / cos(x) ** 2),
    (log(log(log(x))), 1 / (x * log(x) * log(log(x)))),
    (log(Abs(x)), 1 / x),
    (Abs(x), x / Abs(x)),
    (gamma(x), gamma(x) * polygamma(0, x)),
    (Piecewise((x**2, x < 1), (2 * x - 1, True)), Piecewise((2 * x, x < 1), (2, True))),
]


@pytest.mark.parametrize(("f", "slope"), RIGHT, ids=str)
def test_right_derivative_is_proved(f, slope):
    assert evidence(Differentiate(f, x), slope).verdict is Verdict.PROVED


@pytest.mark.parametrize(("f", "slope"), RIGHT, ids=str)
def test_wrong_factor_is_refuted_with_a_witness(f, slope):
    found = evidence(Differentiate(f, x), slope * (1 + Rational(1, 10**12)))
    assert found.verdict is Verdict.REFUTED
    assert found.witness


def test_sign_claims_a_slope_at_the_corner_of_the_absolute_value():
    assert evidence(Differentiate(Abs(x), x), sign(x)).verdict is Verdict.REFUTED


def test_sign_is_the_slope_away_from_the_corner():
    assert evidence(Differentiate(Abs(x), x), sign(x), (Ne(x, 0),)).verdict is Verdict.PROVED


def test_max_has_no_slope_at_its_corner():
    assert evidence(Differentiate(Max(0, x), x), Heaviside(x)).verdict is Verdict.REFUTED


def test_jump_has_no_slope():
    f = Piecewise((x**2, x < 1), (2 * x, True))
    assert evidence(Differentiate(f, x), Piecewise((2 * x, x < 1), (2, True))).verdict is Verdict.REFUTED


def test_floor_has_slope_zero_between_its_jumps_only():
    assert evidence(Differentiate(floor(x) * x, x), floor(x)).verdict is Verdict.REFUTED


def test_undefined_answer_inside_the_domain_is_refuted():
    found = evidence(Differentiate(x**2, x), 2 * x * log(x) / log(x))
    assert found.verdict is Verdict.PROVED  # SymPy cancels the logarithm, so nothing is undefined
    wrong = 2 * x + log(x) - log(x**3) / 3
    assert evidence(Differentiate(x**2, x), wrong).verdict is Verdict.REFUTED


def test_wrong_only_beyond_forty_is_refuted():
    answer = Piecewise((2 * x, x < 40), (2 * x + 1, True))
    assert evidence(Differentiate(x**2, x), answer).verdict is Verdict.REFUTED


def test_empty_domain_is_undecided():
    assert evidence(Differentiate(log(-(x**2) - 1), x), 2 * x / (x**2 + 1)).verdict is Verdict.UNDECIDED


def test_second_and_mixed_derivatives():
    second = DifferentiateRepeatedly(exp(-(x**2) / 2), (x, x))
    assert evidence(second, (x**2 - 1) * exp(-(x**2) / 2)).verdict is Verdict.PROVED
    mixed = DifferentiateRepeatedly(x**2 * exp(x * y), (x, y))
    assert evidence(mixed, 3 * x**2 * exp(x * y) + x**3 * y * exp(x * y)).verdict is Verdict.PROVED
    assert evidence(mixed, 3 * x**2 * exp(x * y)).verdict is Verdict.REFUTED


def test_each_partial_derivative_counts():
    question = PartialDerivatives(x**2 * y + exp(x * y), (x, y))
    right = Tuple(2 * x * y + y * exp(x * y), x**2 + x * exp(x * y))
    assert evidence(question, right).verdict is Verdict.PROVED
    assert evidence(question, Tuple(right[0], right[1] + 1)).verdict is Verdict.REFUTED


def test_without_balls_a_textbook_derivative_is_still_proved():
    assert evidence(Differentiate(x**2 * sin(x), x), 2 * x * sin(x) + x**2 * cos(x), balls=False).verdict is (
        Verdict.PROVED
    )


def test_without_balls_intervals_refute():
    found = evidence(Differentiate(x**2 * sin(x), x), 2 * x * sin(x) - x**2 * cos(x), balls=False)
    assert found.verdict is Verdict.REFUTED


def test_past_deadline_is_undecided():
    assert evidence(Differentiate(x**2, x), 2 * x, deadline=0.0).verdict is Verdict.UNDECIDED


def test_flat_zero_inside_a_sign_is_no_corner():
    f = x * Piecewise((1, x**2 > 0), (1, True))
    assert evidence(Differentiate(f, x), Piecewise((1, x**2 > 0), (1, True))).verdict is not Verdict.REFUTED


@pytest.mark.parametrize("corner", [Rational(-7, 3), sqrt(2)])
def test_corner_is_met_exactly_wherever_it_lies(corner):
    f = Abs(x - corner) if corner.is_Rational else Abs(x**2 - 2)
    slope = sign(x - corner) if corner.is_Rational else 2 * x * sign(x**2 - 2)
    assert evidence(Differentiate(f, x), slope).verdict is Verdict.REFUTED


def test_answer_that_is_not_real_is_refuted():
    assert evidence(Differentiate(sqrt(1 - x**2), x), sqrt(-1) * x / Abs(x)).verdict is Verdict.REFUTED

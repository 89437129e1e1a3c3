"""Each limit has its value, found by the rule a teacher would reach for first."""

from __future__ import annotations

import pytest
from sympy import (
    Abs,
    Add,
    E,
    Heaviside,
    Max,
    Piecewise,
    Rational,
    Symbol,
    acos,
    asin,
    atan,
    cos,
    cot,
    exp,
    expand,
    floor,
    log,
    oo,
    pi,
    sign,
    sin,
    sinh,
    sqrt,
    tan,
    true,
)

from symtutor.written.functions import sigmoid

from .asking import a, ask, h, limit, rules_of, x, y

half = Rational(1, 2)
third = Rational(1, 3)

VALUES = [
    (x**2 + 3 * x, 2, "", 10, "DirectSubstitution"),
    (cos(x), 0, "", 1, "DirectSubstitution"),
    (x**third, -8, "", -2, "DirectSubstitution"),
    (sigmoid(x), 0, "", sigmoid(0), "DirectSubstitution"),
    (sqrt(x), 0, "", 0, "DomainSide"),
    (sqrt(x), 4, "", 2, "DirectSubstitution"),
    (acos(x), 1, "-", 0, "DirectSubstitution"),
    (Abs(x), 0, "", 0, "DirectSubstitution"),
    ((x**2 - 4) / (x - 2), 2, "", 4, "FactorAndCancel"),
    ((x**3 - 1) / (x**2 - 1), 1, "", Rational(3, 2), "FactorAndCancel"),
    (((3 + x) ** 2 - 9) / x, 0, "", 6, "FactorAndCancel"),
    ((x**2 - a**2) / (x - a), a, "", 2 * a, "FactorAndCancel"),
    ((1 / (2 + x) - half) / x, 0, "", -Rational(1, 4), "CommonDenominatorInLimit"),
    ((1 / x - 1) / (x - 1), 1, "", -1, "CommonDenominatorInLimit"),
    (1 / x - 1 / (x**2 + x), 0, "", 1, "DifferenceOfFractions"),
    ((sqrt(4 + x) - 2) / x, 0, "", Rational(1, 4), "Conjugate"),
    ((x - 9) / (sqrt(x) - 3), 9, "", 6, "Conjugate"),
    ((x**third - 1) / (x - 1), 1, "", third, "Conjugate"),
    ((sqrt(1 + x) - sqrt(1 - x)) / x, 0, "", 1, "Conjugate"),
    ((sqrt(x) - 8) / (x**third - 4), 64, "", 3, "Conjugate"),
    (sin(x) / x, 0, "", 1, "SineOverArgument"),
    (sin(x - 1) / (x - 1), 1, "", 1, "SineOverArgument"),
    (sin(3 * x) / x, 0, "", 3, "PairWithArgument"),
    (sin(3 * x) / sin(5 * x), 0, "", Rational(3, 5), "PairWithArgument"),
    (x / sin(x), 0, "", 1, "PairWithArgument"),
    ((1 - cos(x)) / x, 0, "", 0, "CosineConjugate"),
    ((1 - cos(x)) / x**2, 0, "", half, "CosineConjugate"),
    ((exp(x) - 1) / x, 0, "", 1, "ExponentialOverArgument"),
    ((exp(2 * x) - 1) / sin(x), 0, "", 2, "PairWithArgument"),
    ((2**x - 1) / x, 0, "", log(2), "PowerOverArgument"),
    (log(1 + x) / x, 0, "", 1, "LogarithmOverArgument"),
    (log(x) / (x - 1), 1, "", 1, "LogarithmOverArgument"),
    (tan(x) / x, 0, "", 1, "TangentOverArgument"),
    (asin(x) / x, 0, "", 1, "InverseSineOrTangentOverArgument"),
    (atan(2 * x) / x, 0, "", 2, "PairWithArgument"),
    (sinh(x) / x, 0, "", 1, "HyperbolicOverArgument"),
    (x * cot(x), 0, "", 1, "AsSineAndCosine"),
    (sin(x) * cos(x) / x, 0, "", 1, "ProductLaw"),
    (sin(x) ** 2 / x**2, 0, "", 1, "PowerLaw"),
    (sin(x) / x + cos(x), 0, "", 2, "SumLaw"),
    ((1 + sin(x) / x) / (2 + x), 0, "", 1, "ProductLaw"),
    (exp(sin(x) / x), 0, "", E, "ContinuousOuterFunction"),
    (x * sin(1 / x), 0, "", 0, "BoundedTimesVanishing"),
    (Abs(x) / x, 0, "+", 1, "FormulaOnThisSide"),
    (Abs(x) / x, 0, "-", -1, "FormulaOnThisSide"),
    (Abs(x) / x, 3, "", 1, "DirectSubstitution"),
    ((Abs(1 + x) - 1) / x, 0, "", 1, "FormulaOnThisSide"),
    (Max(0, x) / x, 0, "-", 0, "FormulaOnThisSide"),
    (sign(x), 0, "-", -1, "FormulaOnThisSide"),
    (Heaviside(x), 0, "+", 1, "FormulaOnThisSide"),
    (floor(x), 2, "-", 1, "FormulaOnThisSide"),
    (Piecewise((x**2, x < 1), (2 * x - 1, true)), 1, "", 1, "CompareBothSides"),
    (1 / x**2, 0, "", oo, "DividedByVanishing"),
    (1 / x, 0, "-", -oo, "DividedByVanishing"),
    ((x + 1) / (x - 3), 3, "-", -oo, "DividedByVanishing"),
    (1 / cos(x), pi / 2, "-", oo, "DividedByVanishing"),
    (tan(x), pi / 2, "-", oo, "AsSineAndCosine"),
    (sqrt(-x) / x, 0, "-", -oo, "FromTheLeftAsFromTheRight"),
    (log(x), 0, "+", -oo, "LogarithmNearZero"),
    ((2 * x**2 + 1) / (x**2 - 3), oo, "", 2, "RationalAtInfinity"),
    ((x + 1) / x**2, oo, "", 0, "RationalAtInfinity"),
    (x**2 / (x + 1), -oo, "", -oo, "RationalAtInfinity"),
    (x**2 - 100 * x, oo, "", oo, "PolynomialAtInfinity"),
    (x**3, -oo, "", -oo, "PolynomialAtInfinity"),
]


@pytest.mark.parametrize(("expr", "point", "side", "value", "rule"), VALUES, ids=lambda v: str(v))
def test_value_and_first_rule(expr, point, side, value, rule):
    found = limit(expr, x, point, side)
    assert found.step.rule == rule
    assert found.answer == value
    assert found.conditions == ()


WITH_LETTERS = [
    (((x + h) ** 3 - x**3) / h, 3 * x**2),
    ((sin(x + h) - sin(x)) / h, cos(x)),
    ((cos(x + h) - cos(x)) / h, -sin(x)),
    ((exp(x + h) - exp(x)) / h, exp(x)),
    ((2 ** (x + h) - 2**x) / h, 2**x * log(2)),
    ((sin((x + h) ** 2) - sin(x**2)) / h, 2 * x * cos(x**2)),
    (((x + h) ** 2 * exp(x + h) - x**2 * exp(x)) / h, x**2 * exp(x) + 2 * x * exp(x)),
    (((x + h) * y - x * y) / h, y),
]


@pytest.mark.parametrize(("expr", "value"), WITH_LETTERS, ids=lambda v: str(v))
def test_letters_stand_still_while_h_moves(expr, value):
    found = limit(expr, h, 0)
    assert expand(found.answer - value) == 0
    assert found.conditions == ()


NOT_THERE = [
    (Abs(x) / x, 0, "1 from the right, −1 from the left"),
    (1 / x, 0, "∞ from the right, −∞ from the left"),
    (1 / (x - 2) ** 3, 2, "∞ from the right, −∞ from the left"),
    (sign(x), 0, "1 from the right, −1 from the left"),
    (floor(x), 2, "2 from the right, 1 from the left"),
    (Piecewise((x**2, x < 1), (3 * x, true)), 1, "3 from the right, 1 from the left"),
    (Abs(x - 1) / (x**2 - 1), 1, "1/2 from the right, −1/2 from the left"),
    (tan(x), pi / 2, "−∞ from the right, ∞ from the left"),
]


@pytest.mark.parametrize(("expr", "point", "reason"), NOT_THERE, ids=lambda v: str(v))
def test_a_limit_that_does_not_exist_shows_both_sides(expr, point, reason):
    found = limit(expr, x, point)
    assert str(found.answer) == "does not exist"
    assert found.answer.reason == reason
    sides = {p.problem.side for node in found for p in node.step.premises() if node.step.rule == "CompareBothSides"}
    assert sides == {"+", "-"}


@pytest.mark.parametrize(("expr", "side"), [(sqrt(x), "-"), (log(x), "-"), (log(-(x**2)), "")])
def test_where_nothing_is_defined_there_is_no_limit(expr, side):
    found = limit(expr, x, 0, side)
    assert found.step.rule == "UndefinedNearby"
    assert str(found.answer) == "does not exist"


def test_two_roots_with_no_common_side_have_no_limit():
    """Each of √x and √(−x) tends to 0, but their sum has no values near 0."""
    assert str(limit(sqrt(x) + sqrt(-x), x, 0).answer) == "does not exist"


# Each of these has a wrong answer that a careless rule gives.
NOT_DERIVED = [
    (sin(1 / x), 0, ""),
    (sin(1 / x) / x, 0, "+"),
    ((x + sin(x)) / x, oo, ""),
    (1 / x - 1 / sin(x), 0, "+"),
    (Add(sqrt(x**2 + x), -x), oo, ""),
    (x**x, 0, "+"),
    ((1 + x) ** (1 / x), 0, ""),
    ((tan(x) - sin(x)) / x**3, 0, ""),
    ((x - sin(2 * x)) / (x + sin(3 * x)), 0, ""),
]


@pytest.mark.parametrize(("expr", "point", "side"), NOT_DERIVED, ids=lambda v: str(v))
def test_what_the_rules_do_not_reach_is_left_open(expr, point, side):
    found = ask(expr, x, point, side)
    assert not hasattr(found, "answer")
    assert not found.gave_up


def test_a_vanishing_letter_is_carried_as_a_condition():
    found = limit(sin(a * x) / x, x, 0)
    assert found.answer == a
    assert [str(c) for c in found.conditions] == ["Ne(a, 0)"]


def test_a_root_of_a_letter_needs_it_positive():
    found = limit((sqrt(x + h) - sqrt(x)) / h, h, 0)
    assert found.answer == 1 / (2 * sqrt(x))
    assert found.conditions == (x > 0,)


def test_a_condition_that_is_given_is_not_repeated():
    assert limit((sqrt(x + h) - sqrt(x)) / h, h, 0, "", x > 0).conditions == ()


def test_the_sine_limit_rests_on_areas_and_not_on_a_derivative():
    found = limit(sin(x) / x, x, 0)
    assert {node.problem.statement() for node in found if node.problem.statement() != found.problem.statement()}
    assert all(type(node.problem).__name__ == "FindLimit" for node in found)
    assert "areas" in " ".join(t.text for t in found.step.told if hasattr(t, "text"))


def test_a_scaled_sine_keeps_its_factor():
    assert limit(sin(3 * x) / x, x, 0).answer == 3
    assert "SineOverArgument" in rules_of(limit(sin(3 * x) / x, x, 0))


def test_an_integer_letter_is_no_obstacle():
    n = Symbol("n", integer=True)
    assert limit((x + 1) ** n, x, 1).answer == 2**n


def test_one_term_without_bound_carries_the_sum():
    assert limit(1 / x**2 + cos(x), x, 0).answer == oo


def test_two_terms_without_bound_are_weighed_together():
    assert limit(1 / x**2 - 1 / x**4, x, 0).answer == -oo


def test_a_power_too_large_to_multiply_out_is_left_alone():
    found = ask((x + 1) ** 1000 / ((x + 1) ** 1000 + 1), x, oo)
    assert not hasattr(found, "answer")


def test_where_a_bottom_is_zero_on_a_whole_side_the_other_side_counts():
    assert limit(x / Max(0, x), x, 0).step.rule == "DomainSide"
    assert limit(x / Max(0, x), x, 0).answer == 1
    assert limit(x / Max(0, x), x, 0, "-").step.rule == "UndefinedNearby"


def test_a_root_that_a_formula_makes_vanish_still_restricts_the_domain():
    assert limit(sqrt(x) * Heaviside(x), x, 0, "-").step.rule == "UndefinedNearby"
    assert limit(log(sign(x)), x, 0, "-").step.rule == "UndefinedNearby"

"""Slopes of curves: implicit, parametric, inverse functions, tangents, and the numbers read off them."""

from __future__ import annotations

import pytest
from sympy import Abs, E, Eq, Integer, Ne, Rational, cos, diff, exp, log, nsolve, pi, sin, sqrt

from symtutor.derivation import Said, alternatives
from symtutor.problems import (
    DerivativeOfInverse,
    ImplicitDerivative,
    LinearApproximation,
    NoValue,
    ParametricDerivative,
    TangentLine,
)

from .asking import BOOK, a, agree, answer, b, derived, t, unsolved, x, y

CURVES = [
    Eq(x**2 + y**2, 25), Eq(x * y, 1), Eq(sin(x * y), x), Eq(x**3 + y**3, 6 * x * y), Eq(exp(y), x),
    Eq(sqrt(x) + sqrt(y), 3), Eq(x**2 * y + y**3, x), Eq(log(x * y), y), Eq(x, y**2), Eq(x * exp(y), y + a),
]  # fmt: skip


@pytest.mark.parametrize("by", [None, "partial derivatives"])
@pytest.mark.parametrize("curve", CURVES, ids=str)
def test_implicit_slope_is_minus_the_ratio_of_the_partial_derivatives(curve, by):
    level = curve.lhs - curve.rhs
    expected = -diff(level, x) / diff(level, y)
    found = answer(ImplicitDerivative(curve, y, x, by=by))
    assert agree(found, expected, {x: Rational(7, 10), y: Rational(13, 10), a: Integer(1)})


def test_the_circle_has_no_slope_where_it_is_vertical():
    found = derived(ImplicitDerivative(Eq(x**2 + y**2, 25), y, x))
    assert found.answer == -x / y and found.conditions == (Ne(y, 0),)


def test_the_folium_reads_as_in_the_book():
    found = answer(ImplicitDerivative(Eq(x**3 + y**3, 6 * x * y), y, x))
    assert found == (2 * y - x**2) / (y**2 - 2 * x)


def test_the_roles_of_the_letters_may_be_exchanged():
    assert answer(ImplicitDerivative(Eq(x**2 + y**2, 25), x, y)) == -y / x


def test_an_equation_without_the_dependent_letter_is_declined():
    assert unsolved(ImplicitDerivative(Eq(x**2, 4), y, x))


def test_differentiating_both_sides_comes_first_and_partial_derivatives_are_another_way():
    found = derived(ImplicitDerivative(Eq(x**2 + y**2, 25), y, x))
    others = alternatives(found, BOOK)
    assert found.step.rule == "DifferentiateBothSides"
    assert "PartialDerivativesOfTheEquation" in {o.step.rule for o in others}


PATHS = [
    (t**2, t**3), (cos(t), sin(t)), (t - sin(t), 1 - cos(t)), (exp(t), t * exp(-t)), (log(t), t**2),
    (a * cos(t), b * sin(t)), (t + 1 / t, t - 1 / t),
]  # fmt: skip


@pytest.mark.parametrize(("across", "up"), PATHS, ids=str)
def test_parametric_slope_and_bend(across, up):
    point = {t: Rational(11, 10), a: Integer(2), b: Integer(3)}
    slope = diff(up, t) / diff(across, t)
    assert agree(answer(ParametricDerivative(across, up, t)), slope, point)
    assert agree(answer(ParametricDerivative(across, up, t, 2)), diff(slope, t) / diff(across, t), point)


def test_parametric_slope_needs_x_to_move():
    assert derived(ParametricDerivative(t**2, t**3, t)).conditions == (Ne(t, 0),)


def test_a_path_that_stands_still_in_x_is_declined():
    assert unsolved(ParametricDerivative(Integer(1), t, t))


INVERSES = [
    (x**3 + x, 2), (x + exp(x), 1), (2 * x + cos(x), 1), (x**3, 8), (log(x) + x, 1), (x**5 + 2 * x + 1, 4),
    (-(x**3) - x, 2), (x + sin(x), pi / 2 + 1), (sqrt(x), 3),
]  # fmt: skip


@pytest.mark.parametrize(("f", "value"), INVERSES, ids=str)
def test_slope_of_the_inverse_is_the_reciprocal_at_the_preimage(f, value):
    preimage = nsolve(f - value, x, 1.3, prec=40)
    found = answer(DerivativeOfInverse(f, x, Integer(0) + value))
    assert agree(found, 1 / diff(f, x).xreplace({x: preimage}), {})


def test_a_given_interval_makes_a_square_invertible():
    assert answer(DerivativeOfInverse(x**2, x, Integer(9), given=(x > 0,))) == Rational(1, 6)


@pytest.mark.parametrize(("f", "value"), [(x**2, 9), (sin(x), Rational(1, 2)), (x**3 - 3 * x, 0)], ids=str)
def test_what_has_no_inverse_is_declined(f, value):
    assert unsolved(DerivativeOfInverse(f, x, Integer(0) + value))


def test_a_level_preimage_gives_a_vertical_inverse():
    assert isinstance(answer(DerivativeOfInverse(x**3, x, Integer(0))), NoValue)


TANGENTS = [
    (x**2, 1), (exp(x), 0), (sqrt(x), 4), (cos(x), 0), (log(x), E), (sin(x), pi / 4),
    (x ** Rational(1, 3), -8), (x**3, a), (x * Abs(x), 0),
]  # fmt: skip


@pytest.mark.parametrize(("f", "point"), TANGENTS, ids=str)
def test_tangent_touches_the_graph_with_its_slope(f, point):
    line = answer(TangentLine(f, x, Integer(0) + point))
    assert line.lhs == y
    slope = {x * Abs(x): Integer(0), x ** Rational(1, 3): Rational(1, 12)}.get(f, diff(f, x).xreplace({x: point}))
    height = Integer(-2) if f == x ** Rational(1, 3) else f.xreplace({x: Integer(0) + point})
    assert agree(line.rhs, height + slope * (x - point), {x: Rational(17, 10), a: Rational(3, 5)})


def test_the_cube_root_has_a_vertical_tangent_at_zero():
    assert answer(TangentLine(x ** Rational(1, 3), x, Integer(0))) == Eq(x, 0)


@pytest.mark.parametrize("f", [Abs(x), 1 / x, x ** Rational(2, 3), log(x)], ids=str)
def test_where_there_is_no_tangent_the_answer_says_so(f):
    assert isinstance(answer(TangentLine(f, x, Integer(0))), NoValue)


def test_a_function_of_y_has_its_tangent_in_another_letter():
    assert answer(TangentLine(y**2, y, Integer(1))).lhs != y


APPROXIMATIONS = [
    (sqrt(x), 4, Rational(41, 10), Rational(81, 40), "large"), (exp(x), 0, Rational(1, 10), Rational(11, 10), "small"),
    (1 / x, 2, Rational(19, 10), Rational(21, 40), "small"), (log(x), 1, Rational(9, 10), Rational(-1, 10), "large"),
    (x ** Rational(1, 3), 8, Rational(81, 10), Rational(241, 120), "large"),
    (x**2, 3, Rational(31, 10), Rational(48, 5), "small"),
]  # fmt: skip


@pytest.mark.parametrize(("f", "center", "target", "value", "side"), APPROXIMATIONS, ids=str)
def test_linear_approximation_tells_on_which_side_it_errs(f, center, target, value, side):
    found = derived(LinearApproximation(f, x, Integer(center), target))
    assert found.answer == value
    assert (value > f.xreplace({x: target}).evalf(30)) == (side == "large")
    assert any(f"too {side}" in s.text for s in found.step.told if isinstance(s, Said))


@pytest.mark.parametrize(
    ("f", "center", "line"), [(sqrt(x), 4, 1 + x / 4), (sin(x), 0, x), (exp(x), 0, 1 + x), (log(x), 1, x - 1)], ids=str
)
def test_linear_approximation_as_a_function(f, center, line):
    assert agree(answer(LinearApproximation(f, x, Integer(center), x)), line, {x: Rational(5, 3)})


def test_an_inflection_point_tells_no_side():
    found = derived(LinearApproximation(x**3, x, Integer(0), Rational(1, 10)))
    assert found.step.rule == "ReadOffTheTangent"


def test_a_kink_has_no_linear_approximation():
    assert isinstance(answer(LinearApproximation(Abs(x), x, Integer(0), Integer(1))), NoValue)


def test_nothing_is_approximated_where_the_function_is_not_defined():
    assert isinstance(answer(LinearApproximation(log(x), x, Integer(1), Integer(-1))), NoValue)


def test_no_side_is_told_across_a_pole():
    assert derived(LinearApproximation(1 / x, x, Integer(1), Integer(-1))).step.rule == "ReadOffTheTangent"

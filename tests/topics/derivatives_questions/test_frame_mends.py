"""What these questions need of the frame: conditions at a point, substitution, signs below a bound."""

from __future__ import annotations

from sympy import Abs, Eq, Gt, Le, Lt, Ne, Piecewise, Rational
from sympy.core.function import AppliedUndef

from symtutor.problems import DifferentiateAt, ImplicitDerivative
from symtutor.problems.signs import follows
from symtutor.written import BackSubstitution, substituted, write

from .asking import a, answer, derived, x, y


def test_a_bound_above_says_nothing_about_the_sign():
    assert not follows(Lt(x, 0), (Lt(x, 5),))


def test_a_negative_bound_above_makes_negative():
    assert follows(Lt(x, 0), (Le(x, -2),))


def test_a_condition_at_a_symbolic_point_is_one_on_the_point():
    found = derived(DifferentiateAt(Abs(x), x, a))
    assert found.conditions == (Ne(a, 0),)


def test_substituting_a_negative_number_under_a_cube_root_keeps_the_real_root():
    written = BackSubstitution(write(x ** Rational(1, 3)), write(x), write(-8))
    assert written.value() == -2


def test_cases_are_substituted_into():
    cases = Piecewise((x, Gt(x, 0)), (-x, True))
    assert substituted(write(cases), write(x), write(-3)).value() == 3


def test_the_slope_at_minus_eight_of_the_cube_root_is_real():
    assert answer(DifferentiateAt(x ** Rational(1, 3), x, write(-8).value())) == Rational(1, 12)


def test_conditions_on_the_curve_speak_of_letters():
    found = derived(ImplicitDerivative(Eq(x ** Rational(1, 2) + y ** Rational(1, 2), 1), y, x))
    assert Gt(y, 0) in found.conditions
    assert not any(c.atoms(AppliedUndef) for c in found.conditions)

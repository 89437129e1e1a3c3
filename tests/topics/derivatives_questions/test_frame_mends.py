"""What these questions need of the frame: conditions at a point, substitution, signs below a bound."""

from __future__ import annotations

from sympy import Abs, Eq, Gt, Integer, Le, Lt, Ne, Piecewise, Rational, Tuple, factorial, sin
from sympy.core.function import AppliedUndef

from symtutor.problems import DifferentiateAt, ImplicitDerivative
from symtutor.problems.plain import plain
from symtutor.problems.signs import follows
from symtutor.rendering.notation import text_of
from symtutor.written import BackSubstitution, Leaf, Listing, reads_the_same, substituted, write

from .asking import a, answer, derived, n, x, y


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


def test_a_falling_power_of_order_n_stands_under_the_bar():
    assert text_of(write((-1) ** n * factorial(n) * x ** (-n - 1))) == "(−1)ⁿ n! / xⁿ⁺¹"


def test_a_mixed_exponent_stays_above_the_bar():
    assert text_of(write(x ** (1 - n))) == "x¹⁻ⁿ"


def test_bounded_waves_have_a_sign_beside_a_larger_number():
    assert follows(Gt(2 - sin(x), 0), ()) and not follows(Gt(1 - sin(x), 0), ())


def test_a_number_shared_by_all_terms_is_no_part_of_a_condition():
    assert plain(Ne(3 * y**2 - 6 * x, 0)) == plain(Ne(y**2 - 2 * x, 0))


def test_a_list_of_answers_reads_as_the_tuple_of_them():
    assert reads_the_same(Listing((Leaf(x), Leaf(Integer(2)))), Leaf(Tuple(x, 2)))

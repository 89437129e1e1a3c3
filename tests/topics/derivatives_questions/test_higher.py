"""Higher and mixed derivatives, and derivatives at a point."""

from __future__ import annotations

import pytest
from sympy import Abs, Gt, Integer, Max, Piecewise, Rational, cos, diff, exp, log, pi, sin, sqrt, tan

from symtutor.derivation import Premise, Role, Said, alternatives
from symtutor.problems import DifferentiateAt, DifferentiateRepeatedly, NoValue
from symtutor.written import Leaf, Power, Product

from .asking import BOOK, a, agree, answer, derived, unsolved, x, y

POINT = {x: Rational(13, 10), y: Rational(7, 10), a: Rational(9, 4)}

REPEATED = [
    (x**3 - 2 * x, (x, x)), (exp(-(x**2) / 2), (x, x)), (x**4, (x, x, x)), (log(x), (x, x, x)), (tan(x), (x, x)),
    (1 / (x**2 + 1), (x, x)), (x**2 * y**3, (x, y)), (x**2 * sin(y) * exp(x * y), (x, y)), (exp(x * y), (x, y, y)),
    (sqrt(x) * y, (y, x)), (sin(x), (x,) * 100), (x * exp(x), (x,) * 20), (x**4, (x,) * 7), (tan(x), (x,) * 5),
]  # fmt: skip


@pytest.mark.parametrize(("f", "letters"), REPEATED, ids=str)
def test_repeated_derivative_has_the_right_value(f, letters):
    assert agree(answer(DifferentiateRepeatedly(f, letters)), diff(f, *letters), POINT)


def test_all_derivatives_but_the_last_are_steps_of_their_own():
    found = derived(DifferentiateRepeatedly(x**4, (x, x, x)))
    assert [p.role for p in found.step.told if isinstance(p, Premise)] == [Role.FIRST, Role.FIRST, Role.STANDING]


def test_a_high_order_goes_through_the_formula_for_every_order():
    assert derived(DifferentiateRepeatedly(sin(x), (x,) * 100)).step.rule == "PutTheOrderIn"


def test_a_low_order_goes_step_by_step():
    assert derived(DifferentiateRepeatedly(sin(x), (x,) * 2)).step.rule == "OneDerivativeAfterAnother"


def test_mixed_derivatives_mention_clairaut():
    told = derived(DifferentiateRepeatedly(x**2 * y**3, (x, y))).step.told
    assert any("Clairaut" in t.text for t in told if isinstance(t, Said))


def test_mixed_derivatives_with_a_kink_do_not_mention_clairaut():
    told = derived(DifferentiateRepeatedly(Abs(x) * y, (x, y))).step.told
    assert not any("Clairaut" in t.text for t in told if isinstance(t, Said))


def test_the_other_order_is_another_way():
    f = x**2 * sin(y)
    first, other = (answer(DifferentiateRepeatedly(f, (x, y), by=by)) for by in (None, "Clairaut's theorem"))
    assert agree(first, other, POINT)


def test_the_other_order_declines_kinks():
    assert unsolved(DifferentiateRepeatedly(Abs(x) * y, (x, y), by="Clairaut's theorem"))


AT = [
    (x**3, 2, 12), (sin(x), pi / 3, Rational(1, 2)), (exp(x), 0, 1), (log(x), 5, Rational(1, 5)), (Abs(x), -3, -1),
    (x ** Rational(1, 3), -8, Rational(1, 12)), (sqrt(x), 4, Rational(1, 4)), (x**3, a, 3 * a**2), (x * Abs(x), 0, 0),
    (Max(0, x), 2, 1),
]  # fmt: skip


@pytest.mark.parametrize(("f", "point", "slope"), AT, ids=str)
def test_derivative_at_a_point(f, point, slope):
    assert answer(DifferentiateAt(f, x, Integer(0) + point)) == slope


NOWHERE = [(Abs(x), 0), (log(x), -1), (log(x), 0), (sqrt(x), 0), (1 / x, 0), (Max(0, x), 0), (tan(x), pi / 2)]


@pytest.mark.parametrize(("f", "point"), NOWHERE, ids=str)
def test_where_there_is_no_derivative_the_answer_says_so(f, point):
    found = answer(DifferentiateAt(f, x, Integer(0) + point))
    assert isinstance(found, NoValue) and found.word == "does not exist" and found.reason


def test_the_vertical_tangent_of_a_cube_root_is_no_derivative():
    assert isinstance(answer(DifferentiateAt(x ** Rational(1, 3), x, Integer(0))), NoValue)


def test_the_point_is_put_in_visibly():
    chain = derived(DifferentiateAt(x**3, x, Integer(2))).chain()
    assert Product((Leaf(Integer(3)), Power(Leaf(Integer(2)), Leaf(Integer(2))))) in chain


def test_the_definition_at_a_point():
    found = derived(DifferentiateAt(x**2, x, Integer(3), by="the definition"))
    assert found.answer == 6 and found.step.rule == "DifferenceQuotientAtPoint"


def test_cases_that_meet_smoothly_have_a_slope_where_they_meet():
    f = Piecewise((x**2, x < 1), (2 * x - 1, True))
    assert answer(DifferentiateAt(f, x, Integer(1))) == 2


def test_cosine_is_level_at_zero():
    assert answer(DifferentiateAt(cos(x), x, Integer(0))) == 0


def test_a_technique_asked_for_at_a_point_is_handed_on():
    found = derived(DifferentiateAt(x / (x + 1), x, Integer(1), by="the quotient rule"))
    assert found.answer == Rational(1, 4) and any(d.step.rule == "QuotientRule" for d in found)


def test_slopes_from_both_sides_are_no_other_way_where_everything_is_smooth():
    others = alternatives(derived(DifferentiateAt(x**3, x, Integer(2))), BOOK)
    assert [o.step.rule for o in others] == ["DifferenceQuotientAtPoint"]


def test_at_a_letter_the_domain_is_a_condition_on_the_letter():
    assert derived(DifferentiateAt(log(x), x, a)).conditions == (Gt(a, 0),)


def test_a_given_sign_of_the_point_needs_no_condition():
    assert derived(DifferentiateAt(log(x), x, a, given=(a > 0,))).conditions == ()


def test_a_high_order_of_a_power_with_a_letter_goes_step_by_step():
    assert agree(answer(DifferentiateRepeatedly(x**a, (x,) * 6)), diff(x**a, x, 6), POINT)

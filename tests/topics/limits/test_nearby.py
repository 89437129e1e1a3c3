"""What is close to a point: continuity, signs, and what a limit grants."""

from __future__ import annotations

import pytest
from sympy import Abs, Max, Ne, Rational, cos, exp, floor, log, oo, pi, sin, sqrt, tan

from symtutor.problems import FindLimit
from symtutor.problems.nearby import continuous_at, sign_near, smooth_at, value_at

from .asking import a, h, x

third = Rational(1, 3)

SIGNS = [
    (x**2 - 1, 1, "+", 1),
    (x**2 - 1, 1, "-", -1),
    (x**2 - 1, 1, "", None),
    ((x - 1) ** 2, 1, "", 1),
    (x**third, 0, "-", -1),
    (sqrt(x) - 2, 4, "-", -1),
    (exp(x) - 1, 0, "-", -1),
    (1 - cos(x), 0, "", 1),
    (log(x), 1, "-", -1),
    (cos(x), pi / 2, "-", 1),
    (sin(x), pi, "+", -1),
    (-Abs(x), 0, "", -1),
    (x**3 - 5 * x, -oo, "", -1),
    (sin(1 / x), 0, "+", None),
    (x - sin(x), 0, "+", None),
]


@pytest.mark.parametrize(("expr", "point", "side", "sign"), SIGNS, ids=lambda v: str(v))
def test_sign_near_a_point(expr, point, side, sign):
    point = point if hasattr(point, "free_symbols") else Rational(point)
    assert sign_near(expr, x, point, side) == sign


@pytest.mark.parametrize(
    ("expr", "point"),
    [(1 / x, 0), (floor(x), 2), (tan(x), pi / 2), (log(x), 0), (sqrt(x), 0), (1 / (sin(x) ** 2 + cos(x) ** 2 - 1), 1)],
    ids=str,
)
def test_not_continuous(expr, point):
    assert continuous_at(expr, x, Rational(point) if point != pi / 2 else point) is None


def test_continuous_from_the_side_of_the_domain_only():
    assert continuous_at(sqrt(x), x, Rational(0), "+") == ()
    assert continuous_at(sqrt(x), x, Rational(0), "-") is None


@pytest.mark.parametrize(("expr", "smooth"), [(Abs(x), False), (Max(0, x), False), (x**third, False),
                                              (x ** Rational(4, 3), True), (sin(x), True)])  # fmt: skip
def test_smooth_at_zero(expr, smooth):
    assert (smooth_at(expr, x, Rational(0)) == ()) is smooth
    assert continuous_at(expr, x, Rational(0)) == ()


def test_odd_roots_of_negative_numbers_are_real():
    assert value_at(x**third, x, Rational(-8)) == -2


GRANTED = [
    (Ne(h, 0), True),
    (Ne(2 * x * h + h**2, 0), True),
    (Ne(cos(h), 0), True),
    (Ne(sin(h), 0), True),
    (h > 0, False),
    (Ne(a * h, 0), False),
    (Ne(x, 0), False),
    (Ne(h - 1, 0), True),
    (Ne(sin(1 / h), 0), False),
]


@pytest.mark.parametrize(("condition", "granted"), GRANTED, ids=lambda v: str(v))
def test_a_limit_grants_what_holds_near_its_point(condition, granted):
    assert FindLimit(h * x, h, Rational(0)).grants(condition) is granted


def test_a_one_sided_limit_grants_the_sign():
    assert FindLimit(h, h, Rational(0), "+").grants(h > 0)
    assert FindLimit(h, h, Rational(0), "-").grants(h < 0)
    assert not FindLimit(h, h, Rational(0), "-").grants(h > 0)


def test_a_given_sign_of_a_letter_counts():
    assert FindLimit(a * h, h, Rational(0), given=(a > 0,)).grants(Ne(a * h, 0))
    assert FindLimit(h, h, Rational(0), given=(x > 0,)).grants(x + h > 0)

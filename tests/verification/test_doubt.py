"""Without enclosures a wrong answer is never vouched for, however many points do not show it."""

import pytest
from sympy import Symbol, erf, exp, gamma, pi, polygamma, sqrt

from symtutor.derivation import VOUCHED
from symtutor.problems import Differentiate
from symtutor.verification import examine

x = Symbol("x", real=True)


@pytest.mark.parametrize(
    ("function", "wrong"),
    [
        (2 * x * erf(x), 2 * erf(x) + 8 * x * exp(-(x**2)) / sqrt(pi)),
        (x * erf(x), erf(x)),
        (gamma(x) - x, 2 * gamma(x) * polygamma(0, x) - 1),
    ],
    ids=str,
)
def test_a_difference_that_fades_is_not_confirmed(function, wrong):
    assert examine(Differentiate(function, x), wrong, balls=False).verdict not in VOUCHED


def test_a_right_answer_is_still_vouched_for():
    right = erf(x) + 2 * x * exp(-(x**2)) / sqrt(pi)
    assert examine(Differentiate(x * erf(x), x), right, balls=False).verdict in VOUCHED

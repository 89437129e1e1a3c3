"""Limits of odd roots from the left, where a real root of a negative number stands."""

import pytest
from sympy import Rational, Symbol, oo

from symtutor.derivation import Verdict
from symtutor.problems import FindLimit
from symtutor.verification import examine

h = Symbol("h", real=True)


@pytest.mark.parametrize(("side", "answer"), [("+", oo), ("-", oo)])
def test_even_power_of_a_cube_root_grows_on_both_sides(side, answer):
    found = examine(FindLimit(h ** Rational(-2, 3), h, 0 * h, side), answer)
    assert found.verdict is Verdict.PROVED


def test_cube_root_under_a_bar_falls_without_bound_on_the_left():
    question = FindLimit(h ** Rational(-1, 3), h, 0 * h, "-")
    assert examine(question, -oo).verdict is Verdict.PROVED
    assert examine(question, oo).verdict is not Verdict.PROVED

"""Conditions read as a textbook would print them, and still say the same."""

import pytest
from sympy import Abs, Ge, Gt, Le, Lt, Ne, Symbol, exp, log, sqrt

from symtutor.problems.plain import plain, settled
from symtutor.problems.signs import follows

x = Symbol("x", real=True)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (log(x) > 0, (Gt(x, 1),)),
        (log(x) >= 2, (Ge(x, exp(2)),)),
        (log(x) < 1, (Lt(x, exp(1)), Gt(x, 0))),
        (Ne(log(x), 0), (Ne(x, 1), Gt(x, 0))),
        (exp(x) > 3, (Gt(x, log(3)),)),
        (x**2 > 4, (Gt(Abs(x), 2),)),
        (x**2 <= 2, (Le(Abs(x), sqrt(2)),)),
        (1 / Abs(x) < 1, (Gt(Abs(x), 1),)),
        (1 - 2 * x**2 > 0, (Lt(Abs(x), sqrt(2) / 2),)),
    ],
    ids=str,
)
def test_condition_in_plain_words(condition, expected):
    assert plain(condition) == expected


def test_bounds_on_a_size_are_used():
    assert follows(x**2 - 4 > 0, (Gt(Abs(x), 2),))
    assert follows(Ne(x, 2), (Gt(Abs(x), 2),))
    assert follows(1 - x > 0, (Lt(Abs(x), 1),))
    assert not follows(x > 0, (Gt(Abs(x), 2),))


def test_a_letter_that_a_given_excludes_is_not_zero_there():
    assert follows(Ne(x, 1), (Gt(x**2, 3),))
    assert not follows(Ne(x, 2), (Gt(x**2, 3),))


def test_double_logarithm_has_one_condition():
    assert settled([x > 0, log(x) > 0], ()) == (Gt(x, 1),)


def test_a_root_that_outweighs_its_neighbour_needs_no_condition():
    assert settled([x + sqrt(x**2 + 1) > 0, Ne(sqrt(x**2 + 1) - x, 0)], ()) == ()
    assert settled([x + sqrt(x**2 - 1) > 0], ()) != ()

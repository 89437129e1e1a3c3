"""Conditions lose the factors whose sign is given."""

from __future__ import annotations

import pytest
from sympy import Symbol, sin
from sympy.core.relational import Ge, Gt, Lt, Ne

from symtutor.problems.plain import settled
from symtutor.problems.signs import follows

a, b, x = (Symbol(name, real=True) for name in "abx")


@pytest.mark.parametrize(
    "condition, given, left",
    [
        (Gt(a * x, 0), Gt(a, 0), (Gt(x, 0),)),
        (Gt(a * x, 0), Lt(a, 0), (Lt(x, 0),)),
        (Ne(a * x, 0), Gt(a, 0), (Ne(x, 0),)),
        (Gt(a * x, 0), Gt(b, 0), (Gt(a * x, 0),)),
        (Gt(a * x, 0), Ne(a, 0), (Gt(a * x, 0),)),
    ],
)
def test_a_factor_of_given_sign_is_dropped(condition, given, left):
    found = settled((condition,), (given,))
    assert len(found) == len(left)
    assert all(f in (c, c.reversed, c.reversedsign, c.reversed.reversedsign) for f, c in zip(found, left))


def test_a_condition_without_a_value_at_zero_excludes_zero():
    assert follows(Ne(x, 0), (Ge(sin(x) / x, 0),))

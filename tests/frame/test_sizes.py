"""One answer may not grow beyond what can be checked, typeset and read."""

import pytest
from sympy import Symbol

from symtutor.derivation import Budget, Unsolved, derive
from symtutor.derivation.budget import Exhausted
from symtutor.problems import DifferentiateRepeatedly
from symtutor.topics import rulebook

x = Symbol("x", real=True)


def test_an_expression_is_weighed_in_nodes():
    Budget(size=3).weigh(x + 1)
    with pytest.raises(Exhausted, match="size"):
        Budget(size=2).weigh(x + 1)


def test_a_derivation_whose_lines_grow_too_long_is_given_up():
    found = derive(DifferentiateRepeatedly(x**x, (x,) * 4), rulebook(), Budget(size=60))
    assert isinstance(found, Unsolved) and found.gave_up and "the size of an expression" in found.reason

"""A number that top and bottom share is cancelled where a textbook would."""

import pytest
from sympy import Symbol, sqrt

from symtutor.derivation import derive
from symtutor.problems import Form, Rewrite
from symtutor.topics import rulebook

x = Symbol("x", real=True)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (2 / (2 * x**2 + 2), 1 / (x**2 + 1)),
        ((4 - 2 * x) / (2 * sqrt(3 - x)), (2 - x) / sqrt(3 - x)),
        (4 / (2 * x + 2), 2 / (x + 1)),
        ((2 * x + 2) / (4 * x), (x + 1) / (2 * x)),
        (8 / (2 * x + 2) ** 2, 2 / (x + 1) ** 2),
    ],
    ids=str,
)
def test_shared_number_is_cancelled(before, after):
    assert derive(Rewrite(before, Form.TIDY), rulebook()).answer == after


@pytest.mark.parametrize("fraction", [3 / (2 * x + 2), (x + 2) / (2 * x), 2 * x + 2])
def test_nothing_shared_is_left_alone(fraction):
    assert "CancelNumber" not in {n.step.rule for n in derive(Rewrite(fraction, Form.TIDY), rulebook())}

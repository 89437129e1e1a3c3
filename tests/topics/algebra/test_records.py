"""A derivation of algebra survives being written down and read again."""

from __future__ import annotations

import pytest
from sympy import Eq, Rational, sin

from symtutor.derivation.json import from_json, to_json
from symtutor.problems import Form, Problem, Rewrite, Solve

from .asking import ask, x


@pytest.mark.parametrize(
    "problem",
    [
        Rewrite(2 * x + 4, Form.FACTORED),
        Rewrite(x / 2 + Rational(1, 3), Form.TOGETHER),
        Rewrite(1 / (x**2 * (x - 1)), Form.PARTIAL_FRACTIONS, x),
        Solve(Eq(x**4 + 3 * x**2 + 2, 0, evaluate=False), x),
        Solve(Eq(sin(x), Rational(1, 2), evaluate=False), x),
    ],
    ids=str,
)
def test_record_reads_back_as_it_was(problem: Problem) -> None:
    found = ask(problem)
    written = to_json(found)
    again = from_json(written)
    assert to_json(again) == written
    assert again.answer == found.answer

"""What would grow without bound is declined or left alone, and never carried out."""

from __future__ import annotations

import pytest
from sympy import Eq

from symtutor.derivation import Unsolved, derive
from symtutor.problems import Form, Problem, Rewrite, Solve

from .asking import ask, book, x, y, z


@pytest.mark.parametrize(
    "problem",
    [
        Rewrite((x + 1) ** 3000, Form.EXPANDED),
        Rewrite((x + y + z) ** 60, Form.EXPANDED),
        Rewrite(x**1000 - 1, Form.FACTORED),
        Rewrite((x**2 + 1) * (x ** (10**9) + x), Form.FACTORED),
        Solve(Eq((x + 1) ** 3000, x, evaluate=False), x),
    ],
    ids=str,
)
def test_what_would_grow_is_declined(problem: Problem) -> None:
    assert isinstance(derive(problem, book()), Unsolved)


def test_a_large_power_is_tidy_as_it_stands() -> None:
    assert ask(Rewrite((x + 1) ** 3000, Form.TIDY)).answer == (x + 1) ** 3000


def test_roots_of_a_large_power_are_those_of_its_base() -> None:
    assert ask(Solve(Eq((x + 1) ** 3000, 0, evaluate=False), x)).answer.members == (-1,)


def test_every_cyclotomic_factor_is_found() -> None:
    found = ask(Rewrite(x**60 - 1, Form.FACTORED))
    assert len(found.answer.args) == 12  # one factor for each divisor of 60: the cyclotomic polynomials

"""A rule that only rewrites a question passes on that it has no value; a law does not."""

from __future__ import annotations

from sympy import Abs, pi, sin, tan

from .asking import ask, limit, x


def test_cancelling_passes_on_that_a_limit_does_not_exist():
    found = limit((x**2 - 4) / (x - 2) ** 2, x, 2)
    assert found.step.rule == "FactorAndCancel"
    assert str(found.answer) == "does not exist"
    assert found.answer.reason == "∞ from the right, −∞ from the left"


def test_rewriting_the_tangent_passes_it_on_too():
    assert str(limit(tan(x), x, pi / 2).answer) == "does not exist"


def test_the_product_law_does_not_conclude_from_a_missing_factor():
    """sin x tends to 0 and |x|/x has no limit, but their product tends to 0."""
    found = ask(x**2 * Abs(x) / x, x, 0)
    assert getattr(found, "answer", None) == 0


def test_the_sum_law_does_not_conclude_from_a_missing_term():
    """Two terms without a limit may have a sum with one: here the question stays open, and is not answered wrongly."""
    found = ask(sin(1 / x) + x - sin(1 / x) * (1 + x), x, 0)
    assert getattr(found, "answer", 0) == 0

"""The n-th derivative: formulas for every order, against repeated differentiation, and what is declined."""

from __future__ import annotations

import pytest
from sympy import Ge, Integer, Ne, Piecewise, Rational, cos, cosh, diff, exp, factorial, log, sin, sinh, sqrt

from symtutor.derivation import Premise, Said
from symtutor.problems import Differentiate, NthDerivative

from .asking import a, agree, answer, b, derived, m, n, r, unsolved, x

FAMILIES = [
    exp(3 * x), 2**x, exp(a * x + b), sin(x), cos(2 * x + 1), sin(a * x), log(x), log(2 * x + 1), 1 / x,
    1 / (2 * x - 3),
    x**-2, sqrt(x), 1 / sqrt(3 * x + 1), x ** Rational(1, 3), x * exp(x), x**2 * exp(x), x * exp(2 * x),
    (x**2 + a * x) * exp(-x), x**3 * exp(x / 2), exp(x) * sin(x), exp(-2 * x) * cos(3 * x + 1), x**2 + 3 * x, 3 * x,
    x**5, (2 * x + 1) ** 3, 7 * x**8, exp(x) + sin(x), 3 * sin(x), x * sin(x), x**2 * cos(3 * x), x * log(x),
    x**2 * log(x), x * 2**x, (1 + x) * sqrt(x), x * exp(x) * sin(x), 1 / (x**2 - 1), x**3 / (x + 1),
    (2 * x + 3) / (x * (x - 2) ** 2), sin(x) ** 2, sin(x) * cos(3 * x), Integer(5), a * x**2 + b, sinh(x),
    cosh(2 * x - 1),
]  # fmt: skip


@pytest.mark.parametrize("f", FAMILIES, ids=str)
def test_formula_agrees_with_repeated_differentiation(f):
    formula = answer(NthDerivative(f, x, n))
    point = {x: Rational(173, 100), a: Rational(7, 5), b: Rational(-3, 4)}
    for k in range(1, 7):
        assert agree(formula.xreplace({n: Integer(k)}), diff(f, x, k), point), k


@pytest.mark.parametrize("f", [exp(x**2), 1 / (x**2 + 1), sin(x**2), x**x, log(x) * exp(x), abs(x)], ids=str)
def test_what_has_no_formula_here_is_declined(f):
    assert unsolved(NthDerivative(f, x, n))


def test_x_to_a_natural_letter_ends_in_zero_beyond_its_exponent():
    found = derived(NthDerivative(x**m, x, n))
    assert isinstance(found.answer, Piecewise)
    assert found.answer.xreplace({m: Integer(3), n: Integer(2)}) == 6 * x
    assert found.answer.xreplace({m: Integer(3), n: Integer(4)}) == 0
    assert found.conditions == (Ge(m, 1),)


def test_x_to_a_real_letter_agrees_below_its_exponent():
    formula = answer(NthDerivative(x**r, x, n))
    for k in (1, 2, 3):
        assert agree(formula.xreplace({n: Integer(k)}), diff(x**r, x, k), {x: Rational(3, 2), r: Rational(29, 8)})


def test_x_times_e_to_the_x_reads_as_in_the_book():
    assert answer(NthDerivative(x * exp(x), x, n)) == (x + n) * exp(x)


def test_the_proof_differentiates_the_formula_itself():
    found = derived(NthDerivative(x * exp(x), x, n))
    asked = [t.derivation.problem for t in found.step.told if isinstance(t, Premise)]
    assert isinstance(asked[-1], Differentiate) and asked[-1].expr == found.answer


def test_the_proof_tells_pattern_base_case_and_induction_step():
    found = derived(NthDerivative(sin(x), x, n))
    words = [t.text for t in found.step.told if isinstance(t, Said)]
    assert ["pattern" in words[0], "base case" in words[1], "induction step" in words[2]] == [True] * 3


def test_a_wrong_pattern_proves_nothing(monkeypatch):
    from symtutor.topics.derivatives.nth import NthOfExponential

    monkeypatch.setattr(NthOfExponential, "pattern", lambda self, p, seen, parts: parts["factor"] ** 2 * p.expr)
    assert unsolved(NthDerivative(exp(3 * x), x, n))


def test_a_power_differentiated_as_often_as_its_exponent_says():
    found = derived(NthDerivative((2 * x + 1) ** n, x, n))
    assert found.answer == 2**n * factorial(n) and found.conditions == ()


@pytest.mark.parametrize("f", [x * exp(a * x), x * sin(a * x)], ids=str)
def test_a_formula_divided_by_a_letter_says_that_the_letter_is_not_zero(f):
    assert derived(NthDerivative(f, x, n)).conditions == (Ne(a, 0),)

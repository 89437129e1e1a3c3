"""The rules every derivative needs: which one is used, what it answers, under which conditions."""

from __future__ import annotations

import pytest
from sympy import Abs, Heaviside, Ne, Rational, acos, asin, cos, exp, log, pi, sin, sqrt

from .deriving import a, derived, differs_at, n, rules_used, x


@pytest.mark.parametrize(
    ("expr", "rule", "answer"),
    [
        (pi**2, "DerivativeOfNumber", 0),
        (a**2, "DerivativeOfOtherLetter", 0),
        (x, "IdentityDerivative", 1),
        (x**5, "PowerDerivative", 5 * x**4),
        (1 / x, "ReciprocalDerivative", -1 / x**2),
        (sqrt(x), "SquareRootDerivative", 1 / (2 * sqrt(x))),
        (2**x, "ExponentialDerivative", 2**x * log(2)),
        (x**2 + sin(x), "SumRule", 2 * x + cos(x)),
        (a * sin(x), "ConstantFactor", a * cos(x)),
        (x**2 * sin(x), "ProductRule", 2 * x * sin(x) + x**2 * cos(x)),
        (x * exp(x) * sin(x), "ProductOfMany", exp(x) * (sin(x) + x * sin(x) + x * cos(x))),
        (x * exp(-x), "ProductRule", exp(-x) - x * exp(-x)),
        (sin(x) / x, "QuotientRule", (x * cos(x) - sin(x)) / x**2),
        (1 / (x**2 + 1), "ReciprocalRule", -2 * x / (x**2 + 1) ** 2),
        (3 / x**2, "ConstantFactor", -6 / x**3),
        (sin(x) ** 2, "PowerOfFunction", 2 * sin(x) * cos(x)),
        (exp(sin(x**2)), "ChainRule", 2 * x * cos(x**2) * exp(sin(x**2))),
        (log(Abs(sin(x))), "ChainRule", cos(x) / sin(x)),
        (x**x, "LogarithmicDifferentiation", x**x * (log(x) + 1)),
    ],
)
def test_the_rule_that_wins_and_its_answer(expr, rule, answer):
    found = derived(expr)
    assert found.step.rule == rule
    assert (found.answer - answer).expand() == 0


@pytest.mark.parametrize(
    ("expr", "conditions"),
    [
        (x ** Rational(1, 3), (Ne(x, 0),)),
        (x ** Rational(4, 3), ()),
        (x ** Rational(3, 4), (x > 0,)),
        (x**a, (x > 0,)),
        (x**n, ()),
        (x**x, (x > 0,)),
        ((x + 1) ** Rational(1, 3), (Ne(x, -1),)),
        (a**x, (a > 0,)),
        (Abs(x), (Ne(x, 0),)),
        (Abs(x - 2), (Ne(x, 2),)),
        (Heaviside(x), (Ne(x, 0),)),
        (Heaviside(x - 1), (Ne(x, 1),)),
        (asin(x / 2), (Abs(x) < 2,)),
        (asin(x), (Abs(x) < 1,)),
    ],
)
def test_conditions_beyond_the_domain_are_carried(expr, conditions):
    assert derived(expr).conditions == conditions


def test_the_cube_root_has_one_formula_on_both_sides_of_zero():
    answer = derived(x ** Rational(1, 3)).answer
    assert answer == 1 / (3 * x ** Rational(2, 3))


def test_a_deep_nest_is_told_step_by_step():
    found = derived(sin(cos(exp(x**3 + 1))))
    chain_steps = [node for node in found if node.step.rule == "ChainRule"]
    assert len(chain_steps) == 3
    assert not differs_at(found.problem.expr, found.answer)


def test_a_constant_factor_never_meets_the_product_rule():
    assert "ProductRule" not in rules_used(derived(3 * a * x**2))


def test_what_is_real_nowhere_has_no_derivative():
    assert str(derived(sqrt(x + acos(2))).answer) == "does not exist"
    assert str(derived(sqrt(-1 - x**2)).answer) == "does not exist"


def test_one_over_a_product_takes_the_product_as_its_denominator():
    found = derived(1 / (x * (x + 1)))
    assert found.step.rule == "ReciprocalRule"
    assert not differs_at(found.problem.expr, found.answer)

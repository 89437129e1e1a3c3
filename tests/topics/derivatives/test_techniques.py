"""Techniques that are asked for, other ways, and functions with kinks and cases."""

from __future__ import annotations

import pytest
from sympy import Abs, Max, Min, Ne, Piecewise, Rational, asin, atan, cos, exp, log, sec, sin, sqrt, tan, tanh

from symtutor.derivation import Unsolved, alternatives, derive
from symtutor.problems import Differentiate
from symtutor.topics import rulebook
from symtutor.written.functions import gelu, sigmoid, softplus

from .deriving import a, derived, differs_at, rules_used, x


@pytest.mark.parametrize(
    ("expr", "words", "rule", "answer"),
    [
        (asin(x), "the inverse function rule", "InverseFunctionRule", 1 / sqrt(1 - x**2)),
        (atan(x), "the inverse function rule", "InverseFunctionRule", 1 / (1 + x**2)),
        (log(x), "the inverse function rule", "InverseFunctionRule", 1 / x),
        (sqrt(x), "the inverse function rule", "InverseFunctionRule", 1 / (2 * sqrt(x))),
        (x ** Rational(1, 3), "the inverse function rule", "InverseFunctionRule", 1 / (3 * x ** Rational(2, 3))),
        (tanh(x), "the quotient rule", "AsQuotient", 1 - tanh(x) ** 2),
        (tan(x), "the quotient rule", "AsQuotient", sec(x) ** 2),
        (1 / x**2, "the quotient rule", "QuotientRule", -2 / x**3),
        (x**x, "logarithmic differentiation", "LogarithmicDifferentiation", x**x * (log(x) + 1)),
        (x**2, "logarithmic differentiation", "LogarithmOfProduct", 2 * x),
    ],
)
def test_a_requested_technique_is_used(expr, words, rule, answer):
    found = derived(expr, by=words)
    assert found.step.rule == rule
    assert (found.answer - answer).expand() == 0


@pytest.mark.parametrize("function", ["arcsin", "arccos", "arctan", "arccot", "arcsec", "arccsc", "arsinh", "arcosh",
                                      "artanh", "arcoth", "arsech", "arcsch", "ln"])  # fmt: skip
def test_the_inverse_function_rule_agrees_with_the_table(function):
    from symtutor.written.functions import FUNCTIONS

    expr = FUNCTIONS[function].build(x)
    by_rule, by_table = derived(expr, by="the inverse function rule"), derived(expr)
    assert by_rule.answer == by_table.answer
    assert by_rule.conditions == by_table.conditions or function == "ln"


def test_an_unknown_technique_is_said_to_be_unknown():
    found = derive(Differentiate(x**2, x, tidied=True, by="the magic rule"), rulebook())
    assert isinstance(found, Unsolved)
    assert "no technique called" in found.reason


def test_a_technique_that_does_not_fit_is_said_not_to_fit():
    found = derive(Differentiate(x**2, x, tidied=True, by="the chain rule"), rulebook())
    assert isinstance(found, Unsolved)
    assert "does not fit" in found.reason


def test_a_long_product_has_logarithmic_differentiation_as_another_way():
    expr = x**3 * sin(x) * (x + 1) ** 2 / (x + 2) ** 4
    others = alternatives(derived(expr), rulebook())
    assert "LogarithmOfProduct" in {d.step.rule for d in others}


@pytest.mark.parametrize(
    ("expr", "rule"),
    [
        (sigmoid(x), "SigmoidFromItsFormula"),
        (softplus(x), "SoftplusFromItsFormula"),
        (gelu(x), "GeluFromItsFormula"),
    ],
)
def test_a_function_of_networks_asked_alone_is_derived_from_its_formula(expr, rule):
    alone, inside = derived(expr, tidied=True), derived(expr + x)
    assert rule in rules_used(alone)
    assert rule not in rules_used(inside)
    assert (alone.answer + 1 - inside.answer).expand() == 0


def test_the_sigmoid_is_recognised_in_its_own_derivative():
    assert derived(sigmoid(x), tidied=True).answer == sigmoid(x) * (1 - sigmoid(x))


@pytest.mark.parametrize(
    ("expr", "answer", "conditions"),
    [
        (Max(0, x), Piecewise((1, x > 0), (0, x < 0)), (Ne(x, 0),)),
        (Min(x, 2), Piecewise((1, x < 2), (0, x > 2)), (Ne(x, 2),)),
        (Piecewise((x**2, x < 0), (x**3, True)), Piecewise((2 * x, x < 0), (3 * x**2, True)), ()),
        (Piecewise((x, x < 0), (x**2, True)), Piecewise((1, x < 0), (2 * x, x > 0)), (Ne(x, 0),)),
        (Piecewise((x, x < 1), (x + 1, True)), Piecewise((1, x < 1), (1, x > 1)), (Ne(x, 1),)),
    ],
)
def test_cases_are_kept_apart_where_there_is_no_derivative(expr, answer, conditions):
    found = derived(expr)
    assert found.answer == answer
    assert found.conditions == conditions


def test_an_isolated_other_value_spoils_the_derivative_at_that_point():
    found = derived(Piecewise((x, x < 1), (5, x <= 1), (x, True)))
    assert found.conditions == (Ne(x, 1),)


def test_equal_slopes_across_a_jump_are_no_derivative():
    assert derived(Piecewise((2 * x, x < 0), (2 * x + 1, True))).conditions == (Ne(x, 0),)


def test_a_join_with_a_symbolic_value_is_left_out_unless_it_surely_fits():
    assert derived(Piecewise((x**2, x < 3), (a * x, True))).conditions == (Ne(x, 3),)


def test_given_signs_drop_the_bars():
    assert derived(Abs(x), given=(x > 0,)).answer == 1
    assert derived(Abs(x - 1), given=(x < 0,)).answer == -1


@pytest.mark.parametrize(
    "expr", [log(x**2 * (x + 1)), log((x + 1) / (x - 1)), log(sqrt(x**2 + 1)), log(x**2 * exp(x) * cos(x))]
)
def test_a_logarithm_of_factors_is_split_before_differentiating(expr):
    found = derived(expr)
    assert found.step.rule == "SplitLogarithm"
    assert not differs_at(expr, found.answer)


def test_a_sum_over_a_power_is_divided_before_differentiating():
    found = derived((x**2 + 1) / x)
    assert found.step.rule == "DivideTermByTerm"
    assert found.answer == 1 - 1 / x**2


def test_a_tidied_question_has_no_empty_tidying_step():
    assert derived(x**2 * sin(x), tidied=True).step.rule == "ProductRule"


def test_a_tidied_question_ends_in_the_form_of_a_textbook():
    found = derived(x * exp(x), tidied=True)
    assert found.step.rule == "TidyResult"
    assert found.answer == (x + 1) * exp(x)

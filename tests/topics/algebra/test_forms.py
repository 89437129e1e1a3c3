"""Each form is reached, by the technique a teacher would take, and the value stays the same."""

from __future__ import annotations

import pytest
from sympy import Expr, Mul, Rational, Symbol, cos, exp, log, sin, sqrt, tanh
from sympy.core.relational import Ge, Gt, Ne

from symtutor.problems import Form, Rewrite
from symtutor.written.functions import sigmoid

from .asking import a, agree, ask, b, c, rewrite, rules_of, x, y

EXPANDED = [
    ((x + 1) ** 2, x**2 + 2 * x + 1, "BinomialFormula"),
    ((2 * x - 1) ** 3, 8 * x**3 - 12 * x**2 + 6 * x - 1, "BinomialFormula"),
    ((x + 1) * (x + 2), x**2 + 3 * x + 2, "MultiplyOut"),
    (3 * x * (x - 2), 3 * x**2 - 6 * x, "MultiplyOut"),
    ((x + 3) * (x - 3), x**2 - 9, "SumTimesDifference"),
    ((x + 1) ** 2 - (x - 1) ** 2, 4 * x, "ExpandEachTerm"),
    ((x + y + 1) ** 2, x**2 + 2 * x * y + 2 * x + y**2 + 2 * y + 1, "MultiplyOut"),
    ((sqrt(x) + 1) ** 2, x + 2 * sqrt(x) + 1, "BinomialFormula"),
    (x**2 + x, x**2 + x, "AlreadyInForm"),
]
FACTORED = [
    (6 * x**2 + 4 * x, 2 * x * (3 * x + 2), "CommonFactor"),
    (2 * x + 4, Mul(2, x + 2, evaluate=False), "CommonFactor"),
    (x * exp(x) + exp(x), (x + 1) * exp(x), "CommonFactor"),
    (x**4 - 16, (x - 2) * (x + 2) * (x**2 + 4), "DifferenceOfSquares"),
    (1 - x**2, (1 - x) * (1 + x), "DifferenceOfSquares"),
    (sin(x) ** 2 - 1, (sin(x) - 1) * (sin(x) + 1), "DifferenceOfSquares"),
    (x**3 - 8, (x - 2) * (x**2 + 2 * x + 4), "SumOrDifferenceOfCubes"),
    (4 * x**2 - 12 * x + 9, (2 * x - 3) ** 2, "PerfectSquare"),
    (-(x**2) + 2 * x - 1, -((x - 1) ** 2), "PerfectSquare"),
    (x**2 + 5 * x + 6, (x + 2) * (x + 3), "QuadraticByTwoNumbers"),
    (6 * x**2 - x - 2, (3 * x - 2) * (2 * x + 1), "QuadraticBySplitting"),
    (x**4 - 5 * x**2 + 4, (x - 2) * (x - 1) * (x + 1) * (x + 2), "QuadraticInDisguise"),
    (x**3 + x**2 + 4 * x + 4, (x + 1) * (x**2 + 4), "Grouping"),
    (a * x + a * y + b * x + b * y, (a + b) * (x + y), "Grouping"),
    (x**3 - 6 * x**2 + 11 * x - 6, (x - 1) * (x - 2) * (x - 3), "RationalRoot"),
    (2 * x**3 - x**2 - x - 3, (2 * x - 3) * (x**2 + x + 1), "RationalRoot"),
    (x**4 + 4, (x**2 - 2 * x + 2) * (x**2 + 2 * x + 2), "CompareFactors"),
    (x**2 + 3 * x * y + 2 * y**2, (x + y) * (x + 2 * y), "CompareFactors"),
    ((x**2 - 1) * (x + 3), (x - 1) * (x + 1) * (x + 3), "FactorEachFactor"),
    (x**2 + 1, x**2 + 1, "AlreadyInForm"),
    (x**2 - 2, x**2 - 2, "AlreadyInForm"),
]
FRACTIONS = [
    (1 / x + 1 / y, (x + y) / (x * y), "CommonDenominator"),
    (1 / (x - 1) - 1 / (x + 1), 2 / ((x - 1) * (x + 1)), "CommonDenominator"),
    (x / 2 + Rational(1, 3), Mul(Rational(1, 6), 3 * x + 2, evaluate=False), "CommonDenominator"),
    ((1 / x + 1) / (1 / x - 1), (x + 1) / (1 - x), "ClearInnerFractions"),
    ((x + 1) / (x - 1), (x + 1) / (x - 1), "AlreadyInForm"),
]
POWERS = [
    (exp(x) * exp(y), exp(x + y), "ProductOfExponentials"),
    (exp(x * log(2)), 2**x, "ExponentialOfLogarithm"),
    (sqrt(x) * sqrt(y), sqrt(x * y), "ProductOfRoots"),
    (x * y, x * y, "AlreadyInForm"),
]
TIDY = [
    (x * exp(x) + exp(x), (x + 1) * exp(x), "LowestPowersOut"),
    (1 / (x**2 + 1) - 2 * x**2 / (x**2 + 1) ** 2, (1 - x**2) / (x**2 + 1) ** 2, "LowestPowersOut"),
    (1 / sqrt(x**2 + 1) - x**2 / sqrt(x**2 + 1) ** 3, (x**2 + 1) ** Rational(-3, 2), "LowestPowersOut"),
    (2 * x**3 * (x - 1) + 3 * x**2 * (x - 1) ** 2, x**2 * (x - 1) * (5 * x - 3), "LowestPowersOut"),
    (cos(x) / x - sin(x) / x**2, (x * cos(x) - sin(x)) / x**2, "LowestPowersOut"),
    ((2 * x * (x**2 + 1) - 2 * x * (x**2 - 1)) / (x**2 + 1) ** 2, 4 * x / (x**2 + 1) ** 2, "TidyTheParts"),
    ((cos(x) ** 2 + sin(x) ** 2) / cos(x) ** 2, cos(x) ** -2, "TidyTheParts"),
    (3 * sin(x) ** 2 + 3 * cos(x) ** 2, 3, "PythagoreanIdentity"),
    (1 / (2 * (x**2 / 4 + 1)), 2 / (x**2 + 4), "OverOneBar"),
    ((x**2 - 1) / (x - 1) ** 2, (x + 1) / (x - 1), "CancelToTidy"),
    ((x - 1) * (x + 1), x**2 - 1, "MultiplyOutToTidy"),
]
STAYS = [
    2 * x * sin(x) + x**2 * cos(x),
    x**2 + x,
    4 * x * (x**2 + 1),
    (x + 1) * (x + 2),
    sigmoid(x) * (1 - sigmoid(x)),
    1 - tanh(x) ** 2,
    1 / x + log(x),
    x**x * (log(x) + 1),
    -2 * x * (x**2 - 1),
]


@pytest.mark.parametrize(
    ("form", "expr", "expected", "rule"),
    [
        (form, *row)
        for form, rows in (
            (Form.EXPANDED, EXPANDED),
            (Form.FACTORED, FACTORED),
            (Form.TOGETHER, FRACTIONS),
            (Form.POWERS_COMBINED, POWERS),
            (Form.TIDY, TIDY),
        )
        for row in rows
    ],
)
def test_form_is_reached(form: Form, expr: Expr, expected: Expr, rule: str) -> None:
    found = rewrite(expr, form)
    assert found.answer == expected
    assert found.step.rule == rule
    assert agree(expr, found.answer, positive=form is Form.POWERS_COMBINED)


@pytest.mark.parametrize("expr", STAYS, ids=str)
def test_what_no_form_shortens_stays(expr: Expr) -> None:
    found = rewrite(expr, Form.TIDY)
    assert (found.answer, found.step.rule) == (expr, "AlreadyTidy")


@pytest.mark.parametrize(
    ("expr", "expected", "kept"),
    [
        ((x**2 - 1) / (x - 1), x + 1, {Ne(x, 1)}),
        ((x**2 + 3 * x + 2) / (x**2 - 1), (x + 2) / (x - 1), {Ne(x, -1)}),
        ((x**2 - 4) / (2 - x), -x - 2, {Ne(x, 2)}),
        ((x**2 - 1) / (x - 1) ** 2, (x + 1) / (x - 1), set()),
        (1 / (x - 1) - 2 / (x**2 - 1), 1 / (x + 1), {Ne(x, 1)}),
        ((1 / (x + y) - 1 / x) / y, -1 / (x * (x + y)), {Ne(y, 0)}),
    ],
)
def test_cancelled_factor_is_kept_as_condition(expr: Expr, expected: Expr, kept: set[object]) -> None:
    found = rewrite(expr, Form.CANCELLED)
    assert found.answer == expected
    assert set(found.conditions) == kept


def test_collecting_keeps_one_term_for_each_power() -> None:
    found = rewrite(a * x + x * (b + x) + c, Form.COLLECTED, x)
    assert found.answer == x**2 + x * (a + b) + c


def test_product_of_roots_needs_radicands_that_are_not_negative() -> None:
    assert set(rewrite(sqrt(x) * sqrt(y), Form.POWERS_COMBINED).conditions) == {Ge(x, 0), Ge(y, 0)}


def test_bars_go_where_the_sign_is_given() -> None:
    found = ask(Rewrite(sqrt(x**2), Form.POWERS_COMBINED, given=(Gt(x, 0),)))
    assert found.answer == x


def test_surds_only_when_asked_for() -> None:
    found = ask(Rewrite(x**2 - 2, Form.FACTORED, by="surds"))
    assert agree(x**2 - 2, found.answer) and found.step.rule == "QuadraticOverSurds"


def test_factoring_is_told_split_by_split() -> None:
    assert rules_of(rewrite(x**6 - 1, Form.FACTORED)) == [
        "SumOrDifferenceOfCubes",
        "SumOrDifferenceOfCubes",
        "DifferenceOfSquares",
    ]


def test_letters_of_other_sizes_do_not_hide_a_common_factor() -> None:
    t = Symbol("t", real=True)
    assert rewrite(t * x ** Rational(1, 3) + x ** Rational(4, 3), Form.FACTORED).answer == x ** Rational(1, 3) * (t + x)

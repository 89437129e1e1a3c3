"""Partial fractions, squares, roots, logarithms, angles: the form, the value, the conditions."""

from __future__ import annotations

import pytest
from sympy import Abs, Add, Expr, Poly, Rational, cbrt, cos, log, sin, sqrt, tan
from sympy.core.relational import Gt, Ne

from symtutor.problems import Form, Rewrite

from .asking import a, agree, ask, b, c, h, rewrite, rules_of, x, y

PARTIAL = [
    (1 / (x**2 - 1), "CoverUp"),
    ((2 * x + 3) / (2 * x**2 + x - 1), "CoverUp"),
    (6 / (x * (x - 1) * (x + 2)), "CoverUp"),
    (x**3 / (x**2 - 1), "LongDivision"),
    ((x**4 + 1) / (x * (x**2 + 1) ** 2), "CompareCoefficients"),
    (1 / (x * (x**2 + 1)), "CompareCoefficients"),
    (1 / (x**2 * (x - 1)), "CompareCoefficients"),
    ((x**2 + 5) / ((x - 1) ** 3 * (x + 2)), "CompareCoefficients"),
    (1 / (x**4 + 4), "CompareCoefficients"),
    (x / (x + 1) ** 2, "CompareCoefficients"),
    (x + 1 / (x**2 - 1), "EachTermByItself"),
]


@pytest.mark.parametrize(("expr", "rule"), PARTIAL)
def test_partial_fractions_have_one_power_below_each(expr: Expr, rule: str) -> None:
    found = rewrite(expr, Form.PARTIAL_FRACTIONS, x)
    assert found.step.rule == rule
    assert agree(expr, found.answer)
    again = rewrite(found.answer, Form.PARTIAL_FRACTIONS, x)
    assert again.step.rule == "AlreadyInForm"
    for term in Add.make_args(found.answer):
        top, bottom = term.as_numer_denom()
        if bottom.has(x):
            assert Poly(top, x).degree() < max(Poly(f, x).degree() for f, _ in Poly(bottom, x).factor_list()[1])


def test_letters_as_zeros_must_differ() -> None:
    found = rewrite(1 / ((x - a) * (x - b)), Form.PARTIAL_FRACTIONS, x)
    assert agree(1 / ((x - a) * (x - b)), found.answer)
    assert len(found.conditions) == 1 and found.conditions[0].free_symbols == {a, b}


@pytest.mark.parametrize(
    ("expr", "expected"),
    [
        (x**2 + 4 * x + 1, (x + 2) ** 2 - 3),
        (2 * x**2 + 4 * x + 5, 2 * (x + 1) ** 2 + 3),
        (x**2 - 3 * x, (x - Rational(3, 2)) ** 2 - Rational(9, 4)),
        (5 - x**2 + 6 * x, 14 - (x - 3) ** 2),
    ],
)
def test_square_is_completed(expr: Expr, expected: Expr) -> None:
    assert rewrite(expr, Form.SQUARE_COMPLETED).answer == expected


def test_square_with_letters_asks_for_a_leading_coefficient() -> None:
    found = rewrite(a * x**2 + b * x + c, Form.SQUARE_COMPLETED, x)
    assert agree(a * x**2 + b * x + c, found.answer)
    assert found.conditions == (Ne(a, 0),)


@pytest.mark.parametrize(
    ("expr", "expected", "kept"),
    [
        (1 / (1 + sqrt(2)), sqrt(2) - 1, set()),
        (1 / (sqrt(x) + 1), (sqrt(x) - 1) / (x - 1), {Ne(x, 1)}),
        ((sqrt(x + h) - sqrt(x)) / h, 1 / (sqrt(x + h) + sqrt(x)), {Ne(h, 0)}),
        (3 / (sqrt(5) - sqrt(2)), sqrt(5) + sqrt(2), set()),
        (1 / (cbrt(2) - 1), 1 + cbrt(2) + cbrt(2) ** 2, set()),
        ((x - 9) / (sqrt(x) - 3), sqrt(x) + 3, {Ne(x, 9)}),
    ],
)
def test_roots_leave_their_side(expr: Expr, expected: Expr, kept: set[object]) -> None:
    found = rewrite(expr, Form.RATIONALISED)
    assert found.answer == expected
    assert set(found.conditions) == kept


@pytest.mark.parametrize(
    ("expr", "expected", "kept"),
    [
        (log(x**2 * y), 2 * log(Abs(x)) + log(y), {Gt(y, 0)}),
        (log(x / y), log(x) - log(y), {Gt(x, 0), Gt(y, 0)}),
        (log(x + y), log(x + y), set()),
        (log(sqrt(x) / 5), log(x) / 2 - log(5), {Gt(x, 0)}),
    ],
)
def test_logarithm_comes_apart_under_conditions(expr: Expr, expected: Expr, kept: set[object]) -> None:
    found = rewrite(expr, Form.LOGARITHMS_EXPANDED)
    assert found.answer == expected
    assert set(found.conditions) == kept


def test_bars_are_left_out_where_the_sign_is_given() -> None:
    found = ask(Rewrite(log(x**2), Form.LOGARITHMS_EXPANDED, given=(Gt(x, 0),)))
    assert (found.answer, found.conditions) == (2 * log(x), ())


@pytest.mark.parametrize(
    ("expr", "expected"),
    [(2 * log(x) - log(y) + 1, log(x**2 / y) + 1), (log(x) / 2 + log(3), log(3 * sqrt(x))), (log(x), log(x))],
)
def test_logarithms_join(expr: Expr, expected: Expr) -> None:
    assert rewrite(expr, Form.LOGARITHMS_COMBINED).answer == expected


@pytest.mark.parametrize(
    "expr", [sin(x) ** 2, cos(x) ** 4, sin(x) * cos(x), sin(x) ** 3, sin(x) ** 2 * cos(x) ** 2, sin(2 * x) * cos(3 * x)]
)
def test_reduced_form_has_no_powers_and_products(expr: Expr) -> None:
    found = rewrite(expr, Form.TRIG_REDUCED)
    assert agree(expr, found.answer)
    for term in Add.make_args(found.answer):
        assert sum(f.has(sin, cos) for f in term.args if not f.is_Rational) <= 1
        assert not any(p.base.has(sin, cos) for p in term.atoms(Expr) if p.is_Pow)


@pytest.mark.parametrize("expr", [sin(x + y), cos(x - y), sin(2 * x), cos(3 * x), tan(x - y), tan(2 * x)])
def test_expanded_angles_are_single(expr: Expr) -> None:
    found = rewrite(expr, Form.TRIG_EXPANDED)
    assert agree(expr, found.answer)
    assert {f.args[0] for f in found.answer.atoms(sin, cos, tan)} <= {x, y}


def test_division_comes_before_decomposition() -> None:
    assert rules_of(rewrite(x**3 / (x**2 - 1), Form.PARTIAL_FRACTIONS, x))[-1] == "LongDivision"

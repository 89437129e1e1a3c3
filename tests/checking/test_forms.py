"""A right value in the wrong form, and the other kinds of question that answers are judged for."""

import pytest

from symtutor import check

ANSWERS = [
    ("find the limit of (x^2-4)/(x-2) as x->2", "undefined", "incorrect"),
    ("find the limit of (x^2-4)/(x-2) as x->2", "4", "correct"),
    ("find the limit of sin(x)/x as x->0", "1", "correct"),
    ("find the limit of 1/x as x->0", "does not exist", "correct"),
    ("find the limit of 1/x^2 as x->0", "infinity", "correct"),
    ("solve x^2 = x over the reals", "{1, 0}", "correct"),
    ("solve x^2 = x over the reals", "1", "incorrect"),
    ("solve x^2 = 4", "x = 2 or x = -2", "correct"),
    ("solve sin x = 1/2 for x", "pi/6 + 2 pi k, 5pi/6 + 2 pi k", "correct"),
    ("expand (x+1)^2", "(x+1)^2", "wrong_form not_expanded"),
    ("expand (x+1)^2", "x^2 + 2x + 1", "correct"),
    ("expand (x+1)^2", "x^2 + 1", "incorrect"),
    ("factor x^2-1", "(x-1)(x+1)", "correct"),
    ("factor x^2-1", "x^2 - 1", "wrong_form not_factored"),
    ("factor x^2+1", "x^2 + 1", "correct"),
    ("rationalise 1/(1+sqrt 2)", "sqrt(2) - 1", "correct"),
    ("rationalise 1/(1+sqrt 2)", "1/(1+sqrt(2))", "wrong_form denominator_not_rationalised"),
    ("cancel (x^2-1)/(x-1)", "x + 1", "correct"),
    ("cancel (x^2-1)/(x-1)", "(x^2-1)/(x-1)", "wrong_form not_lowest_terms"),
    ("complete the square in x^2+4x+1", "(x+2)^2 - 3", "correct"),
    ("complete the square in x^2+4x+1", "x^2+4x+1", "wrong_form square_not_completed"),
    ("partial fractions of 1/(x^2-1)", "1/(2(x-1)) - 1/(2(x+1))", "correct"),
    ("partial fractions of 1/(x^2-1)", "1/((x-1)(x+1))", "wrong_form not_partial_fractions"),
    ("complete the square in x^2+4", "x^2 + 4", "correct"),
]


@pytest.mark.parametrize(("question", "answer", "expected"), ANSWERS)
def test_value_and_form_are_judged(question, answer, expected):
    found = check(question, answer)
    assert " ".join(filter(None, (str(found.verdict), found.misconception))) == expected

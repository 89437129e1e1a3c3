"""What the student reads."""

import pytest

from symtutor import check
from symtutor.rendering import render


def page(question, answer):
    return " ".join(render(check(question, answer).feedback, "text").split())


def test_page_has_reading_verdict_witness_mistake_and_advice():
    told = page("d/dx sin(x^2)", "cos(x^2)")
    assert "Read as cos(x²)" in told and "Verdict incorrect" in told
    assert "At x = 2 the derivative is 4 cos 4 ≈ −2.61457, and your answer gives cos 4 ≈ −0.653644." in told
    assert "Likely You differentiated the outer function sin u and left x² inside" in told
    assert "Try Multiply by the derivative of x²." in told


def test_answer_that_holds_on_a_half_line_is_told_which():
    assert "right for x > 0" in page("d/dx ln|x|", "1/|x|")
    assert "right for x < 0" in page("d/dx ln|x|", "-1/|x|")
    assert "right for x > 2" in page("d/dx |x - 2|", "1")
    assert "right for x > 1" in page("d/dx max(x, 1)", "1")


def test_places_that_the_answer_misses_are_named():
    assert "only for x ≠ 0" in page("d/dx x^3 e^x", "x^3 e^x (3/x + 1)")


def test_implicit_slope_is_shown_wrong_at_a_point_of_the_curve():
    assert "At the point x = 3, y = 4 of the curve the slope is −3/4" in page("x^2 + y^2 = 25, find dy/dx", "x/y")


@pytest.mark.parametrize(
    ("question", "answer", "said"),
    [
        ("tangent line to x^2 at 1", "y = 2x", "At x = 1 the height of the curve is 1, and your answer gives 2."),
        ("tangent line to x^2 at 1", "y = 3x - 2", "At x = 1 the slope of the curve is 2, and your answer gives 3."),
        ("tangent line to x^(1/3) at 0", "y = 0", "It is a line of the form x = …"),
        ("is |x| differentiable at 0?", "yes", "−1 from the left and 1 from the right"),
        ("derivative of |x| at x = 0", "0", "−1 from the left and 1 from the right"),
        ("derivative of x^3 at x = 2", "does not exist", "the slope from both sides is"),
        ("partial derivatives of x^2 y", "(2xy, 2x)", "the partial derivative by y is 1, and your answer gives 2."),
        ("d/dx x^2", "2x + C", "Without C it is right"),
        ("d/dx x^2", "2x + 10^-30", "differs by less than a calculator shows"),
        ("d/dx x^2", "f(x)", "mentions f, which the question does not"),
        ("d/dx x^2", "2x, 3", "One expression is asked for, and these are 2."),
    ],
)
def test_witness_speaks_of_what_was_asked(question, answer, said):
    assert said in page(question, answer)


def test_confidence_is_said():
    assert "exact computation" in page("d/dx sin(x)^2", "sin(2x)")
    assert "Agrees with the question at 12 points; a proof was not found." in page("x y = 1, find dy/dx", "-1/x^2")


def test_rounded_number_is_the_right_value_in_the_wrong_form():
    found = check("derivative of e^x at x = 1", "2.718")
    assert (str(found.verdict), found.misconception) == ("wrong_form", "decimal_approximation_for_exact")


@pytest.mark.parametrize("answer", ["2.71", "2.72", "2.719"])
def test_rounding_is_held_to_the_last_digit(answer):
    expected = "wrong_form" if answer == "2.72" else "incorrect"
    assert str(check("derivative of e^x at x = 1", answer).verdict) == expected


@pytest.mark.parametrize(
    ("question", "answer"),
    [("d/dx ln|x|", "1/|x|"), ("d/dx |x|", "1"), ("d/dx |x|", "1, x > 0"), ("d/dx sqrt(x^2)", "1"),
     ("d/dx x|x|", "2x")],
)  # fmt: skip
def test_half_a_line_is_never_spared(question, answer):
    assert str(check(question, answer).verdict) == "incorrect"

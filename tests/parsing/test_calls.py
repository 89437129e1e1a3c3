"""Derivatives as other programs and hurried people write them."""

import pytest

from symtutor.parsing import Unreadable, read


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("diff(x**2, x)", "d/dx x^2"),
        ("Derivative(x**2*y, y)", "d/dy x^2 y"),
        ("Derivative(x**3, x, 2)", "second derivative of x^3"),
        ("D[x^2 Sin[x], x]", "d/dx x^2 sin(x)"),
        ("diff(x^2)", "d/dx x^2"),
        ("differentiate(x^2 y, y)", "d/dy x^2 y"),
        ("deriv of x^2", "d/dx x^2"),
        ("diff x^2", "d/dx x^2"),
        ("dy/dx of x^2", "d/dx x^2"),
        ("d/dx: x^2", "d/dx x^2"),
        ("(d/dx)(x^2)", "d/dx (x^2)"),
        ("(d/dx) x^2 + 1", "d/dx x^2 + 1"),
        ('"d/dx x^2"', "d/dx x^2"),
        ("d/dx x^2 =", "d/dx x^2"),
        ("can you differentiate x^2 for me?", "d/dx x^2"),
        ("dy/dx: x^2 + y^2 = 25", "x^2 + y^2 = 25, find dy/dx"),
        ("derivative (x+1)(x+2)", "d/dx (x+1)(x+2)"),
    ],
)
def test_a_call_is_read_as_the_question_it_is(typed, same):
    assert read(typed).problem == read(same).problem


@pytest.mark.parametrize("typed", ["derivative of", "derivative of x^2 at", "derivative of x^2 wrt"])
def test_a_question_that_breaks_off_says_where(typed):
    last = typed.split()[-1]
    with pytest.raises(Unreadable, match=f"something is missing after '{last}'") as caught:
        read(typed)
    assert caught.value.position == len(typed) - len(last)


def test_a_product_of_letters_at_the_end_is_no_broken_question():
    assert read("d/dt v + at").problem == read("d/dt v + a t").problem


@pytest.mark.parametrize(("typed", "name"), [("dy/dx", "y"), ("d^2y/dx^2", "y"), ("∂f/∂x", "f")])
def test_the_derivative_of_what_is_not_given_is_not_zero(typed, name):
    with pytest.raises(Unreadable, match=f"{name} is not given"):
        read(typed)


def test_a_letter_behind_the_operator_is_a_constant():
    assert read("d/dx y").problem.variable.name == "x"

"""One line of text, in Unicode and in ASCII."""

from sympy import Symbol, exp, log, sin

from symtutor.rendering.notation import text_of
from symtutor.written import write

x = Symbol("x", real=True)


def test_factors_stand_in_textbook_order():
    assert text_of(write(sin(x) * x**2 * exp(x))) == "x² eˣ sin x"


def test_a_sum_that_would_begin_with_a_minus_sign_is_turned_round():
    assert text_of(write(1 - x**2)) == "1 − x²"


def test_ascii_keeps_to_what_a_keyboard_has():
    assert text_of(write(x**2 * log(x)), unicode=False) == "x^2 ln(x)"

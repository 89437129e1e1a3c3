"""What SymPy gives a value to and mathematics does not is refused where it stands, never answered."""

import pytest

from symtutor.parsing import NotYet, Unreadable, read
from symtutor.problems import DifferentiateAt, DifferentiateRepeatedly


@pytest.mark.parametrize(
    ("typed", "place", "words"),
    [
        ("d/dx oo", "oo", "infinity"),
        ("d/dx x oo", "oo", "infinity"),
        ("d/dx x/oo", "oo", "infinity"),
        ("d/dx e^(-oo)", "(-oo)", "infinity"),
        ("d/dx max(x, oo)", "oo", "infinity"),
        ("derivative of x^2 at oo", "oo", "infinity"),
        ("is |x| differentiable at oo?", "oo", "infinity"),
        ("d/dx log_1 x", "1", "base"),
        ("d/dx log_0 x", "0", "base"),
        ("d/dx log_{-2} x", "{-2}", "base"),
        ("d/dx 0^0", "0^0", "no value"),
        ("d/dx 1/(x-x+0^x)", "1/(x-x+0^x)", "no value"),
        ("d/dpi pi^2", "pi", "is a number"),
        ("d/de e^2", "e", "is a number"),
        ("d/dsin x", "sin", "letter"),
        ("d^n/dx^m x", "n/dx^m", "differ"),
        ("d^n/dn^n n^2", "n", "the variable itself"),
    ],
)
def test_what_means_nothing_is_refused_where_it_stands(typed, place, words):
    with pytest.raises(Unreadable, match=words) as caught:
        read(typed)
    wrong = caught.value
    assert typed[wrong.position : wrong.position + wrong.length] == place


@pytest.mark.parametrize("typed", ["lim x->oo 1/x", "lim x->-oo e^x", "d/dx log_x 2", "d/dx log_a x", "d/dx 0^2 x"])
def test_what_only_looks_meaningless_is_read(typed):
    assert read(typed)


@pytest.mark.parametrize("typed", ["x mod 2", "mod(x, 2)", "sinc(x)", "gcd(x, 2)", "Re(x)"])
def test_a_function_of_other_places_is_no_product_of_letters(typed):
    with pytest.raises(Unreadable, match="is not known here"):
        read(f"d/dx {typed}")


@pytest.mark.parametrize(
    ("typed", "repair"),
    [("d/dx 3,5x", "write 3.5"), ("d/dx 1,000x", "write 1000"), ("d/dx 2|x|x|", "write abs(…) for bars inside bars")],
)
def test_the_repair_of_a_common_slip_can_be_copied(typed, repair):
    with pytest.raises(Unreadable) as caught:
        read(typed)
    assert caught.value.repair == repair


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("d/dx 1½ x", "d/dx (3/2) x"),
        ("d/dx x½", "d/dx x/2"),
        ("d/dx ⌊x⌋ + ⌈x/2⌉", "d/dx floor(x) + ceil(x/2)"),
        ("d/dx{x^2}", "d/dx x^2"),
        ("d/dx sen x", "d/dx sin x"),
        ("y = x^3. dy/dx", "d/dx x^3"),
        ("f(x,y) = x y, find ∂f/∂y", "∂/∂y x y"),
        ("derivative with respect to y of x^2 y", "d/dy x^2 y"),
        ("d/dx (x^4)''", "third derivative x^4"),
        ("Find the slope of the tangent line to y=x^2 at x=3", "derivative of x^2 at 3"),
        ("slope of the curve y = x^2 at x = 1", "derivative of x^2 at 1"),
    ],
)
def test_two_ways_to_ask_the_same_thing(typed, same):
    assert read(typed).problem == read(same).problem


def test_a_prime_behind_an_operator_counts():
    assert isinstance(read("d/dx (x^4)'").problem, DifferentiateRepeatedly)


def test_the_slope_of_a_curve_is_asked_at_a_point():
    assert isinstance(read("slope of the curve y = x^2 at x = 1").problem, DifferentiateAt)


def test_a_norm_is_understood_and_said_to_be_missing():
    with pytest.raises(NotYet, match="norms"):
        read("d/dx ‖x‖")


@pytest.mark.parametrize(
    ("typed", "subject"),
    [
        ("y'' + y = 0", "differential equations"),
        ("dy/dx = x^2", "differential equations"),
        ("solve x' = -2x, x(0) = x0", "differential equations"),
        ("solve x + y = 1, 2x + 2y = 3", "systems of equations"),
        ("lim (x,y)->(0,0) x y/(x^2+y^2)", "limits"),
    ],
)
def test_a_question_of_a_coming_subject_is_named(typed, subject):
    with pytest.raises(NotYet) as caught:
        read(typed)
    assert caught.value.subject == subject


@pytest.mark.parametrize(
    "typed", ["derivative of f(x) at x=1", "tangent line to x f(x) at 1", "is f(x) differentiable at 0?"]
)
def test_a_slope_at_a_place_needs_the_function(typed):
    with pytest.raises(Unreadable, match="f is not given"):
        read(typed)


@pytest.mark.parametrize("typed", ["tan {}", "sqrt{}", "ln()", "x + exp {} 2"])
def test_a_function_of_nothing_is_refused(typed):
    with pytest.raises(Unreadable, match="nothing between these brackets"):
        read(f"d/dx {typed}")

"""What stands in an expression, in plain text, Unicode and LaTeX, and what it means."""

import pytest
from sympy import (
    Abs,
    Function,
    Heaviside,
    Integer,
    Max,
    Piecewise,
    Rational,
    Symbol,
    acos,
    asin,
    asinh,
    atan,
    atan2,
    cos,
    cosh,
    cot,
    erf,
    exp,
    factorial,
    gamma,
    log,
    pi,
    sin,
    sinh,
    sqrt,
    tan,
)

from symtutor.parsing import read_expression
from symtutor.written import Grid, Listing, Minus, Phrase, Quotient, Relation
from symtutor.written.functions import gelu, sigmoid, softplus

a, b, r, t, x, y, z = (Symbol(n, real=True) for n in "abrtxyz")
alpha, theta, lamda = (Symbol(n, real=True) for n in ("alpha", "theta", "lambda"))

MEANINGS = [
    # products that are not written
    ("2x", 2 * x),
    ("xy", x * y),
    ("x(x+1)", x * (x + 1)),
    ("(x+1)(x-1)", (x + 1) * (x - 1)),
    ("2sin x cos x", 2 * sin(x) * cos(x)),
    ("2sinx", 2 * sin(x)),
    ("xcos(x)", x * cos(x)),
    ("xcosx", x * cos(x)),
    ("pi r^2", pi * r**2),
    ("2|x|", 2 * Abs(x)),
    ("x sqrt(x)", x * sqrt(x)),
    # precedence
    ("1/2x", x / 2),
    ("x^2/3y", x**2 * y / 3),
    ("a/b/z", a / b / z),
    ("a/(b z)", a / (b * z)),
    ("a/-b*z", -a * z / b),
    ("e^2x", exp(2) * x),
    ("e^(2x)", exp(2 * x)),
    ("2^-3", Rational(1, 8)),
    ("-x^2", -(x**2)),
    ("(-x)^2", x**2),
    ("2^3^2", Integer(512)),
    ("a-b-z", a - b - z),
    ("x^-2y", y / x**2),
    ("2*-3", Integer(-6)),
    ("x!^2", factorial(x) ** 2),
    ("e^-x^2", exp(-(x**2))),
    # functions without brackets
    ("sin x/x", sin(x) / x),
    ("sin 2x cos x", sin(2 * x) * cos(x)),
    ("sin 2x + 1", sin(2 * x) + 1),
    ("ln x^2", log(x**2)),
    ("sin x^2", sin(x**2)),
    ("sin(x)^2", sin(x) ** 2),
    ("sin(x)y", sin(x) * y),
    ("sin^2 x", sin(x) ** 2),
    ("sin²x", sin(x) ** 2),
    (r"\sin^{2}x", sin(x) ** 2),
    ("sin^-1 x", asin(x)),
    ("cos^{-1}(x)", acos(x)),
    ("sin⁻¹ x", asin(x)),
    ("sin^-2 x", sin(x) ** -2),
    ("ln sin x", log(sin(x))),
    ("ln |x|", log(Abs(x))),
    ("sin -x", -sin(x)),
    ("sin x * y", sin(x) * y),
    # names
    ("asin x + arcsin x", 2 * asin(x)),
    ("tg x + ctg x", tan(x) + cot(x)),
    ("sh x + ch x", sinh(x) + cosh(x)),
    ("arctg x", atan(x)),
    ("arsinh x + asinh x + arcsinh x", 3 * asinh(x)),
    ("lg x", log(x) / log(10)),
    ("log x", log(x)),
    ("log_2 8", log(8) / log(2)),
    ("log10(x)", log(x) / log(10)),
    (r"\log_{10} x", log(x) / log(10)),
    ("exp(x)", exp(x)),
    ("sigmoid(x) + softplus(x) + gelu(x)", sigmoid(x) + softplus(x) + gelu(x)),
    ("relu(x)", Max(0, x)),
    ("max(0,x)", Max(0, x)),
    ("erf(x)", erf(x)),
    ("gamma(x)", gamma(x)),
    ("Heaviside(x)", Heaviside(x)),
    ("Abs(x)", Abs(x)),
    ("cbrt(x)", x ** Rational(1, 3)),
    ("root(3, x)", x ** Rational(1, 3)),
    ("atan2(y, x)", atan2(y, x)),
    ("a1 + x", Symbol("a1", real=True) + x),
    ("x_1 + x₁ + x1", 3 * Symbol("x1", real=True)),
    ("alpha θ λ", alpha * theta * lamda),
    ("f(x^2)", Function("f")(x**2)),
    ("E**x", exp(x)),
    ("e^x", exp(x)),
    # bars
    ("||x|-1|", Abs(Abs(x) - 1)),
    ("|x|y|z|", Abs(x) * y * Abs(z)),
    ("|x|/x", Abs(x) / x),
    # Unicode
    ("√x + x² − π", sqrt(x) + x**2 - pi),
    ("√2x", sqrt(2) * x),
    ("2·x×y÷z", 2 * x * y / z),
    ("𝑥² + ｘ", x**2 + x),
    ("½x", x / 2),
    ("x⁻¹", 1 / x),
    ("∛x", x ** Rational(1, 3)),
    # LaTeX
    (r"\frac12", Rational(1, 2)),
    (r"\frac{x}{x+1}", x / (x + 1)),
    (r"\dfrac12x", x / 2),
    (r"\left|x\right|", Abs(x)),
    (r"\left(x+1\right)^{2}", (x + 1) ** 2),
    (r"\sqrt{x}", sqrt(x)),
    (r"\sqrt[3]{x}", x ** Rational(1, 3)),
    (r"\sqrt x", sqrt(x)),
    (r"\mathrm{e}^{x}", exp(x)),
    (r"\operatorname{softplus}(x)", softplus(x)),
    (r"\operatorname{arcsin} x", asin(x)),
    (r"2 \cdot x \, y", 2 * x * y),
    (r"x^{-1/2}", x ** Rational(-1, 2)),
    (r"\lvert x \rvert", Abs(x)),
    (r"\begin{cases} x & x>0 \\ -x & \text{otherwise} \end{cases}", Piecewise((x, x > 0), (-x, True))),
    ("{x, x>0; -x, x<0}", Piecewise((x, x > 0), (-x, x < 0))),
    # numbers
    (".5", Rational(1, 2)),
    ("1e-3", Rational(1, 1000)),
    ("50%", Rational(1, 2)),
    ("1 000", Integer(1000)),
    ("1.000,5", Rational(2001, 2)),
    ("3 1/2", Rational(7, 2)),
    # real roots
    ("(-8)^(1/3)", Integer(-2)),
]


@pytest.mark.parametrize(("typed", "value"), MEANINGS)
def test_an_expression_means_its_value(typed, value):
    assert read_expression(typed, letters=("n", "k")).value() == value


@pytest.mark.parametrize(
    "spellings",
    [
        ("x^2/(x+1)", "x²/(x+1)", r"\frac{x^2}{x+1}", "x**2/(x + 1)", "ｘ^2/(x+1)"),
        ("sqrt(x^2+1)", "√(x²+1)", r"\sqrt{x^2+1}", "(x^2+1)^(1/2)"),
        ("2*pi*x", "2π·x", r"2\pi x", "2 pi x"),
        ("arcsin(x)", "asin x", r"\arcsin x", "sin^-1 x", r"\sin^{-1}(x)"),
    ],
)
def test_plain_text_unicode_and_latex_mean_the_same(spellings):
    assert len({read_expression(s).value() for s in spellings}) == 1


def test_order_and_form_are_kept_as_typed():
    written = read_expression("x/x")
    assert isinstance(written, Quotient) and written.value() == 1


@pytest.mark.parametrize(
    "typed", ["[[1,2],[3,4]]", "[1 2; 3 4]", r"\begin{pmatrix}1&2\\3&4\end{pmatrix}", "[1, 2; 3, 4]"]
)
def test_a_matrix_is_a_grid(typed):
    written = read_expression(typed)
    assert isinstance(written, Grid)
    assert written.value().tolist() == [[1, 2], [3, 4]]


@pytest.mark.parametrize(
    ("typed", "left", "right", "count"),
    [
        ("[0,1)", "[", ")", 2),
        ("(-inf, 3]", "(", "]", 2),
        ("(1,2)", "(", ")", 2),
        ("{1,3}", "{", "}", 2),
        ("<1,2>", "<", ">", 2),
    ],
)
def test_lists_keep_their_marks(typed, left, right, count):
    written = read_expression(typed)
    assert isinstance(written, Listing)
    assert (written.left, written.right, len(written.items)) == (left, right, count)


@pytest.mark.parametrize(
    "typed", ["y = 2x", "f'(x) = 2x", "f(x) = 2x", "dy/dx = 2x", "y' = 2x", "ans: 2x", "the answer is 2x", "2x."]
)
def test_a_left_side_that_names_what_is_asked_is_left_out(typed):
    assert read_expression(typed).value() == 2 * x


@pytest.mark.parametrize("typed", ["x=2 or x=-2", "x = ±2", "x = 2, x = -2", "x=2 and x=-2"])
def test_several_answers_are_a_list_of_relations(typed):
    written = read_expression(typed, letters=("x",))
    assert isinstance(written, Listing)
    assert [i.sides[1].value() for i in written.items] == [2, -2]


def test_a_chain_of_relations_is_one_relation():
    assert read_expression("1 < x <= 3") == Relation(("<", "≤"), read_expression("1 < x <= 3").sides)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("DNE", "does not exist"),
        ("no solution", "no solution"),
        ("Diverges.", "diverges"),
        ("all reals", "all reals"),
        ("No, a corner", "no"),
    ],
)
def test_words_are_a_phrase(typed, said):
    assert read_expression(typed) == Phrase((said,))


def test_a_free_constant_is_a_letter():
    assert read_expression("x^2 + const").value() == x**2 + Symbol("C", real=True)


def test_the_parameter_of_a_family_is_an_integer():
    written = read_expression("x = pi/6 + 2 pi k, k integer", letters=("x",))
    assert Symbol("k", integer=True) in written.sides[1].value().free_symbols


def test_a_symbol_of_the_question_keeps_its_kind():
    n = Symbol("n", integer=True)
    assert read_expression("(x+n) e^x", letters=(n, x)).value() == (x + n) * exp(x)
    assert read_expression("n", letters=("n",)).value() == Symbol("n", real=True)


def test_a_minus_stands_in_front_of_the_whole_product():
    assert isinstance(read_expression("-2*x"), Minus)

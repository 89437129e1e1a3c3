"""What a person types, and the problem it is."""

import pytest
from sympy import (
    Abs,
    E,
    Eq,
    Integer,
    Max,
    Ne,
    Piecewise,
    Rational,
    Symbol,
    Tuple,
    asin,
    cos,
    exp,
    log,
    oo,
    pi,
    sin,
    sqrt,
)

from symtutor.parsing import NotYet, Unreadable, read, read_questions
from symtutor.problems import (
    ChainAlongPath,
    DerivativeOfInverse,
    Differentiate,
    DifferentiateAt,
    DifferentiateRepeatedly,
    FindLimit,
    Form,
    ImplicitDerivative,
    IsDifferentiable,
    LinearApproximation,
    NthDerivative,
    ParametricDerivative,
    PartialDerivatives,
    Rewrite,
    Solve,
    TangentLine,
)
from symtutor.written.functions import sigmoid

a, b, t, w, x, y, z = (Symbol(n, real=True) for n in "abtwxyz")
n = Symbol("n", integer=True)


def d(expr, variable=x, **more):
    return Differentiate(expr, variable, tidied=True, **more)


DERIVATIVES = [
    ("d/dx x^2 sin(x)", d(x**2 * sin(x))),
    ("derivative of x^x", d(x**x)),
    ("What is the derivative of x^x?", d(x**x)),
    ("Please compute the derivative of x^x.", d(x**x)),
    ("FIND THE DERIVATIVE OF x^x", d(x**x)),
    ("differentiate x^2 y with respect to y", d(x**2 * y, y)),
    ("differentiate ln(5*x) wrt x (x > 0)", d(log(5 * x), given=(x > 0,))),
    ("differentiate |x| wrt x (x != 0)", d(Abs(x), given=(Ne(x, 0),))),
    ("d/dx ln(a x) for a > 0", d(log(a * x), given=(a > 0,))),
    ("d/dx ln(a x), where a, b > 0", d(log(a * x), given=(a > 0, b > 0))),
    ("∂/∂y x^2 y", d(x**2 * y, y, partial=True)),
    ("find the partial derivative of x^2*y + y^3 wrt x", d(x**2 * y + y**3, partial=True)),
    (r"\frac{d}{dx} x^2", d(x**2)),
    (r"\frac{\mathrm{d}}{\mathrm{d}x} x^2", d(x**2)),
    (r"\frac{\mathrm d}{\mathrm d x} x^2", d(x**2)),
    (r"\frac{d}{dx}\left[x^2\right]", d(x**2)),
    ("d/dx {x^2 if x < 0, x^3 if x >= 0}", d(Piecewise((x**2, x < 0), (x**3, x >= 0)))),
    ("d/dx x^2, evaluated at x = 1", DifferentiateAt(x**2, x, Integer(1))),
    ("derivative of x^2 at the point x = 1", DifferentiateAt(x**2, x, Integer(1))),
    ("derivative of f where f(x) = x^2", d(x**2)),
    ("derivative of x^2 y w.r.t. y", d(x**2 * y, y)),
    (r"d/dx \text{sigmoid}(x)", d(sigmoid(x))),
    (r"d/dx \sqrt[3]{x}", d(x ** Rational(1, 3))),
    (r"\frac{\partial}{\partial y} x^2 y", d(x**2 * y, y, partial=True)),
    ("d(x^2)/dx", d(x**2)),
    ("(x^2)'", d(x**2)),
    ("f(x) = x^2, find f'(x)", d(x**2)),
    ("find f'(x) for f(x) = x^2", d(x**2)),
    ("f(x) = x^2. Find f'(x).", d(x**2)),
    ("y = x^2 sin x, find dy/dx", d(x**2 * sin(x))),
    ("find dy/dx if y = x^2 sin x", d(x**2 * sin(x))),
    (r"y = x^2, find \frac{dy}{dx}", d(x**2)),
    ("y = x^2, find the derivative", d(x**2)),
    ("derivative of f(x) = x^2", d(x**2)),
    ("of 1/x", d(1 / x)),
    ("of sigmoid(x)", d(sigmoid(x))),
    ("dL/dw for L = (sigmoid(w x + b) - y)^2", d((sigmoid(w * x + b) - y) ** 2, w)),
    ("derivative of 1/x from the definition", d(1 / x, by="the definition")),
    ("derivative of 1/x from first principles", d(1 / x, by="the definition")),
    ("derivative of 1/x using the limit definition", d(1 / x, by="the definition")),
    ("derivative of arcsin x by the inverse function rule", d(asin(x), by="the inverse function rule")),
    ("d/dx x^x by logarithmic differentiation", d(x**x, by="logarithmic differentiation")),
    ("derivative of x/(x+1) by the quotient rule", d(x / (x + 1), by="the quotient rule")),
    ("derivative of e^at wrt t", d(exp(a) * t, t)),
    ("d/dx 5", d(Integer(5))),
    (r"\frac{d^2}{dx^2} e^{-x^2/2}", DifferentiateRepeatedly(exp(-(x**2) / 2), (x, x))),
    ("d^2/dx^2 x^3", DifferentiateRepeatedly(x**3, (x, x))),
    ("d²/dx² x³", DifferentiateRepeatedly(x**3, (x, x))),
    ("d/dx d/dx x^3", DifferentiateRepeatedly(x**3, (x, x))),
    ("second derivative of x^3", DifferentiateRepeatedly(x**3, (x, x))),
    ("2nd derivative of x^3", DifferentiateRepeatedly(x**3, (x, x))),
    ("find the second derivative of x^3 - 2*x wrt x", DifferentiateRepeatedly(x**3 - 2 * x, (x, x))),
    ("∂²/∂x∂y x^2 y^3", DifferentiateRepeatedly(x**2 * y**3, (x, y), partial=True)),
    (r"\frac{\partial^2}{\partial x \partial y} x^2 y^3", DifferentiateRepeatedly(x**2 * y**3, (x, y), partial=True)),
    ("f(x) = x^3, f''(x)", DifferentiateRepeatedly(x**3, (x, x))),
    ("(x^3)''", DifferentiateRepeatedly(x**3, (x, x))),
    ("n-th derivative of x e^x", NthDerivative(x * exp(x), x, n)),
    ("nth derivative of x^n", NthDerivative(x**n, x, n)),
    ("d^n/dx^n e^(2x)", NthDerivative(exp(2 * x), x, n)),
    (r"\frac{d^n}{dx^n} e^{2x}", NthDerivative(exp(2 * x), x, n)),
    ("derivative of x^3 at x = 2", DifferentiateAt(x**3, x, Integer(2))),
    ("the derivative of x^3 at 2", DifferentiateAt(x**3, x, Integer(2))),
    ("f(x)=x^3, f'(2)", DifferentiateAt(x**3, x, Integer(2))),
    ("slope of x^2 at x = 3", DifferentiateAt(x**2, x, Integer(3))),
    ("is |x| differentiable at 0?", IsDifferentiable(Abs(x), x, Integer(0))),
    ("is max(0,x) differentiable at x = 0?", IsDifferentiable(Max(0, x), x, Integer(0))),
    ("x^2 + y^2 = 25, find dy/dx", ImplicitDerivative(Eq(x**2 + y**2, 25), y, x)),
    ("find dy/dx for x^2 + y^2 = 25", ImplicitDerivative(Eq(x**2 + y**2, 25), y, x)),
    ("differentiate x^2 + y^2 = 25 implicitly", ImplicitDerivative(Eq(x**2 + y**2, 25), y, x)),
    (r"x^2 + y^2 = 25, find \frac{dy}{dx}", ImplicitDerivative(Eq(x**2 + y**2, 25), y, x)),
    ("x = t^2, y = t^3, find dy/dx", ParametricDerivative(t**2, t**3, t)),
    ("x = t^2, y = t^3, find d^2y/dx^2", ParametricDerivative(t**2, t**3, t, 2)),
    ("derivative of the inverse of x^3 + x at 2", DerivativeOfInverse(x**3 + x, x, Integer(2))),
    ("tangent line to x^2 at 1", TangentLine(x**2, x, Integer(1))),
    ("find the equation of the tangent line to y = x^2 at x = 1", TangentLine(x**2, x, Integer(1))),
    ("tangent to the curve y = x^2 at (1, 1)", TangentLine(x**2, x, Integer(1))),
    (
        "approximate sqrt(4.1) by linear approximation at 4",
        LinearApproximation(sqrt(x), x, Integer(4), Rational(41, 10)),
    ),
    ("approximate e^0.1 by linear approximation at 0", LinearApproximation(exp(x), x, Integer(0), Rational(1, 10))),
    ("linear approximation of sqrt(x) at 4", LinearApproximation(sqrt(x), x, Integer(4), x)),
    ("partial derivatives of x^2 y + e^(xy)", PartialDerivatives(x**2 * y + exp(x * y), (x, y))),
    (
        "dz/dt for z = x^2 y, x = cos t, y = sin t",
        ChainAlongPath(x**2 * y, Tuple(Tuple(x, cos(t)), Tuple(y, sin(t))), t, z),
    ),
]


@pytest.mark.parametrize(("typed", "problem"), DERIVATIVES)
def test_a_question_about_a_derivative_is_read(typed, problem):
    assert read(typed).problem == problem


LIMITS = [
    ("lim x->0 sin(x)/x", FindLimit(sin(x) / x, x, Integer(0))),
    ("lim x→0 sin(x)/x", FindLimit(sin(x) / x, x, Integer(0))),
    (r"\lim_{x\to 0} \frac{\sin x}{x}", FindLimit(sin(x) / x, x, Integer(0))),
    (r"lim_{x\to 0^+} x \ln x", FindLimit(x * log(x), x, Integer(0), "+")),
    (r"\lim_{x \to 0^{-}} x", FindLimit(x, x, Integer(0), "-")),
    ("lim x->0+ x ln x", FindLimit(x * log(x), x, Integer(0), "+")),
    ("lim (x->0+) x ln x", FindLimit(x * log(x), x, Integer(0), "+")),
    ("lim x -> 3*pi/2- x", FindLimit(x, x, 3 * pi / 2, "-")),
    ("lim x->-oo e^x", FindLimit(exp(x), x, -oo)),
    ("limit of (x^2-4)/(x-2) as x -> 2", FindLimit((x**2 - 4) / (x - 2), x, Integer(2))),
    ("limit as x approaches 2 of x^2", FindLimit(x**2, x, Integer(2))),
    ("limit of x ln x as x approaches 0 from the right", FindLimit(x * log(x), x, Integer(0), "+")),
    ("find the limit of x*ln(x) as x->0+", FindLimit(x * log(x), x, Integer(0), "+")),
    ("find the limit of sqrt(x^2+x)-x as x->oo", FindLimit(sqrt(x**2 + x) - x, x, oo)),
    ("limit of x as x tends to infinity", FindLimit(x, x, oo)),
    ("lim x->0 sin(x)/x by l'Hopital", FindLimit(sin(x) / x, x, Integer(0), by="l'hopital")),
]


@pytest.mark.parametrize(("typed", "problem"), LIMITS)
def test_a_question_about_a_limit_is_read(typed, problem):
    assert read(typed).problem == problem


ALGEBRA = [
    ("expand (x+1)^2", Rewrite((x + 1) ** 2, Form.EXPANDED)),
    ("factor x^2-1", Rewrite(x**2 - 1, Form.FACTORED)),
    ("factorise x^2-1", Rewrite(x**2 - 1, Form.FACTORED)),
    ("collect a*x + b*x in x", Rewrite(a * x + b * x, Form.COLLECTED, x)),
    ("cancel (x^2-1)/(x-1)", Rewrite((x**2 - 1) / (x - 1), Form.CANCELLED)),
    ("combine 1/x + 1/y", Rewrite(1 / x + 1 / y, Form.TOGETHER)),
    ("partial fractions of 1/(x^2-1)", Rewrite(1 / (x**2 - 1), Form.PARTIAL_FRACTIONS)),
    ("complete the square in x^2+4x+1", Rewrite(x**2 + 4 * x + 1, Form.SQUARE_COMPLETED)),
    ("rationalise 1/(1+sqrt 2)", Rewrite(1 / (1 + sqrt(2)), Form.RATIONALISED)),
    ("combine the powers in 2^x 2^y", Rewrite(2**x * 2**y, Form.POWERS_COMBINED)),
    ("expand the logarithm ln(x^2 y)", Rewrite(log(x**2 * y), Form.LOGARITHMS_EXPANDED)),
    ("combine the logarithms ln x + ln y", Rewrite(log(x) + log(y), Form.LOGARITHMS_COMBINED)),
    ("reduce sin(x)^2", Rewrite(sin(x) ** 2, Form.TRIG_REDUCED)),
    ("expand the sum in sin(x+y)", Rewrite(sin(x + y), Form.TRIG_EXPANDED)),
    ("tidy x + x^2", Rewrite(x + x**2, Form.TIDY)),
    ("solve x^2 - 5x + 6 = 0", Solve(Eq(x**2 - 5 * x + 6, 0), x)),
    ("solve sin x = 1/2 for x", Solve(Eq(sin(x), Rational(1, 2)), x)),
    ("solve x^2 = x over the reals", Solve(Eq(x**2, x), x)),
    ("solve a x = b for x over the reals", Solve(Eq(a * x, b), x)),
    ("roots of x^2 - 2", Solve(Eq(x**2 - 2, 0, evaluate=False), x)),
]


@pytest.mark.parametrize(("typed", "problem"), ALGEBRA)
def test_a_question_of_algebra_is_read(typed, problem):
    assert read(typed).problem == problem


def test_questions_inherit_lead_and_technique():
    read_ = [r.problem for r in read_questions("derivative of x^2 from the definition; of 1/x; of sqrt(x)")]
    assert read_ == [d(e, by="the definition") for e in (x**2, 1 / x, sqrt(x))]


def test_a_text_of_several_questions_is_read_for_its_first():
    assert read("derivative of x^2; of 1/x").problem == d(x**2)


def test_question_marks_part_questions():
    assert [r.problem.expr for r in read_questions("is |x| differentiable at 0? is max(0,x) differentiable at 0?")] == [
        Abs(x),
        Max(0, x),
    ]


def test_assumptions_become_given():
    assert read("d/dx ln(a x)", assume="a > 0").problem.given == (a > 0,)
    assert read("d/dx ln(a x)", assume=("a > 0", "b != 0, x > 1")).problem.given == (a > 0, Ne(b, 0), x > 1)


def test_typed_keeps_what_evaluation_loses():
    reading = read("d/dx x/x")
    assert reading.problem.expr == 1
    assert reading.problem.typed.top.value() == x


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("integrate x^2 from 0 to 1", "∫₀¹ x² dx"),
        (r"\int_0^1 x^2 \, dx", "∫₀¹ x² dx"),
        ("∫₀¹ x² dx", "∫₀¹ x² dx"),
        ("integrate x e^x dx", "∫ x·e^x dx"),
        ("sum of 1/k^2 from k=1 to n", "the sum of 1/k² from k = 1 to n"),
        (r"\sum_{k=1}^n k^2", "the sum of k² from k = 1 to n"),
        ("X ~ N(0,1)", "X ~ N·(0, 1)"),
    ],
)
def test_what_cannot_be_asked_yet_is_said_as_it_was_understood(typed, understood):
    with pytest.raises(NotYet) as caught:
        read(typed)
    assert f"read as {understood};" in caught.value.message


def test_an_equation_that_gives_nothing_asked_is_refused():
    with pytest.raises(Unreadable, match="nothing is asked"):
        read("x^2 sin x")


def test_e_is_the_number():
    assert read("d/dx e").problem.expr == E

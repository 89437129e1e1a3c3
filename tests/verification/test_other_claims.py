"""Every other kind of question: one right and one wrong answer at least."""

from __future__ import annotations

import pytest
from sympy import (
    Abs,
    E,
    Eq,
    Integer,
    Ne,
    Piecewise,
    Rational,
    Symbol,
    Tuple,
    cos,
    exp,
    factorial,
    log,
    oo,
    pi,
    sin,
    sqrt,
    tan,
)

from symtutor.derivation import Verdict
from symtutor.problems import (
    ChainAlongPath,
    DerivativeOfInverse,
    Differentiate,
    DifferentiateAt,
    FindLimit,
    Form,
    ImplicitDerivative,
    IsDifferentiable,
    LinearApproximation,
    NoValue,
    NthDerivative,
    ParametricDerivative,
    Rewrite,
    SolutionSet,
    Solve,
    SolveLinear,
    TangentLine,
    YesNo,
)

from .asking import evidence

x, y, z, t, h, a, b, c = (Symbol(s, real=True) for s in "xyzthabc")
n, k = Symbol("n", integer=True), Symbol("k", integer=True)
NONE = NoValue("does not exist")
CIRCLE = Tuple(Tuple(x, cos(t)), Tuple(y, sin(t)))


def roots(*members, parameters=()):
    return SolutionSet(x, tuple(Integer(m) if isinstance(m, int) else m for m in members), parameters)


def equation(left, right):
    return Solve(Eq(left, right, evaluate=False), x)


VOUCHED = [
    (Differentiate(sqrt(-(x**2) - 1), x), NoValue("undefined"), Verdict.CONFIRMED),
    (NthDerivative((2 * x + 1) ** n, x, n), 2**n * factorial(n), Verdict.CONFIRMED),
    (LinearApproximation(log(x), x, Integer(1), Integer(-1)), NONE, Verdict.PROVED),
    (equation(tan(x), -sqrt(3)), roots(pi * k - pi / 3, parameters=(k,)), Verdict.CONFIRMED),
    (equation((x + 1) ** 3000, 0), roots(-1), Verdict.PROVED),
    (DifferentiateAt(x**3, x, Integer(2)), Integer(12), Verdict.PROVED),
    (DifferentiateAt(x**3, x, a), 3 * a**2, Verdict.PROVED),
    (DifferentiateAt(Abs(x), x, Integer(0)), NONE, Verdict.ENCLOSED),
    (DifferentiateAt(x * Abs(x), x, Integer(0)), Integer(0), Verdict.PROVED),
    (DifferentiateAt(x ** Rational(1, 3), x, Integer(0)), NONE, Verdict.PROVED),
    (DifferentiateAt(log(x), x, Integer(-1)), NONE, Verdict.PROVED),
    (IsDifferentiable(Abs(x - sqrt(2)), x, sqrt(2)), YesNo(False), Verdict.ENCLOSED),
    (IsDifferentiable(Abs(x), x, Integer(1)), YesNo(True), Verdict.ENCLOSED),
    (TangentLine(x**2, x, Integer(1)), Eq(y, 2 * x - 1), Verdict.PROVED),
    (LinearApproximation(sqrt(x), x, Integer(4), Rational(41, 10)), Rational(81, 40), Verdict.PROVED),
    (DerivativeOfInverse(x**3 + x, x, Integer(2)), Rational(1, 4), Verdict.PROVED),
    (DerivativeOfInverse(exp(x), x, y), 1 / y, Verdict.PROVED),
    (ImplicitDerivative(Eq(x**2 + y**2, 25), y, x), -x / y, Verdict.PROVED),
    (ImplicitDerivative(Eq(x * y, 1), y, x), -(y**2), Verdict.CONFIRMED),
    (ParametricDerivative(t**2, t**3, t), 3 * t / 2, Verdict.PROVED),
    (ParametricDerivative(t**2, t**3, t, 2), 3 / (4 * t), Verdict.PROVED),
    (ChainAlongPath(x**2 * y, CIRCLE, t), cos(t) ** 3 - 2 * cos(t) * sin(t) ** 2, Verdict.PROVED),
    (NthDerivative(x * exp(x), x, n), (x + n) * exp(x), Verdict.PROVED),
    (NthDerivative(sin(x), x, n), sin(x + n * pi / 2), Verdict.PROVED),
    (NthDerivative(log(x), x, n), (-1) ** (n - 1) * factorial(n - 1) / x**n, Verdict.PROVED),
    (Rewrite((x + 1) ** 2, Form.EXPANDED), x**2 + 2 * x + 1, Verdict.PROVED),
    (Rewrite(1 / (1 + sqrt(2)), Form.RATIONALISED), sqrt(2) - 1, Verdict.PROVED),
    (Rewrite(sin(x) ** 2, Form.TRIG_REDUCED), (1 - cos(2 * x)) / 2, Verdict.PROVED),
    (SolveLinear(Eq(2 * x + 2 * y * z, 0), z), -x / y, Verdict.PROVED),
    (equation(x**2 - 5 * x + 6, 0), roots(2, 3), Verdict.PROVED),
    (equation(x**2 + 1, 0), NoValue("no solution"), Verdict.PROVED),
    (
        equation(sin(x), Rational(1, 2)),
        roots(pi / 6 + 2 * pi * k, 5 * pi / 6 + 2 * pi * k, parameters=(k,)),
        Verdict.CONFIRMED,
    ),
    (equation(exp(x), 5), roots(log(5)), Verdict.CONFIRMED),
    (equation(Abs(x - 1), 2), roots(3, -1), Verdict.CONFIRMED),
    (equation(sqrt(x + 2), x), roots(2), Verdict.CONFIRMED),
    (FindLimit(sin(x) / x, x, Integer(0)), Integer(1), Verdict.PROVED),
    (FindLimit(((x + h) ** 3 - x**3) / h, h, Integer(0)), 3 * x**2, Verdict.PROVED),
    (FindLimit((sqrt(x + h) - sqrt(x)) / h, h, Integer(0)), 1 / (2 * sqrt(x)), Verdict.PROVED),
    (FindLimit(Abs(x) / x, x, Integer(0)), NONE, Verdict.PROVED),
    (FindLimit(1 / x, x, Integer(0), "+"), oo, Verdict.PROVED),
    (FindLimit((1 + 1 / x) ** x, x, oo), E, Verdict.PROVED),
    (FindLimit(log(x) / x, x, oo), Integer(0), Verdict.CONFIRMED),
    (FindLimit(sin(1 / x), x, Integer(0)), NONE, Verdict.CONFIRMED),
    (FindLimit((Abs(x + h) - Abs(x)) / h, h, Integer(0), given=(x > 0,)), Integer(1), Verdict.PROVED),
]


@pytest.mark.parametrize(("problem", "answer", "verdict"), VOUCHED, ids=lambda v: type(v).__name__)
def test_right_answer_has_its_verdict(problem, answer, verdict):
    assert evidence(problem, answer).verdict is verdict


WRONG = [
    (Differentiate(sqrt(x), x), NoValue("undefined")),
    (DifferentiateAt(x**3, x, Integer(2)), Integer(11)),
    (DifferentiateAt(x * Abs(x), x, Integer(0)), NONE),
    (IsDifferentiable(Abs(x), x, Integer(0)), YesNo(True)),
    (IsDifferentiable(x * Abs(x), x, Integer(0)), YesNo(False)),
    (TangentLine(x**2, x, Integer(1)), Eq(y, 2 * x + 1)),
    (TangentLine(x**2, x, Integer(1)), Eq(y, 3 * x - 2)),
    (TangentLine(x**2, x, Integer(1)), Eq(y, x**2)),
    (LinearApproximation(sqrt(x), x, Integer(4), Rational(41, 10)), sqrt(Rational(41, 10))),
    (DerivativeOfInverse(x**3 + x, x, Integer(2)), Rational(1, 13)),
    (ImplicitDerivative(Eq(x**2 + y**2, 25), y, x), x / y),
    (ParametricDerivative(t**2, t**3, t), t),
    (ChainAlongPath(x**2 * y, CIRCLE, t), cos(t) ** 3),
    (NthDerivative(x * exp(x), x, n), (x + n + 1) * exp(x)),
    (NthDerivative(x**5, x, n), 120 / factorial(5 - n) * x ** (5 - n) + Piecewise((1, n > 7), (0, True))),
    (Rewrite((x + 1) ** 2, Form.EXPANDED), x**2 + 1),
    (Rewrite(log(x**2 * y), Form.LOGARITHMS_EXPANDED), 2 * log(x) + log(y)),
    (Rewrite(x + 1, Form.CANCELLED), (x**2 - 1) / (x - 1)),
    (SolveLinear(Eq(2 * x + 2 * y * z, 0), z), x / y),
    (equation(x**2 - 5 * x + 6, 0), roots(2)),
    (equation(x**2 - 5 * x + 6, 0), roots(2, 4)),
    (equation(sqrt(x + 2), x), roots(2, -1)),
    (equation(sin(x), Rational(1, 2)), roots(pi / 6 + 2 * pi * k, parameters=(k,))),
    (equation(exp(2 * x) - 3 * exp(x) + 2, 0), roots(0)),
    (FindLimit(sin(x) / x, x, Integer(0)), Integer(2)),
    (FindLimit(Abs(x) / x, x, Integer(0)), Integer(1)),
    (FindLimit(1 / x, x, Integer(0)), oo),
    (FindLimit(sin(x) / x, x, Integer(0)), NONE),
]


@pytest.mark.parametrize(("problem", "answer"), WRONG, ids=lambda v: type(v).__name__)
def test_wrong_answer_is_refuted(problem, answer):
    assert evidence(problem, answer).verdict is Verdict.REFUTED


def test_cancelled_factor_is_a_condition():
    question = Rewrite((x**2 - 1) / (x - 1), Form.CANCELLED)
    assert evidence(question, x + 1, (Ne(x, 1),)).verdict is Verdict.PROVED


def test_oscillation_is_not_sampled_at_integers():
    assert evidence(FindLimit(sin(pi * x), x, oo), Integer(0)).verdict is Verdict.UNDECIDED


def test_slow_limit_with_wrong_value_is_not_confirmed():
    assert evidence(FindLimit(log(x) / x, x, oo), Integer(1)).verdict is Verdict.UNDECIDED


@pytest.mark.parametrize(("problem", "answer", "verdict"), VOUCHED, ids=lambda v: type(v).__name__)
def test_without_balls_no_right_answer_is_refuted(problem, answer, verdict):
    assert evidence(problem, answer, balls=False).verdict is not Verdict.REFUTED


def test_tangent_of_tan_at_a_letter():
    assert evidence(DifferentiateAt(tan(x), x, a), 1 / cos(a) ** 2).verdict is Verdict.PROVED

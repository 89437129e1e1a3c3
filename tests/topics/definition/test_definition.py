"""Derivatives from the definition: found by limits alone, and only where the definition is asked for."""

from __future__ import annotations

import pytest
from sympy import (
    Abs,
    Expr,
    Integer,
    Ne,
    Rational,
    Symbol,
    cos,
    exp,
    expand,
    log,
    sin,
    sinh,
    sqrt,
    tan,
    together,
)

from symtutor.derivation import Derivation, Unsolved, derive
from symtutor.problems import Differentiate
from symtutor.problems.nearby import vanishes
from symtutor.topics import rulebook

x, a, b, c, h = (Symbol(n, real=True) for n in ("x", "a", "b", "c", "h"))
third = Rational(1, 3)


def define(expr: Expr, by: str = "the definition") -> Derivation:
    found = derive(Differentiate(expr, x, by=by), rulebook())
    assert isinstance(found, Derivation), found
    return found


DERIVATIVES = [
    (Integer(5), 0),
    (x, 1),
    (3 * x + 2, 3),
    (x**2, 2 * x),
    (x**3, 3 * x**2),
    (x**10, 10 * x**9),
    (x**2 + 3 * x, 2 * x + 3),
    (4 * x**3 - 2 * x + 1, 12 * x**2 - 2),
    (a * x**2 + b * x + c, 2 * a * x + b),
    ((2 * x + 1) * (x - 3), 4 * x - 5),
    (1 / x, -1 / x**2),
    (1 / x**2, -2 / x**3),
    (1 / (a * x + b), -a / (a * x + b) ** 2),
    (3 / (2 * x - 1), -6 / (2 * x - 1) ** 2),
    (1 / (x**2 + 1), -2 * x / (x**2 + 1) ** 2),
    (x / (x + 1), 1 / (x + 1) ** 2),
    (x + 1 / x, 1 - 1 / x**2),
    (sqrt(x), 1 / (2 * sqrt(x))),
    (sqrt(2 * x + 1), 1 / sqrt(2 * x + 1)),
    (sqrt(a * x + b), a / (2 * sqrt(a * x + b))),
    (sqrt(x**2 + 1), x / sqrt(x**2 + 1)),
    (1 / sqrt(x), -1 / (2 * x ** Rational(3, 2))),
    (x**third, 1 / (3 * x ** Rational(2, 3))),
    (x ** Rational(3, 2), 3 * sqrt(x) / 2),
    (x**2 + sqrt(x), 2 * x + 1 / (2 * sqrt(x))),
    (Abs(x), x / Abs(x)),
    (sin(x), cos(x)),
    (cos(x), -sin(x)),
    (tan(x), 1 / cos(x) ** 2),
    (sin(2 * x), 2 * cos(2 * x)),
    (cos(3 * x + 1), -3 * sin(3 * x + 1)),
    (sin(x**2), 2 * x * cos(x**2)),
    (x**2 + sin(x), 2 * x + cos(x)),
    (x * sin(x), sin(x) + x * cos(x)),
    (exp(x), exp(x)),
    (exp(-x), -exp(-x)),
    (exp(x**2), 2 * x * exp(x**2)),
    (2**x, 2**x * log(2)),
    (x**2 * exp(x), 2 * x * exp(x) + x**2 * exp(x)),
    (sinh(x), (exp(x) + exp(-x)) / 2),
    (log(x), 1 / x),
    (log(2 * x), 1 / x),
    (log(x**2 + 1), 2 * x / (x**2 + 1)),
    (x * log(x), log(x) + 1),
]


@pytest.mark.parametrize(("expr", "value"), DERIVATIVES, ids=lambda v: str(v))
def test_derivative_from_the_definition(expr, value):
    found = define(expr)
    assert found.step.rule == "DefinitionOfDerivative"
    assert vanishes(together(found.answer - value))


@pytest.mark.parametrize(("expr", "value"), DERIVATIVES[::5], ids=lambda v: str(v))
def test_no_derivative_is_used_on_the_way(expr, value):
    below = [node.problem for node in define(expr) if node.problem.by is None]
    assert not any(isinstance(p, Differentiate) for p in below)


CONDITIONS = [
    (x**2, ()),
    (1 / x, ()),
    (sqrt(x), (x > 0,)),
    (sqrt(2 * x + 1), (x > -Rational(1, 2),)),
    (x**third, (Ne(x, 0),)),
    (Abs(x), (Ne(x, 0),)),
    (log(x), ()),
    (sin(a * x), (Ne(a, 0),)),
]


@pytest.mark.parametrize(("expr", "conditions"), CONDITIONS, ids=lambda v: str(v))
def test_conditions_beyond_the_domain(expr, conditions):
    assert define(expr).conditions == conditions


def test_h_is_granted_and_never_carried():
    for expr, _ in DERIVATIVES[::7]:
        found = define(expr)
        assert not any(k.has(h) for k in found.conditions)


def test_a_letter_that_is_taken_is_not_used_for_the_step():
    found = define(h * x**2)
    assert found.answer == 2 * h * x
    assert dict(found.step.bindings)["h"] != h


FIRST_RULES = [
    (x**2, "FactorAndCancel"),
    (1 / x, "CommonDenominatorInLimit"),
    (sqrt(x), "Conjugate"),
    (Abs(x), "Conjugate"),
    (sin(x), "AdditionFormula"),
    (exp(x), "ExponentLaw"),
    (log(x), "LogarithmLaw"),
    (x**2 + sqrt(x), "SplitDifference"),
    (tan(x), "AsSineAndCosine"),
]


@pytest.mark.parametrize(("expr", "rule"), FIRST_RULES, ids=lambda v: str(v))
def test_the_algebra_that_a_teacher_would_choose(expr, rule):
    assert define(expr).step.premises()[0].step.rule == rule


@pytest.mark.parametrize(
    "words", ["the definition", "first principles", "the limit definition", "the difference quotient", "definition"]
)
def test_it_answers_to_its_names(words):
    assert define(x**2, words).step.rule == "DefinitionOfDerivative"


def test_it_is_never_chosen_without_being_asked_for():
    found = derive(Differentiate(x**2, x), rulebook())
    assert "DefinitionOfDerivative" not in {node.step.rule for node in found}


def test_it_is_not_a_last_resort_either():
    """Where no rule of differentiation applies, the definition is not tried by itself."""
    f = Symbol("f", real=True)
    book = rulebook().without(*(r.name for r in rulebook().rules_for(Differentiate)
                                if r.name != "DefinitionOfDerivative"))  # fmt: skip
    assert isinstance(derive(Differentiate(f**2, f), book), Unsolved)


def test_the_first_line_is_the_difference_quotient():
    said = define(x**2).step.told[0]
    assert expand(said.line.of.value() - ((x + h) ** 2 - x**2) / h) == 0


def test_what_is_cancelled_by_itself_is_written_first():
    lines = [t.line for t in define(3 * x + 2).step.told if hasattr(t, "line")]
    assert len(lines) == 2


def test_the_derivative_of_the_sine_rests_on_the_squeeze():
    assert "SineOverArgument" in {node.step.rule for node in define(sin(x))}


def test_the_derivative_of_the_exponential_rests_on_the_definition_of_e():
    assert "ExponentialOverArgument" in {node.step.rule for node in define(exp(x))}

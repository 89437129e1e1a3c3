"""The walk over a derivation, its words, and the evaluator under it."""

from __future__ import annotations

import builtins
from collections import Counter

import pytest
import sympy as sp
from sympy import Rational, Symbol, cos, exp, sin

from symtutor.derivation import Budget, Derivation, Said, Step, Verdict, derive
from symtutor.problems import Differentiate
from symtutor.topics import rulebook
from symtutor.verification import verify
from symtutor.verification.bench import Bench, place_at
from symtutor.verification.normal_form import derivative_is, derivative_of, same
from symtutor.verification.numbers import Arb, best_numbers
from symtutor.written import Numeral, write
from symtutor.written.functions import DEFINITIONS, gelu, sigmoid, softplus

from .asking import derivation, evidence

x, y = Symbol("x", real=True), Symbol("y", real=True)


def test_shared_premises_stay_shared():
    found = derive(Differentiate(sin(x) * exp(sin(x)), x), rulebook(), Budget())
    assert isinstance(found, Derivation)
    verified = verify(found)
    assert len(list(verified)) == len(list(found))
    assert all(node.step.evidence is not None for node in verified)


def test_the_answer_says_a_check_by_hand():
    said = evidence(Differentiate(x**2, x), 2 * x).statement
    assert "the slope between " in " ".join(s for s in said if isinstance(s, str))
    assert Numeral("2.001") in said


def test_a_said_line_that_differs_refutes_the_step():
    problem = Differentiate(x**3, x)
    step = Step("R", (), (Said(write(2 * x**2)),), write(3 * x**2))
    found = verify(Derivation(problem, 3 * x**2, step)).step.evidence
    assert found is not None and found.verdict is Verdict.REFUTED


def test_a_said_line_that_agrees_is_accepted():
    problem = Differentiate(x**2 * (x + 1), x)
    step = Step("R", (), (Said(write(2 * x * (x + 1) + x**2)),), write(3 * x**2 + 2 * x))
    found = verify(Derivation(problem, 3 * x**2 + 2 * x, step)).step.evidence
    assert found is not None and found.verdict is Verdict.PROVED


def test_without_the_package_the_verdicts_are_weaker_and_nothing_breaks(monkeypatch):
    real = builtins.__import__

    def refuse(name, *args, **options):
        if name == "flint" or name.startswith("flint."):
            raise ImportError(name)
        return real(name, *args, **options)

    monkeypatch.setattr(builtins, "__import__", refuse)
    assert [n.name for n in best_numbers()] == ["interval arithmetic", "mpmath"]
    assert evidence(Differentiate(sp.gamma(x), x), sp.gamma(x) * sp.polygamma(0, x)).verdict is Verdict.PROVED


def test_precision_of_the_process_is_left_as_it_was():
    import flint

    before = flint.ctx.prec
    verify(derivation(Differentiate(x**2, x), 2 * x))
    assert flint.ctx.prec == before


SMOOTH = (
    sp.tan, sp.sec, sp.csc, sp.cot, sp.atan, sp.sinh, sp.cosh, sp.tanh, sp.coth, sp.sech, sp.csch, sp.asinh, sp.erf,
    sp.erfc, sp.gamma, sp.digamma, sp.Si, sp.Ci, sp.Ei, sp.li, sp.loggamma, sp.acot, sp.asec, sp.acsc, sp.acosh,
    sp.acoth, sp.acsch, sigmoid, softplus, gelu,
)  # fmt: skip


@pytest.mark.parametrize("g", SMOOTH, ids=lambda g: g.__name__)
def test_jet_has_the_taylor_coefficients(g):
    numbers = Arb()
    numbers.at(128)
    jet = Bench().compiled(g(x))(place_at(numbers, {x: Rational(7, 5)}, {x: 1}, 3))
    f = DEFINITIONS[g](x) if g in DEFINITIONS else g(x)
    for k, c in enumerate(jet):
        want = float((sp.diff(f, x, k) if k else f).subs(x, Rational(7, 5)).evalf(20)) / sp.factorial(k)
        assert abs(numbers.near(c) - want) < 1e-12 * max(1, abs(want))


def test_own_differentiation_agrees_with_another():
    f = x**2 * sin(3 * x) * exp(-x)
    assert same(derivative_of(f, x), sp.diff(f, x))


def test_normal_form_refuses_what_is_close():
    assert not derivative_is(x**2, (x,), 2 * x + Rational(1, 10**12))


def test_normal_form_knows_the_addition_formulas():
    assert same(sin(x + y), sin(x) * cos(y) + cos(x) * sin(y))


def test_verdicts_do_not_depend_on_what_was_verified_before():
    found = derive(Differentiate(x * sin(x**2), x), rulebook(), Budget())
    verdicts = [Counter(n.step.evidence.verdict for n in verify(found)) for _ in range(3)]
    assert verdicts[0] == verdicts[1] == verdicts[2]

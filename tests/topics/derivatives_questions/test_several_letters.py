"""Partial derivatives and the chain rule along a path."""

from __future__ import annotations

import pytest
from sympy import Integer, Ne, Rational, Tuple, cos, diff, exp, log, sin, sqrt

from symtutor.derivation import Premise, Role
from symtutor.problems import ChainAlongPath, PartialDerivatives

from .asking import a, agree, answer, derived, t, x, y, z

POINT = {x: Rational(13, 10), y: Rational(7, 10), z: Rational(5, 4), t: Rational(9, 8), a: Integer(2)}

SURFACES = [
    (x**2 * y + exp(x * y), (x, y)), (x * y * z, (x, y, z)), (log(x**2 + y**2), (x, y)), (x / y, (x, y)),
    (sqrt(x * y), (x, y)), (sin(x * y) * z, (x, y, z)), (a * x**2 + y, (x, y)), (x**y, (x, y)),
]  # fmt: skip


@pytest.mark.parametrize(("f", "letters"), SURFACES, ids=str)
def test_partial_derivatives_one_after_the_other(f, letters):
    found = answer(PartialDerivatives(f, letters))
    assert isinstance(found, Tuple) and len(found) == len(letters)
    assert all(agree(slope, diff(f, letter), POINT) for slope, letter in zip(found, letters))


def test_every_partial_derivative_is_asked_with_the_round_d():
    told = derived(PartialDerivatives(x**2 * y, (x, y))).step.told
    assert all(p.derivation.problem.partial for p in told if isinstance(p, Premise))


PATHS = [
    (x**2 * y, ((x, cos(t)), (y, sin(t)))), (x * y, ((x, t**2), (y, t**3))), (x**2 + y**2, ((x, cos(t)), (y, sin(t)))),
    (log(x * y), ((x, exp(t)), (y, t**2))), (x * exp(y) + t, ((x, t), (y, sin(t)))),
    (x * y * z, ((x, t), (y, t**2), (z, t**3))), (x**2, ((x, sin(t)),)), (x * y, ((x, a * t), (y, 1 / t))),
]  # fmt: skip


@pytest.mark.parametrize("by", [None, "substitution"])
@pytest.mark.parametrize(("f", "path"), PATHS, ids=str)
def test_rate_along_a_path(f, path, by):
    problem = ChainAlongPath(f, Tuple(*(Tuple(*pair) for pair in path)), t, by=by)
    assert agree(answer(problem), diff(f.xreplace(dict(path)), t), POINT)


def test_the_textbook_example_reads_as_in_the_book():
    path = Tuple(Tuple(x, cos(t)), Tuple(y, sin(t)))
    assert answer(ChainAlongPath(x**2 * y, path, t)) == cos(t) ** 3 - 2 * cos(t) * sin(t) ** 2


def test_partial_derivatives_come_as_steps_and_rates_beside_them_then_the_sum_is_tidied():
    path = Tuple(Tuple(x, cos(t)), Tuple(y, sin(t)))
    roles = [p.role for p in derived(ChainAlongPath(x**2 * y, path, t)).step.told if isinstance(p, Premise)]
    assert roles == [Role.FIRST, Role.ASIDE, Role.FIRST, Role.ASIDE, Role.STANDING]


def test_a_condition_on_the_letters_becomes_one_on_the_parameter():
    path = Tuple(Tuple(x, t), Tuple(y, t**2 + 1))
    found = derived(ChainAlongPath(abs(x) * y, path, t))
    assert found.conditions and all(c.free_symbols == {t} for c in found.conditions)


def test_the_domain_of_the_quantity_holds_along_the_path():
    path = Tuple(Tuple(x, exp(t)), Tuple(y, t**2))
    assert derived(ChainAlongPath(log(x * y), path, t)).conditions == (Ne(t, 0),)

"""Derivations of these questions can be kept: as JSON and back, the same under every hash seed."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from sympy import Eq, Integer, Rational, Tuple, cos, exp, log, sin, sqrt

from symtutor.derivation.json import from_json, to_json
from symtutor.problems import (
    ChainAlongPath,
    DerivativeOfInverse,
    DifferentiateAt,
    DifferentiateRepeatedly,
    ImplicitDerivative,
    LinearApproximation,
    NthDerivative,
    ParametricDerivative,
    PartialDerivatives,
    TangentLine,
)

from .asking import derived, n, t, x, y

ONE_OF_EACH = [
    DifferentiateRepeatedly(x**2 * y**3, (x, y)),
    NthDerivative(x * log(x), x, n),
    NthDerivative(sin(x) ** 2, x, n),
    DifferentiateAt(x**3, x, Integer(2)),
    ImplicitDerivative(Eq(sin(x * y), x), y, x),
    ParametricDerivative(t**2, t**3, t, 2),
    DerivativeOfInverse(x**3 + x, x, Integer(2)),
    TangentLine(sqrt(x), x, Integer(4)),
    LinearApproximation(sqrt(x), x, Integer(4), Rational(41, 10)),
    PartialDerivatives(x**2 * y + exp(x * y), (x, y)),
    ChainAlongPath(x**2 * y, Tuple(Tuple(x, cos(t)), Tuple(y, sin(t))), t),
]


@pytest.mark.parametrize("problem", ONE_OF_EACH, ids=lambda p: f"{type(p).__name__}-{p.subject()[0]}")
def test_derivation_survives_json(problem):
    kept = to_json(derived(problem))
    assert to_json(from_json(kept)) == kept


PROGRAM = """
from hashlib import sha256
from symtutor.derivation.json import to_json
from tests.topics.derivatives_questions.asking import derived
from tests.topics.derivatives_questions.test_kept import ONE_OF_EACH
print(sha256("".join(to_json(derived(p)) for p in ONE_OF_EACH).encode()).hexdigest())
"""


@pytest.mark.slow
def test_derivations_do_not_depend_on_the_hash_seed():
    found = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.getcwd()},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in "015"
    }
    assert len(found) == 1

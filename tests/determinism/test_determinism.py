"""The same question gives the same JSON, byte for byte, whatever the hash seed, the ground types and the past."""

import hashlib
import os
import subprocess
import sys

import pytest

QUESTIONS = (
    "d/dx x^2 sin(x)",
    "derivative of x^x",
    "d/dx e^(sin(x^2))",
    "d/dx x/(x^2+1)",
    "\\frac{d^2}{dx^2} e^{-x^2/2}",
    "derivative of 1/x from the definition",
    "x^2 + y^2 = 25, find dy/dx",
    "n-th derivative of x e^x",
    "d/dx |x|",
    "∂/∂y x^2 y + e^(x y)",
    "partial derivatives of x^2 y + e^(xy)",
    "is max(0,x) differentiable at 0?",
    "partial fractions of 1/(x^2-1)",
    "solve x^3 - 6x^2 + 11x - 6 = 0",
)

PROGRAM = """
import hashlib, sys
sys.path.insert(0, {root!r})
from symtutor import explain
from tests.determinism.test_determinism import QUESTIONS, other_questions
for q in other_questions({before}):
    explain(q, seconds=None)
print(hashlib.sha256("".join(explain(q, seconds=None).to("json") for q in QUESTIONS).encode()).hexdigest())
"""
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def other_questions(count: int) -> list[str]:
    """Questions of many shapes, in another order than the ones under test, to leave whatever traces they can."""
    bodies = ["sin(x^{k})", "x^{k} e^({k}x)", "ln({k}x+1)/x", "u^{k}/(u+{k})", "sqrt(t^2+{k})", "{k}^y y", "tan({k} v)"]
    letters = {"u": "u", "t": "t", "y": "y", "v": "v"}
    found = []
    for i in range(count):
        body = bodies[i % len(bodies)].format(k=2 + i // len(bodies))
        letter = next((c for c in letters if c in body.replace("sqrt", "").replace("tan", "")), "x")
        found.append(f"d/d{letter} {body}")
    return found


def digest(seed: int, ground: str, before: int = 0) -> str:
    env = {**os.environ, "PYTHONHASHSEED": str(seed), "SYMPY_GROUND_TYPES": ground}
    program = PROGRAM.format(root=ROOT, before=before)
    done = subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout.strip()


@pytest.fixture(scope="module")
def first() -> str:
    return digest(0, "python")


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1, 8))
def test_hash_seed_changes_nothing(seed, first):
    assert digest(seed, "python") == first


@pytest.mark.slow
def test_ground_types_change_nothing(first):
    assert digest(0, "flint") == first


@pytest.mark.slow
def test_three_hundred_earlier_derivations_change_nothing(first):
    assert digest(3, "python", before=300) == first


def test_digest_tells_questions_apart():
    from symtutor import explain

    seen = {hashlib.sha256(explain(q).to("json").encode()).hexdigest() for q in QUESTIONS[:3]}
    assert len(seen) == 3

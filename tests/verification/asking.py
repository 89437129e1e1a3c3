"""One question and its answer as a derivation of a single step, verified."""

from __future__ import annotations

from typing import Any

from symtutor.derivation import Derivation, Evidence, Step
from symtutor.problems import AnswerType
from symtutor.verification import verify
from symtutor.written import write


def derivation(problem: Any, answer: Any, conditions: Any = ()) -> Derivation:
    conclusion = answer if isinstance(answer, AnswerType) else write(answer)
    return Derivation(problem, answer, Step("R", (), (), conclusion, tuple(conditions)))


def evidence(problem: Any, answer: Any, conditions: Any = (), **options: Any) -> Evidence:
    found = verify(derivation(problem, answer, conditions), **options).step.evidence
    assert found is not None
    return found

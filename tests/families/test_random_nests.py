"""Two hundred random nested expressions: every one is read, derived and verified, and none is refuted or left open."""

from __future__ import annotations

import pytest

from symtutor.derivation import VOUCHED, Budget, Derivation, derive
from symtutor.parsing import read
from symtutor.topics import rulebook
from symtutor.verification import verify

from .nests import nests, text

SEED, COUNT, DEPTHS = 1202611, 200, (2, 3, 4, 5, 6, 6)
BATCHES = 20


def answered(question: str) -> Derivation:
    found = derive(read(question).problem, rulebook(), Budget())
    assert isinstance(found, Derivation), f"{question}: {found}"
    return found


@pytest.mark.slow
@pytest.mark.parametrize("batch", range(BATCHES))
def test_random_nests_are_derived_and_every_step_is_verified(batch: int) -> None:
    for node in nests(SEED, COUNT, DEPTHS)[batch::BATCHES]:
        question = f"d/dx {text(node)}"
        verified = verify(answered(question))
        doubted = [
            (step.step.rule, step.problem.subject(), step.step.evidence.verdict, step.step.evidence.reason)
            for step in verified
            if step.step.evidence is not None and step.step.evidence.verdict not in VOUCHED
        ]
        assert not doubted, question


def test_the_generator_draws_expressions_of_every_depth_that_a_letter_moves() -> None:
    drawn = nests(SEED, COUNT, DEPTHS)
    assert {n.depth for n in drawn} == set(DEPTHS)
    assert all(n.has("x") for n in drawn)
    assert len(set(map(text, drawn))) == COUNT

"""What the verifier lets through: right derivatives made wrong in every way of ``mutants``, judged at that step."""

from __future__ import annotations

import pytest

from symtutor.derivation import VOUCHED, Verdict

from .asking import evidence
from .mutants import GLOBAL, LOCAL, differs, measured, steps


@pytest.mark.parametrize("kind", [*GLOBAL, *LOCAL])
def test_sample_of_mutants_is_refuted(kind):
    counted, refuted, through = measured(kind, most=12, every=29)
    assert counted >= 3
    assert refuted == counted, through


def test_right_steps_are_vouched_for():
    for node in steps()[::5]:
        assert evidence(node.problem, node.answer, node.conditions).verdict in VOUCHED, node.problem


def test_right_answer_is_no_mutant_of_itself():
    node = steps()[0]
    assert not differs(node, node.answer)


@pytest.mark.slow
@pytest.mark.parametrize("kind", GLOBAL)
def test_global_mutants_are_refuted(kind):
    counted, refuted, through = measured(kind)
    assert counted >= 300
    assert refuted / counted >= 0.999, through[:20]


@pytest.mark.slow
@pytest.mark.parametrize("kind", LOCAL)
def test_local_mutants_are_refuted(kind):
    counted, refuted, through = measured(kind)
    assert counted >= 300
    assert refuted / counted >= 0.99, through[:20]


@pytest.mark.slow
@pytest.mark.parametrize("cornered", [False, True])
def test_no_right_step_is_refuted(cornered):
    verdicts = [evidence(n.problem, n.answer, n.conditions).verdict for n in steps(cornered)]
    assert all(v in VOUCHED for v in verdicts)


@pytest.mark.slow
def test_no_right_step_is_refuted_without_balls():
    for node in steps()[::3]:
        assert evidence(node.problem, node.answer, node.conditions, balls=False).verdict is not Verdict.REFUTED


@pytest.mark.slow
def test_most_mutants_are_refuted_without_balls():
    counted, refuted, _ = measured("sign", balls=False, every=9)
    assert refuted / counted >= 0.7

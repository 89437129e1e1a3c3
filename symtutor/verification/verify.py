"""The walk over a derivation: each distinct step judged once, by its problem, answer and conditions alone."""

from __future__ import annotations

from dataclasses import replace

from ..derivation import Derivation, Evidence, Premise, Verdict
from .bench import Bench, OutOfTime
from .claims import Claim, algebra, claim, curves, derivatives, inverses, limits, slopes, tangents
from .lines import lines_refuted
from .numbers import EVALUATION_FAILURES, ball_precision, restore_ball_precision
from .statements import statement_for

# Importing a claim file registers its judges.
CLAIM_FILES = (algebra, curves, derivatives, inverses, limits, slopes, tangents)


def verify(derivation: Derivation, deadline: float | None = None, balls: bool = True) -> Derivation:
    """The same derivation with ``Evidence`` on every step; shared premises stay shared.

    ``deadline`` is a ``time.monotonic()`` value after which what is left is undecided.  ``balls=False`` works as if
    python-flint were not installed.
    """
    before = ball_precision()
    try:
        return _verified(derivation, Bench(deadline, balls))
    finally:
        restore_ball_precision(before)


def _verified(derivation: Derivation, bench: Bench) -> Derivation:
    done: dict[int, Derivation] = {}
    verified = derivation
    for node in derivation:
        told = tuple(Premise(done[id(t.derivation)], t.role) if isinstance(t, Premise) else t for t in node.step.told)
        evidence = judged(node, bench)
        if node is derivation:
            evidence = replace(evidence, statement=statement_for(node, evidence, bench))
        verified = replace(node, step=replace(node.step, told=told, evidence=evidence))
        done[id(node)] = verified
    return verified


def judged(node: Derivation, bench: Bench) -> Evidence:
    """The evidence for one step."""
    try:
        bench.check_time()
        found = claim(node.problem, Claim(node.answer, node.conditions, bench))
        if found.verdict is not Verdict.REFUTED:
            wrong = lines_refuted(node, bench)
            if wrong is not None:
                return wrong
        return found
    except OutOfTime:
        return Evidence(Verdict.UNDECIDED, "", reason="the time was up")
    except EVALUATION_FAILURES as failure:
        return Evidence(Verdict.UNDECIDED, "", reason=f"no evaluation: {failure}")

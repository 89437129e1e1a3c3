"""The dispatch from a problem to the judge of its claim."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from ...derivation import Answer, Evidence, Verdict
from ...derivation.conditions import typed_domain
from ...problems import Problem
from ..bench import Bench


class Claim:
    """That ``answer`` answers the problem, under ``conditions``; with the bench to judge it on."""

    def __init__(self, answer: Answer, conditions: tuple[Any, ...], bench: Bench) -> None:
        self.answer, self.conditions, self.bench = answer, conditions, bench

    def domain(self, problem: Problem) -> tuple[Any, ...]:
        """Everything that must hold where the answer is claimed, each condition once."""
        return tuple(dict.fromkeys((*problem.given, *typed_domain(problem), *self.conditions)))


@singledispatch
def claim(problem: Problem, made: Claim) -> Evidence:
    """The evidence for a claim.  A problem type without a judge is undecided."""
    return undecided(f"nothing is known about {type(problem).__name__} questions")


def undecided(reason: str) -> Evidence:
    return Evidence(Verdict.UNDECIDED, "", reason=reason)


def letters_of(*things: Any) -> tuple[Any, ...]:
    """The free symbols of expressions and conditions, by name."""
    found: set[Any] = set()
    for t in things:
        found |= t.free_symbols
    return tuple(sorted(found, key=lambda s: s.name))

"""A toy subject for the search: getting from place to place.  ``road`` makes a rule that goes from one to others."""

from __future__ import annotations

from dataclasses import dataclass

from sympy import Integer, Symbol

from symtutor.derivation import AnyRule, Phase, Rule, Rulebook
from symtutor.problems import Problem, phrase
from symtutor.written import Written, write


@dataclass(frozen=True)
class Reach(Problem):
    """How far it is from ``place`` to the end of the road."""

    place: Symbol

    def statement(self) -> Written:
        return phrase("the way from ", write(self.place))


def reach(name: str) -> Reach:
    return Reach(Symbol(name, real=True))


def road(name: str, start: str, *onward: str, effort: int | None = None, length: int = 1) -> AnyRule:
    """A rule for ``start`` that asks for every place of ``onward`` and adds ``length``; with an effort it explores."""

    class Road(Rule[Reach]):
        solves = Reach
        phase = Phase.COMMIT if effort is None else Phase.EXPLORE

        def match(self, problem):
            if problem.place.name == start:
                yield {"p": problem.place}

        def derive(self, problem, p):
            holes = []
            for place in onward:
                holes.append((yield Reach(Symbol(place, real=True))))
            total = write(Integer(length))
            for hole in holes:
                total = total + hole
            return total

    Road.__name__ = Road.__qualname__ = name
    if effort is not None:
        Road.effort = effort
    return Road()


def map_of(*rules: AnyRule) -> Rulebook:
    return Rulebook({}, rules)

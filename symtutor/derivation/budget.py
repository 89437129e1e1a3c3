"""How much work a search may do.  Counts come first: they are part of the result's meaning."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic

from sympy import Basic


class Exhausted(Exception):
    """The search has used up what it was given.  ``what`` names the limit that was reached."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


@dataclass
class Budget:
    """What is left: questions to open, rules to apply, levels to descend, and seconds on the clock.

    ``size`` bounds each single answer, counted in nodes: a line that nobody could read is no answer, and costs more
    to check and to typeset than it cost to find.

    The deadline can only turn an answer into "gave up"; it never chooses between answers.
    """

    goals: int = 20_000
    applications: int = 40_000
    depth: int = 120
    effort: int = 24
    size: int = 9_000
    seconds: float | None = None

    def __post_init__(self) -> None:
        self._deadline = None if self.seconds is None else monotonic() + self.seconds

    def open_goal(self, depth: int) -> None:
        self.goals -= 1
        if self.goals < 0:
            raise Exhausted("the number of questions")
        if depth > self.depth:
            raise Exhausted("the depth of the derivation")
        self.check_clock()

    def weigh(self, answer: Basic) -> None:
        """Raises ``Exhausted`` where ``answer`` has more nodes than one answer may."""
        left, open_ = self.size, [answer]
        while open_:
            left -= 1
            if left < 0:
                raise Exhausted("the size of an expression")
            open_ += open_.pop().args

    def apply(self) -> None:
        self.applications -= 1
        if self.applications < 0:
            raise Exhausted("the number of rules tried")

    def check_clock(self) -> None:
        if self._deadline is not None and monotonic() > self._deadline:
            raise Exhausted("time")

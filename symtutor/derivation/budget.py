"""How much work a search may do.  Counts come first: they are part of the result's meaning."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic


class Exhausted(Exception):
    """The search has used up what it was given.  ``what`` names the limit that was reached."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


@dataclass
class Budget:
    """What is left: questions to open, rules to apply, levels to descend, and seconds on the clock.

    The deadline can only turn an answer into "gave up"; it never chooses between answers.
    """

    goals: int = 20_000
    applications: int = 40_000
    depth: int = 120
    effort: int = 24
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

    def apply(self) -> None:
        self.applications -= 1
        if self.applications < 0:
            raise Exhausted("the number of rules tried")

    def check_clock(self) -> None:
        if self._deadline is not None and monotonic() > self._deadline:
            raise Exhausted("time")

"""Mistakes as rules: a misconception is a rule like any other, only unsound."""

from __future__ import annotations

from typing import ClassVar

from .rule import P, Rule


class Misconception(Rule[P]):
    """An unsound rule that students are known to apply.

    Write it as ``class ChainRuleMissingInner(Misconception[Differentiate], ChainRule)``: ``match`` and ``phase``
    come from the rule it mistakes, and ``derive`` is overridden with what the student does.  ``mistakes`` is the
    name of that rule or table row, ``None`` where it matches by itself.  ``tag`` is what an assessment reports.

    ``within`` names a rule that must stand in the derivation too, where the mistake is one only there.
    ``specificity`` decides between several that predict the same answer: the greater is the more specific.
    """

    tag: ClassVar[str]
    specificity: ClassVar[int] = 0
    mistakes: ClassVar[str | None] = None
    within: ClassVar[str | None] = None
    sound = False

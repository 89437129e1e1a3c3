"""The rules that a search may use, in the order a teacher would try them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any, TypeAlias

from ..problems import Problem
from .misconception import Misconception
from .rule import Phase, Rule

AnyRule: TypeAlias = Rule[Any]


class Rulebook:
    """Rules by the type of question they solve.

    ``topics`` maps a problem type's name to the packages whose ``RULES`` answer it; a package is imported
    when a question of its type is first asked.  A rulebook is never changed; ``exchanged`` and ``without``
    make new ones.
    """

    def __init__(self, topics: Mapping[str, tuple[str, ...]], extra: Iterable[AnyRule] = ()) -> None:
        self._topics = dict(topics)
        self._extra = tuple(extra)
        self._ahead: tuple[AnyRule, ...] = ()
        self._change: Callable[[AnyRule], tuple[AnyRule, ...]] = lambda rule: (rule,)
        self._by_type: dict[type[Problem], tuple[AnyRule, ...]] = {}

    def rules_for(self, problem_type: type[Problem]) -> tuple[AnyRule, ...]:
        """The rules for one type of question: by phase, then in source order."""
        found = self._by_type.get(problem_type)
        if found is None:
            rules = [*self._extra]
            for package in self._topics.get(problem_type.__name__, ()):
                rules += import_module(package).RULES
            mine = [changed for r in rules if r.solves is problem_type for changed in self._change(r)]
            ahead = (r for r in self._ahead if r.solves is problem_type)
            found = (*ahead, *sorted(mine, key=lambda r: r.phase))
            self._by_type[problem_type] = found
        return found

    def __getitem__(self, name: str) -> AnyRule:
        """The rule of that name.  Raises ``KeyError`` where there is none."""
        for rule in self.every():
            if rule.name == name:
                return rule
        raise KeyError(name)

    def every(self) -> tuple[AnyRule, ...]:
        """All rules of all topics, in source order; loads every topic."""
        packages = dict.fromkeys(p for ps in self._topics.values() for p in ps)
        rules = [*self._extra, *(r for p in packages for r in import_module(p).RULES)]
        return (*self._ahead, *(changed for r in rules for changed in self._change(r)))

    def misconceptions(self, problem_type: type[Problem]) -> tuple[Misconception[Any], ...]:
        """The unsound rules about one type of question, in source order."""
        found: list[Misconception[Any]] = []
        for package in self._topics.get(problem_type.__name__, ()):
            # Mistakes live in a module of their own, so that a sound derivation never loads them.
            if find_spec(f"{package}.misconceptions") is not None:
                mistakes = import_module(f"{package}.misconceptions").MISCONCEPTIONS
                found += [m for m in mistakes if m.solves is problem_type]
        return tuple(found)

    def exchanged(self, name: str, other: AnyRule) -> Rulebook:
        """A rulebook in which ``other`` stands in the place of the rule ``name``."""
        return self._with(lambda rule: (other,) if rule.name == name else (rule,))

    def preceded(self, name: str, other: AnyRule) -> Rulebook:
        """A rulebook in which ``other`` is tried just before the rule ``name``, which stays for where it declines."""
        return self._with(lambda rule: (other, rule) if rule.name == name else (rule,))

    def without(self, *names: str) -> Rulebook:
        """A rulebook that lacks some rules."""
        return self._with(lambda rule: () if rule.name in names else (rule,))

    def joined_by(self, rule: AnyRule) -> Rulebook:
        """A rulebook in which ``rule`` is tried before all others, tables included."""
        book = Rulebook(self._topics, self._extra)
        book._ahead = (rule, *self._ahead)
        book._change = self._change
        return book

    def _with(self, change: Callable[[AnyRule], tuple[AnyRule, ...]]) -> Rulebook:
        book = Rulebook(self._topics, self._extra)
        book._ahead = self._ahead
        before = self._change
        book._change = lambda rule: tuple(new for old in before(rule) for new in change(old))
        return book


__all__ = ["AnyRule", "Phase", "Rulebook"]

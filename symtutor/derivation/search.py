"""How an answer is found: goal-directed search over questions and rules, deepened by effort.

Iterative deepening on effort meets the short textbook route first.  Effort is summed along a path, not over
the whole tree: only EXPLORE rules cost any, and a sum of ten terms is not ten times as daring as one.  Solved
trees are remembered under the exact question; failures and the open path under the question with its letters
renamed.  A failure that a cut cycle or a spent effort caused is not remembered as a failure.
"""

from __future__ import annotations

from collections.abc import Hashable

from ..problems import Problem
from .application import Bound, Declined, Run
from .budget import Budget, Exhausted
from .rule import Phase
from .rulebook import AnyRule, Rulebook
from .tree import Derivation, Role, Unsolved

Application = tuple[Problem, str, Bound]


def derive(problem: Problem, rulebook: Rulebook, budget: Budget | None = None) -> Derivation | Unsolved:
    """Answer ``problem`` by the rules of ``rulebook``, or say what stopped every route."""
    return Search(rulebook, budget or Budget()).answer(problem)


def alternatives(
    found: Derivation, rulebook: Rulebook, limit: int = 3, budget: Budget | None = None
) -> tuple[Derivation, ...]:
    """Other ways to the same answer: the search run again with the applications that won before excluded."""
    others: list[Derivation] = []
    excluded = set(_applications(found))
    for _ in range(limit):
        search = Search(rulebook, budget or Budget(), frozenset(excluded))
        other = search.answer(found.problem)
        if isinstance(other, Unsolved):
            break
        others.append(other)
        excluded.update(_applications(other))
    return tuple(others)


def _applications(found: Derivation) -> tuple[Application, ...]:
    """What to exclude so that another way is taken: the technique, not a step that only tidies what it found.

    A step that asks the same question first, in other words, wraps the one that decides.  The technique is excluded
    at the wrapped question and at the one asked, where it would stand just as well.
    """
    node = found
    while (inner := _wrapped(node)) is not None:
        node = inner
    technique = (node.step.rule, node.step.bindings)
    return ((node.problem, *technique), (found.problem, *technique))


def _wrapped(node: Derivation) -> Derivation | None:
    for premise in node.step.premises(Role.FIRST):
        same_kind = type(premise.problem) is type(node.problem)
        if same_kind and premise.problem.subject() == node.problem.subject():
            return premise
    return None


class Search:
    """One search: its memo, its open path, its budget.  Holds no state beyond the answer to one question."""

    def __init__(self, rulebook: Rulebook, budget: Budget, excluded: frozenset[Application] = frozenset()) -> None:
        self.rulebook = rulebook
        self.budget = budget
        self.excluded = excluded
        self.solved: dict[Problem, Derivation] = {}
        self.failed: dict[Hashable, int] = {}
        self.path: list[Hashable] = []
        self.frontier: dict[Problem, None] = {}
        self.next_limit: int | None = None
        self.cut_at: int | None = None
        self.spent_above = 0

    def answer(self, problem: Problem) -> Derivation | Unsolved:
        """Deepen until the question is answered or no more effort can help."""
        limit = 0
        try:
            while True:
                self.next_limit, self.cut_at = None, None
                self.frontier = {}
                found = self.solve(problem, limit)
                if found is not None:
                    return found
                if self.next_limit is None or self.next_limit > self.budget.effort:
                    return Unsolved(problem, self._why(problem), self._stuck(problem))
                limit = self.next_limit
        except Exhausted as spent:
            return Unsolved(problem, f"gave up: {spent.what} allowed was used up", self._stuck(problem), gave_up=True)

    def _why(self, problem: Problem) -> str:
        if problem.by is not None:
            # A rule that answers to any words, "" among them, only hands the question on.
            meant = [rule for rule in self._rules(problem) if not rule.answers_to("")]
            if not meant:
                return f"no technique called “{problem.by}” is known for this question"
            if not any(True for rule in meant for _ in rule.match(problem)):
                return f"“{problem.by}” does not fit this question"
        if not self.rulebook.rules_for(type(problem)):
            return "questions of this kind are not derived yet"
        return "every route known to symtutor was tried"

    def _stuck(self, problem: Problem) -> tuple[Problem, ...]:
        """Where the routes stopped: the last distinct questions for which no rule was left."""
        return tuple(p for p in self.frontier if p != problem)[:8] or (problem,)

    def _rules(self, problem: Problem) -> tuple[AnyRule, ...]:
        rules = self.rulebook.rules_for(type(problem))
        if problem.by is None:
            return rules
        return tuple(r for r in rules if r.answers_to(problem.by))

    def solve(self, problem: Problem, limit: int) -> Derivation | None:
        """The derivation of ``problem`` with at most ``limit`` effort, or ``None``."""
        known = self.solved.get(problem)
        if known is not None:
            if known.effort <= limit:
                return known
            self._needs(known.effort - limit, limit)
        identity = problem.identity()
        if self.failed.get(identity, -1) >= limit:
            return None
        if identity in self.path:
            depth = self.path.index(identity)
            self.cut_at = depth if self.cut_at is None else min(self.cut_at, depth)
            return None
        self.budget.open_goal(len(self.path))
        outer_cut, self.cut_at = self.cut_at, None
        self.path.append(identity)
        try:
            found = self._attempt(problem, limit)
        finally:
            self.path.pop()
        # A cut that points at this very question is settled here; one that points above it is not.
        hangs = self.cut_at is not None and self.cut_at < len(self.path)
        self.cut_at = outer_cut if not hangs else min(x for x in (outer_cut, self.cut_at) if x is not None)
        if found is not None:
            self.solved[problem] = found
        else:
            self.frontier.setdefault(problem)
            if not hangs:
                self.failed[identity] = max(limit, self.failed.get(identity, -1))
        return found

    def _needs(self, excess: int, limit: int) -> None:
        """Note that ``excess`` more effort would have gone on here; the next deepening is the least that helps."""
        wanted = self.spent_above + limit + excess
        if self.next_limit is None or wanted < self.next_limit:
            self.next_limit = wanted

    def _attempt(self, problem: Problem, limit: int) -> Derivation | None:
        explore: list[tuple[int, AnyRule]] = []
        for rule in self._rules(problem):
            if rule.phase is Phase.EXPLORE:
                explore.append((rule.effort, rule))
                continue
            found = self._first_of(rule, problem, limit, 0)
            if found is not None:
                return found
        for effort, rule in sorted(explore, key=lambda pair: pair[0]):
            if effort > limit:
                if any(True for _ in rule.match(problem)):
                    self._needs(effort - limit, limit)
                continue
            found = self._first_of(rule, problem, limit - effort, effort)
            if found is not None:
                return found
        return None

    def _first_of(self, rule: AnyRule, problem: Problem, rest: int, effort: int) -> Derivation | None:
        for bindings in rule.match(problem):
            self.budget.apply()
            ordered = tuple(bindings.items())
            if (problem, rule.name, ordered) in self.excluded:
                continue
            self.spent_above += effort
            try:
                return Run(self, rule, problem, ordered, rest, effort).run()
            except Declined:
                continue
            finally:
                self.spent_above -= effort
        return None

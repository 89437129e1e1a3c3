"""One application of one rule: its questions are answered, its lines kept, its assumptions settled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sympy import AccumBounds, Basic, Expr, Symbol, nan, oo, zoo
from sympy.logic.boolalg import Boolean

from ..problems import AnswerType, NoValue, Problem
from ..written import Hole, Unvalued, Written, write
from .conditions import settle
from .rule import Aside, Assume, First, Say
from .rulebook import AnyRule
from .tree import Derivation, Premise, Role, Said, Step

if TYPE_CHECKING:
    from .search import Search


Bound = tuple[tuple[str, Any], ...]


class Declined(Exception):
    """An application came to nothing; the search goes on with the next."""


class Run:
    """One run of one rule's generator: what it asked, said and assumed."""

    def __init__(
        self,
        search: Search,
        rule: AnyRule,
        problem: Problem,
        bindings: Bound,
        rest: int,
        effort: int,
    ) -> None:
        self.search, self.rule, self.problem, self.bindings = search, rule, problem, bindings
        self.rest, self.effort = rest, effort
        self.told: list[Premise | Said] = []
        self.conditions: list[Boolean] = []
        self.standing = 0
        self.passed: tuple[Hole, Any] | None = None

    def run(self) -> Derivation:
        """The derivation that this application makes.  Raises ``Declined`` where it comes to nothing."""
        generator = self.rule.derive(self.problem, **dict(self.bindings))
        reply: Any = None
        try:
            while True:
                asked = generator.send(reply)
                reply = self._reply(asked)
        except StopIteration as stop:
            conclusion = stop.value
        finally:
            generator.close()
        if conclusion is None:
            raise Declined
        return self._concluded(conclusion)

    def _reply(self, asked: Any) -> Any:
        if isinstance(asked, Problem):
            return self._hole(asked)
        if isinstance(asked, tuple):
            return tuple(self._hole(q) for q in asked)
        if isinstance(asked, Aside):
            return self._solved(asked.problem, Role.ASIDE, asked.where).answer
        if isinstance(asked, First):
            return self._solved(asked.problem, Role.FIRST, asked.where).answer
        if isinstance(asked, Say):
            self.told.append(Said(asked.line(), asked.relation, asked.text))
            return None
        if isinstance(asked, Assume):
            self.conditions.append(asked.condition)
            return None
        raise TypeError(
            f"{self.rule.name} yielded a {type(asked).__name__}; ask with a Problem, aside, first, Say, Assume"
        )

    def _hole(self, question: Problem) -> Hole:
        if self.passed is not None:
            raise Declined
        derivation = self._derivation(question)
        if self.rule.rewrites and isinstance(derivation.answer, NoValue):
            return self._passed_on(derivation)
        if isinstance(derivation.answer, AnswerType):
            raise Declined
        self._tell(derivation, Role.STANDING)
        self.standing += 1
        return Hole(self.standing - 1, question.statement())

    def _passed_on(self, derivation: Derivation) -> Hole:
        """The same question in other words has no value: its statement is said, and its answer may be concluded."""
        statement = derivation.problem.statement()
        self.told.append(Said(statement))
        self._tell(derivation, Role.FIRST)
        self.passed = (Hole(self.standing, statement), derivation.answer)
        return self.passed[0]

    def _solved(self, question: Problem, role: Role, where: tuple[tuple[Symbol, Basic], ...] = ()) -> Derivation:
        return self._tell(self._derivation(question), role, where)

    def _derivation(self, question: Problem) -> Derivation:
        if any(v.has(nan, zoo) for v in question.subject()):
            raise Declined  # a question about 1/0 is none
        relevant = tuple(g for g in self.problem.given if g.free_symbols & question.free_symbols())
        derivation = self.search.solve(question.with_given(relevant), self.rest)
        if derivation is None:
            raise Declined
        return derivation

    def _tell(self, derivation: Derivation, role: Role, where: tuple[tuple[Symbol, Basic], ...] = ()) -> Derivation:
        self.told.append(Premise(derivation, role))
        self.conditions += [c.xreplace(dict(where)) for c in derivation.conditions]
        return derivation

    def _concluded(self, conclusion: Any) -> Derivation:
        if self.passed is not None:
            hole, answer = self.passed
            if conclusion is not hole:
                raise Declined
            conclusion = answer
        kept: Written | AnswerType = conclusion if isinstance(conclusion, AnswerType) else write(conclusion)
        carried = settle(self.problem, self.conditions)
        if carried is None:
            raise Declined
        step = Step(self.rule.name, self.bindings, tuple(self.told), kept, carried)
        try:
            answer = step.value()
        except Unvalued as open_line:
            raise TypeError(f"{self.rule.name} concluded with a line that has no value: {open_line}") from open_line
        if isinstance(answer, Basic):
            self.search.budget.weigh(answer)
            if _undefined(answer):
                raise Declined
        deepest = max((d.effort for d in step.premises()), default=0)
        return Derivation(self.problem, answer, step, self.effort + deepest)


def _undefined(answer: Basic) -> bool:
    """Whether a filled line came to nothing: ∞ − ∞, 0 · ∞, 1/0, sin ∞, or an infinity left standing inside."""
    if answer.has(nan, zoo, AccumBounds):
        return True
    return isinstance(answer, Expr) and answer.has(oo, -oo) and answer not in (oo, -oo)

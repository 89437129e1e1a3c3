"""Which steps of a derivation are told, in what order, and under which numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sympy import Basic
from sympy.logic.boolalg import Boolean

from ..derivation import AnyRule, Derivation, Level, Premise, Role, Rulebook
from ..problems import Problem
from ..written import Leaf
from .answers import displayed, left_side
from .chain import Chain
from .document import Block, Paragraph, StepBlock, Text
from .idle import idle, premises, transparent
from .standing import weakest
from .table import table
from .wording import sentence, steps, under


@dataclass(frozen=True)
class Told:
    """What telling gave: blocks in reading order, the numbers to refer to, and the conditions already shown."""

    blocks: tuple[Block, ...] = ()
    numbers: tuple[int, ...] = ()
    conditions: tuple[Boolean, ...] = ()

    def __add__(self, other: Told) -> Told:
        return Told(self.blocks + other.blocks, self.numbers + other.numbers, self.conditions + other.conditions)

    def again(self) -> Told:
        """The same told once more: only referred to."""
        return Told((), self.numbers, self.conditions)


class Telling:
    """The telling of one derivation at one level.  Numbers run flat through the page, in reading order.

    ``told`` remembers what was told and where, so that a question that comes up twice is told once; ``own`` are the
    questions with a block of their own.
    """

    def __init__(self, rulebook: Rulebook, level: Level) -> None:
        self.rulebook, self.level = rulebook, level
        self.count = 0
        self.told: dict[Problem, Told] = {}
        self.own: set[Problem] = set()
        self.rules: dict[tuple[type[Problem], str], AnyRule] = {}

    def rule(self, node: Derivation) -> AnyRule:
        """The rule of a step, looked for first among those that answer its type of question."""
        kind, name = type(node.problem), node.step.rule
        if (kind, name) not in self.rules:
            near = [r for r in self.rulebook.rules_for(kind) if r.name == name]
            self.rules[kind, name] = near[0] if near else self.rulebook[name]
        return self.rules[kind, name]

    def root(self, node: Derivation) -> tuple[Block, ...]:
        """The steps of a page.  The root is told at every level."""
        return (self._inlined(node, top=True) if transparent(node) else self._block(node, top=True)).blocks

    def tell(self, node: Derivation) -> Told:
        """The blocks that a premise earns at this level; where it earns none, those that its own premises earn."""
        if idle(node):
            return Told()
        if node.problem in self.told:
            return self.told[node.problem].again()
        if self.rule(node).block_from.rank <= self.level.rank:
            return self._inlined(node) if transparent(node) else self._block(node)
        found = Told()
        for premise in premises(node):
            found += self.tell(premise.derivation)
        if found.numbers:
            self.told[node.problem] = found.again()
        return found

    def _inlined(self, node: Derivation, top: bool = False) -> Told:
        """A step that only passes an answer on: its premises are told in its place, each as a step of its own."""
        asked = [p.derivation for p in premises(node)]
        found = Told()
        for d in [d for d in asked if not idle(d)] or asked[:1]:
            if d.problem in self.told:
                found += self.told[d.problem].again()
            else:
                found += self._inlined(d, top) if transparent(d) else self._block(d, top)
        self.told[node.problem] = found.again()
        return found

    def _block(self, node: Derivation, top: bool = False) -> Told:
        """One step as a block.  ``top`` says that its answer is the page's, which is displayed by itself."""
        self.count += 1
        number = self.count
        here = Told((), (number,), node.conditions)
        self.told[node.problem] = here
        self.own.add(node.problem)
        rule, step = self.rule(node), node.step
        chain = Chain(left_side(node.problem), rule.relation)
        blocks: list[Block] = []
        shown = Told()
        references: dict[int, tuple[int, ...]] = {}
        for item in step.told:
            if not isinstance(item, Premise):
                blocks += chain.say(item)
            elif item.role is not Role.STANDING and self._goes_below(top, item.role):
                part = self._before(item)
                if part.blocks:
                    blocks += [*chain.flushed(), *part.blocks]
                shown += part
                if item.role is Role.ASIDE:
                    references[len(references)] = part.numbers
        blocks = [*table(node, rule, references), *blocks]
        chain.add(step.line)
        below = Told()
        for d in step.premises(Role.STANDING):
            if self._goes_below(top, Role.STANDING):
                below += self.tell(d)
        shown += below
        note = under(c for c in node.conditions if c not in shown.conditions)
        again: Text = ()
        if below.blocks:
            blocks += [*chain.flushed(), *below.blocks, Paragraph((f"With {steps(below.numbers)}:",))]
        elif below.numbers:
            again = (f"as in {steps(below.numbers)}",)
        blocks += chain.ended(step, node.answer, again, note)
        if not isinstance(node.answer, Basic) and not top:
            blocks += displayed(node.problem, node.answer, note)
        folded = tuple(self._folded(node))
        block = StepBlock(
            number=str(number),
            title=(rule.heading,),
            verdict=weakest((node, *folded)),
            because=sentence(rule.because, dict(step.bindings)),
            blocks=tuple(blocks),
            detail=tuple(self._detail(d) for d in folded if not idle(d)),
        )
        return Told((block,), (number,), node.conditions)

    def _goes_below(self, top: bool, role: Role) -> bool:
        """Whether this level tells what a step rests on: brief tells only what comes before the page's own line."""
        return self.level is not Level.BRIEF or (top and role is Role.FIRST)

    def _before(self, item: Premise) -> Told:
        """A question told before the line: as a block where it earns one, a first question otherwise as one line."""
        node = item.derivation
        known = node.problem in self.told
        part = self.tell(node)
        if part.blocks or item.role is Role.ASIDE or idle(node):
            return part
        return Told(self._line(node, part.numbers if known else ()), part.numbers, node.conditions)

    def _line(self, node: Derivation, numbers: tuple[int, ...]) -> tuple[Block, ...]:
        """question = answer, on one line."""
        note = (f"as in {steps(numbers)}",) if numbers else under(node.conditions)
        if not isinstance(node.answer, Basic):
            return displayed(node.problem, node.answer, note)
        chain = Chain(left_side(node.problem), self.rule(node).relation)
        chain.add(Leaf(node.answer), note)
        return chain.flushed()

    def _folded(self, node: Derivation) -> Iterator[Derivation]:
        """The steps that are folded into the block of ``node``: down to those with blocks of their own."""
        seen: set[Problem] = set()
        waiting = list(reversed(node.step.premises()))
        while waiting:
            below = waiting.pop()
            if below.problem not in seen and below.problem not in self.own:
                seen.add(below.problem)
                yield below
                waiting += reversed(below.step.premises())

    def _detail(self, node: Derivation) -> StepBlock:
        """A folded step, for a page that can open it on a click."""
        rule = self.rule(node)
        chain = Chain(left_side(node.problem), rule.relation)
        chain.add(node.step.line)
        blocks = chain.ended(node.step, node.answer, (), under(node.conditions))
        if not isinstance(node.answer, Basic):
            blocks = (*blocks, *displayed(node.problem, node.answer))
        return StepBlock(
            "", (rule.heading,), weakest((node,)), sentence(rule.because, dict(node.step.bindings)), blocks
        )

"""What a rule is: a piece of teaching that can be carried out.

A rule asks and concludes; only the search answers.  It runs once per application, as a generator.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Any, ClassVar, Generic, TypeAlias, TypeVar

from sympy import Basic, Symbol
from sympy.logic.boolalg import Boolean

from ..problems import AnswerType, Problem
from ..written import Written, write

P = TypeVar("P", bound=Problem)
Bindings = Mapping[str, Any]
Conclusion: TypeAlias = Basic | Written | AnswerType | None


class Phase(IntEnum):
    """When a rule is tried.  TABLE closes a question outright; COMMIT is always progress and never undone;
    EXPLORE may mislead: it competes on effort and can be taken back."""

    TABLE = 0
    COMMIT = 1
    EXPLORE = 2


class Level(StrEnum):
    """How much of a derivation is told."""

    BRIEF = "brief"
    STANDARD = "standard"
    FULL = "full"

    @property
    def rank(self) -> int:
        return list(Level).index(self)


@dataclass(frozen=True)
class Aside:
    """A question whose answer is looked up and tabulated beside the step.

    ``where`` says what a fresh letter of the question stands for: (u, x² + 1).  A condition that the answer
    carries on the letter becomes a condition on what it stands for.
    """

    problem: Problem
    where: tuple[tuple[Symbol, Basic], ...] = ()


@dataclass(frozen=True)
class First:
    """A question told as a step of its own before the line.  ``where`` as for ``Aside``."""

    problem: Problem
    where: tuple[tuple[Symbol, Basic], ...] = ()


@dataclass(frozen=True)
class Say:
    """An intermediate line: ``expr`` (SymPy or Written), the sign before it, and words beside it."""

    expr: Any
    relation: str = "="
    text: str = ""

    def line(self) -> Written:
        return write(self.expr)


@dataclass(frozen=True)
class Assume:
    """Something the rule must assume.  The search settles it or carries it to the answer."""

    condition: Boolean


Asked: TypeAlias = Problem | Aside | First | Say | Assume | tuple[Problem, ...]
Derive = Generator[Any, Any, Conclusion]


def aside(problem: Problem, *where: tuple[Symbol, Basic]) -> Aside:
    """Ask for the answer itself, tabulated beside the step; ``where`` are (letter, what it stands for) pairs."""
    return Aside(problem, where)


def first(problem: Problem, *where: tuple[Symbol, Basic]) -> First:
    """Ask for the answer itself, told as a step before the line; ``where`` are (letter, what it stands for) pairs."""
    return First(problem, where)


class Rule(Generic[P]):
    """A technique, with the words that teach it and the generator that carries it out.

    Class attributes are the rule's whole content; a rule holds no state, knows no other rule and never
    recurses.  The letters of the bindings that ``match`` yields are at once the arguments of ``derive``
    and the holes of ``because`` and ``hint``.
    """

    solves: ClassVar[type[Problem]]
    phase: ClassVar[Phase] = Phase.COMMIT
    effort: ClassVar[int] = 1
    title: ClassVar[str] = ""
    statement: ClassVar[str] = ""
    reference: ClassVar[str] = ""
    because: ClassVar[str] = ""
    hint: ClassVar[str] = ""
    relation: ClassVar[str] = "="
    block_from: ClassVar[Level] = Level.BRIEF
    known_as: ClassVar[tuple[str, ...]] = ()
    examples: ClassVar[tuple[str, ...]] = ()
    counterexamples: ClassVar[tuple[str, ...]] = ()
    sound: ClassVar[bool] = True
    # The rule only writes the question differently.  Where its conclusion is one question alone and that has no
    # value, this question has none either, for the same reason; any other rule declines there.
    rewrites: ClassVar[bool] = False

    @property
    def name(self) -> str:
        """The key into the rulebook."""
        return type(self).__name__

    @property
    def heading(self) -> str:
        """The name as a page prints it: the title, or the class name in words."""
        return self.title or _in_words(self.name)

    @property
    def summary(self) -> str:
        """The first line of the docstring: what the rule teaches."""
        return (type(self).__doc__ or "").strip().split("\n")[0]

    def match(self, problem: P) -> Iterable[Bindings]:
        """Every way the rule applies, best first.  Bindings are mathematics: SymPy objects, Written or problems."""
        raise NotImplementedError

    def derive(self, problem: P, *args: Any, **bindings: Any) -> Derive:
        """Ask, receive, conclude.  A rule names its bindings as arguments: ``derive(self, problem, u, dv)``."""
        raise NotImplementedError

    def answers_to(self, words: str) -> bool:
        """Whether a person who asks for ``words`` ("by parts", "the definition") means this rule."""
        names = (self.heading, _in_words(self.name), *self.known_as)
        return _plain(words) in {_plain(n) for n in names}


def _in_words(name: str) -> str:
    """ByParts → By parts."""
    words = "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()
    return words[:1].upper() + words[1:]


FILLER = frozenset({"the", "a", "an", "rule", "method", "technique", "of", "formula", "by", "from", "using"})


def _plain(words: str) -> tuple[str, ...]:
    lowered = words.lower().replace("-", " ").replace("ô", "o").replace("'", "").replace("’", "")
    kept = tuple(w for w in lowered.split() if w not in FILLER)
    return kept or tuple(lowered.split())

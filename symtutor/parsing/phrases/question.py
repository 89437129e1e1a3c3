"""A question as it is being read: its tokens, what is assumed, the technique asked for, and what is to be said."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from sympy import Expr, Symbol
from sympy.core.relational import Eq, Equality
from sympy.logic.boolalg import Boolean, false, true

from ...written import RELATIONS, Written
from ..caps import gate
from ..cursor import Note
from ..errors import NotYet, Unreadable
from ..grammar import parsed
from ..syntax import Node, bare
from ..to_written import Writer, valued
from ..tokens import Token

# Which letter is the variable where several occur and none is named.
PREFERRED = ("x", "t", "theta", "y", "z", "u", "s", "r", "w", "v", "n", "p", "q", "h", "k")


class Subject(NamedTuple):
    """An expression asked about: as typed, written, evaluated, with its letters in order of first occurrence.

    ``argument`` is the x of f(x) = … where the expression was given so.
    """

    node: Node
    written: Written
    value: Expr
    letters: tuple[str, ...]
    argument: str | None = None


@dataclass
class Question:
    """Reads the pieces of one question.  ``vocabulary`` are the words that are never a product of letters."""

    source: str
    vocabulary: frozenset[str]
    by: str | None = None
    given: tuple[Boolean, ...] = ()
    declared: frozenset[str] = frozenset()
    writer: Writer = field(default_factory=Writer)
    notes: list[Note] = field(default_factory=list)

    def parse(self, tokens: list[Token]) -> Node:
        """The syntax tree of ``tokens``, within the caps."""
        if not tokens:
            raise Unreadable("there is nothing to read here", 0, len(self.source))
        tree, notes = parsed(self.source, tokens, self.vocabulary, self.declared)
        self.notes += notes
        gate(tree)
        return tree

    def integer(self, name: str) -> Symbol:
        """The letter ``name``, which from now on stands for an integer."""
        self.writer = replace(self.writer, integers=self.writer.integers | {name})
        return self.writer.symbol(name)

    def subject(self, tokens: list[Token]) -> Subject:
        """A real expression; of y = … and f(x) = … the right side."""
        return self.subject_of(self.parse(tokens))

    def subject_of(self, tree: Node, infinite: bool = False) -> Subject:
        """The same from a tree that has been parsed; ``infinite`` where ∞ may be meant, as an end of an integral."""
        argument = None
        if tree.kind == "relation":
            defined = definition(tree)
            if defined is None:
                raise Unreadable("an expression is expected here, not a relation", tree.start, tree.end - tree.start)
            argument, tree = defined.argument, defined.body
        if bare(tree).kind == "matrix":
            raise NotYet(
                "matrices are not worked with yet", tree.start, tree.end - tree.start, self.writer(tree), "matrices"
            )
        inner = bare(tree)
        if inner.kind == "list" and inner.text == "{}" and len(inner.parts) == 1:
            tree = inner.parts[0]
        value = valued(self.writer, tree)
        if value.is_infinite and not infinite and value.is_number:
            raise Unreadable("infinity is no number", tree.start, tree.end - tree.start, "ask for a limit: lim x->oo …")
        if not isinstance(value, Expr):
            raise Unreadable("an expression is expected here", tree.start, tree.end - tree.start)
        return Subject(tree, self.writer(tree), value, letters_of(tree), argument)

    def point(self, tokens: list[Token], infinite: bool = False) -> tuple[str | None, Subject]:
        """A place: 2, or x = 2 with the letter it names."""
        tree = self.parse(tokens)
        if tree.kind == "relation" and tree.text == "=" and tree.parts[0].kind == "letter":
            return tree.parts[0].text, self.subject_of(tree.parts[1], infinite)
        return None, self.subject_of(tree, infinite)

    def variable(self, subject: Subject, tokens: list[Token] | None = None, prefer: str | None = None) -> Symbol:
        """The letter named by ``tokens``, else ``prefer``, else the only one, else the usual one, which is said."""
        if tokens is not None:
            tree = bare(self.parse(tokens))
            if tree.kind != "letter":
                raise Unreadable("a letter is expected here", tree.start, tree.end - tree.start, "write wrt x")
            return self.writer.symbol(tree.text)
        named = prefer or subject.argument
        if named is not None:
            return self.writer.symbol(named)
        if len(subject.letters) <= 1:
            return self.writer.symbol(subject.letters[0] if subject.letters else "x")
        chosen = next((p for p in PREFERRED if p in subject.letters), subject.letters[0])
        others = [x for x in subject.letters if x != chosen]
        held = (
            f"{', '.join(others[:-1])} and {others[-1]} as constants" if len(others) > 1 else f"{others[0]} as constant"
        )
        self.notes.append((f"read {chosen} as the variable and {held}",))
        return self.writer.symbol(chosen)

    def equation(self, tree: Node) -> Equality:
        """left = right as it stands, not evaluated to true or false."""
        if tree.kind != "relation" or tree.text != "=":
            place = (tree.start, tree.end - tree.start)
            if tree.kind == "relation" and all(s in RELATIONS for s in tree.text.split()):
                raise NotYet("inequalities are not solved yet", *place, self.writer(tree), "inequalities")
            raise Unreadable("an equation is expected here", *place, "write it with one = sign")
        left, right = (self.subject_of(p) for p in tree.parts)
        if not left.letters and not right.letters:
            raise Unreadable("there is no letter in this equation", tree.start, tree.end - tree.start)
        return Eq(left.value, right.value, evaluate=False)

    def condition(self, tree: Node) -> tuple[Boolean, ...]:
        """The conditions that a chain of relations states, pair by pair."""
        signs = tree.text.split() if tree.kind == "relation" else []
        if not signs or any(s not in RELATIONS for s in signs):
            raise Unreadable("a condition such as x > 0 is expected here", tree.start, max(1, tree.end - tree.start))
        sides: list[Any] = [valued(self.writer, p) for p in tree.parts]
        found: list[Boolean] = []
        for sign, a, b in zip(signs, sides, sides[1:], strict=False):
            if not isinstance(a, Expr) or not isinstance(b, Expr):
                raise Unreadable("a condition compares two expressions", tree.start, tree.end - tree.start)
            stated = RELATIONS[sign](a, b)
            if stated == false:
                raise Unreadable("this can never hold", tree.start, tree.end - tree.start, "change the assumption")
            if stated != true:
                found.append(stated)
        return tuple(found)


class Definition(NamedTuple):
    """y = body, or f(x) = body with ``argument`` x."""

    name: str
    argument: str | None
    body: Node


def definition(tree: Node) -> Definition | None:
    """``tree`` as the definition of a letter or a function; ``None`` for any other equation."""
    if tree.kind != "relation" or tree.text != "=":
        return None
    left, right = tree.parts
    if left.kind == "letter":
        return Definition(left.text, None, right)
    if left.kind == "call" and len(left.text) == 1 and all(p.kind == "letter" for p in left.parts):
        return Definition(left.text, left.parts[0].text if len(left.parts) == 1 else None, right)
    if left.kind == "product" and len(left.parts) == 2 and left.parts[0].kind == "letter":
        inner = left.parts[1]
        if inner.kind == "group" and inner.parts[0].kind == "letter":
            return Definition(left.parts[0].text, inner.parts[0].text, right)
    return None


def letters_of(tree: Node) -> tuple[str, ...]:
    """The letters of a tree in order of first occurrence."""
    return tuple(dict.fromkeys(n.text for n in tree.walk() if n.kind == "letter"))

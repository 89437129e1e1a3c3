"""The chain of a step: statement = line = filled = carried out = answer, each link only where it reads differently."""

from __future__ import annotations

from dataclasses import dataclass

from sympy import Basic

from ..derivation import Answer, Said, Step
from ..written import Leaf, Phrase, Relation, Written, stated
from .alike import form
from .document import Block, Display, Equation, Equations, Paragraph, Text
from .wording import equation


@dataclass
class Link:
    """One more thing to say: the sign before it, what it is, the words beside it."""

    sign: str
    right: Written
    note: Text = ()


class Chain:
    """Links as they are gathered.

    ``left`` is what the chain is about, ``None`` where the question is only words; ``sign`` stands between it and
    the first link.  ``flushed`` gives the blocks gathered so far; a chain that goes on after it states its left
    side again.
    """

    def __init__(self, left: Written | None, sign: str = "=") -> None:
        self.left, self.first_sign = left, sign
        self.links: list[Link] = []
        self.last = left
        self.last_form = None if left is None else form(left)

    def add(self, right: Written | None, note: Text = (), sign: str | None = None) -> None:
        """One more link, unless it reads like the last one, which then takes the note."""
        if right is None:
            return
        if isinstance(right, Leaf):
            right = equation(right.expr)
        read = form(right)
        if self.last is not None and read == self.last_form:
            if note and self.links:
                self.links[-1].note = (*self.links[-1].note, *note)
            return
        begins = self.last is self.left and self.left is not None
        self.links.append(Link(sign or (self.first_sign if begins else "="), right, note))
        self.last, self.last_form = right, read

    def say(self, said: Said) -> tuple[Block, ...]:
        """An intermediate line of the rule.  Words that are no link of the chain come back as blocks of their own."""
        line = stated(said.line)
        note: Text = (said.text,) if said.text else ()
        if isinstance(line, Phrase):
            return (*self.flushed(), Paragraph((*note, " ", *line.pieces) if note else line.pieces))
        if not said.relation:
            return (*self.flushed(), Display(line, note))
        self.add(line, note, said.relation)
        return ()

    def flushed(self) -> tuple[Block, ...]:
        """What was gathered, as blocks."""
        links, self.links = self.links, []
        if not links:
            return ()
        left = self.left
        if left is None and not isinstance(links[0].right, Relation):
            head, *links = links
            if not links:
                return (Display(head.right, head.note),)
            left = head.right
        made: list[Equation] = []
        stating: Written | None = None
        stated_before = False
        for link in links:
            right = link.right
            if isinstance(right, Relation) and len(right.sides) == 2 and link.sign == "=":
                again = right.signs == ("=",) and right.sides[0] == stating
                stating = right.sides[0]
                stated_before = True
                made.append(Equation(None if again else stating, right.signs[0], right.sides[1], link.note))
            elif isinstance(right, Relation) and not isinstance(self.left, Relation):
                # A statement follows from, or leads to, another statement, and not from a value.
                made.append(Equation(None, link.sign if stated_before else "", right, link.note))
                stated_before = True
            else:
                made.append(Equation(left, link.sign, right, link.note))
                left = None
        return (Equations(tuple(made)),)

    def ended(self, step: Step, answer: Answer, again: Text = (), note: Text = ()) -> tuple[Block, ...]:
        """The rest of the chain, from the filled line on; ``again`` stands beside that line, ``note`` at the end."""
        self.add(step.filled, again)
        self.add(step.carried_out)
        if isinstance(answer, Basic):
            self.add(Leaf(answer))
        if note and self.links:
            last = self.links[-1]
            last.note = (*last.note, ", ", *note) if last.note else note
        return self.flushed()

"""Hints in order: each says a little more than the one before, and only the last gives the answer."""

from __future__ import annotations

from collections.abc import Iterator

from sympy import Basic

from ..derivation import Derivation, Level, Role, Rulebook
from ..written import Leaf, Relation
from .alike import alike
from .answers import left_side
from .document import Text
from .idle import idle, premises, transparent
from .telling import Telling
from .wording import joined, sentence


def hints(derivation: Derivation, rulebook: Rulebook) -> tuple[Text, ...]:
    """The hints for a question: for each step a nudge and then its first line, and last the answer."""
    found = dict.fromkeys(h for node in _told(derivation, Telling(rulebook, Level.STANDARD)) for h in node)
    return (*found, _revealed(derivation))


def _told(node: Derivation, telling: Telling) -> Iterator[Iterator[Text]]:
    if idle(node):
        return
    rule = telling.rule(node)
    if not transparent(node) and rule.block_from.rank <= Level.STANDARD.rank:
        yield _of(node, telling)
    for premise in premises(node):
        yield from _told(premise.derivation, telling)


def _of(node: Derivation, telling: Telling) -> Iterator[Text]:
    """The nudge names no result; the line names the questions that remain, and none of their answers."""
    rule = telling.rule(node)
    words = rule.hint or rule.because
    if words:
        yield sentence(words, dict(node.step.bindings))
    yield joined((f"Use: {rule.heading}.",))
    left, line = left_side(node.problem), node.step.line
    # A line without an open question in it would give the result away.
    if line is not None and left is not None and node.step.premises(Role.STANDING) and not alike(left, line):
        yield (Relation((rule.relation,), (left, line)),)


def _revealed(derivation: Derivation) -> Text:
    if not isinstance(derivation.answer, Basic):
        return (f"The answer: {derivation.answer}.",)
    return ("The answer: ", Leaf(derivation.answer))

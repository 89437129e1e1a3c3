"""The page of a derivation: what is said, in which order, at which level of detail.  No line of it knows a rule."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from typing import Any

from ..derivation import Derivation, Level, Phase, Rulebook, Unsolved
from ..problems import Problem
from ..problems.plain import settled
from ..written import DerivativeOf, IntegralOf, LimitOf, Relation, SumOf, Unvalued, Written, write
from .alike import same_content
from .answers import displayed, holds_on
from .document import Aside, Block, Document, Equation, Equations, Heading, Paragraph, StepBlock, Text
from .idle import premises, transparent
from .standing import check, refuted, tally
from .telling import Telling
from .withheld import withheld
from .wording import conditions, counted, joined, under


@singledispatch
def narrate(
    derivation: Any,
    rulebook: Rulebook,
    level: Level = Level.STANDARD,
    notes: Sequence[Text] = (),
    others: Sequence[Derivation] = (),
) -> Document:
    """The page of a derivation or of an unsolved question.

    ``notes`` are the remarks of the reading ("read 1/2x as (1/2)·x"), ``others`` other derivations of the same
    answer, which the page names.  Where a step was refuted, the page withholds the answer and names the step.
    """
    raise TypeError(f"cannot narrate a {type(derivation).__name__}")


@narrate.register
def _(
    derivation: Derivation,
    rulebook: Rulebook,
    level: Level = Level.STANDARD,
    notes: Sequence[Text] = (),
    others: Sequence[Derivation] = (),
) -> Document:
    problem = derivation.problem
    wrong = refuted(derivation)
    telling = Telling(rulebook, level)
    if wrong is not None:
        return _page(problem, notes, withheld(wrong, telling))
    steps = telling.root(derivation)
    blocks: list[Block] = [*_plan(derivation, telling), *steps, *_answer(derivation)]
    found = check(derivation)
    blocks += [found] if found else [Paragraph(("The steps have not been verified.",))]
    count = tally(derivation)
    if count is not None:
        blocks.append(Aside("Steps", (count,)))
    if others:
        blocks.append(Aside("Another way", _ways(others, rulebook)))
    return _page(problem, notes, blocks)


@narrate.register
def _(
    derivation: Unsolved,
    rulebook: Rulebook,
    level: Level = Level.STANDARD,
    notes: Sequence[Text] = (),
    others: Sequence[Derivation] = (),
) -> Document:
    """How far it came: why the search ended, and the questions that stopped every route."""
    blocks: list[Block] = [Paragraph((f"No derivation was found: {derivation.reason}.",))]
    asked = derivation.problem.statement()
    stuck = dict.fromkeys(p.statement() for p in derivation.frontier if p.statement() != asked)
    if stuck:
        blocks.append(Paragraph(("These questions came up on the way and stayed open:",)))
        blocks += [Paragraph((statement,)) for statement in stuck]
    if derivation.gave_up:
        blocks.append(Paragraph(("A limit ended the search; this does not show that there is no way.",)))
    return _page(derivation.problem, notes, blocks)


def _page(problem: Problem, notes: Sequence[Text], blocks: Sequence[Block]) -> Document:
    statement = _as_text(_asked(problem))
    head: list[Block] = [Heading(statement)]
    given = conditions(problem.given)
    if given:
        head.append(Paragraph(joined(("Given ", *given, "."))))
    head += [Aside("Note", note) for note in notes]
    head += _opening(problem)
    return Document(statement, (*head, *blocks))


def _as_text(w: Written) -> Text:
    """The words and the mathematics of a question, begun with a capital letter."""
    pieces = getattr(w, "pieces", None)
    if pieces is None:
        return (w,)
    first = pieces[0]
    return (first[:1].upper() + first[1:], *pieces[1:]) if isinstance(first, str) else tuple(pieces)


def _worked_out(problem: Problem) -> tuple[Written, Written] | None:
    """What was typed and what it was read as, where the two differ by more than arrangement."""
    typed = problem.typed
    if typed is None or isinstance(typed, Relation):
        return None
    try:
        evaluated = write(typed.value())
    except (Unvalued, TypeError, ArithmeticError):
        return None
    return None if same_content(typed, evaluated) else (typed, evaluated)


def _asked(problem: Problem) -> Written:
    """The question as it was typed."""
    worked_out = _worked_out(problem)
    if worked_out is None:
        return problem.statement()
    typed, evaluated = worked_out
    return _exchanged(problem.statement(), evaluated, typed)


_BINDING = (DerivativeOf, IntegralOf, LimitOf, SumOf)


def _exchanged(w: Written, old: Written, new: Written) -> Written:
    """``w`` with ``new`` for the first ``old`` in it: the subject, not the x of d/dx or the 0 of x → 0."""
    if w == old:
        return new
    parts = w.parts()
    for i, part in enumerate(parts[:1] if isinstance(w, _BINDING) else parts):
        changed = _exchanged(part, old, new)
        if changed is not part:
            return w.with_parts((*parts[:i], changed, *parts[i + 1 :]))
    return w


def _opening(problem: Problem) -> list[Block]:
    """typed = evaluated: what arithmetic did while reading is shown, and not left for the reader to notice."""
    worked_out = _worked_out(problem)
    if worked_out is None:
        return []
    typed, evaluated = worked_out
    return [Equations((Equation(typed, "=", evaluated, ("worked out first",)),))]


def _plan(derivation: Derivation, telling: Telling) -> list[Block]:
    """One sentence on the way ahead: what the leading rule teaches; nothing for a page of one step."""
    node = derivation
    rule = telling.rule(node)
    while transparent(node) and not _is_sentence(rule.summary):
        node = premises(node)[0].derivation
        rule = telling.rule(node)
    if telling.count < 2 or rule.phase is Phase.TABLE or not _is_sentence(rule.summary):
        return []
    return [Paragraph((f"{rule.summary} {counted(telling.count, 'step').capitalize()} in all.",))]


def _is_sentence(summary: str) -> bool:
    return summary.endswith(".") and len(summary.split()) > 3


def _answer(derivation: Derivation) -> tuple[Block, ...]:
    """The answer set apart, with the domain of the question and the conditions it carries."""
    problem = derivation.problem
    told = settled((*holds_on(problem), *derivation.conditions), problem.given)
    return displayed(problem, derivation.answer, under(told))


def _ways(others: Sequence[Derivation], rulebook: Rulebook) -> Text:
    """The techniques that each other derivation turns on, and how long it is."""
    pieces: list[Text] = []
    for other in others:
        telling = Telling(rulebook, Level.STANDARD)
        told = [b.title for b in _steps(telling.root(other))]
        names = [name for title in told for name in title if isinstance(name, str)]
        distinct = list(dict.fromkeys(names))
        way = distinct[0] + "".join(f", {n[:1].lower() + n[1:]}" for n in distinct[1:3])
        pieces.append((f"{way} ({counted(telling.count, 'step')})",))
    return joined(p for i, way in enumerate(pieces) for p in ((" · ", *way) if i else way))


def _steps(blocks: Sequence[Block]) -> list[StepBlock]:
    found: list[StepBlock] = []
    for b in blocks:
        if isinstance(b, StepBlock):
            found += [b, *_steps(b.blocks)]
    return found

"""What the student reads: how the answer was read, the verdict, a witness, the likely mistake, and what to try."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from sympy.logic.boolalg import Boolean

from ..derivation import Evidence, Verdict
from ..exposition.document import Aside, Block, Check, Document, Heading, Text
from ..exposition.wording import conditions, counted, equation, joined, sentence
from ..parsing import Unreadable
from ..problems import Problem
from ..written import Written
from .assessment import AnswerVerdict
from .comparisons import Comparison
from .diagnosis import Finding

Rows: TypeAlias = list[tuple[Text, ...]]

WORDS = {
    AnswerVerdict.CORRECT: "correct",
    AnswerVerdict.INCORRECT: "incorrect",
    AnswerVerdict.WRONG_FORM: "right, but not in the form that was asked for",
    AnswerVerdict.UNREADABLE: "unreadable",
    AnswerVerdict.UNDECIDED: "undecided",
}


@dataclass(frozen=True)
class Remark:
    """What is known beyond the verdict: a sentence, the evidence, the part where the answer holds, the mistake."""

    said: str = ""
    evidence: Evidence | None = None
    witness: Text = ()
    part: Boolean | None = None
    missing: tuple[Boolean, ...] = ()
    finding: Finding | None = None
    compared: Comparison | None = None


def feedback(problem: Problem, reading: Written, verdict: AnswerVerdict, remark: Remark) -> Document:
    """The page about an answer that could be read."""
    rows: Rows = [(("Read as",), (reading,)), (("Verdict",), (WORDS[verdict],))]
    if remark.said:
        rows.append((("Why",), (remark.said,)))
    rows += _witness(verdict, remark)
    rows += _mistake(remark)
    blocks: list[Block] = [Heading(_question(problem)), *_remarks(rows)]
    if verdict in (AnswerVerdict.CORRECT, AnswerVerdict.WRONG_FORM) and remark.evidence is not None:
        blocks.append(Check(_confidence(remark.evidence), remark.evidence.verdict))
    return Document(_question(problem), tuple(blocks))


def _remarks(rows: Rows) -> tuple[Aside, ...]:
    """Each fact as a remark with its name: no table, since the texts run on."""
    return tuple(Aside(str(name[0]), text) for name, text in rows)


def _question(problem: Problem) -> Text:
    return (problem.statement(),)


def _witness(verdict: AnswerVerdict, remark: Remark) -> Rows:
    rows: Rows = []
    if remark.witness:
        rows.append((("Witness",), _closed(remark.witness)))
    if remark.part is not None:
        rows.append((("Holds",), ("It is right for ", equation(remark.part), ", but not on the whole domain.")))
    if remark.missing:
        rows.append((("Note",), ("As written it has a value only for ", *conditions(remark.missing), ".")))
    evidence = remark.evidence
    if verdict is AnswerVerdict.UNDECIDED and evidence is not None and evidence.reason:
        rows.append((("Why",), _closed((evidence.reason,))))
    return rows


def _closed(text: Text) -> Text:
    """A sentence from a phrase: a capital in front, a full stop behind."""
    first, *rest = text
    opened = (first[:1].upper() + first[1:] if isinstance(first, str) else first, *rest)
    return joined((*opened, "" if isinstance(opened[-1], str) and opened[-1].endswith(".") else "."))


def _mistake(remark: Remark) -> Rows:
    if remark.compared is not None:
        found: Rows = [(("Likely",), (remark.compared.sentence,))]
        return [*found, (("Try",), (remark.compared.advice,))] if remark.compared.advice else found
    if remark.finding is None:
        return []
    rows: Rows = []
    for rule, place in remark.finding.places():
        bindings = dict(place.step.bindings)
        rows.append((("And" if rows else "Likely",), sentence(rule.because, bindings)))
        rows += [(("Try",), sentence(rule.hint, bindings))] if rule.hint else []
    return rows


def _confidence(evidence: Evidence) -> Text:
    if evidence.verdict is Verdict.PROVED:
        return ("Checked against the question by an exact computation.",)
    if evidence.verdict is Verdict.ENCLOSED:
        return ("Checked against the question by rigorous enclosures.",)
    where = counted(evidence.points, "point")
    if evidence.pieces > 1:
        where += f" on each of {counted(evidence.pieces, 'piece')} of its domain"
    return (f"Agrees with the question at {where}; a proof was not found.",)


def unreadable(problem: Problem, text: str, wrong: Unreadable) -> Document:
    """The page about an answer that could not be read: the place, and how to mend it."""
    place = f"at character {wrong.position + 1} of “{text[:80]}”" if wrong.position is not None else ""
    rows: Rows = [(("Verdict",), (WORDS[AnswerVerdict.UNREADABLE],)), (("Why",), (wrong.message,))]
    if place:
        rows.append((("Where",), (place,)))
    if wrong.repair:
        rows.append((("Try",), (wrong.repair,)))
    return Document(_question(problem), (Heading(_question(problem)), *_remarks(rows)))

"""Is the student right?  Read, shape, disproof or proof, form, and then why not.

The answer is checked against the question, not against a key: the verifier that vouches for symtutor's own steps is
asked about the student's answer.  Diagnosis comes after the verdict and never changes it.
"""

from __future__ import annotations

from time import monotonic
from typing import Any

from sympy import Basic, Tuple
from sympy.core.relational import Equality

from ..derivation import VOUCHED, Answer, Evidence, Rulebook, Verdict
from ..parsing import Unreadable, read_expression
from ..problems import Form, Problem, Rewrite
from ..verification import examine
from ..written import Written
from .assessment import AnswerVerdict, Assessment
from .claimed import WrongShape, claimed
from .comparisons import explained_by_comparison
from .diagnosis import Finding, diagnose
from .feedback import Remark, feedback, unreadable
from .forms import missed_form
from .parts import holding_part


def assess(problem: Problem, text: str, rulebook: Rulebook, *, seconds: float | None = 10) -> Assessment:
    """Assess the answer ``text`` to ``problem``.

    Verdicts are sound: "incorrect" needs a refutation, "correct" a proof, an enclosure or agreement at many points,
    and with how much confidence is said.  ``seconds`` bounds the whole; what is not decided by then is undecided.
    """
    end = None if seconds is None else monotonic() + seconds
    try:
        reading = read_expression(text, letters=sorted(problem.free_symbols(), key=str))
    except Unreadable as wrong:
        return Assessment(AnswerVerdict.UNREADABLE, None, unreadable(problem, text, wrong))
    try:
        answer = claimed(problem, reading)
    except WrongShape as wrong:
        remark = Remark(said=str(wrong))
        return Assessment(
            AnswerVerdict.INCORRECT, None, feedback(problem, reading, AnswerVerdict.INCORRECT, remark), reading
        )
    evidence = examine(problem, answer, deadline=end)
    if evidence.verdict in VOUCHED:
        return _right(problem, reading, answer, evidence)
    if evidence.verdict is not Verdict.REFUTED:
        document = feedback(problem, reading, AnswerVerdict.UNDECIDED, Remark(evidence=evidence))
        return Assessment(AnswerVerdict.UNDECIDED, None, document, reading, evidence)
    return _wrong(problem, reading, answer, evidence, rulebook, end)


def _right(problem: Problem, reading: Written, answer: Answer, evidence: Evidence) -> Assessment:
    missed = missed_form(problem, reading, answer)
    verdict = AnswerVerdict.CORRECT if missed is None else AnswerVerdict.WRONG_FORM
    tag = None if missed is None else missed.tag
    said = "" if missed is None else missed.sentence
    document = feedback(problem, reading, verdict, Remark(said=said, evidence=evidence))
    return Assessment(verdict, tag, document, reading, evidence)


def _wrong(
    problem: Problem, reading: Written, answer: Answer, evidence: Evidence, rulebook: Rulebook, end: float | None
) -> Assessment:
    left = 3.0 if end is None else min(3.0, end - monotonic())
    finding: Finding | None = None
    remark = Remark(evidence=evidence, part=holding_part(problem, answer, end))
    compared = explained_by_comparison(problem, answer, end)
    if compared is None and left > 0:
        finding = diagnose(problem, lambda predicted: same(predicted, answer, problem, end), rulebook, left)
    tag = compared.tag if compared else finding.tag if finding else None
    document = feedback(problem, reading, AnswerVerdict.INCORRECT, remark.because(finding, compared))
    return Assessment(AnswerVerdict.INCORRECT, tag, document, reading, evidence)


def same(predicted: Any, answer: Any, problem: Problem, end: float | None) -> bool:
    """Whether a predicted answer is the student's, as the verifier sees it."""
    if predicted == answer:
        return True
    if not isinstance(predicted, Basic) or not isinstance(answer, Basic):
        return False
    if isinstance(predicted, Equality) or isinstance(answer, Equality):
        return same(_difference(predicted), _difference(answer), problem, end)
    if isinstance(predicted, Tuple) or isinstance(answer, Tuple):
        parts = zip(predicted.args, answer.args)
        return len(predicted.args) == len(answer.args) and all(same(p, a, problem, end) for p, a in parts)
    return examine(Rewrite(predicted, Form.TIDY, given=problem.given), answer, deadline=end).verdict in VOUCHED


def _difference(line: Any) -> Any:
    return line.lhs - line.rhs if isinstance(line, Equality) else line

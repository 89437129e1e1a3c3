"""Is the student right?  Read, shape, disproof or proof, form, and then why not.

The answer is checked against the question, not against a key: the verifier that vouches for symtutor's own steps is
asked about the student's answer.  Diagnosis comes after the verdict and never changes it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from time import monotonic

from sympy import Basic, Tuple
from sympy.core.relational import Equality

from ..derivation import VOUCHED, Answer, Budget, Derivation, Evidence, Rulebook, Unsolved, Verdict, derive
from ..parsing import Unreadable, read_expression
from ..problems import Differentiate, Form, Problem, Rewrite
from ..verification import examine
from ..written import Written
from .assessment import AnswerVerdict, Assessment
from .claimed import WrongShape, along_path, claimed
from .comparisons import Comparison, explained_by_comparison
from .contradicted import contradiction
from .diagnosis import Finding, decided, farther_mistakes, standing_mistakes
from .excluded import apart_from, carried, gaps
from .feedback import Remark, feedback, unreadable
from .forms import Missed, missed_form
from .mentions import functions, letters, strangers, unknown_function
from .parts import holding_part
from .rounded import is_rounding
from .witness import witness

DIAGNOSIS_SECONDS = 3.0


def assess(problem: Problem, text: str, rulebook: Rulebook, *, seconds: float | None = 10) -> Assessment:
    """Assess the answer ``text`` to ``problem``.

    Verdicts are sound: "incorrect" needs a refutation, "correct" a proof, an enclosure or agreement at many points,
    and with how much confidence is said.  ``seconds`` bounds the whole; what is not decided by then is undecided.
    """
    try:
        reading = read_expression(text, letters(problem), functions(problem))
    except Unreadable as wrong:
        return Assessment(AnswerVerdict.UNREADABLE, None, unreadable(problem, text, wrong))
    return _Assessing(problem, reading, rulebook, None if seconds is None else monotonic() + seconds).assessment()


class _Assessing:
    """One answer under assessment, with the sound derivation where it is needed."""

    def __init__(self, problem: Problem, reading: Written, rulebook: Rulebook, end: float | None) -> None:
        self.problem, self.reading, self.rulebook, self.end = problem, reading, rulebook, end

    @cached_property
    def sound(self) -> Derivation | Unsolved:
        """How symtutor answers the question itself.  The last touch of a textbook's form is left off: it takes long
        and changes no value."""
        bare = replace(self.problem, tidied=False) if isinstance(self.problem, Differentiate) else self.problem
        return derive(bare, self.rulebook, Budget(seconds=self.left(DIAGNOSIS_SECONDS)))

    def left(self, at_most: float) -> float:
        return at_most if self.end is None else max(0.01, min(at_most, self.end - monotonic()))

    def assessment(self) -> Assessment:
        try:
            answer = claimed(self.problem, self.reading)
        except WrongShape as wrong:
            return self._said(AnswerVerdict.INCORRECT, Remark(said=str(wrong)))
        evidence = examine(self.problem, answer, deadline=self.end)
        if evidence.verdict in VOUCHED:
            return self._right(answer, evidence)
        spared = self._spared(answer)
        if spared is not None:
            return spared
        if evidence.verdict is Verdict.REFUTED:
            return self._wrong(answer, evidence)
        return self._against_sound(answer, evidence)

    def _spared(self, answer: Answer) -> Assessment | None:
        """Right apart from places that need not be covered: those that the derivation leaves out, and gaps."""
        conditions = carried(self.sound)
        evidence = apart_from(self.problem, answer, conditions, self.end)
        if evidence is not None:
            return self._right(answer, evidence)
        missing = gaps(self.problem, self.reading)
        if not missing:
            return None
        evidence = apart_from(self.problem, answer, (*conditions, *missing), self.end)
        return None if evidence is None else self._right(answer, evidence, missing)

    def _right(self, answer: Answer, evidence: Evidence, missing: tuple[Basic, ...] = ()) -> Assessment:
        missed = missed_form(self.problem, self.reading, answer)
        return self._formed(missed, Remark(evidence=evidence, missing=missing))

    def _formed(self, missed: Missed | None, remark: Remark) -> Assessment:
        if missed is None:
            return self._said(AnswerVerdict.CORRECT, remark)
        return self._said(AnswerVerdict.WRONG_FORM, replace(remark, said=missed.sentence), missed.tag)

    def _against_sound(self, answer: Answer, evidence: Evidence) -> Assessment:
        """What the verifier leaves open, another kind of answer or an unknown function settles."""
        said = contradiction(answer, self.sound, self.end)
        if not said and unknown_function(self.problem, answer):
            said = strangers(self.problem, answer)
        if said:
            return self._said(AnswerVerdict.INCORRECT, Remark(said=said))
        return self._said(AnswerVerdict.UNDECIDED, Remark(evidence=evidence))

    def _wrong(self, answer: Answer, evidence: Evidence) -> Assessment:
        missed = is_rounding(self.problem, self.reading, self.sound, self.end)
        if missed is not None:
            return self._formed(missed.form, Remark(evidence=missed.evidence))
        strange = strangers(self.problem, answer)
        remark = Remark(
            said=strange,
            evidence=evidence,
            witness=() if strange else witness(self.problem, answer, evidence, self.sound),
            part=holding_part(self.problem, answer, self.end),
        )
        finding, compared = self._explained(answer)
        tag = compared.tag if compared else finding.tag if finding else None
        return self._said(AnswerVerdict.INCORRECT, replace(remark, finding=finding, compared=compared), tag, evidence)

    def _explained(self, answer: Answer) -> tuple[Finding | None, Comparison | None]:
        """The likely mistake: first those in the winning derivation, then another question's answer, then the rest."""
        end = monotonic() + self.left(DIAGNOSIS_SECONDS)
        sound = self.sound
        if isinstance(sound, Unsolved):
            return None, explained_by_comparison(self.problem, answer, self.end)

        def same(predicted: Answer) -> bool:
            return self._same(predicted, answer)

        hits = standing_mistakes(sound, same, self.rulebook, end)
        if hits:
            return decided(hits), None
        compared = explained_by_comparison(self.problem, answer, self.end)
        if compared is not None:
            return None, compared
        return decided(farther_mistakes(sound, same, self.rulebook, end)), None

    def _said(
        self, verdict: AnswerVerdict, remark: Remark, tag: str | None = None, evidence: Evidence | None = None
    ) -> Assessment:
        document = feedback(self.problem, self.reading, verdict, remark)
        return Assessment(verdict, tag, document, self.reading, evidence or remark.evidence)

    def _same(self, predicted: Answer, answer: Answer) -> bool:
        """Whether a predicted answer is the student's, as the verifier sees it."""
        predicted = along_path(self.problem, predicted)
        if predicted == answer:
            return True
        if not isinstance(predicted, Basic) or not isinstance(answer, Basic):
            return False
        if isinstance(predicted, Equality) and isinstance(answer, Equality):
            return predicted.lhs == answer.lhs and self._same(predicted.rhs, answer.rhs)
        if isinstance(predicted, (Equality, Tuple)) or isinstance(answer, (Equality, Tuple)):
            if not isinstance(predicted, Tuple) or not isinstance(answer, Tuple):
                return False
            parts = zip(predicted.args, answer.args)
            return len(predicted.args) == len(answer.args) and all(self._same(p, a) for p, a in parts)
        question = Rewrite(predicted, Form.TIDY, given=self.problem.given)
        return examine(question, answer, deadline=self.end).verdict in VOUCHED

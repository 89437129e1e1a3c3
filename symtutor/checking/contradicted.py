"""What the verifier cannot judge by itself: another kind of answer than the one that is right."""

from __future__ import annotations

from sympy.core.relational import Equality

from ..derivation import VOUCHED, Answer, Derivation, Unsolved
from ..problems import AnswerType, NoValue
from ..verification import verify


def contradiction(answer: Answer, sound: Derivation | Unsolved, end: float | None) -> str:
    """How the verified derivation contradicts an answer of another kind: "undefined" where there is a value, a value
    where there is none, y = … for a vertical line.  "" where it does not, or is not vouched for itself."""
    if isinstance(sound, Unsolved):
        return ""
    said = _against(answer, sound.answer)
    if not said:
        return ""
    evidence = verify(sound, deadline=end).step.evidence
    return said if evidence is not None and evidence.verdict in VOUCHED else ""


def _against(answer: Answer, right: Answer) -> str:
    if isinstance(answer, AnswerType) is not isinstance(right, AnswerType):
        return "There is a value here." if isinstance(answer, NoValue) else f"There is no value here: it {right}."
    if isinstance(answer, Equality) and isinstance(right, Equality) and answer.lhs != right.lhs:
        return f"It is a line of the form {right.lhs} = …, not {answer.lhs} = …"
    return ""

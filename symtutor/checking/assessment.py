"""What is said of an answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..derivation import Evidence
from ..exposition.document import Document
from ..written import Written


class AnswerVerdict(StrEnum):
    """Whether the student is right.  A time-out never becomes "incorrect"."""

    CORRECT = "correct"
    INCORRECT = "incorrect"
    WRONG_FORM = "wrong_form"
    UNREADABLE = "unreadable"
    UNDECIDED = "undecided"


@dataclass(frozen=True)
class Assessment:
    """The verdict on an answer, what it rests on, and what to tell the student.

    ``misconception`` is a tag such as ``chain_rule_missing_inner``, or a form tag where the form is wrong;
    ``reading`` is how the answer was read, ``None`` where it was not; ``evidence`` is the verifier's.
    """

    verdict: AnswerVerdict
    misconception: str | None
    feedback: Document
    reading: Written | None = None
    evidence: Evidence | None = None

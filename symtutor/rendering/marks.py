"""The marks of the five verdicts."""

from __future__ import annotations

from ..exposition.document import Verdict

MARKS: dict[Verdict, str] = {
    Verdict.PROVED: "✓",
    Verdict.ENCLOSED: "⊙",
    Verdict.CONFIRMED: "≈",
    Verdict.UNDECIDED: "?",
    Verdict.REFUTED: "✗",
}


def mark(verdict: Verdict, unicode: bool = True) -> str:
    """ "✓ proved"; "[proved]" where only ASCII can be printed."""
    return f"{MARKS[verdict]} {verdict.value}" if unicode else f"[{verdict.value}]"

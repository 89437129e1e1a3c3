"""What the evidence of a whole derivation amounts to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..derivation import Derivation, Verdict
from ..written import Written
from .document import Check, Text
from .wording import counted, joined


def verdict_of(node: Derivation) -> Verdict | None:
    """The verdict on one step; ``None`` before the verifier has looked."""
    return None if node.step.evidence is None else node.step.evidence.verdict


def weakest(nodes: Iterable[Derivation]) -> Verdict | None:
    """The weakest verdict among ``nodes``; ``None`` where one has none."""
    found = [verdict_of(n) for n in nodes]
    if not found or None in found:
        return None
    return max((v for v in found if v is not None), key=lambda v: v.rank)


def refuted(derivation: Derivation) -> Derivation | None:
    """The first step that the verifier refuted, premises first."""
    return next((n for n in derivation if verdict_of(n) is Verdict.REFUTED), None)


def tally(derivation: Derivation) -> str | None:
    """ "7 steps: 6 proved, 1 undecided"; ``None`` where all are proved or none was looked at."""
    verdicts = Counter(verdict_of(n) for n in derivation)
    if None in verdicts or set(verdicts) == {Verdict.PROVED}:
        return None
    parts = [f"{verdicts[v]} {v.value}" for v in Verdict if verdicts[v]]
    return f"{counted(sum(verdicts.values()), 'step')}: " + ", ".join(parts)


def check(derivation: Derivation) -> Check | None:
    """What a student could repeat by hand, with its verdict; ``None`` before the verifier has looked."""
    evidence = derivation.step.evidence
    if evidence is None:
        return None
    said: Text = evidence.statement or ((evidence.method,) if evidence.method else ())
    text: list[str | Written] = list(said)
    if evidence.verdict is Verdict.UNDECIDED and evidence.reason:
        text += [". " if said else "", f"Not decided: {evidence.reason}"]
    return Check(_sentence(joined(text)), evidence.verdict)


def _sentence(text: Text) -> Text:
    """``text`` beginning with a capital letter, where it begins with words."""
    if text and isinstance(text[0], str) and text[0]:
        return (text[0][0].upper() + text[0][1:], *text[1:])
    return text

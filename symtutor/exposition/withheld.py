"""The page of a derivation in which a step was refuted: the answer is withheld, and the step named."""

from __future__ import annotations

from ..derivation import Derivation
from ..written import Relation, write
from .document import Block, Paragraph, StepBlock
from .standing import verdict_of
from .telling import Telling
from .wording import joined, listed


def withheld(wrong: Derivation, telling: Telling) -> list[Block]:
    """What the verifier found against a step.  The answer is not shown."""
    evidence = wrong.step.evidence
    assert evidence is not None
    blocks: list[Block] = [
        Paragraph(("The answer is withheld: a step of the derivation failed its verification.",)),
        StepBlock(
            number="",
            title=(telling.rule(wrong).heading,),
            verdict=verdict_of(wrong),
            because=joined(("This step answered ", wrong.problem.statement(), ", and it is wrong.")),
            blocks=tuple(_against(wrong)),
        ),
    ]
    return blocks


def _against(wrong: Derivation) -> list[Block]:
    evidence = wrong.step.evidence
    assert evidence is not None
    blocks: list[Block] = []
    if evidence.statement:
        blocks.append(Paragraph(evidence.statement))
    elif evidence.reason:
        blocks.append(Paragraph((evidence.reason,)))
    if evidence.witness:
        places = [(Relation(("=",), (write(letter), write(value))),) for letter, value in evidence.witness]
        blocks.append(Paragraph(joined(("It fails at ", *listed(places), "."))))
    return blocks

"""The check in words that a student could repeat by hand, by another operation than the derivation's."""

from __future__ import annotations

from ..derivation import Derivation, Evidence
from ..written import Written
from .bench import Bench


def statement_for(node: Derivation, evidence: Evidence, bench: Bench) -> tuple[Written | str, ...]:
    return ()

"""Limits: where a function goes, whether or not it arrives.

The rules are tried in the order a teacher would: is there anything to find at all; does putting the point in
settle it; a standard limit; one side at a time; algebra that ends 0/0; the laws; growth without bound.
"""

from __future__ import annotations

from ...derivation import AnyRule
from . import cancelling, conjugates, continuity, infinite, laws, pairing, separating, sides, standard

RULES: tuple[AnyRule, ...] = (
    *continuity.RULES,
    *sides.EARLY,
    *infinite.RULES,
    *laws.RULES[:1],
    *cancelling.RULES,
    *conjugates.RULES,
    *separating.RULES,
    *laws.RULES[1:],
    *standard.RULES,
    *pairing.RULES,
    *sides.LATE,
)

"""What students do instead: unsound rules beside the rules they distort.

A ``because`` here speaks to the student: what was done, and why it cannot be.  The mistakes are those known from the
literature on derivative errors (Orton 1983, Educational Studies in Mathematics 14) and from examiners' reports.
"""

from __future__ import annotations

from ....derivation import AnyRule
from . import constants, functions, implicit, inner, powers, products

MISCONCEPTIONS: tuple[AnyRule, ...] = (
    *products.MISCONCEPTIONS,
    *inner.MISCONCEPTIONS,
    *powers.MISCONCEPTIONS,
    *functions.MISCONCEPTIONS,
    *constants.MISCONCEPTIONS,
    *implicit.MISCONCEPTIONS,
)

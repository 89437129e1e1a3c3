"""Derivatives: the table, the rules that take an expression apart, and what is asked about slopes."""

from __future__ import annotations

from ...derivation import AnyRule
from . import chain, linearity, logarithmic, products, quotients, table, table_inverse, table_special, tidying

RULES: tuple[AnyRule, ...] = (
    *linearity.RULES,
    *table.RULES,
    *table_inverse.RULES,
    *table_special.RULES,
    *tidying.RULES,
    *products.RULES,
    *quotients.RULES,
    *chain.RULES,
    *logarithmic.RULES,
)
MISCONCEPTIONS: tuple[AnyRule, ...] = ()

"""Derivatives: the table, the rules that take an expression apart, and what is asked about slopes."""

from __future__ import annotations

from ...derivation import AnyRule
from . import (
    at_point,
    chain,
    definition,
    differentiability,
    higher,
    implicit,
    inverse_function,
    linearity,
    logarithmic,
    nth,
    nth_combined,
    parametric,
    partial,
    paths,
    products,
    quotients,
    table,
    table_inverse,
    table_special,
    tangent,
    tidying,
)

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
    *definition.RULES,
    *differentiability.RULES,
    *higher.RULES,
    *nth.RULES,
    *nth_combined.RULES,
    *at_point.RULES,
    *implicit.RULES,
    *parametric.RULES,
    *inverse_function.RULES,
    *tangent.RULES,
    *partial.RULES,
    *paths.RULES,
)

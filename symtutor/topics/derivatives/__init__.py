"""Rules to come."""

from __future__ import annotations

from ...derivation import AnyRule

RULES: tuple[AnyRule, ...] = ()
MISCONCEPTIONS: tuple[AnyRule, ...] = ()

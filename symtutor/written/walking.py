"""Walking over writing, and exchanging parts of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from .tree import Leaf, Written


def walk(written: Written) -> Iterator[Written]:
    """Every node, outermost first, in reading order."""
    yield written
    for part in written.parts():
        yield from walk(part)


def rewritten(written: Written, change: Callable[[Written], Written | None]) -> Written:
    """``written`` with ``change`` applied from the leaves up; ``None`` leaves a node as it is."""
    parts = written.parts()
    if parts:
        new = tuple(rewritten(p, change) for p in parts)
        if any(a is not b for a, b in zip(new, parts)):
            written = written.with_parts(new)
    changed = change(written)
    return written if changed is None else changed


def free_symbols(w: Written) -> frozenset[Any]:
    """The symbols that occur anywhere in ``w``."""
    found: set[Any] = set()
    for node in walk(w):
        if isinstance(node, Leaf):
            found |= node.expr.free_symbols
    return frozenset(found)

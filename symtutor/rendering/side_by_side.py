"""Blocks of characters set beside one another."""

from __future__ import annotations

from .breaking import cells


def padded(text: str, width: int) -> str:
    """``text`` filled up with blanks to ``width`` columns."""
    return text + " " * (width - cells(text))


def joined(left: list[str], hang: int, sign: str, right: list[str]) -> list[str]:
    """Two boxes side by side, their middles on one line with the sign between."""
    height = max(len(left), len(right))
    left, right = _centred(left, height), _centred(right, height)
    middle = (height - 1) // 2
    return [
        padded(a, hang) + (sign if i == middle else " " * cells(sign)) + b for i, (a, b) in enumerate(zip(left, right))
    ]


def _centred(box: list[str], height: int) -> list[str]:
    above = (height - 1) // 2 - (len(box) - 1) // 2
    return [""] * above + box + [""] * (height - len(box) - above)

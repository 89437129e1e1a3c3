"""Exit codes, and how an error is told."""

from __future__ import annotations

from typing import Any

import click

OK, WRONG, UNREADABLE, LIMIT = 0, 1, 2, 3


def complain(wrong: Any) -> int:
    """Print what is wrong with the input, where, and how to mend it; return the exit code.

    An error of reading carries ``message``, ``text``, ``position``, ``length`` and ``repair``; a plain ``ValueError``
    that carries none is printed as it is.
    """
    message = getattr(wrong, "message", None) or str(wrong)
    click.echo(f"symtutor: {message}", err=True)
    text, position = getattr(wrong, "text", None), getattr(wrong, "position", None)
    if text and position is not None:
        _point(text, position, getattr(wrong, "length", 1) or 1)
    repair = getattr(wrong, "repair", "")
    if repair:
        click.echo(f"  {repair}", err=True)
    return LIMIT if getattr(wrong, "over_limit", False) else UNREADABLE


def _point(text: str, position: int, length: int) -> None:
    """The text around the place, with a mark below it; long input is cut to a window."""
    start = max(0, position - 40)
    window = text[start : position + 40].replace("\n", " ").replace("\t", " ")
    before = "…" if start else ""
    click.echo(f"  {before}{window}{'…' if position + 40 < len(text) else ''}", err=True)
    marks = "^" * max(1, min(length, len(window) - (position - start)))
    click.echo("  " + " " * (len(before) + position - start) + marks, err=True)

"""The terminal: the lines of plain text, in colours that rich writes as ANSI codes."""

from __future__ import annotations

from ..exposition.document import Document
from .lines import Line, laid_out, plain

STYLES: dict[str, str] = {
    "heading": "bold",
    "number": "bold cyan",
    "title": "bold",
    "because": "italic",
    "math": "",
    "answer": "bold bright_blue",
    "note": "dim",
    "label": "bold cyan",
    "verdict.proved": "green",
    "verdict.enclosed": "green",
    "verdict.confirmed": "cyan",
    "verdict.undecided": "yellow",
    "verdict.refuted": "bold red",
}


def page(document: Document, width: int = 100, unicode: bool = True, color: bool = True) -> str:
    """The document in lines of at most ``width`` columns, with ANSI colours where ``color``."""
    lines = laid_out(document, width, unicode)
    return _coloured(lines, width) if color else plain(lines)


def _coloured(lines: list[Line], width: int) -> str:
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    console = Console(
        file=StringIO(),
        force_terminal=True,
        color_system="standard",
        width=width,
        legacy_windows=False,
        highlight=False,
    )
    # Text, never markup: mathematics is full of square brackets.
    page = Text.assemble(*((t, STYLES.get(s, "")) for line in lines for t, s in (*line, ("\n", ""))), end="")
    console.print(page, soft_wrap=True, end="")
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()

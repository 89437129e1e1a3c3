"""How it looks: one file a format.  A renderer makes no choice of content."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ..exposition.document import Document

FORMATS: dict[str, str] = {
    "terminal": "terminal",
    "text": "text",
    "latex": "latex",
    "article": "article",
    "markdown": "markdown",
    "html": "html",
}


def render(
    document: Document, format: str, *, width: int | None = None, color: bool = True, unicode: bool = True
) -> str:
    """The document as text in one of ``FORMATS``.

    ``width`` is in columns, at least 40, for terminal and text (100 where it is left out); ``color`` is for the
    terminal only; without ``unicode``, terminal and text are plain ASCII.  Raises ``ValueError`` for another format.
    """
    if format not in FORMATS:
        raise ValueError(f"{format!r} is no format; choose one of {', '.join(FORMATS)}")
    look: dict[str, Any] = {}
    if format in ("terminal", "text"):
        look = {"width": max(40, width or 100), "unicode": unicode}
    if format == "terminal":
        look["color"] = color
    page: str = import_module(f".{FORMATS[format]}", __name__).page(document, **look)
    return page

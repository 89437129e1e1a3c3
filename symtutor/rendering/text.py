"""Plain text."""

from __future__ import annotations

from ..exposition.document import Document
from .lines import laid_out, plain


def page(document: Document, width: int = 100, unicode: bool = True) -> str:
    """The document in lines of at most ``width`` characters."""
    return plain(laid_out(document, width, unicode))

"""Mathematics as a page shows it: the one way from Written to text, LaTeX and MathML.

A layout tree is made once, in textbook order, and printed for each target; no target is made from another.
"""

from __future__ import annotations

from ..written import Written
from .typesetting.text import LinePrinter
from .typesetting.writing import typeset

_UNICODE = LinePrinter(unicode=True)
_ASCII = LinePrinter(unicode=False)


def text_of(written: Written, unicode: bool = True) -> str:
    """``written`` on one line: ``x² eˣ``, or ``x^2 e^x`` in ASCII that can be typed back."""
    return (_UNICODE if unicode else _ASCII).line(typeset(written))

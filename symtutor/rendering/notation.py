"""Mathematics as a page shows it: the one way from Written to text, LaTeX and MathML.

A layout tree is made once, in textbook order, and printed for each target; no target is made from another.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ..written import Written
from .typesetting.boxes import box
from .typesetting.text import LinePrinter
from .typesetting.writing import typeset

if TYPE_CHECKING:
    from .typesetting.latex import LatexPrinter
    from .typesetting.mathml import MathmlPrinter

__all__ = ["box_of", "latex_of", "latex_words", "mathml_of", "text_of"]

_UNICODE = LinePrinter(unicode=True)
_ASCII = LinePrinter(unicode=False)


# A page for the terminal needs neither of these two, so they are loaded when first asked for.
@cache
def _latex() -> LatexPrinter:
    from .typesetting.latex import LatexPrinter

    return LatexPrinter()


@cache
def _mathml() -> MathmlPrinter:
    from .typesetting.mathml import MathmlPrinter

    return MathmlPrinter()


def text_of(written: Written, unicode: bool = True) -> str:
    """``written`` on one line: ``x² eˣ``, or ``x^2 e^x`` in ASCII that can be typed back."""
    return (_UNICODE if unicode else _ASCII).line(typeset(written))


def box_of(written: Written, unicode: bool = True) -> list[str]:
    """``written`` on as many lines as its matrices and cases need, all of one width; one line for everything else."""
    return list(box(typeset(written), _UNICODE if unicode else _ASCII).lines)


def latex_of(written: Written) -> str:
    """``written`` as LaTeX for mathematics mode; needs amsmath and amssymb."""
    return _latex().line(typeset(written))


def mathml_of(written: Written) -> str:
    """``written`` as a whole ``<math>`` element of MathML Core."""
    return f'<math xmlns="http://www.w3.org/1998/Math/MathML">{_mathml().line(typeset(written))}</math>'


def latex_words(text: str) -> str:
    """Plain words for LaTeX text: special characters escaped, signs such as → and ² set as mathematics."""
    from .typesetting.latex_words import escaped

    return escaped(text)

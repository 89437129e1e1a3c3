r"""A whole LaTeX document: the article class with base packages only, set without warnings by pdflatex."""

from __future__ import annotations

from ..exposition.document import Document
from . import latex

PREAMBLE = r"""\documentclass[11pt,fleqn]{article}
\usepackage{amsmath,amssymb}
\setlength{\textwidth}{16cm}
\setlength{\textheight}{23cm}
\setlength{\oddsidemargin}{0pt}
\setlength{\evensidemargin}{0pt}
\setlength{\topmargin}{-1cm}
\setlength{\parindent}{0pt}
\setlength{\parskip}{3pt plus 2pt}
\setlength{\mathindent}{1em}
\setlength{\abovedisplayskip}{4pt plus 2pt}
\setlength{\belowdisplayskip}{4pt plus 2pt}
\allowdisplaybreaks
\raggedbottom
\sloppy
\begin{document}
"""

# 16 cm at eleven points, less the indent of displays and a margin for what the estimate misses.
LINE = 40.0


def page(document: Document) -> str:
    """The document as a file that compiles by itself."""
    return PREAMBLE + latex.page(document, LINE) + "\\end{document}\n"

"""Words and names in LaTeX, with every character that TeX reads as a command made harmless."""

from __future__ import annotations

import re

from .names import GREEK, LATEX_SHAPE, RELATION_SIGNS

_ESCAPES = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "_": r"\_", "%": r"\%",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "…": r"\ldots{}",
    # The old text fonts have other signs at these places.
    **{c: rf"\ensuremath{{{c}}}" for c in "<>|"},
    **{c: rf"\ensuremath{{\{LATEX_SHAPE.get(name, name)}}}" for name, c in GREEK.items()},
    **{c: rf"\ensuremath{{{glyph.latex}}}" for c, glyph in RELATION_SIGNS.items() if ord(c) > 127},
    **{c: rf"\textsuperscript{{{p}}}" for p, c in zip("0123456789+n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺ⁿ")},
    **{c: rf"\textsubscript{{{p}}}" for p, c in zip("0123456789", "₀₁₂₃₄₅₆₇₈₉")},
    "−": r"\ensuremath{-}", "·": r"\ensuremath{\cdot}", "×": r"\ensuremath{\times}", "′": r"\ensuremath{'}",
    "″": r"\ensuremath{''}", "∞": r"\ensuremath{\infty}", "√": r"\ensuremath{\surd}", "∫": r"\ensuremath{\int}",
    "∂": r"\ensuremath{\partial}", "⁻": r"\textsuperscript{\ensuremath{-}}", "□": r"\ensuremath{\square}",
    "ℝ": r"\ensuremath{\mathbb{R}}", "∪": r"\ensuremath{\cup}", "∩": r"\ensuremath{\cap}", "½": r"\ensuremath{\frac12}",
}  # fmt: skip
# What pdflatex prints without a further package: Latin letters and the usual punctuation.
_PLAIN = re.compile(r"[\x20-\x7e\xa0-\u017e–—‘’“”]")
# Capital Greek letters that look Latin have no command of their own.
_LATIN_LOOKING = {"Alpha": "A", "Beta": "B"}


def escaped(text: str) -> str:
    """Words with every character that TeX reads as a command, or has no letter for, made harmless."""
    return "".join(_ESCAPES.get(c) or (c if _PLAIN.match(c) else f"[U+{ord(c):04X}]") for c in text)


def latex_name(stem: str) -> str:
    """A letter as itself, a Greek name as its command, any longer name upright and escaped."""
    if stem in GREEK:
        return "\\" + LATEX_SHAPE.get(stem, stem)
    if stem in _LATIN_LOOKING:
        return rf"\mathrm{{{_LATIN_LOOKING[stem]}}}"
    if re.fullmatch(r"[A-Za-z]", stem):
        return stem
    # \mathrm would drop spaces and read a bare accent as a command.
    return rf"\mathrm{{{stem}}}" if re.fullmatch(r"[A-Za-z0-9,]+", stem) else rf"\text{{{escaped(stem)}}}"

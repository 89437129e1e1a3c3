"""Words and signs in plain ASCII."""

from __future__ import annotations

import unicodedata

ASCII: dict[str, str] = {
    "−": "-", "–": "-", "—": "-", "·": "*", "×": "*", "′": "'", "’": "'", "‘": "'", "“": '"', "”": '"', "…": "...",
    "→": "->", "⇒": "=>", "⇔": "<=>", "≈": "~", "≠": "!=", "≤": "<=", "≥": ">=", "∞": "oo", "π": "pi", "√": "sqrt",
    "²": "^2", "³": "^3", "ⁿ": "^n", "∂": "d", "ε": "epsilon", "δ": "delta", "ξ": "xi", "σ": "sigma", "½": "1/2",
    "ℝ": "R", "∈": "in", "±": "+-", "∫": "integral", "Σ": "sum", "✓": "ok", "✗": "wrong", "≡": "==", "∓": "-+",
}  # fmt: skip


def plain(words: str) -> str:
    """``words`` without any character beyond ASCII; an accent is dropped, an unknown sign becomes "?"."""
    replaced = "".join(ASCII.get(c, c) for c in words)
    return unicodedata.normalize("NFKD", replaced).translate(_Dropped()).encode("ascii", "replace").decode("ascii")


class _Dropped(dict[int, None]):
    """Combining marks go; everything else stays."""

    def __missing__(self, code: int) -> int | None:
        return None if unicodedata.combining(chr(code)) else code

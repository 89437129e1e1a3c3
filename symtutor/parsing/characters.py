"""Characters: what people's keyboards, editors and web pages produce, mapped to one alphabet.

Every character keeps the position it was typed at, so that an error points into the text as the person sees it.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from .errors import Unreadable


class Text(NamedTuple):
    """Normalised characters, and for each the index of the typed character it comes from, plus one for the end."""

    characters: str
    origin: tuple[int, ...] | None

    def position(self, index: int) -> int:
        """Where in the typed text the character at ``index`` stood."""
        return index if self.origin is None else self.origin[index]


SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿⁱˣ⁽⁾ᵏᵐᵗʸ", "0123456789+-nix()kmty", strict=True))
SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋ₙᵢₓₖₘₐ", "0123456789+-nixkma", strict=True))

# One typed sign, the signs the tokenizer knows.
SIGNS: dict[str, str] = {
    "−": "-", "–": "-", "‐": "-", "‑": "-", "·": "*", "⋅": "*", "×": "*", "∗": "*", "•": "*", "∙": "*", "÷": "/",
    "∕": "/", "⁄": "/",
    "≤": "<=", "⩽": "<=", "≦": "<=", "≥": ">=", "⩾": ">=", "≧": ">=", "≠": "!=", "→": "->", "⟶": "->", "↦": "->",
    "′": "'", "’": "'", "‘": "'", "ʹ": "'", "´": "'", "″": "''", "‴": "'''", "½": "(1/2)", "⅓": "(1/3)",
    "⅔": "(2/3)", "¼": "(1/4)", "¾": "(3/4)", "⅕": "(1/5)", "⅙": "(1/6)", "⅛": "(1/8)", "∣": "|", "｜": "|",
    "“": '"', "”": '"', "∼": "~", "ϵ": "ε", "ϕ": "φ", "ϑ": "θ", "ϱ": "ρ", "ϖ": "π", "µ": "μ",
    "∆": "Δ", "Ω": "Ω", "ℯ": "e", "ⅇ": "e", "ⅆ": "d", "∑": "Σ", "∏": "Π", "⇒": "=>", "⇔": "<=>", "ı": "i",
    "ᵀ": "^T", "⊤": "^T", "⁡": "", "⁢": "*",
}  # fmt: skip

_FRACTIONS = frozenset("½⅓⅔¼¾⅕⅙⅛")

# Signs that stand for themselves.
KEPT = frozenset("⌊⌋⌈⌉⟨⟩√∛∜∞π±∓∂∫∬∈∉∪∩∅ℝℤℕ‖∇∀∃°") | SUPERSCRIPTS.keys() | SUBSCRIPTS.keys()

# Letters of other scripts that look Latin: what to type instead.
LOOKALIKE = dict(zip("хХаАеЕоОсСрРуУкКтТмМнНвВіІјЈѕЅ", "xXaAeEoOcCpPyYkKtTmMhHbBiIjJsS", strict=True))


def normalised(text: str) -> Text:
    """``text`` in the parser's alphabet.  Raises ``Unreadable`` for a character that has no meaning here, by name."""
    if text.isascii() and text.isprintable():
        return Text(text, None)
    out: list[str] = []
    origin: list[int] = []
    for i, c in enumerate(text):
        if i and c in _FRACTIONS and text[i - 1].isdecimal():
            # 1½ is a mixed number, as 1 1/2 is
            out += f" {SIGNS[c][1:-1]}"
            origin += [i] * 4
            continue
        for d in c if c.isascii() and c.isprintable() else _one(c, i):
            out.append(d)
            origin.append(i)
    origin.append(len(text))
    return Text("".join(out), tuple(origin))


def _one(c: str, position: int) -> str:
    if c in SIGNS:
        return SIGNS[c]
    if c in KEPT or "Α" <= c <= "ω":
        return c
    if c in "\t\n\r" or unicodedata.category(c) == "Zs":
        return " "
    plain = unicodedata.normalize("NFKC", c)
    if plain != c and all(p.isascii() and p.isprintable() for p in plain):
        return plain
    if plain != c and len(plain) == 1:
        return _one(plain, position)
    raise _unknown(c, position)


def _unknown(c: str, position: int) -> Unreadable:
    name = unicodedata.name(c, f"character U+{ord(c):04X}")
    if name.startswith("CYRILLIC"):
        repair = f"type the Latin letter {LOOKALIKE[c]}" if c in LOOKALIKE else "type a Latin letter"
        return Unreadable(f"'{c}' is a Cyrillic letter ({name})", position, 1, repair)
    if unicodedata.category(c) in ("Cf", "Cc", "Co", "Cs", "Mn", "Zl", "Zp"):
        return Unreadable(f"there is an invisible character here: {name} (U+{ord(c):04X})", position, 1, "delete it")
    return Unreadable(f"'{c}' has no meaning here ({name})", position, 1, "remove it or write it in words")

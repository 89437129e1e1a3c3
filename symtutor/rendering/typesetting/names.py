"""Names and signs: how a letter, a constant and a function are called in each target."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ",
    "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ",
    "tau": "τ", "upsilon": "υ", "phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ",
    "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ",
    "Omega": "Ω",
}  # fmt: skip
# Python keeps the word lambda for itself, so that symbols are often made without its b.
SPELLINGS = {"lamda": "lambda", "varepsilon": "epsilon", "varphi": "phi", "vartheta": "theta"}
GREEK_NAME = {sign: name for name, sign in GREEK.items()} | {"ϕ": "phi", "ϵ": "epsilon", "ϑ": "theta"}
# The round shapes that print as the Unicode letters ε and φ do.
LATEX_SHAPE = {"epsilon": "varepsilon", "phi": "varphi"}

SUPERSCRIPT = str.maketrans(
    "0123456789+-−()=abcdefghijklmnoprstuvwxyz",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾⁼ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ",
)
SUBSCRIPT = str.maketrans("0123456789+-−=aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
# A number, a letter or a number with a letter, and one such sum: x², e⁻²ˣ, xⁿ⁺¹.  More reads badly when raised, and so
# do the letters whose raised shape is easily taken for another sign.
_RAISABLE = re.compile(r"[−-]?(?=[0-9ikmntxy])[0-9]{0,3}[ikmntxy]?([+−-](?=[0-9ikmntxy])[0-9]{0,2}[ikmntxy]?)?\Z")
_LOWERABLE = re.compile(r"[−-]?[0-9aehijklmnoprstuvx]{1,3}([+−=-][0-9aehijklmnoprstuvx]{1,2})?\Z")


def raised_text(text: str) -> str | None:
    """The text in superscript characters, or None where it would not read well."""
    close = text.replace(" ", "")
    return close.translate(SUPERSCRIPT) if _RAISABLE.match(close) else None


def lowered_text(text: str) -> str | None:
    """The text in subscript characters, or None where there are none."""
    close = text.replace(" ", "")
    return close.translate(SUBSCRIPT) if _LOWERABLE.match(close) else None


@dataclass(frozen=True, slots=True)
class Glyph:
    """One sign in each target."""

    text: str
    ascii: str
    latex: str


SIGNS = {
    "pi": Glyph("π", "pi", r"\pi"),
    "e": Glyph("e", "e", "e"),
    "i": Glyph("i", "i", "i"),
    "gamma": Glyph("γ", "EulerGamma", r"\gamma"),
    "golden": Glyph("φ", "GoldenRatio", r"\varphi"),
    "catalan": Glyph("G", "Catalan", "G"),
    "infinity": Glyph("∞", "oo", r"\infty"),
    "complex infinity": Glyph("∞̃", "zoo", r"\tilde{\infty}"),
    "undefined": Glyph("undefined", "undefined", r"\text{undefined}"),
    "true": Glyph("true", "true", r"\text{true}"),
    "false": Glyph("false", "false", r"\text{false}"),
    "reals": Glyph("ℝ", "R", r"\mathbb{R}"),
    "complexes": Glyph("ℂ", "C", r"\mathbb{C}"),
    "integers": Glyph("ℤ", "Z", r"\mathbb{Z}"),
    "naturals": Glyph("ℕ", "N", r"\mathbb{N}"),
    "rationals": Glyph("ℚ", "Q", r"\mathbb{Q}"),
    "empty": Glyph("∅", "{}", r"\varnothing"),
    "box": Glyph("□", "[ ]", r"\square"),
}

RELATION_SIGNS = {
    "=": Glyph("=", "=", "="),
    "≠": Glyph("≠", "!=", r"\neq"),
    "<": Glyph("<", "<", "<"),
    "≤": Glyph("≤", "<=", r"\leq"),
    ">": Glyph(">", ">", ">"),
    "≥": Glyph("≥", ">=", r"\geq"),
    "≈": Glyph("≈", "~", r"\approx"),
    "⇔": Glyph("⇔", "<=>", r"\iff"),
    "⇒": Glyph("⇒", "=>", r"\implies"),
    "→": Glyph("→", "->", r"\to"),
    "↦": Glyph("↦", "|->", r"\mapsto"),
    "←": Glyph("←", "<-", r"\leftarrow"),
    "∈": Glyph("∈", "in", r"\in"),
    "∉": Glyph("∉", "not in", r"\notin"),
    "⊂": Glyph("⊂", "subset of", r"\subset"),
    "∼": Glyph("∼", "~", r"\sim"),
    "~": Glyph("~", "~", r"\sim"),
    "±": Glyph("±", "+-", r"\pm"),
}

JOINS = {
    "and": Glyph(" and ", " and ", r"\text{ and }"),
    "or": Glyph(" or ", " or ", r"\text{ or }"),
    "comma": Glyph(", ", ", ", r",\; "),
    "union": Glyph(" ∪ ", " U ", r" \cup "),
    "intersection": Glyph(" ∩ ", " n ", r" \cap "),
    "without": Glyph(" ∖ ", " \\ ", r" \setminus "),
}

FENCE_ASCII = {"⌊": "floor(", "⌋": ")", "⌈": "ceil(", "⌉": ")", "⟨": "<", "⟩": ">", "‖": "||"}
FENCE_LATEX = {
    "|": r"|", "⌊": r"\lfloor ", "⌋": r"\rfloor", "⌈": r"\lceil ", "⌉": r"\rceil", "{": r"\{", "}": r"\}",
    "⟨": r"\langle ", "⟩": r"\rangle", "‖": r"\|",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    """A function's name.  ``bare``: sin x needs no brackets; ``powered``: sin²x means (sin x)²."""

    text: str
    ascii: str
    latex: str
    bare: bool = False
    powered: bool = False


def _named(name: str, command: bool = True, powered: bool = False) -> Head:
    return Head(name, name, f"\\{name}" if command else f"\\operatorname{{{name}}}", True, powered)


def _operator(name: str, text: str | None = None) -> Head:
    return Head(text or name, name, f"\\operatorname{{{text or name}}}")


HEADS: dict[str, Head] = {
    **{n: _named(n, True, True) for n in ("sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth")},
    **{n: _named(n, False, True) for n in ("sech", "csch")},
    **{n: _named(n) for n in ("arcsin", "arccos", "arctan", "ln", "log", "det")},
    **{n: _named(n, False) for n in ("arccot", "arcsec", "arccsc", "arsinh", "arcosh", "artanh", "arcoth")},
    **{n: _named(n, False) for n in ("arsech", "arcsch", "tr", "rank")},
    **{n: _operator(n) for n in ("erf", "erfc", "Ei", "Si", "Ci", "li", "atan2")},
    "max": Head("max", "max", r"\max"),
    "min": Head("min", "min", r"\min"),
    "arg": Head("arg", "arg", r"\arg"),
    "re": _operator("re", "Re"),
    "im": _operator("im", "Im"),
    "sign": _operator("sign", "sgn"),
    "relu": _operator("relu", "ReLU"),
    "gelu": _operator("gelu", "GELU"),
    "softplus": _operator("softplus"),
    "sigmoid": Head("σ", "sigmoid", r"\sigma"),
    "gamma": Head("Γ", "gamma", r"\Gamma"),
    "digamma": Head("ψ", "digamma", r"\psi"),
    "beta": Head("B", "beta", r"\mathrm{B}"),
    "heaviside": Head("H", "heaviside", "H"),
    "dirac": Head("δ", "dirac", r"\delta"),
    "binomial": _operator("binomial"),
}


# Letters that name functions by habit: f (x + 1) would be read as f of x + 1.
FUNCTION_LETTERS = frozenset(
    {"f", "g", "h", "F", "G", "H", "P", "Q", "y", "B", "O", "sigma", "Gamma", "psi", "Psi", "phi", "Phi"}
)


def is_function_name(word: str) -> bool:
    """Whether letters run together would read as the name of a function or constant."""
    return any(w in HEADS or w in GREEK or w in _WORDS for w in (word, word.lower()))


_WORDS = frozenset({"exp", "sqrt", "cbrt", "abs", "floor", "ceil", "oo", "inf", "dx", "dy", "dt", "du", "lim", "int",
                    "sum", "lg", "lb", "sh", "ch", "th", "tg", "ctg", "sgn", "mod", "in", "or", "and", "for", "to",
                    "at", "of", "by", "if"})  # fmt: skip


@lru_cache(maxsize=4096)
def split(name: str) -> tuple[str, str]:
    """A symbol's stem and subscript: x1 and x_1 give (x, 1), alpha12 gives (alpha, 12), rate gives (rate, "")."""
    stem, _, sub = name.partition("_")
    if not sub:
        found = re.fullmatch(r"([^\W\d_]+)(\d+)", stem)
        if found:
            stem, sub = found.group(1), found.group(2)
    stem = SPELLINGS.get(stem, stem)
    return GREEK_NAME.get(stem, stem) or name, sub


def greek(stem: str) -> str | None:
    """The Unicode sign of a Greek letter by its name, or None."""
    return GREEK.get(stem)

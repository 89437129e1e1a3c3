"""Names: what people call the functions, constants and letters of mathematics, and the canonical name of each.

The canonical names of functions are the keys of ``written.FUNCTIONS``; they stand first, aliases after them.
"""

from __future__ import annotations

from ..written.functions import FUNCTIONS

ALIASES: dict[str, str] = {
    "asin": "arcsin", "acos": "arccos", "atan": "arctan", "acot": "arccot", "asec": "arcsec", "acsc": "arccsc",
    "asinh": "arsinh", "acosh": "arcosh", "atanh": "artanh", "acoth": "arcoth", "asech": "arsech", "acsch": "arcsch",
    "arcsinh": "arsinh", "arccosh": "arcosh", "arctanh": "artanh", "arccoth": "arcoth", "arcsech": "arsech",
    "arccsch": "arcsch", "arsh": "arsinh", "arch": "arcosh", "arth": "artanh", "argsinh": "arsinh",
    "argcosh": "arcosh", "argtanh": "artanh", "tg": "tan", "ctg": "cot", "cotg": "cot", "cotan": "cot", "ctan": "cot",
    "cosec": "csc", "arctg": "arctan", "arcctg": "arccot", "sh": "sinh", "ch": "cosh", "th": "tanh", "cth": "coth",
    "sine": "sin", "cosine": "cos", "tangens": "tan", "sinus": "sin", "cosinus": "cos", "sen": "sin",
    "log": "ln", "Abs": "abs", "sgn": "sign", "signum": "sign", "ceiling": "ceil", "logistic": "sigmoid",
    "expit": "sigmoid", "Heaviside": "heaviside", "Gamma": "gamma", "binom": "binomial", "Max": "max", "Min": "min",
    "ReLU": "relu", "GELU": "gelu", "psi": "digamma",
}  # fmt: skip

# Written with a base that is not e: canonical name "log" with the base in front.
BASES: dict[str, str] = {"lg": "10", "log10": "10", "log2": "2", "ld": "2", "lb": "2"}

# Functions of other places: read as a product of letters they would mean something else.
ELSEWHERE = frozenset({"mod", "sinc"})
ELSEWHERE_APPLIED = frozenset({"gcd", "lcm", "arg", "conj", "Re", "Im", "re", "im", "rem", "tr", "mad", "avg"})

# A Greek letter and a function share these names: the function needs its bracket.
SHARED = frozenset({"gamma", "beta", "Gamma", "psi"})

CONSTANTS: dict[str, str] = {"pi": "pi", "e": "e", "E": "e", "oo": "oo", "infinity": "oo", "infty": "oo", "inf": "oo"}

_GREEK_NAMES = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau "
    "upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Upsilon Phi Psi Omega"
)
GREEK: dict[str, str] = dict(zip("αβγδεζηθικλμνξοπρςστυφχψωΓΔΘΛΞΥΦΨΩ", _GREEK_NAMES.split(), strict=True))
LETTERS = frozenset(GREEK.values()) - {"pi"}

FUNCTION_NAMES: dict[str, str] = {name: name for name in FUNCTIONS if name != "log"} | ALIASES
_LOWER: dict[str, str] = {}
for _name in (*FUNCTION_NAMES, *BASES):
    _LOWER.setdefault(_name.lower(), _name)

# Names that a run of letters is cut by.  Two-letter names that are also ordinary products are left to whole words.
_WHOLE_ONLY_NAMES = (
    "oo li ch th sh ld lb Ei Si Ci inf nu mu xi psi eta rho tau chi phi sine sinus beta min sign arch arth"
)
_WHOLE_ONLY = frozenset(_WHOLE_ONLY_NAMES.split())
KNOWN: frozenset[str] = frozenset(
    {*FUNCTION_NAMES, *BASES, *LETTERS, *(c for c in CONSTANTS if len(c) > 1)} - {"log10", "log2"}
)
LONGEST = max(map(len, KNOWN))

# LaTeX commands that name something ...
COMMAND_NAMES: dict[str, str] = {
    **{name: name for name in KNOWN if name.isalpha() and name not in ("oo", "inf", "infinity")},
    "infty": "oo", "pi": "pi", "varepsilon": "epsilon", "varphi": "phi", "vartheta": "theta", "varrho": "rho",
    "exponentialE": "e", "differentialD": "d", "lim": "lim", "log": "log", "ell": "l", "imaginaryI": "i",
}  # fmt: skip

# ... that are a sign ...
COMMAND_SIGNS: dict[str, str] = {
    "cdot": "*", "times": "*", "ast": "*", "div": "/", "to": "→", "rightarrow": "→",
    "longrightarrow": "→", "le": "≤", "leq": "≤", "leqslant": "≤", "ge": "≥", "geq": "≥", "geqslant": "≥", "ne": "≠",
    "neq": "≠", "lt": "<", "gt": ">", "pm": "±", "mp": "∓", "in": "∈", "cup": "∪", "cap": "∩", "partial": "∂",
    "int": "∫", "sum": "Σ", "prod": "Π", "prime": "'", "vert": "|", "lvert": "|", "rvert": "|", "mid": "|",
    "Vert": "‖", "|": "‖", "sim": "~", "approx": "≈", "{": "\\{", "}": "\\}", "%": "%", "\\": "\\\\", "lbrace": "\\{",
    "rbrace": "\\}", "langle": "⟨", "rangle": "⟩", "Rightarrow": "⇒", "Leftrightarrow": "⇔", "iff": "⇔",
    "implies": "⇒", "land": "and", "lor": "or", "setminus": "\\", "circ": "degree", "emptyset": "∅",
    "varnothing": "∅", "mapsto": "→", "colon": ":", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉",
}  # fmt: skip

# ... that have arguments of their own ...
STRUCTURED_COMMANDS: dict[str, str] = {
    "frac": "frac", "dfrac": "frac", "tfrac": "frac", "cfrac": "frac", "sqrt": "sqrt", "binom": "binom",
    "dbinom": "binom", "begin": "begin", "end": "end", "mathrm": "roman", "text": "text", "operatorname": "roman",
    "mathit": "roman", "mathbf": "roman", "textrm": "text", "rm": "roman", "boldsymbol": "roman", "mathbb": "roman",
    "bm": "roman", "mathcal": "roman", "left": "left", "right": "right", "mbox": "text",
}  # fmt: skip

# ... that only set space, and that change nothing.
SPACING_COMMANDS = frozenset({",", ";", "!", ":", " ", ">", "quad", "qquad", "thinspace", "space", "hspace"})
DROPPED_COMMANDS = frozenset(
    {"displaystyle", "textstyle", "limits", "nolimits", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr",
     "middle", "(", ")", "[", "]", "biggl", "biggr", "nonumber", "mathop", "mathstrut"}
)  # fmt: skip


# A command with arguments of its own is never only a name: \\sqrt[3]{x}.
for _name in STRUCTURED_COMMANDS:
    COMMAND_NAMES.pop(_name, None)


def function_named(text: str) -> str | None:
    """The canonical function that ``text`` names, or ``None``.  "log" with a base of its own is told by ``BASES``."""
    exact = FUNCTION_NAMES.get(text)
    if exact is not None:
        return exact
    if text in BASES:
        return text
    other = _LOWER.get(text.lower()) if len(text) > 2 or text.lower() == "ln" else None
    return None if other is None or text in LETTERS else FUNCTION_NAMES.get(other, other)


def segmented(run: str) -> list[str]:
    """A run of letters cut into names, the longest known first from the left; what is left over, letter by letter."""
    if run in KNOWN or function_named(run) is not None:
        return [run]
    pieces: list[str] = []
    at = 0
    while at < len(run):
        for length in range(min(LONGEST, len(run) - at), 1, -1):
            piece = run[at : at + length]
            if piece in KNOWN and piece not in _WHOLE_ONLY:
                break
        else:
            piece = run[at]
        pieces.append(piece)
        at += len(piece)
    return pieces


def left_over(pieces: list[str]) -> int:
    """The longest stretch of single letters among the pieces."""
    longest = here = 0
    for piece in pieces:
        here = here + 1 if len(piece) == 1 else 0
        longest = max(longest, here)
    return longest


def suggestion(word: str, vocabulary: frozenset[str]) -> str:
    """The known word nearest to ``word``, or ""."""
    choices = sorted({*FUNCTION_NAMES, *LETTERS, "pi", "infinity"} | vocabulary)
    from difflib import get_close_matches

    near = get_close_matches(word, choices, 1, 0.7) or get_close_matches(word.lower(), choices, 1, 0.7)
    return near[0] if near else ""

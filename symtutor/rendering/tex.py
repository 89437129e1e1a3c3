r"""Words, formulas and chains in LaTeX, as the fragment, the article and Markdown have them."""

from __future__ import annotations

from collections.abc import Sequence

from ..exposition.document import Equation, Text, Verdict
from ..written import Written
from .links import distinct
from .notation import latex_of, latex_words
from .tex_width import em, split

MARKS: dict[Verdict, str] = {
    Verdict.PROVED: r"\checkmark",
    Verdict.ENCLOSED: r"\odot",
    Verdict.CONFIRMED: r"\approx",
    Verdict.UNDECIDED: "?",
    Verdict.REFUTED: r"\times",
}

SIGNS: dict[str, str] = {
    "=": "=", "⇔": r"\Leftrightarrow", "⇒": r"\Rightarrow", "→": r"\to", "≈": r"\approx", "≠": r"\neq",
    "<": "<", "≤": r"\leq", ">": ">", "≥": r"\geq",
}  # fmt: skip


def inline(text: Text, large: bool = False) -> str:
    """A text in a paragraph; ``large`` sets its fractions at full height."""
    style = r"\displaystyle " if large else ""
    return "".join(latex_words(p) if isinstance(p, str) else f"${style}{latex_of(p)}$" for p in text)


def beside(note: Text) -> str:
    """A text inside a formula."""
    return "".join(rf"\text{{{latex_words(p)}}}" if isinstance(p, str) else latex_of(p) for p in note)


def rows(links: Sequence[Equation], room: float) -> list[str]:
    r"""A chain as the rows of an ``aligned`` or ``align*``, no row wider than ``room`` em where it can be broken."""
    made: list[str] = []
    links, rights = distinct(links, latex_of)
    lefts = [latex_of(e.left) if e.left is not None else "" for e in links]
    hang = max(em(left) for left in lefts)
    lead = hang
    if hang > room / 4 and hang + 1.4 + max(em(r) for r in rights) > room:
        lead = 2.0
    for equation, left, right in zip(links, lefts, rights):
        sign = SIGNS.get(equation.relation, latex_words(equation.relation))
        if left and lead < hang:
            first, *more = split(left, room)
            made += [f"& {first}", *(rf"& \quad {piece}" for piece in more)]
            left = ""
        space = r"\quad " if lead < hang else ""
        first, *more = split(right, room - lead - 1.4)
        made.append(f"{left} & {space}{sign} {first}".strip())
        made += [rf"& {space}\qquad {{}} {piece}" for piece in more]
        if equation.note:
            note = beside(equation.note)
            last = (more or [first])[-1]
            if lead + 3.4 + em(last) + em(note) <= room:
                made[-1] += rf" \qquad {note}"
            else:
                made.append(rf"& {space}\qquad {note}")
    return made


def formula(math: Written, room: float) -> list[str]:
    """One formula, broken into rows where it is too wide."""
    return split(latex_of(math), room)


def widest(made: Sequence[str]) -> float:
    """The width of the widest row."""
    return max(em(row.replace("&", "")) for row in made)

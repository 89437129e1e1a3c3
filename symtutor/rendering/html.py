"""One HTML file that needs nothing else: its own style, mathematics as MathML, folded steps to open on a click."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatchmethod
from html import escape

from ..exposition.document import (
    Aside,
    Block,
    Check,
    Display,
    Document,
    Equations,
    Figure,
    Heading,
    Paragraph,
    StepBlock,
    Table,
    Text,
    Verdict,
)
from ..written import Relation, Written
from .html_style import STYLE
from .links import distinct
from .marks import MARKS
from .mathml_pieces import pieces
from .notation import mathml_of, text_of


def page(document: Document) -> str:
    """The document as a file for any browser; it fetches nothing."""
    title = escape("".join(p if isinstance(p, str) else text_of(p) for p in document.title))
    body = "\n".join(blocks(document.blocks))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def blocks(parts: Sequence[Block]) -> list[str]:
    """The elements of several blocks."""
    writer = Html()
    return [writer.block(b) for b in parts]


class Html:
    """Writes a block as an element."""

    @singledispatchmethod
    def block(self, block: Block) -> str:
        """The element of one block."""
        raise TypeError(f"no HTML for {type(block).__name__}")

    @block.register
    def _(self, block: Heading) -> str:
        return f"<h{block.level}>{inline(block.text)}</h{block.level}>"

    @block.register
    def _(self, block: Paragraph) -> str:
        said = inline(block.text)
        return f'<p class="answer">{said}</p>' if block.emphasis else f"<p>{said}</p>"

    @block.register
    def _(self, block: Figure) -> str:
        return f'<p class="note">{inline(block.caption)}</p>'

    @block.register
    def _(self, block: Aside) -> str:
        return f'<p class="aside"><b>{escape(block.title)}</b> {inline(block.text)}</p>'

    @block.register
    def _(self, block: Check) -> str:
        return f'<p class="check"><b>Check</b> <span>{inline(block.text)}</span> {badge(block.verdict)}</p>'

    @block.register
    def _(self, block: Display) -> str:
        kind = "display answer" if block.emphasis else "display"
        return f'<div class="{kind}">{_sides(block.math)}{_note(block.note)}</div>'

    @block.register
    def _(self, block: Equations) -> str:
        """A grid of three columns: left side, sign, right side."""
        rows = [
            f"<tr><td>{math(e.left, wide=True) if e.left is not None else ''}</td><td>{escape(e.relation)}</td>"
            f"<td>{right}{_note(e.note)}</td></tr>"
            for e, right in zip(*distinct(block.links, _broken))
        ]
        return '<div class="chain"><table>' + "".join(rows) + "</table></div>"

    @block.register
    def _(self, block: Table) -> str:
        head = "<tr>" + "".join(f"<th>{inline(c)}</th>" for c in block.header) + "</tr>" if block.header else ""
        rows = ("<tr>" + "".join(f"<td>{inline(c)}</td>" for c in row) + "</tr>" for row in block.rows)
        return '<table class="facts">' + head + "".join(rows) + "</table>"

    @block.register
    def _(self, block: StepBlock) -> str:
        number = f'<span class="number">{escape(block.number)}</span> ' if block.number else ""
        verdict = badge(block.verdict) if block.verdict is not None else ""
        because = f'<p class="because">{inline(block.because)}</p>' if block.because else ""
        inside = "\n".join(blocks(block.blocks))
        folded = ""
        if block.detail:
            count = len(block.detail)
            label = "1 smaller step" if count == 1 else f"{count} smaller steps"
            folded = f"<details><summary>{label}</summary>\n" + "\n".join(blocks(block.detail)) + "\n</details>"
        head = f"<h2>{number}<span>{inline(block.title)}</span>{verdict}</h2>"
        return f'<section class="step">\n{head}\n{because}{inside}{folded}\n</section>'


def badge(verdict: Verdict) -> str:
    """The mark and the word, at the right edge."""
    return f'<span class="verdict {verdict.value}">{MARKS[verdict]} {verdict.value}</span>'


def inline(text: Text) -> str:
    """A text in a paragraph."""
    return "".join(escape(p) if isinstance(p, str) else math(p) for p in text)


def math(written: Written, wide: bool = False) -> str:
    """A formula as MathML; ``wide`` sets fractions and sums at full height."""
    made = mathml_of(written)
    if not made.startswith("<math"):
        made = f"<math>{made}</math>"
    return made.replace("<math", '<math displaystyle="true"', 1) if wide and "displaystyle" not in made[:60] else made


def _broken(written: Written) -> str:
    """A formula that a browser may break before its signs."""
    return " ".join(pieces(math(written, wide=True)))


def _sides(written: Written) -> str:
    """A relation side by side, so that each of them may be broken."""
    if not isinstance(written, Relation):
        return _broken(written)
    made = [_broken(written.sides[0])]
    for sign, side in zip(written.signs, written.sides[1:]):
        made += [f'<span class="sign">{escape(sign)}</span>', _broken(side)]
    return " ".join(made)


def _note(note: Text) -> str:
    return f'<span class="note">{inline(note)}</span>' if note else ""

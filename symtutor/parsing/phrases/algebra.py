"""How rewriting and solving are asked for."""

from __future__ import annotations

from sympy import Integer
from sympy.core.relational import Eq

from ...problems import Form, Problem, Rewrite, Solve
from ..caps import size
from ..errors import NotYet, TooLarge, Unreadable
from ..syntax import Node
from ..tokens import Token
from .pattern import Build, Slots, asked
from .question import Question, letters_of

# The terms of an expansion that are still written out one by one.
MAX_EXPANDED = 500

_WITH_LETTER = frozenset({Form.COLLECTED, Form.PARTIAL_FRACTIONS, Form.SQUARE_COMPLETED})


def _to(form: Form) -> Build:
    def build(q: Question, slots: Slots) -> Problem:
        subject = q.subject(slots["f"])
        letter = q.variable(subject, slots["x"]) if "x" in slots else None
        if letter is None and form in _WITH_LETTER and len(subject.letters) > 1:
            letter = q.variable(subject)
        if form == Form.EXPANDED:
            _small_enough(subject.node)
        return Rewrite(subject.value, form, letter, typed=subject.written)

    return build


def _small_enough(tree: Node) -> None:
    if size(tree).terms > MAX_EXPANDED:
        limit = f"{MAX_EXPANDED} terms"
        raise TooLarge(f"this expands to more than {limit}", tree.start, tree.end - tree.start, limit=limit)


def _solve(q: Question, slots: Slots) -> Problem:
    tree = q.parse(slots["f"])
    if tree.kind in ("matrix", "list") or any(n.kind == "matrix" for n in tree.walk()):
        raise NotYet("systems of equations are not solved yet", tree.start, tree.end - tree.start, subject="systems")
    equation = q.equation(tree)
    letters = letters_of(tree)
    if "x" in slots:
        named = q.parse(slots["x"])
        if named.kind != "letter":
            raise Unreadable("a letter is expected here", named.start, named.end - named.start, "write: for x")
        variable = q.writer.symbol(named.text)
        if named.text not in letters:
            raise Unreadable(f"{named.text} does not occur in the equation", named.start, named.end - named.start)
    else:
        subject = q.subject_of(tree.parts[0])._replace(letters=letters, argument=None)
        variable = q.variable(subject)
    return Solve(equation, variable, typed=q.writer(tree))


def _roots(q: Question, slots: Slots) -> Problem:
    tree = q.parse(slots["f"])
    if tree.kind == "relation" and tree.parts[0].kind not in ("letter", "call"):
        return _solve(q, slots)
    subject = q.subject_of(tree)
    variable = q.variable(subject, slots.get("x"))
    return Solve(Eq(subject.value, Integer(0), evaluate=False), variable, typed=subject.written)


def _simplify(q: Question, slots: Slots) -> Problem:
    at: Token = slots["f"][0]
    raise Unreadable(
        "what is simplest depends on what it is for", at.start, 0,
        "name a form: expand, factor, cancel, combine, collect … in x, or tidy",
    )  # fmt: skip


ALGEBRA = (
    asked("expand [the] logarithm|logarithms|log|logs [in|of] {f}", _to(Form.LOGARITHMS_EXPANDED)),
    asked("expand sum|sums in|of {f}", _to(Form.TRIG_EXPANDED)),
    asked("expand [out] {f}", _to(Form.EXPANDED)),
    asked("multiply out {f}", _to(Form.EXPANDED)),
    asked("factor|factorise|factorize|factorisation|factorization [of] {f}", _to(Form.FACTORED)),
    asked("collect [terms|powers] [in|of] {f} in|by {x}", _to(Form.COLLECTED)),
    asked("collect {f}", _to(Form.COLLECTED)),
    asked("cancel [common] [factors] [in|of] {f}", _to(Form.CANCELLED)),
    asked("reduce fraction {f}", _to(Form.CANCELLED)),
    asked("combine powers [in|of] {f}", _to(Form.POWERS_COMBINED)),
    asked("combine logarithm|logarithms|log|logs [in|of] {f}", _to(Form.LOGARITHMS_COMBINED)),
    asked("combine [fractions] [in|of] {f}", _to(Form.TOGETHER)),
    asked("put|write|bring {f} over|to [a] common denominator", _to(Form.TOGETHER)),
    asked("partial fraction|fractions [decomposition|expansion] of|for {f} [in {x}]", _to(Form.PARTIAL_FRACTIONS)),
    asked("decompose|split|expand|write {f} in|into|as partial fractions", _to(Form.PARTIAL_FRACTIONS)),
    asked("complete square [in|of|for] {f} [in {x}]", _to(Form.SQUARE_COMPLETED)),
    asked("rationalise|rationalize [denominator] [in|of] {f}", _to(Form.RATIONALISED)),
    asked("reduce [powers] [in|of] {f}", _to(Form.TRIG_REDUCED)),
    asked("tidy [up] {f}", _to(Form.TIDY)),
    asked("simplify {f}", _simplify),
    asked("solve [equation] {f} for {x} over [real|reals] [numbers]", _solve),
    asked("solve [equation] {f} over [real|reals] [numbers]", _solve),
    asked("solve for {x} : {f}", _solve),
    asked("solve [equation] {f} [for {x}]", _solve),
    asked("solution|solutions of|to {f} [for {x}]", _roots),
    asked("root|roots|zero|zeros|zeroes of {f} [in {x}]", _roots),
)

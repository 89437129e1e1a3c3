"""Questions in clauses: y = x² sin x, find dy/dx; dz/dt for z = x² y, x = cos t, y = sin t."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sympy import Tuple

from ...problems import ChainAlongPath, Differentiate, DifferentiateAt, ParametricDerivative, Problem
from ...written import Listing
from ..errors import NotYet, Unreadable
from ..syntax import Node, bare
from ..tokens import WORD, Token
from .derivatives import implicit, repeated
from .pattern import ordinal
from .question import Definition, Question, Subject, definition, letters_of

_PARTING_WORDS = (
    "find compute calculate determine for where with given if when and then evaluate what is let suppose give"
)
_PARTING = frozenset(_PARTING_WORDS.split())
# dy/dx, d^2y/dx^2, ∂z/∂x as the tokens read without braces
_RATIO = re.compile(r"[d∂](\^?\d+)?[A-Za-z]\w*/[d∂]\w+(\^?\d+)?$")
_ASKING = frozenset({"derivative", "slope"})


@dataclass(frozen=True)
class Wanted:
    """What is asked of what is given: the name differentiated, in which letter, how often, and where."""

    name: str
    variable: str | None
    order: int = 1
    point: Node | None = None
    tree: Node | None = None


def clauses(tokens: list[Token], depths: list[int]) -> list[list[Token]]:
    """The tokens parted at commas and at the words between clauses."""
    found: list[list[Token]] = [[]]
    for t, depth in zip(tokens, depths, strict=True):
        word = t.kind == WORD and t.text.lower() in _PARTING and (t.spaced or not found[-1])
        if depth == 0 and (t.text in (",", ".", ":") or word):
            found.append([])
        else:
            found[-1].append(t)
    return [c for c in found if c]


def by_clauses(q: Question, tokens: list[Token], depths: list[int]) -> Problem | None:
    """The problem that the clauses pose together; ``None`` where they do not ask for a derivative of what they give."""
    parts = clauses(tokens, depths)
    q.declared = _declared(parts)
    wanted: Wanted | None = None
    stated: list[Node] = []
    for part in parts:
        asking = _asked_in_words(part)
        tree = None if asking else q.parse(part)
        found = asking or (None if tree is None else _wanted(tree))
        if found is not None and wanted is None:
            wanted = found
        elif tree is not None and tree.kind == "relation" and tree.text == "=":
            stated.append(tree)
        else:
            place = part[0].start
            raise Unreadable("this clause neither gives nor asks anything", place, part[-1].end - place)
    if wanted is None:
        return None
    return _posed(q, wanted, stated)


def asks_by_clauses(tokens: list[Token], depths: list[int]) -> bool:
    """Whether the text gives an equation and asks for dy/dx, f'(x) or the derivative."""
    parts = clauses(tokens, depths)
    return len(parts) > 1 and any(_looks_asked(p) for p in parts) and any(_looks_stated(p) for p in parts)


def _looks_stated(part: list[Token]) -> bool:
    return sum(t.text == "=" for t in part) == 1


def _looks_asked(part: list[Token]) -> bool:
    if _asked_in_words(part) is not None:
        return True
    texts = "".join(t.text for t in part)
    if "=" in texts:
        return False
    plain = texts.replace("roman{d}", "d").replace("}{", "/").replace("{", "").replace("}", "").removeprefix("frac")
    leads = _RATIO.match(plain) is not None
    return leads or (len(part) > 1 and part[0].kind == WORD and part[1].text == "'")


def _asked_in_words(part: list[Token]) -> Wanted | None:
    """derivative, second derivative, slope; derivative of y, derivative of y wrt x."""
    if any(t.kind != WORD for t in part) or not part:
        return None
    words = [t.text for t in part]
    order = ordinal(words[0])
    if order is not None:
        words = words[1:]
    if not words or words[0].lower() not in _ASKING or not isinstance(order or 1, int):
        return None
    times = order if isinstance(order, int) else 1
    rest = words[1:]
    if not rest:
        return Wanted("", None, times)
    if rest[0].lower() == "of" and len(rest) in (2, 4) and len(rest[1]) == 1:
        if len(rest) == 2:
            return Wanted(rest[1], None, times)
        if rest[2] == "wrt" and len(rest[3]) == 1:
            return Wanted(rest[1], rest[3], times)
    return None


def _declared(parts: list[list[Token]]) -> frozenset[str]:
    """The letters that a clause f(x) = … defines as functions."""
    found = set()
    for part in parts:
        texts = [t.text for t in part[:5]]
        if (
            len(texts) > 4
            and part[0].kind == WORD
            and len(texts[0]) == 1
            and texts[1] == "("
            and texts[3:] == [")", "="]
        ):
            found.add(texts[0])
    return frozenset(found)


def _wanted(tree: Node) -> Wanted | None:
    tree = bare(tree)
    if tree.kind == "derivative" and bare(tree.parts[0]).kind in ("letter", "call") and len(tree.parts) == 3:
        of, variable, order = bare(tree.parts[0]), tree.parts[1], tree.parts[2]
        if order.kind == "number" and order.text.isdigit() and len(order.text) < 4:
            return Wanted(of.text, variable.text, int(order.text), None, tree)
    if tree.kind == "prime" and tree.parts[0].kind == "letter":
        name = tree.parts[0].text
        if len(tree.parts) == 1:
            return Wanted(name, None, len(tree.text), None, tree)
        argument = bare(tree.parts[1])
        if argument.kind == "letter":
            return Wanted(name, argument.text, len(tree.text), None, tree)
        return Wanted(name, None, len(tree.text), argument, tree)
    return None


def _posed(q: Question, wanted: Wanted, stated: list[Node]) -> Problem:
    definitions = {d.name: d for d in (definition(t) for t in stated) if d is not None}
    if len(stated) == 1:
        return _of_one(q, wanted, stated[0], definitions)
    if len(definitions) != len(stated):
        place = stated[0].start if stated else 0
        raise NotYet("derivatives under several equations are not asked yet", place, stated[-1].end - place)
    name = wanted.name or next(iter(definitions))
    if wanted.variable is not None and name in definitions and wanted.variable in definitions and len(definitions) == 2:
        return _parametric(q, wanted, definitions)
    if name in definitions and wanted.variable is not None:
        return _along_path(q, wanted, definitions)
    raise _not_given(wanted, stated)


def _not_given(wanted: Wanted, stated: list[Node]) -> Unreadable:
    place = wanted.tree or stated[0]
    return Unreadable(
        f"{wanted.name} is not given", place.start, place.end - place.start, f"give it: {wanted.name} = …"
    )


def _of_one(q: Question, wanted: Wanted, tree: Node, definitions: dict[str, Definition]) -> Problem:
    given = definitions.get(wanted.name) if wanted.name else next(iter(definitions.values()), None)
    if given is not None and given.name not in letters_of(given.body):
        if wanted.variable != given.name:
            return _explicit(q, wanted, given)
    if wanted.order > 1:
        raise NotYet(
            "second derivatives of implicit curves are not asked yet", tree.start, tree.end - tree.start,
            q.writer(tree), "second implicit derivatives",
        )  # fmt: skip
    dependent, independent = wanted.name or "y", wanted.variable or "x"
    if wanted.name and wanted.name not in letters_of(tree):
        raise _not_given(wanted, [tree])
    return implicit(q, tree, dependent, independent)


def _explicit(q: Question, wanted: Wanted, given: Definition) -> Problem:
    subject = q.subject_of(given.body)._replace(argument=given.argument)
    x = q.variable(subject, None, wanted.variable)
    partial = wanted.tree is not None and wanted.tree.text == "partial"
    if wanted.point is None:
        return repeated(q, subject, x, wanted.order, partial)
    if wanted.order > 1:
        n = wanted.point
        raise NotYet("higher derivatives at a point are not asked as one question yet", n.start, n.end - n.start)
    place = q.subject_of(wanted.point)
    return DifferentiateAt(subject.value, x, place.value, typed=subject.written)


def _parametric(q: Question, wanted: Wanted, definitions: dict[str, Definition]) -> Problem:
    vertical = q.subject_of(definitions[wanted.name].body)
    horizontal = q.subject_of(definitions[wanted.variable or "x"].body)
    letters = tuple(dict.fromkeys(horizontal.letters + vertical.letters))
    if wanted.variable in letters or wanted.name in letters:
        return _along_path(q, wanted, definitions)
    t = q.variable(
        Subject(horizontal.node, horizontal.written, horizontal.value, letters), None, _argument(definitions)
    )
    if wanted.order > 2:
        n = vertical.node
        raise NotYet("parametric derivatives are asked up to order 2", n.start, n.end - n.start)
    typed = Listing((horizontal.written, vertical.written))
    return ParametricDerivative(horizontal.value, vertical.value, t, wanted.order, typed=typed)


def _argument(definitions: dict[str, Definition]) -> str | None:
    return next((d.argument for d in definitions.values() if d.argument is not None), None)


def _along_path(q: Question, wanted: Wanted, definitions: dict[str, Definition]) -> Problem:
    name = wanted.name or next(iter(definitions))
    outer = q.subject_of(definitions[name].body)
    along = [(n, q.subject_of(d.body)) for n, d in definitions.items() if n != name]
    if wanted.order > 1:
        raise NotYet("higher derivatives along a path are not asked yet", outer.node.start, 1)
    t = q.writer.symbol(wanted.variable or "t")
    if t in outer.value.free_symbols and not any(t in s.value.free_symbols for _, s in along):
        return Differentiate(outer.value, t, tidied=True, typed=outer.written)
    path = Tuple(*(Tuple(q.writer.symbol(n), s.value) for n, s in along))
    typed = Listing((outer.written, *(s.written for _, s in along)))
    return ChainAlongPath(outer.value, path, t, q.writer.symbol(name), typed=typed)

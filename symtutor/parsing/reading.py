"""The entry points: a text in, a problem out, with what is to be said about the reading."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sympy.core.function import AppliedUndef
from sympy.logic.boolalg import Boolean

from ..problems import (
    DerivativeOfInverse,
    DifferentiateAt,
    IsDifferentiable,
    LinearApproximation,
    Problem,
    TangentLine,
)
from ..written import Written
from .calls import spelled_out
from .cursor import Note
from .errors import NotYet, Unreadable, located
from .phrases import VOCABULARY, Question, matching
from .phrases.clauses import asks_by_clauses, by_clauses
from .phrases.coming import missing, missing_subject, subject_named
from .phrases.derivatives import at_place, of_tree, primed
from .phrases.limits import find_limit
from .syntax import Node, bare, too_deep
from .tokens import END, SIGN, WORD, Token, tokenize
from .wording import assumptions, conditions, depths_of, joined_words, technique, without_frame

Remark = tuple[str | Written, ...]


@dataclass(frozen=True)
class Reading:
    """A problem, its subject as it was typed, and remarks on readings that could have been others."""

    problem: Problem
    typed: Written
    notes: tuple[Remark, ...] = ()


def read(text: str, assume: tuple[str, ...] | str = ()) -> Reading:
    """The problem that ``text`` asks; of several parted by semicolons the first.

    ``assume`` are conditions such as "a > 0".  Raises ``Unreadable``, and its kinds ``TooLarge`` and ``NotYet``, and
    nothing else.
    """
    given = assumed(assume)
    with located(text):
        first, *_ = _questions(text)
        return _reading(text, first, given)


def read_questions(text: str, assume: tuple[str, ...] | str = ()) -> list[Reading]:
    """The problems that the questions of ``text`` ask, parted by semicolons or question marks.

    A question that begins with "of" takes the words before its "of", and the technique, from the one before it.
    Raises as ``read`` does.
    """
    given = assumed(assume)
    with located(text):
        return [_reading(text, tokens, given) for tokens in _questions(text)]


def assumed(assume: tuple[str, ...] | str) -> tuple[Boolean, ...]:
    """The conditions stated by one text or several.  Raises ``Unreadable`` with the text in its message."""
    found: list[Boolean] = []
    for text in (assume,) if isinstance(assume, str) else assume:
        try:
            q = Question(text, VOCABULARY)
            for part in conditions(without_frame(tokenize(text))):
                found += q.condition(q.parse(part))
        except Unreadable as error:
            error.text = text
            error.args = (f"in the assumption '{text}': {error.message}",)
            error.message = error.args[0]
            raise
    return tuple(found)


def _questions(text: str) -> list[list[Token]]:
    """The tokens of each question, with what it takes over from the one before."""
    tokens = [t for t in tokenize(text) if t.kind != END]
    found: list[list[Token]] = [[]]
    for t, depth in zip(tokens, depths_of(tokens), strict=True):
        if depth == 0 and t.text in (";", "?"):
            found.append([])
        else:
            found[-1].append(t)
    questions = [spelled_out(without_frame(q)) for q in found]
    questions = [q for q in questions if q]
    if not questions:
        raise Unreadable("there is no question here", 0, len(text), "write, for example, d/dx x^2 sin(x)")
    for i in range(1, len(questions)):
        questions[i] = _continued(questions[i - 1], questions[i], text)
    return questions


def _continued(before: list[Token], here: list[Token], text: str) -> list[Token]:
    if not _is_word(here[0], "of"):
        return here
    lead = next((i for i, t in enumerate(before) if _is_word(t, "of")), None)
    if lead is None:
        return here
    question, by = technique(before, text)
    _, own = technique(here, text)
    return before[:lead] + here + (before[len(question) :] if by and not own else [])


def _is_word(t: Token, word: str) -> bool:
    return t.kind == WORD and t.text.lower() == word


def _reading(text: str, tokens: list[Token], given: tuple[Boolean, ...]) -> Reading:
    q = Question(text, VOCABULARY, given=given)
    try:
        problem = _problem(q, tokens)
    except NotYet:
        raise
    except Unreadable as error:
        subject = subject_named(tokens)
        if subject and type(error) is Unreadable:
            raise missing_subject(text, subject) from error
        raise
    except RecursionError:
        raise too_deep(0, len(text)) from None
    _given_at_points(problem, tokens)
    problem = replace(problem.with_given(q.given), by=q.by)
    typed = problem.typed if problem.typed is not None else problem.statement()
    notes = dict.fromkeys([*q.notes, *_names_noted(text, problem)])
    return Reading(problem, typed, tuple(_remark(q, n) for n in notes))


def _given_at_points(problem: Problem, tokens: list[Token]) -> None:
    """A slope at a place is a number only where the function is given."""
    if isinstance(problem, (DifferentiateAt, IsDifferentiable, TangentLine, LinearApproximation, DerivativeOfInverse)):
        unknown = sorted(str(f.func) for f in problem.expr.atoms(AppliedUndef))
        if unknown:
            f, start = unknown[0], tokens[0].start
            raise Unreadable(f"{f} is not given", start, tokens[-1].end - start, f"give it: {f}(x) = x^2, find {f}'(1)")


def _names_noted(text: str, problem: Problem) -> list[Note]:
    """x2 beside x is one name, and i is a letter: both could have been meant as something else."""
    variable = getattr(problem, "variable", None)
    found: list[Note] = []
    for name in sorted(s.name for s in problem.free_symbols() if s.is_integer is None):
        if variable is None or name == variable.name:
            continue
        if name == "i":
            found.append(("read i as a letter: all numbers here are real",))
        if name.startswith(variable.name) and name[len(variable.name) :].isdigit() and name in text:
            found.append((f"read {name} as one name, not as a product or a power of {variable.name}",))
    return found


def _remark(q: Question, note: Note) -> Remark:
    return tuple(q.writer(p) if isinstance(p, Node) else p for p in note)


def _problem(q: Question, tokens: list[Token]) -> Problem:
    tokens, q.by = technique(tokens, q.source)
    tokens, stated = assumptions(joined_words(tokens))
    if not tokens:
        raise Unreadable("there is no question here", 0, len(q.source))
    for part in stated:
        q.given += q.condition(q.parse(part))
    last = tokens[-1]
    if last.kind == WORD and last.text in _LEFT_OPEN and len(tokens) > 1 and last.spaced:
        if tokens[-2].kind != SIGN or tokens[-2].text in (")", "]", "'"):
            raise Unreadable(f"something is missing after '{last.text}'", last.start, last.end - last.start)
    depths = depths_of(tokens)
    if asks_by_clauses(tokens, depths):
        posed = by_clauses(q, tokens, depths)
        if posed is not None:
            return posed
    if _is_word(tokens[0], "of") and len(tokens) > 1:
        q.notes.append(("read as a question about the derivative",))
        tokens = [tokens[0]._replace(text="derivative"), tokens[0]._replace(spaced=True), *tokens[1:]]
        depths = [0, *depths]
    found = matching(tokens, depths)
    if found is not None:
        phrase, slots = found
        return phrase.build(q, slots)
    return _unasked(q, tokens)


def _of_unknown(n: Node) -> bool:
    """y′, f′(x), dy/dx: the derivative of a function that is not given."""
    return n.kind in ("prime", "derivative") and bare(n.parts[0]).kind == "letter"


_LEFT_OPEN = frozenset({"of", "at", "wrt", "from", "by", "to", "near", "for"})


def _evaluated(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """d/dx x^2, evaluated at x = 1: what is differentiated, and the place."""
    for at, depth in enumerate(depths_of(tokens)):
        if at and depth == 0 and _is_word(tokens[at], "at") and tokens[at].spaced and at < len(tokens) - 1:
            end = at - 1 if _is_word(tokens[at - 1], "evaluated") else at
            return tokens[: end - (tokens[end - 1].text == ",")], tokens[at + 1 :]
    return tokens, []


def _unasked(q: Question, tokens: list[Token]) -> Problem:
    """Mathematics without words: an operator in front asks, anything else does not."""
    first = tokens[0]
    if first.kind == WORD and len(first.text) > 3 and first.text.lower() in VOCABULARY:
        end = tokens[-1].end - first.start
        raise Unreadable("this question is not understood", first.start, end, "ask, for example: derivative of x^2")
    tokens, place_of = _evaluated(tokens)
    whole = q.parse(tokens)
    tree = bare(whole)
    if place_of and tree.kind in ("derivative", "prime"):
        return at_place(q, tree, place_of)
    if place_of:
        raise Unreadable("this is not expected here", place_of[0].start, place_of[-1].end - place_of[0].start)
    if tree.kind == "derivative":
        return of_tree(q, tree)
    if tree.kind == "prime" and tree.parts[0].kind == "group":
        return primed(q, tree)
    if tree.kind == "limit":
        return find_limit(q, tree.parts[0], tree.parts[1], tree.parts[2], tree.text)
    if tree.kind in ("integral", "series"):
        raise missing(q, tree, "integrals" if tree.kind == "integral" else "sums and series")
    place = (whole.start, whole.end - whole.start)
    if tree.kind == "prime" and tree.parts[0].kind == "letter":
        name = tree.parts[0].text
        raise Unreadable(f"{name} is not given", *place, f"give it: {name}(x) = x^2, find {name}'(x)")
    if any(n.kind == "matrix" for n in tree.walk()):
        raise NotYet("matrices are not worked with yet", *place, subject="matrices")
    if tree.kind == "relation" and "~" in tree.text:
        raise missing(q, tree, "probability")
    if tree.kind == "relation" and any(_of_unknown(n) for n in tree.walk()):
        raise NotYet(
            "read as a differential equation; these are not solved yet", *place, subject="differential equations"
        )
    if tree.kind == "relation":
        raise Unreadable("this states something and asks nothing", *place, "ask: solve … for x, or …, find dy/dx")
    raise Unreadable(
        "nothing is asked about this expression", *place, "put d/dx, expand, factor or tidy in front of it"
    )

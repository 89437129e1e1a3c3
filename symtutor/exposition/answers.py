"""How the answer to each type of question is displayed, and what stands left of its equals sign.

A new type of question registers here what it calls its answer; a new type of answer registers how it reads.
"""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from sympy import Basic, Integer, Rational, Symbol, Tuple
from sympy.core.relational import Ge, Gt, Le, Lt, Relational
from sympy.logic.boolalg import Boolean

from ..derivation.conditions import typed_domain
from ..problems import (
    ChainAlongPath,
    DerivativeOfInverse,
    Differentiate,
    DifferentiateAt,
    DifferentiateRepeatedly,
    ImplicitDerivative,
    LinearApproximation,
    NoValue,
    NthDerivative,
    ParametricDerivative,
    PartialDerivatives,
    Problem,
    SolutionSet,
    Solve,
    SolveLinear,
    TangentLine,
    YesNo,
)
from ..written import (
    BackSubstitution,
    DerivativeOf,
    Leaf,
    Minus,
    Phrase,
    Power,
    Relation,
    Sum,
    Written,
    substituted,
    write,
)
from .document import Block, Display, Paragraph, Text
from .wording import equation, joined, listed


@singledispatch
def left_side(problem: Problem) -> Written | None:
    """What the answer is equal to, as it stands at the head of a chain; ``None`` where the question is only words."""
    statement = problem.statement()
    return None if isinstance(statement, Phrase) else statement


@left_side.register(ImplicitDerivative)
@left_side.register(ParametricDerivative)
@left_side.register(ChainAlongPath)
def _(problem: Problem) -> Written | None:
    """dy/dx, the first piece of the question."""
    statement = problem.statement()
    pieces = statement.parts()
    return pieces[0] if pieces and isinstance(pieces[0], DerivativeOf) else None


@left_side.register
def _(problem: DifferentiateAt) -> Written | None:
    """d/dx x³ at x = 2, with the point as an index."""
    derivative = problem.statement().parts()[0]
    return BackSubstitution(derivative, write(problem.variable), write(problem.point))


@left_side.register
def _(problem: DerivativeOfInverse) -> Written | None:
    """(f⁻¹)′(2), f being the function asked about."""
    f = write(Symbol("f"))
    return Phrase(("(", Power(f, Minus(write(1))), ")′(", write(problem.at_value), ")"))


@left_side.register
def _(problem: SolveLinear) -> Written | None:
    return write(problem.variable)


@left_side.register(Solve)
@left_side.register(TangentLine)
@left_side.register(PartialDerivatives)
@left_side.register(LinearApproximation)
def _(problem: Problem) -> Written | None:
    """These answers are whole statements, or approximations, and head no chain."""
    return None


@singledispatch
def holds_on(problem: Problem) -> tuple[Boolean, ...]:
    """The domain of what was typed, as far as it concerns letters of the answer."""
    bound = set(problem.bound())
    return tuple(c for c in typed_domain(problem) if not c.free_symbols & bound)


@holds_on.register(Differentiate)
@holds_on.register(DifferentiateRepeatedly)
@holds_on.register(NthDerivative)
def _(problem: Problem) -> tuple[Boolean, ...]:
    """At an end of the domain there are secants on one side only, and so no derivative: x ≥ 0 becomes x > 0."""
    open_ended = {Ge: Gt, Le: Lt}
    whole = holds_on.dispatch(Problem)(problem)
    return tuple(open_ended[type(c)](c.lhs, c.rhs) if type(c) in open_ended else c for c in whole)


@holds_on.register
def _(problem: TangentLine) -> tuple[Boolean, ...]:
    """A tangent is a whole line, wherever the curve it touches is defined."""
    return ()


@singledispatch
def displayed(problem: Problem, answer: Any, note: Text = ()) -> tuple[Block, ...]:
    """The answer set apart, with ``note`` (the conditions) beside it."""
    return shown(answer, problem, note)


@displayed.register
def _(problem: PartialDerivatives, answer: Any, note: Text = ()) -> tuple[Block, ...]:
    """∂/∂x … = …, one line for each variable."""
    if not isinstance(answer, Tuple):
        return shown(answer, problem, note)
    sides = [DerivativeOf(write(problem.expr), ((write(x), write(1)),), True) for x in problem.variables]
    lines = [Relation(("=",), (side, write(value))) for side, value in zip(sides, answer)]
    return tuple(Display(line, note if i == len(lines) - 1 else (), emphasis=True) for i, line in enumerate(lines))


@displayed.register
def _(problem: LinearApproximation, answer: Any, note: Text = ()) -> tuple[Block, ...]:
    """√4.1 ≈ 81/40."""
    if not isinstance(answer, Basic):
        return shown(answer, problem, note)
    exact = substituted(write(problem.expr), write(problem.variable), write(problem.target))
    return (Display(Relation(("≈",), (exact, write(answer))), joined((*decimal(answer), *note)), emphasis=True),)


@singledispatch
def shown(answer: Any, problem: Problem, note: Text = ()) -> tuple[Block, ...]:
    """An answer of this type, set apart.  Every answer type has an entry."""
    raise TypeError(f"no display is registered for answers of type {type(answer).__name__}")


@shown.register
def _(answer: Basic, problem: Problem, note: Text = ()) -> tuple[Block, ...]:
    """statement = answer, with + C where a family answers and a decimal beside a number."""
    value = with_family(write(answer), problem.family())
    if isinstance(answer, Relational):
        return (Display(equation(answer), note, emphasis=True),)
    left = left_side(problem)
    line = value if left is None else Relation(("=",), (left, value))
    beside = decimal(answer)
    return (Display(line, (*beside, ", ", *note) if beside and note else beside or note, emphasis=True),)


@shown.register
def _(answer: YesNo, problem: Problem, note: Text = ()) -> tuple[Block, ...]:
    word = "Yes" if answer.holds else "No"
    because = f": {answer.reason}" if answer.reason else ""
    return (_in_words(f"{word}{because}.", *_beside(note)),)


@shown.register
def _(answer: NoValue, problem: Problem, note: Text = ()) -> tuple[Block, ...]:
    """The question, and in words that it has no value."""
    statement = problem.statement()
    because = f": {answer.reason}" if answer.reason else ""
    return (_in_words(statement, f" {answer.word}{because}.", *_beside(note)),)


@shown.register
def _(answer: SolutionSet, problem: Problem, note: Text = ()) -> tuple[Block, ...]:
    """x = 2 or x = 3; with a parameter, which integers it runs over."""
    x = answer.variable
    if answer.everything:
        return (_in_words("Every ", write(x), " of the domain is a solution.", *_beside(note)),)
    if not answer.members:
        return (_in_words("There is no real solution.", *_beside(note)),)
    lines = [Relation(("=",), (write(x), write(m))) for m in answer.members]
    pieces: list[str | Written] = []
    for i, line in enumerate(lines):
        pieces += [" or "] if i else []
        pieces.append(line)
    beside: list[str | Written] = []
    if answer.parameters:
        beside += [*listed([(write(k),) for k in answer.parameters]), " any integer" if len(answer.parameters) == 1
                   else " any integers"]  # fmt: skip
    elif len(answer.members) == 1:
        beside += decimal(answer.members[0])
    if note:
        beside += [", ", *note] if beside else note
    return (Display(pieces[0] if len(lines) == 1 else Phrase(tuple(pieces)), joined(beside), emphasis=True),)  # type: ignore[arg-type]


def _in_words(*pieces: str | Written) -> Paragraph:
    return Paragraph(joined(pieces), emphasis=True)


def _beside(note: Text) -> Text:
    return (" (", *note, ")") if note else ()


def with_family(answer: Written, family: str | None) -> Written:
    """The answer with what may be added to it: F + C."""
    if family is None:
        return answer
    return Sum((answer, Leaf(Symbol(family.removeprefix("+").strip()))))


DIGITS = 6


def decimal(answer: Any) -> Text:
    """ "≈ 1.41421" beside an exact number, "= 2.025" where the decimal ends; () for an integer or anything else."""
    if not isinstance(answer, Basic) or not answer.is_number or isinstance(answer, Integer) or not answer.is_finite:
        return ()
    if not answer.is_real:
        return ()
    if isinstance(answer, Rational):
        scaled = answer * 10**DIGITS
        if isinstance(scaled, Integer):
            return ("= " + _plain(scaled),)
    digits = str(answer.evalf(DIGITS, strict=False))
    return ("≈ " + digits.replace("-", "−"),)


def _plain(scaled: Integer) -> str:
    whole, part = divmod(abs(int(scaled)), 10**DIGITS)
    digits = f"{whole}.{part:0{DIGITS}d}".rstrip("0").rstrip(".")
    return ("−" if scaled < 0 else "") + digits

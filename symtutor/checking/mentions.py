"""The letters and functions of a question, and those that only the answer mentions."""

from __future__ import annotations

from sympy import Expr, Integer, Symbol
from sympy.core.function import AppliedUndef

from ..derivation import VOUCHED, Answer
from ..exposition.wording import listed
from ..problems import Problem
from ..verification import examine

CONSTANT = Symbol("C", real=True)


def letters(problem: Problem) -> list[Symbol]:
    """The letters of the question, bound ones among them, by name."""
    return sorted(problem.free_symbols() | {*problem.letters(), *problem.bound()}, key=str)


def functions(problem: Problem) -> list[str]:
    """The functions of the question that have a name only."""
    return sorted({f.func.__name__ for part in problem.subject() for f in part.atoms(AppliedUndef)})


def strangers(problem: Problem, answer: Answer) -> str:
    """What to say of an answer that mentions what the question does not; "" where it does not."""
    if not isinstance(answer, Expr):
        return ""
    known = {s.name for s in letters(problem)} | set(functions(problem)) | set("xyz")
    strange = sorted({s.name for s in answer.free_symbols} - known)
    strange += sorted({str(f.func.__name__) for f in answer.atoms(AppliedUndef)} - known)
    if not strange:
        return ""
    if strange == ["C"] and examine(problem, answer.xreplace({CONSTANT: Integer(0)})).verdict in VOUCHED:
        return "Without C it is right: a derivative has no constant that could be chosen."
    (named,) = listed([(name,) for name in strange])
    return f"Your answer mentions {named}, which the question does not."


def unknown_function(problem: Problem, answer: Answer) -> bool:
    """Whether the answer rests on a function that the question does not mention."""
    return isinstance(answer, Expr) and any(
        f.func.__name__ not in functions(problem) for f in answer.atoms(AppliedUndef)
    )

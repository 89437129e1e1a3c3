"""The last line: the derivative in the form a textbook would print."""

from __future__ import annotations

from collections.abc import Iterable

from ...derivation import AnyRule, Bindings, Derive, Rule, first
from ...problems import Differentiate, Form, Rewrite


class TidyResult(Rule[Differentiate]):
    """Differentiate first, then write the result as a textbook would."""

    solves = Differentiate
    title = "Differentiate, then tidy"
    statement = r"f'(x) = \dots"
    reference = "Stewart, Calculus 8e, §3.2"
    because = "The rules leave {f} differentiated, but not yet in the form in which it is easiest to read and to use."
    hint = "The calculus is done; what is left is algebra."
    examples = ("d/dx x e^(x^2) -> (2x^2 + 1) e^(x^2)",)
    counterexamples = ("d/dx sin(x)",)

    def answers_to(self, words: str) -> bool:
        """Any technique: it is handed on to the question asked first."""
        return True

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """Only what a person typed."""
        if problem.tidied:
            yield {"f": problem.expr}

    def derive(self, problem: Differentiate, f: object) -> Derive:
        """The derivative, rewritten; declines where it is tidy already, so that no empty step wraps it."""
        raw = yield first(Differentiate(problem.expr, problem.variable, problem.partial, by=problem.by))
        tidy = yield first(Rewrite(raw, Form.TIDY))
        return None if tidy == raw else tidy


RULES: tuple[AnyRule, ...] = (TidyResult(),)

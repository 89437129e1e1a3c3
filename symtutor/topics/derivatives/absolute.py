"""|u|, max and min: functions that are one formula here and another there, with a kink where they meet."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Abs, Expr, Max, Min, Symbol, Tuple, true
from sympy.core.relational import Ge, Gt, Le, Lt, Ne
from sympy.logic.boolalg import And, Boolean

from ...derivation import AnyRule, Assume, Bindings, Derive, Phase, Rule
from ...problems import Differentiate
from ...problems.plain import plain
from ...problems.signs import follows
from ...written import Cases, Minus, write


class AbsoluteOfKnownSign(Rule[Differentiate]):
    """Where the sign of u is given, the bars can be dropped."""

    solves, phase = Differentiate, Phase.TABLE
    title = "Drop the bars"
    statement = r"|u| = u \text{ for } u \ge 0,\qquad |u| = -u \text{ for } u \le 0"
    reference = "Stewart, Calculus 8e, Appendix A"
    because = "The sign of {u} is known here, so {whole} is one formula without bars."
    hint = "Is {u} positive or negative here?"
    examples = ("d/dx |x| (x > 0) -> 1", "d/dx |x - 1| (x < 0) -> -1")
    counterexamples = ("d/dx |x|",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """|u| with a sign that follows from what is given."""
        expr = problem.expr
        if isinstance(expr, Abs) and problem.given:
            u = expr.args[0]
            if follows(Ge(u, 0), problem.given) or follows(Le(u, 0), problem.given):
                yield {"u": u, "whole": expr}

    def derive(self, problem: Differentiate, u: Expr, whole: Expr) -> Derive:
        """u′ or −u′; where only ≥ is known the kink at u = 0 is excluded."""
        yield Assume(Ne(u, 0))
        du = yield Differentiate(u, problem.variable, problem.partial)
        return du if follows(Ge(u, 0), problem.given) else Minus(du)


class LargestOrSmallest(Rule[Differentiate]):
    """Where one of the functions is the largest alone, the maximum is that function."""

    solves = Differentiate
    title = "Maximum or minimum, case by case"
    statement = r"\max(f, g)' = f' \text{ where } f > g,\quad g' \text{ where } g > f"
    reference = "Spivak, Calculus 4e, ch. 9"
    because = (
        "{whole} is one of {functions} on each side of the places where they meet; there the slopes need not agree, "
        "so these places are left out."
    )
    hint = "Which of {functions} is meant where?"
    examples = ("d/dx max(0, x) -> 1 for x > 0, 0 for x < 0",)
    counterexamples = ("d/dx |x|",)
    known_as = ("case by case", "cases")

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """max or min of two or more functions."""
        expr = problem.expr
        if isinstance(expr, (Max, Min)) and expr.has(problem.variable):
            # What contains the variable comes first; 0 stands last, as in "x for x > 0, 0 otherwise".
            functions = sorted(expr.args, key=lambda f: (not f.has(problem.variable), f.sort_key()))
            yield {"whole": expr, "functions": Tuple(*functions), "x": problem.variable}

    def derive(self, problem: Differentiate, whole: Expr, functions: Tuple, x: Symbol) -> Derive:
        """A case for each function, under strict inequalities."""
        beats = Gt if isinstance(whole, Max) else Lt
        pieces = []
        for i, f in enumerate(functions):
            others = [g for j, g in enumerate(functions) if j != i]
            for g in functions[i + 1 :]:
                yield Assume(Ne(f, g))
            case = And(*(_plainly(beats(f, g)) for g in others))
            slope = yield Differentiate(f, x, problem.partial)
            pieces.append((slope, write(case)))
        return Cases(tuple(pieces))


def _plainly(condition: Boolean) -> Boolean:
    """The condition solved for its letter where that is simple: x > 3 for 2x − 6 > 0."""
    pieces = plain(condition)
    return And(*pieces) if pieces else true


RULES: tuple[AnyRule, ...] = (AbsoluteOfKnownSign(), LargestOrSmallest())

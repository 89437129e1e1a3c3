"""The chain rule in several variables: a quantity whose variables move with a parameter."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Expr, Integer, Symbol, Tuple

from ...derivation import AnyRule, Assume, Bindings, Derive, Phase, Rule, Say, aside, first
from ...problems import ChainAlongPath, Differentiate, Form, Rewrite
from ...problems.derivatives import derivative_written, equated, restated_at
from ...problems.domain import domain_of
from ...written import Sum, Written, write


class ChainRuleAlongPath(Rule[ChainAlongPath]):
    """Every variable contributes its own rate, weighted by how strongly the quantity depends on it."""

    solves, phase = ChainAlongPath, Phase.COMMIT
    title = "Chain rule along a path"
    statement = (
        r"\frac{\mathrm{d}z}{\mathrm{d}t} = \frac{\partial z}{\partial x}\frac{\mathrm{d}x}{\mathrm{d}t}"
        r" + \frac{\partial z}{\partial y}\frac{\mathrm{d}y}{\mathrm{d}t}"
    )
    reference = "Stewart, Calculus 8e, §14.5"
    because = (
        "As {t} changes, each of {letters} changes and moves {z} with it; to first order these changes add up: partial "
        "derivative times rate, one term for each letter."
    )
    hint = "Find the partial derivatives of {z} and the rates of {letters} by {t}; then pair them up."
    known_as = ("chain rule", "multivariable chain rule")
    examples = (
        "dz/dt for z = x^2 y, x = cos t, y = sin t -> cos(t)^3 - 2 cos(t) sin(t)^2",
        "dz/dt for z = x y, x = t^2, y = t^3 -> 5 t^4",
        "dz/dt for z = x^2 + y^2, x = cos t, y = sin t -> 0",
    )

    def match(self, problem: ChainAlongPath) -> Iterable[Bindings]:
        """A path for at least one letter."""
        if problem.path:
            yield {"z": problem.expr, "t": problem.parameter, "letters": Tuple(*(x for x, _ in problem.path))}

    def derive(self, problem: ChainAlongPath, z: Expr, t: Symbol, letters: Tuple) -> Derive:
        """Partial derivatives first, the rates tabulated, the sum written, the path put in."""
        on_path = dict(problem.path.args)
        for c in domain_of(z):
            yield Assume(restated_at(c, on_path))
        name, one = problem.name or Symbol("z", real=True), Integer(1)
        general: list[Written] = []
        terms: list[tuple[Expr, Expr]] = []
        for x, value in problem.path:
            slope = yield first(Differentiate(z, x, partial=True, tidied=True, given=domain_of(z)), *problem.path)
            rate = yield aside(Differentiate(value, t, tidied=True))
            general.append(derivative_written(name, (x, one), partial=True) * derivative_written(x, (t, one)))
            terms.append((slope, rate))
        if z.has(t):
            # The parameter also stands in the expression itself: its own partial derivative joins the sum.
            slope = yield first(Differentiate(z, t, partial=True, tidied=True, given=domain_of(z)), *problem.path)
            general.append(derivative_written(name, (t, one), partial=True))
            terms.append((slope, one))
        yield Say(_sum(general), "=", "one term for each letter that moves")
        yield Say(_sum([_times(slope, rate) for slope, rate in terms]), "=")
        whole = _sum([_times(slope.xreplace(on_path), rate) for slope, rate in terms])
        yield Say(whole, "=")
        return (yield Rewrite(whole.value(), Form.TIDY))


class PathPutInFirst(Rule[ChainAlongPath]):
    """Put the path in first, and differentiate a function of one variable."""

    solves, phase, effort = ChainAlongPath, Phase.EXPLORE, 2
    title = "Put the path in first"
    statement = r"\frac{\mathrm{d}z}{\mathrm{d}t} = \frac{\mathrm{d}}{\mathrm{d}t}\,z\bigl(x(t), y(t)\bigr)"
    reference = "Stewart, Calculus 8e, §14.5"
    because = "Along the path {z} is a function of {t} alone, so the chain rule in several variables can be avoided."
    hint = "Write {z} in terms of {t} only."
    known_as = ("substitution", "substituting first")
    examples = ("dz/dt for z = x y, x = t^2, y = t^3 by substitution -> 5 t^4",)

    def match(self, problem: ChainAlongPath) -> Iterable[Bindings]:
        """Any path."""
        yield {"z": problem.expr, "t": problem.parameter}

    def derive(self, problem: ChainAlongPath, z: Expr, t: Symbol) -> Derive:
        """One ordinary derivative."""
        along = z.xreplace(dict(problem.path.args))
        for c in domain_of(z):
            yield Assume(restated_at(c, dict(problem.path.args)))
        yield Say(equated(problem.name or Symbol("z", real=True), along), "", "along the path")
        return (yield Differentiate(along, t, tidied=True))


def _times(slope: Expr, rate: Expr) -> Written:
    return write(slope) if rate == 1 else write(slope) * write(rate)


def _sum(terms: list[Written]) -> Written:
    return Sum(tuple(terms)) if len(terms) > 1 else terms[0]


RULES: tuple[AnyRule, ...] = (ChainRuleAlongPath(), PathPutInFirst())

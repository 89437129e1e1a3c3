"""tan, cot, tanh and coth as the quotients they are: how their rows in the table come about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sympy import Expr, Integer, Symbol, cos, cosh, cot, coth, csc, sec, sin, sinh, tan, tanh

from ...derivation import AnyRule, Bindings, Derive, Rule, Say
from ...problems import Differentiate
from ...written import Minus, Quotient, Written, write


@dataclass(frozen=True)
class Ratio:
    """top/bottom; ``identity`` joins the squares in the derivative."""

    top: Any
    bottom: Any
    identity: str


RATIOS: dict[Any, Ratio] = {
    tan: Ratio(sin, cos, "sin² + cos² = 1"),
    cot: Ratio(cos, sin, "sin² + cos² = 1"),
    tanh: Ratio(sinh, cosh, ""),
    coth: Ratio(cosh, sinh, ""),
}


def _usual(function: Any, x: Symbol, u: Written, v: Written) -> tuple[list[Written], Written]:
    """The lines from (u′v − uv′)/v² on, and the form that the table has."""
    if function is tan:
        return [Quotient(v**2 + u**2, v**2), Quotient(write(1), v**2)], write(sec(x) ** 2)
    if function is cot:
        return [Quotient(Minus(v**2) - u**2, v**2), Minus(Quotient(write(1), v**2))], write(-(csc(x) ** 2))
    return [Quotient(v**2 - u**2, v**2)], write(Integer(1)) - write(function(x)) ** 2


class AsQuotient(Rule[Differentiate]):
    """A function that is a quotient of two known ones, by the quotient rule."""

    solves = Differentiate
    title = "Quotient rule on the two functions it is made of"
    statement = r"\left(\frac{u}{v}\right)' = \frac{u' v - u v'}{v^2}"
    reference = "Stewart, Calculus 8e, §3.3"
    because = "{f} is the quotient of {u} and {v}, and the derivatives of these two are known."
    hint = "Of which two functions is {f} the quotient?"
    examples = (
        "derivative of tanh(x) by the quotient rule -> 1 - tanh(x)^2",
        "derivative of tan(x) by the quotient rule -> sec(x)^2",
    )
    counterexamples = ("derivative of sin(x) by the quotient rule",)
    known_as = ("quotient rule",)

    def match(self, problem: Differentiate) -> Iterable[Bindings]:
        """One of the four, of the bare variable, for those who ask; otherwise the table has it."""
        f, x = problem.expr, problem.variable
        if f.args == (x,) and f.func in RATIOS:
            ratio = RATIOS[f.func]
            yield {"f": f, "u": ratio.top(x), "v": ratio.bottom(x), "x": x}

    def derive(self, problem: Differentiate, f: Expr, u: Expr, v: Expr, x: Symbol) -> Derive:
        """The quotient rule, and one of the identities between squares."""
        du = yield Differentiate(u, x, problem.partial)
        dv = yield Differentiate(v, x, problem.partial)
        yield Say(Quotient(du * v - u * dv, write(v) ** 2))
        lines, answer = _usual(f.func, x, write(u), write(v))
        yield Say(lines[0])
        for line in lines[1:]:
            yield Say(line, "=", f"by {RATIOS[f.func].identity}")
        return answer


RULES: tuple[AnyRule, ...] = (AsQuotient(),)

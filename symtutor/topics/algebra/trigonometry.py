"""Trigonometric forms: powers and products reduced to single angles, and sums of angles expanded.

sin²u = (1 − cos 2u)/2 and cos²u = (1 + cos 2u)/2 halve a power; the product formulas turn two factors into one; both
lower the degree, so reducing ends.  The addition theorems go the other way.
"""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Add, Expr, Integer, Mul, Pow, Rational, cos, cosh, sin, sinh, tan
from sympy.core.relational import Ne

from ...derivation import Assume, Bindings, Derive, Level, Rule, Say
from ...problems import Form, Rewrite
from .terms import multiplied_out, number_of_operations

LARGEST_HERE = 120
HIGHEST_POWER = 12
HALF = Rational(1, 2)


def _wanted(problem: Rewrite, form: Form) -> bool:
    return problem.form is form and number_of_operations(problem.expr) <= LARGEST_HERE


def squares_of(expr: Expr) -> list[Expr]:
    """The powers sinⁿu, cosⁿu with 2 ≤ n ≤ 12, in a fixed order."""
    found = [
        p
        for p in expr.atoms(Pow)
        if isinstance(p.base, (sin, cos)) and isinstance(p.exp, Integer) and 2 <= p.exp <= HIGHEST_POWER
    ]
    return sorted(found, key=lambda p: p.sort_key())


def halved(power: Expr) -> Expr:
    """sinⁿu or cosⁿu with its squares exchanged for cos 2u."""
    u, n = power.base.args[0], int(power.exp)
    square = (1 - cos(2 * u)) / 2 if isinstance(power.base, sin) else (1 + cos(2 * u)) / 2
    return power.base ** (n % 2) * square ** (n // 2)


def products_in(term: Expr) -> tuple[Expr, Expr] | None:
    """Two factors of a term that are sines or cosines."""
    waves = [f for f in Mul.make_args(term) if isinstance(f, (sin, cos))]
    return (waves[0], waves[1]) if len(waves) > 1 else None


def as_sum(f: Expr, g: Expr) -> Expr:
    """The product of two sines or cosines as a sum."""
    u, v = f.args[0], g.args[0]
    if isinstance(f, sin) and isinstance(g, sin):
        return HALF * cos(u - v) - HALF * cos(u + v)
    if isinstance(f, cos) and isinstance(g, cos):
        return HALF * cos(u - v) + HALF * cos(u + v)
    s, c = (u, v) if isinstance(f, sin) else (v, u)
    return HALF * sin(s + c) + HALF * sin(s - c)


def is_reduced(problem: Rewrite) -> bool:
    """Whether no power and no product of sines and cosines is left."""
    e = multiplied_out(problem.expr)
    return not squares_of(e) and all(products_in(t) is None for t in Add.make_args(e))


class PowerReduction(Rule[Rewrite]):
    """sin²u = (1 − cos 2u)/2, cos²u = (1 + cos 2u)/2."""

    solves = Rewrite
    statement = r"\sin^2u=\tfrac{1-\cos 2u}{2},\quad \cos^2u=\tfrac{1+\cos 2u}{2}"
    reference = "Stewart, Calculus 8e, Appendix D (17)"
    because = "The half-angle formulas trade {power} for the cosine of a doubled angle, of half the degree."
    hint = "Which formula writes a square of a sine or cosine with the doubled angle?"
    block_from = Level.STANDARD
    known_as = ("half-angle formula", "power-reducing formula")
    examples = ("reduce sin(x)^2 -> 1/2 - cos(2x)/2", "reduce cos(x)^4 -> 3/8 + cos(2x)/2 + cos(4x)/8")
    counterexamples = ("reduce sin(x)",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A power of a sine or cosine."""
        if _wanted(problem, Form.TRIG_REDUCED):
            powers = squares_of(problem.expr)
            if powers:
                yield {"power": powers[0]}

    def derive(self, problem: Rewrite, power: Expr) -> Derive:
        """Exchange, multiply out, and go on while anything is left to reduce."""
        exchanged = problem.expr.xreplace({power: halved(power)})
        result = multiplied_out(exchanged)
        if result != exchanged:
            yield Say(exchanged)
        if is_reduced(Rewrite(result, Form.TRIG_REDUCED)):
            return result
        return (yield Rewrite(result, Form.TRIG_REDUCED))


class ProductToSum(Rule[Rewrite]):
    """sin u cos v = ½ (sin(u + v) + sin(u − v)), and its like."""

    solves = Rewrite
    statement = r"\sin u\cos v=\tfrac12\bigl(\sin(u+v)+\sin(u-v)\bigr)"
    reference = "Stewart, Calculus 8e, Appendix D (18)"
    because = "{f} times {g} is a sum of single sines or cosines, by the product formulas."
    hint = "Which formula turns the product of {f} and {g} into a sum?"
    block_from = Level.STANDARD
    known_as = ("product formula", "product-to-sum formula")
    examples = ("reduce sin(x) cos(x) -> sin(2x)/2", "reduce sin(2x) cos(x) -> sin(3x)/2 + sin(x)/2")
    counterexamples = ("reduce sin(x) + cos(x)",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A term with two sines or cosines as factors."""
        if _wanted(problem, Form.TRIG_REDUCED):
            for t in multiplied_out(problem.expr).as_ordered_terms():
                found = products_in(t)
                if found is not None:
                    yield {"f": found[0], "g": found[1]}
                    return

    def derive(self, problem: Rewrite, f: Expr, g: Expr) -> Derive:
        """Exchange the product in the terms that have it, and go on."""
        opened = multiplied_out(problem.expr)
        if opened != problem.expr:
            yield Say(opened)
        terms = []
        for t in Add.make_args(opened):
            waves = Mul.make_args(t)
            terms.append(multiplied_out(t / (f * g) * as_sum(f, g)) if f in waves and g in waves else t)
        result = Add(*terms)
        if is_reduced(Rewrite(result, Form.TRIG_REDUCED)):
            return result
        return (yield Rewrite(result, Form.TRIG_REDUCED))


def angles_to_expand(expr: Expr) -> list[Expr]:
    """The functions of a sum, or of a whole multiple, of angles; in a fixed order, the longest first."""
    found = [f for f in expr.atoms(sin, cos, tan, sinh, cosh) if _split_angle(f.args[0]) is not None]
    return sorted(found, key=lambda f: (-number_of_operations(f), f.sort_key()))


def _split_angle(u: Expr) -> tuple[Expr, Expr] | None:
    """u = v + w: first term and the rest of a sum, or one and the rest of a whole multiple."""
    if isinstance(u, Add):
        head, *rest = u.as_ordered_terms()
        return head, Add(*rest)
    number, body = u.as_coeff_Mul()
    if isinstance(number, Integer) and 2 <= number <= HIGHEST_POWER and body != 1:
        return (body, body) if number == 2 else ((number - 1) * body, body)
    return None


def expanded_angle(f: Expr) -> tuple[Expr, Expr | None]:
    """(the right side of the addition theorem, what must not be zero)."""
    split = _split_angle(f.args[0])
    assert split is not None
    v, w = split
    if isinstance(f, sin):
        return sin(v) * cos(w) + cos(v) * sin(w), None
    if isinstance(f, cos):
        return cos(v) * cos(w) - sin(v) * sin(w), None
    if isinstance(f, sinh):
        return sinh(v) * cosh(w) + cosh(v) * sinh(w), None
    if isinstance(f, cosh):
        return cosh(v) * cosh(w) + sinh(v) * sinh(w), None
    return (tan(v) + tan(w)) / (1 - tan(v) * tan(w)), cos(v) * cos(w)


class AdditionTheorem(Rule[Rewrite]):
    """sin(v + w) = sin v cos w + cos v sin w, and its like."""

    solves = Rewrite
    statement = r"\sin(v+w)=\sin v\cos w+\cos v\sin w,\quad \cos(v+w)=\cos v\cos w-\sin v\sin w"
    reference = "Stewart, Calculus 8e, Appendix D (12) to (15)"
    because = "{f} has a sum of angles inside; the addition theorem writes it with the angles apart."
    hint = "Which theorem takes the sum in {f} apart?"
    block_from = Level.STANDARD
    known_as = ("addition formula", "angle sum formula", "double angle formula")
    examples = (
        "expand the sum in sin(x+y) -> sin(x) cos(y) + cos(x) sin(y)",
        "expand the sum in sin(2x) -> 2 sin(x) cos(x)",
    )
    counterexamples = ("expand the sum in sin(x)",)

    def match(self, problem: Rewrite) -> Iterable[Bindings]:
        """A sine, cosine, tangent or their hyperbolic like, of a sum or a whole multiple."""
        if _wanted(problem, Form.TRIG_EXPANDED):
            for f in angles_to_expand(problem.expr):
                yield {"f": f}
                return

    def derive(self, problem: Rewrite, f: Expr) -> Derive:
        """Use the theorem once, and go on while sums are left."""
        right, not_zero = expanded_angle(f)
        if not_zero is not None:
            yield Assume(Ne(not_zero, 0))
        result = problem.expr.xreplace({f: right})
        if angles_to_expand(result):
            return (yield Rewrite(result, Form.TRIG_EXPANDED))
        return result

"""Conditions in the words a page would use, each said once and none that needs no saying."""

from __future__ import annotations

from typing import Any

from sympy import Abs, Expr, Integer, Mul, Poly, Pow, Rational, Symbol, false, sqrt, true
from sympy.core.relational import Equality, Ge, Gt, Le, Lt, Ne, Relational
from sympy.functions import exp, log
from sympy.logic.boolalg import And, Boolean

from .signs import Given, as_sign, follows, has_sign


def plain(condition: Boolean, given: Given = ()) -> tuple[Boolean, ...]:
    """A condition in the words a page would use: x² > 0 as x ≠ 0, 2x − 6 > 0 as x > 3, e^x > 0 not at all.

    The conjunction of what is returned is equivalent to ``condition`` wherever ``given`` holds.
    """
    if condition == true:
        return ()
    if isinstance(condition, And):
        return tuple(p for c in condition.args for p in plain(c, given))
    if not isinstance(condition, Relational) or isinstance(condition, Equality) or condition == false:
        return (condition,)
    kind, d = as_sign(condition)
    if has_sign(d, kind, ()):
        return ()
    if isinstance(d, Mul):
        signed = _without_sure_factors(d, given)
        if signed is not d:
            return plain(_relation(kind, signed), given)
        if kind == "≠":
            return tuple(p for f in d.args for p in plain(Ne(f, 0), given))
    if isinstance(d, Pow) and d.exp.is_Integer and d.exp < 0:
        # 1/u has the sign of u, and is nowhere 0.
        needed = Ne(d.base, 0) if kind == "≠" or d.exp % 2 == 0 else Gt(d.base, 0)
        return plain(needed, given)
    undone = _outermost_undone(kind, d)
    if undone is not None:
        return tuple(p for c in undone for p in plain(c, given))
    if isinstance(d, Pow) and d.exp.is_Integer and d.exp > 0:
        if kind == "≠" or (kind == ">" and d.exp % 2 == 0):
            return plain(Ne(d.base, 0), given)
        return plain(_relation(kind, d.base), given)
    if isinstance(d, Pow) and isinstance(d.exp, Rational) and d.exp > 0 and kind in "≠>":
        # A rational power: zero with its base, and positive with it too, unless the power is even.
        return plain(_relation("≠" if d.exp.p % 2 == 0 else kind, d.base))
    if isinstance(d, Abs) and kind in "≠>":
        return plain(Ne(d.args[0], 0))
    undone = _size_undone(kind, d)
    if undone is not None:
        return tuple(p for c in undone for p in plain(c, given))
    return tuple(sorted(And.make_args(_solved(kind, d)), key=_order))


def _outermost_undone(kind: str, d: Expr) -> tuple[Boolean, ...] | None:
    """ln u > c as u > eᶜ, √u ≠ c as u ≠ c², |√u| < c as u < c² with u ≥ 0; ``None`` for anything else.

    The conjunction of what is returned is equivalent to the condition, the domain of ln and √ included.
    """
    number, rest = d.as_coeff_Add()
    coefficient, outer = rest.as_coeff_Mul()
    if not (number.is_Rational and coefficient.is_Rational and isinstance(outer, (log, Pow, Abs))):
        return None
    bound = -number / coefficient
    below = bool(coefficient.is_negative)
    if isinstance(outer, Abs) and isinstance(outer.args[0], Pow) and _is_even_root(outer.args[0]):
        outer = outer.args[0]
    if isinstance(outer, log):
        u = outer.args[0]
        if kind == "≠":
            return Ne(u, exp(bound)), Gt(u, 0)
        least = _relation(kind, exp(bound) - u if below else u - exp(bound))
        return (least, Gt(u, 0)) if below else (least,)
    if not _is_even_root(outer) or bound.is_negative or (bound == 0 and not below):
        return None
    u, power = outer.base, bound**outer.exp.q
    if kind == "≠":
        return Ne(u, power), Ge(u, 0)
    least = _relation(kind, power - u if below else u - power)
    return (least, Ge(u, 0)) if below else (least,)


def _is_even_root(e: Expr) -> bool:
    return isinstance(e, Pow) and isinstance(e.exp, Rational) and e.exp.p == 1 and e.exp.q % 2 == 0


def _size_undone(kind: str, d: Expr) -> tuple[Boolean, ...] | None:
    """u² > 4 as |u| > 2, 1/|u| < 1 as |u| > 1, eᵘ > 3 as u > ln 3; ``None`` for anything else."""
    number, rest = d.as_coeff_Add()
    factor, f = rest.as_coeff_Mul()
    level = -number / factor if factor != 0 else Integer(0)
    if kind == "≠" or not isinstance(f, (exp, Pow)) or f.is_number or not level.is_positive:
        return None
    above = bool(factor.is_positive)
    beyond = (Gt if above else Lt) if kind == ">" else (Ge if above else Le)
    if isinstance(f, exp):
        return (beyond(f.args[0], log(level)),)
    if f.exp == 2:
        return (beyond(Abs(f.base), sqrt(level)),)
    if f.exp == -1 and isinstance(f.base, Abs):
        back = {Gt: Lt, Lt: Gt, Ge: Le, Le: Ge}[beyond](f.base, 1 / level)
        return (back, Ne(f.base.args[0], 0)) if above else (back,)
    return None


def _without_sure_factors(d: Mul, given: Given) -> Expr:
    """``d`` without the factors whose sign is the same wherever ``given`` holds."""
    keep, negative = [], False
    for f in d.args:
        if f.is_positive or isinstance(f, exp) or (given and has_sign(f, ">", given)):
            continue
        if f.is_negative or (given and has_sign(-f, ">", given)):
            negative = not negative
        else:
            keep.append(f)
    left = Mul(*keep) * (-1 if negative else 1)
    return d if left == d else left


def _relation(kind: str, d: Expr) -> Boolean:
    return {"≠": Ne, ">": Gt, "≥": Ge}[kind](d, 0)


def _solved(kind: str, d: Expr) -> Boolean:
    """A linear condition in one letter, solved for it; the sign chosen so that the letter leads, no number shared."""
    d = d.primitive()[1]
    letters = sorted(d.free_symbols, key=lambda s: s.name)
    if len(letters) == 1:
        x = letters[0]
        if d.is_polynomial(x) and Poly(d, x).degree() == 1:
            a, b = Poly(d, x).all_coeffs()
            root = -b / a
            if kind == "≠":
                return Ne(x, root)
            if a.is_positive:
                return Gt(x, root) if kind == ">" else Ge(x, root)
            if a.is_negative:
                return Lt(x, root) if kind == ">" else Le(x, root)
        if kind == "≠":
            roots = _rational_roots(d, x)
            if roots is not None:
                return And(*(Ne(x, r) for r in roots))
    number, rest = d.as_independent(*letters, as_Add=True)
    if d.is_Add and number.is_real and number != 0:
        factor, rest = rest.as_independent(*letters, as_Add=False)
        if factor.is_positive or factor.is_negative:
            level = -number / factor
            if factor.is_negative:
                return {"≠": Ne, ">": Lt, "≥": Le}[kind](rest, level)
            return {"≠": Ne, ">": Gt, "≥": Ge}[kind](rest, level)
    return _relation(kind, d)


def _rational_roots(d: Expr, x: Symbol) -> tuple[Any, ...] | None:
    """The real roots of a polynomial where all of them are rational; ``None`` for anything else."""
    if not d.is_polynomial(x):
        return None
    poly = Poly(d, x)
    if not (poly.domain.is_QQ or poly.domain.is_ZZ) or not 1 < poly.degree() <= 8:
        return None
    factors = [f for f, _ in poly.factor_list()[1]]
    if any(f.degree() > 1 and f.count_roots() for f in factors):
        return None
    return tuple(sorted(-f.eval(0) / f.LC() for f in factors if f.degree() == 1))


def settled(conditions: Any, given: Given) -> tuple[Boolean, ...]:
    """The conditions in plain words, without those that follow from ``given`` or from one another, in a fixed order."""
    pieces: list[Boolean] = []
    for c in conditions:
        for p in plain(c, given):
            if p not in pieces:
                pieces.append(p)
    pieces = [p for p in _joined(pieces) if not follows(p, given)]
    pieces.sort(key=_order)
    kept = list(pieces)
    # Of x ≠ 0 and x > 0, where each follows from the other, the one that says more is kept.
    for p in sorted(pieces, key=lambda c: not isinstance(c, Ne)):
        others = tuple(k for k in kept if k != p)
        if follows(p, (*given, *others)):
            kept.remove(p)
    return tuple(kept)


def _joined(pieces: list[Boolean]) -> list[Boolean]:
    """x ≥ 0 and x ≠ 0 as x > 0."""
    stricter = {Ge: Gt, Le: Lt}
    for c in pieces:
        if type(c) in stricter and any(n in pieces for n in (Ne(c.lhs, c.rhs), Ne(c.rhs, c.lhs))):
            strict = stricter[type(c)](c.lhs, c.rhs)
            return _joined([strict if p == c else p for p in pieces if p not in (Ne(c.lhs, c.rhs), Ne(c.rhs, c.lhs))])
    return pieces


def _order(c: Boolean) -> Any:
    return (sorted(s.name for s in c.free_symbols), c.sort_key())

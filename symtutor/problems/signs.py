"""What follows from what: signs under assumptions, and conditions that need not be said.

The questions here are one-sided: ``follows`` says True only when it is sure.  It uses SymPy's assumption
system on symbols that carry the given signs, and Sturm's theorem for polynomials in one letter; it never samples.
"""

from __future__ import annotations

from typing import Any

from sympy import Abs, Add, Expr, Integer, Mul, Poly, Pow, Rational, Symbol, false, oo, true
from sympy.core.relational import Equality, Ge, Gt, Le, Lt, Ne, Relational
from sympy.functions import cos, exp, log, sin
from sympy.logic.boolalg import And, Boolean, Or

Given = tuple[Boolean, ...]


def follows(condition: Boolean, given: Given) -> bool:
    """Whether ``condition`` holds wherever all of ``given`` do.  False where that is not clear."""
    if condition == true or condition in given:
        return True
    if isinstance(condition, And):
        return all(follows(c, given) for c in condition.args)
    if isinstance(condition, Or):
        return any(follows(c, given) for c in condition.args)
    if not isinstance(condition, Relational) or isinstance(condition, Equality):
        return False
    needed, difference = _as_sign(condition)
    return _has_sign(difference, needed, given)


def _as_sign(c: Relational) -> tuple[str, Expr]:
    """The condition as one of > 0, ≥ 0, ≠ 0 on one expression."""
    if isinstance(c, Ne):
        return "≠", c.lhs - c.rhs
    if isinstance(c, Gt):
        return ">", c.lhs - c.rhs
    if isinstance(c, Ge):
        return "≥", c.lhs - c.rhs
    if isinstance(c, Lt):
        return ">", c.rhs - c.lhs
    return "≥", c.rhs - c.lhs


def _has_sign(e: Expr, needed: str, given: Given) -> bool:
    dressed = _dressed(e, given)
    if (needed == ">" and dressed.is_positive) or (needed == "≥" and dressed.is_nonnegative):
        return True
    if needed == "≠" and dressed.is_nonzero:
        return True
    if any(_matches(e, needed, g) for g in given if isinstance(g, Relational)):
        return True
    if needed == "≠" and any(_kept_within(e, g) for g in given if isinstance(g, Relational)):
        return True
    if needed == "≠" and isinstance(e, Mul):
        return all(_has_sign(f, "≠", given) for f in e.args)
    if needed == "≠" and isinstance(e, Pow) and e.exp.is_positive:
        return _has_sign(e.base, "≠", given)
    if needed in ">≥" and isinstance(e, Mul) and len(e.args) <= 6 and all(_has_sign(f, needed, given) for f in e.args):
        return True
    if needed == "≠" and (_has_sign(e, ">", _relevant(e, given)) or _has_sign(-e, ">", _relevant(e, given))):
        return True
    if needed != "≠" and dressed.has(sin, cos):
        low = _least_of_terms(dressed)
        if low is not None and (low.is_positive or (needed == "≥" and low.is_nonnegative)):
            return True
    return needed != "≠" and _polynomial_sign(e, needed, given)


def _least_of_terms(e: Expr) -> Expr | None:
    """A lower bound of a sum, term by term: c·sin and c·cos are at least −|c|, a term known to be ≥ 0 at least 0."""
    low: Expr = Integer(0)
    for t in Add.make_args(e):
        c, rest = t.as_coeff_Mul()
        if t.is_number:
            low += t
        elif isinstance(rest, (sin, cos)):
            low -= Abs(c)
        elif not t.is_nonnegative:
            return None
    return low


def _relevant(e: Expr, given: Given) -> Given:
    return tuple(g for g in given if not isinstance(g, Ne))


def _dressed(e: Expr, given: Given) -> Expr:
    """``e`` with letters whose sign is given exchanged for letters that carry it."""
    signs: dict[Symbol, dict[str, bool]] = {}
    for g in given:
        if not isinstance(g, Relational) or isinstance(g, Equality):
            continue
        kind, d = _as_sign(g)
        for s, positive in ((d, True), (-d, False)):
            letter, low = _letter_above(s)
            if letter is None or not _informs(low, positive):
                continue
            known = signs.setdefault(letter, {"integer": True} if letter.is_integer else {"real": True})
            if kind == "≠":
                if low == 0:
                    known["zero"] = False
            elif kind == ">" or low != 0:
                known["positive" if positive else "negative"] = True
            else:
                known["nonnegative" if positive else "nonpositive"] = True
    return e.xreplace({x: Symbol(x.name, **_consistent(k)) for x, k in signs.items()})


def _letter_above(d: Expr) -> tuple[Symbol | None, Expr]:
    """(x, a) where d is x − a with a number a."""
    if isinstance(d, Symbol):
        return d, Integer(0)
    number, rest = d.as_coeff_Add()
    if isinstance(rest, Symbol):
        return rest, -number
    return None, number


def _informs(low: Expr, positive: bool) -> bool:
    # x > a tells the sign of x for a ≥ 0; −x > −b, that is x < b, for b ≤ 0.
    return bool(low >= 0 if positive else low <= 0)


def _consistent(known: dict[str, bool]) -> dict[str, bool]:
    if known.get("positive") or known.get("negative"):
        known = {k: v for k, v in known.items() if k not in ("nonnegative", "nonpositive", "zero")}
    if known.pop("zero", None) is False:
        if known.pop("nonnegative", False):
            known["positive"] = True
            known.pop("nonpositive", None)
        elif known.pop("nonpositive", False):
            known["negative"] = True
        else:
            known["nonzero"] = True
    if known.get("positive") and known.get("negative"):
        known.pop("negative")
    return known


def _matches(e: Expr, needed: str, g: Relational) -> bool:
    if isinstance(g, Equality):
        return False
    kind, d = _as_sign(g)
    higher = e - d
    if kind in ">≥" and higher.is_number and higher.is_nonnegative:
        # x > 1 follows from x > e.
        return kind == ">" or needed == "≥" or bool(higher.is_positive)
    ratio = e / d if d != 0 else Integer(0)
    if not ratio.is_number or not ratio.is_nonzero:
        return False
    if kind == "≠" or needed == "≠":
        return needed == "≠" and kind in "≠>"
    return bool(ratio.is_positive) and (kind == ">" or needed == "≥")


def _kept_within(e: Expr, g: Relational) -> bool:
    """Whether ``g`` is |u| < k, and ``e`` is u − c with |c| ≥ k."""
    if isinstance(g, Equality):
        return False
    kind, d = _as_sign(g)
    bound, size = d.as_coeff_Add()
    if kind != ">" or not isinstance(-size, Abs):
        return False
    u = (-size).args[0]
    for sign in (1, -1):
        distance = sign * e - u
        if distance.is_Rational and abs(distance) >= bound:
            return True
    return False


def _polynomial_sign(e: Expr, needed: str, given: Given) -> bool:
    """Sturm: a polynomial without a root in an interval keeps the sign that it has at one point of it."""
    letters = e.free_symbols
    if len(letters) != 1:
        return False
    (x,) = letters
    if not e.is_polynomial(x):
        return False
    poly = Poly(e, x)
    if (not poly.domain.is_QQ and not poly.domain.is_ZZ) or poly.degree() > 8:
        return False
    low, high, open_low, open_high = _interval(x, given)
    if low > high:
        return False
    inside = _inner_point(low, high)
    if poly.eval(inside) <= 0:
        return False
    count = poly.count_roots(None if low == -oo else low, None if high == oo else high)
    allowed = sum(
        1
        for end, is_open in ((low, open_low), (high, open_high))
        if end.is_finite and poly.eval(end) == 0 and (is_open or needed == "≥")
    )
    if needed == "≥":
        odd_roots = [f for f, k in poly.sqf_list()[1] if k % 2]
        inner = sum(f.count_roots(None if low == -oo else low, None if high == oo else high) for f in odd_roots)
        ends = sum(1 for end in (low, high) if end.is_finite and any(f.eval(end) == 0 for f in odd_roots))
        return bool(inner == ends)
    return bool(count == allowed)


def _interval(x: Symbol, given: Given) -> tuple[Any, Any, bool, bool]:
    low, high, open_low, open_high = -oo, oo, True, True
    for g in given:
        if not isinstance(g, Relational) or isinstance(g, (Equality, Ne)):
            continue
        kind, d = _as_sign(g)
        letter, a = _letter_above(d)
        if letter == x and isinstance(a, Rational) and (a > low or (a == low and kind == ">")):
            low, open_low = a, kind == ">"
        letter, a = _letter_above(-d)
        if letter == x and isinstance(a, Rational) and (a < high or (a == high and kind == ">")):
            high, open_high = a, kind == ">"
    return low, high, open_low, open_high


def _inner_point(low: Any, high: Any) -> Rational:
    if low == -oo:
        return Integer(0) if high == oo else high - 1
    return low + 1 if high == oo else (low + high) / 2


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
    kind, d = _as_sign(condition)
    if _has_sign(d, kind, ()):
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
    return And.make_args(_solved(kind, d))


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


def _without_sure_factors(d: Mul, given: Given) -> Expr:
    """``d`` without the factors whose sign is the same wherever ``given`` holds."""
    keep, negative = [], False
    for f in d.args:
        if f.is_positive or isinstance(f, exp) or (given and _has_sign(f, ">", given)):
            continue
        if f.is_negative or (given and _has_sign(-f, ">", given)):
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
    if d.is_Add and d.as_coeff_Add()[0].is_number and d.as_coeff_Add()[0] != 0:
        number, rest = d.as_coeff_Add()
        size = abs(rest.as_coeff_Mul()[0])
        number, rest = number / size, rest / size
        if rest.could_extract_minus_sign():
            return {"≠": Ne(-rest, number), ">": Lt(-rest, number), "≥": Le(-rest, number)}[kind]
        return {"≠": Ne, ">": Gt, "≥": Ge}[kind](rest, -number)
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


def contradicts(condition: Boolean, given: Given) -> bool:
    """Whether ``condition`` can hold nowhere that ``given`` holds."""
    if condition == false:
        return True
    return isinstance(condition, Relational) and follows(condition.negated, given)

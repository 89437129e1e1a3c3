"""What follows from what: signs under assumptions, and conditions that need not be said.

The questions here are one-sided: ``follows`` says True only when it is sure.  It uses SymPy's assumption
system on symbols that carry the given signs, and Sturm's theorem for polynomials in one letter; it never samples.
"""

from __future__ import annotations

from typing import Any

from sympy import Abs, Add, Expr, Integer, Mul, Poly, Pow, Rational, Symbol, false, nan, oo, true, zoo
from sympy.core.relational import Equality, Ge, Gt, Lt, Ne, Relational
from sympy.functions import cos, sin
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
    needed, difference = as_sign(condition)
    return has_sign(difference, needed, _unfolded(given))


def as_sign(c: Relational) -> tuple[str, Expr]:
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


def has_sign(e: Expr, needed: str, given: Given) -> bool:
    """Whether ``e`` is ">", "≥" or "≠" 0 wherever ``given`` holds."""
    dressed = _dressed(e, given)
    if (needed == ">" and dressed.is_positive) or (needed == "≥" and dressed.is_nonnegative):
        return True
    if needed == "≠" and dressed.is_nonzero:
        return True
    if any(_matches(e, needed, g) for g in given if isinstance(g, Relational)):
        return True
    if needed == "≠" and any(_kept_within(e, g) for g in given if isinstance(g, Relational)):
        return True
    if needed == "≠" and _excluded_at_zero(e, given):
        return True
    if isinstance(e, Add) and _root_outweighs(e, given):
        return True
    if needed == "≠" and isinstance(e, Mul):
        return all(has_sign(f, "≠", given) for f in e.args)
    if needed == "≠" and isinstance(e, Pow) and e.exp.is_positive:
        return has_sign(e.base, "≠", given)
    if needed in ">≥" and isinstance(e, Mul) and len(e.args) <= 6 and all(has_sign(f, needed, given) for f in e.args):
        return True
    if needed == "≠" and (has_sign(e, ">", _relevant(e, given)) or has_sign(-e, ">", _relevant(e, given))):
        return True
    if needed != "≠" and dressed.has(sin, cos):
        low = _least_of_terms(dressed)
        if low is not None and (low.is_positive or (needed == "≥" and low.is_nonnegative)):
            return True
    return needed != "≠" and _polynomial_sign(e, needed, given)


def _root_outweighs(e: Add, given: Given) -> bool:
    """Whether ``e`` is √w + u with w > u², as x + √(x² + 1): the root is larger than |u|."""
    for t in e.args:
        if isinstance(t, Pow) and t.exp == Rational(1, 2):
            u = e - t
            excess = (t.base - u**2).expand()
            if not u.has(Pow(t.base, t.exp)) and has_sign(excess, ">", given):
                return True
    return False


def _excluded_at_zero(e: Expr, given: Given) -> bool:
    """Whether ``e`` is x − a, up to a factor, and something given is false at x = a."""
    if len(e.free_symbols) != 1:
        return False
    (x,) = e.free_symbols
    slope = e.coeff(x)
    if not slope.is_number or not slope.is_nonzero or (e - slope * x).has(x):
        return False
    zero = (slope * x - e) / slope
    return any(g.free_symbols == {x} and _fails_at(g, x, zero) for g in given)


def _fails_at(g: Boolean, x: Symbol, a: Expr) -> bool:
    """Whether ``g`` is false at x = a, or has no value there: sin x/x ≥ 0 says that x is not 0."""
    if not isinstance(g, Relational):
        return bool(g.xreplace({x: a}) == false)
    left, right = (side.xreplace({x: a}) for side in g.args)
    if any(side.has(nan, zoo) for side in (left, right)):
        return True
    return bool(g.func(left, right) == false)


def _unfolded(given: Given) -> Given:
    """What is given, and beside it what |u| > a and |u| < a say without bars."""
    more: list[Boolean] = []
    for g in given:
        if not isinstance(g, Relational) or isinstance(g, (Equality, Ne)) or not g.has(Abs):
            continue
        kind, d = as_sign(g)
        number, rest = d.as_coeff_Add()
        factor, size = rest.as_coeff_Mul()
        if not isinstance(size, Abs):
            continue
        u, level = size.args[0], -number / factor
        stands = Gt if kind == ">" else Ge
        if factor > 0 and level.is_nonnegative:
            more.append(stands(u**2 - level**2, 0))
        elif factor < 0:
            more += [stands(level - u, 0), stands(level + u, 0)]
    return (*given, *more) if more else given


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
        kind, d = as_sign(g)
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
    kind, d = as_sign(g)
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
    kind, d = as_sign(g)
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
        kind, d = as_sign(g)
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


def contradicts(condition: Boolean, given: Given) -> bool:
    """Whether ``condition`` can hold nowhere that ``given`` holds."""
    if condition == false:
        return True
    return isinstance(condition, Relational) and follows(condition.negated, given)

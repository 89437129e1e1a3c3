"""The moves of tidying: each gives another form of the same value, or ``None`` where it has nothing to offer.

A move is made only where it shortens the whole, by the measure ``length``.
"""

from __future__ import annotations

from collections.abc import Callable
from math import gcd

from sympy import Abs, Add, Expr, Function, Integer, Mul, Pow, Rational, cos, cosh, cot, csc, sec, sin, sinh, tan
from sympy import sign as sign_of

from .cancelling import shared_factors, without_factor
from .denominators import common_denominator, factored_bottom, missing_factor, over_inner_bars
from .length import length
from .terms import MOST_TERMS, common_factor, count_of_terms, multiplied_out, product_of, top_and_bottom

# tan² + 1 = sec², sec² − 1 = tan², and so for cot and csc: (what the square turns into, sign of the one).
COMPLEMENTS = {tan: (sec, 1), sec: (tan, -1), cot: (csc, 1), csc: (cot, -1)}


def shorter(new: Expr, old: Expr, by: int = 1) -> bool:
    """Whether ``new`` saves at least ``by`` signs."""
    return length(new) <= length(old) - by


def with_squares_joined(e: Expr) -> Expr | None:
    """sin²u + cos²u = 1 and cosh²u − sinh²u = 1 used once in a sum, also as 1 − sin²u = cos²u; tan²u + 1 = sec²u."""
    if not isinstance(e, Add):
        return None
    found = squares_in(e)
    return None if found is None else found[1]


def squares_in(e: Add) -> tuple[Expr, Expr] | None:
    """(the identity's left side, the sum after it was used)."""
    found = squares_side_by_side(e)
    if found is None and e.has(sin, cos) and count_of_terms(e) <= MOST_TERMS:
        # In sin²u + (1 + cos u) cos u the second square shows only once the brackets are opened.
        opened = multiplied_out(e)
        found = squares_side_by_side(opened) if isinstance(opened, Add) and opened != e else None
    return found


def squares_side_by_side(e: Add) -> tuple[Expr, Expr] | None:
    """The same for squares that are terms of ``e`` as it stands."""
    coefficients: dict[Expr, Expr] = {}
    for t in e.args:
        for f in Mul.make_args(t):
            if isinstance(f, Pow) and f.exp == 2 and isinstance(f.base, (sin, cos, sinh, cosh, *COMPLEMENTS)):
                coefficients.setdefault(f, t / f)
    ordered = sorted(coefficients, key=lambda f: f.sort_key())
    for f in ordered:
        u, c = f.base.args[0], coefficients[f]
        for one, other, sign in ((sin, cos, 1), (cosh, sinh, -1)):
            if f.base == one(u) and coefficients.get(other(u) ** 2) == sign * c:
                return f + sign * other(u) ** 2, e - c * f - sign * c * other(u) ** 2 + c
        partner = {sin: cos, cos: sin}.get(type(f.base))
        if partner is not None and -c in e.args:
            return 1 - f, e - c * f + c - c * partner(u) ** 2
        complement = COMPLEMENTS.get(type(f.base))
        if complement is not None:
            other, sign = complement
            if sign * c in e.args:
                rest = e - c * f - sign * c
                return (f + 1 if sign > 0 else f - 1), rest + c * other(u) ** 2
    return None


def with_signs_absorbed(e: Expr) -> Expr | None:
    """u·sgn u = |u| and |u|·sgn u = u, in every term."""
    found = signs_in(e)
    return None if found is None else found[1]


def signs_in(e: Expr) -> tuple[Expr, Expr] | None:
    """(what the sign is multiplied by, the expression after the sign is absorbed)."""
    for t in Add.make_args(e):
        powers = t.as_powers_dict()
        for s in sorted((p for p in powers if isinstance(p, sign_of) and powers[p] == 1), key=lambda p: p.sort_key()):
            u = s.args[0]
            partner, result = (Abs(u), u) if powers.get(Abs(u), 0) == 1 else (u, Abs(u))
            exponent = powers.get(partner, Integer(0))
            if exponent.is_Integer and exponent >= 1:
                return partner, e - t + t / (s * partner) * result
    return None


def with_opposites_joined(e: Expr) -> Expr | None:
    """(a − b)(b − a) = −(a − b)²."""
    found = opposites_in(e)
    return None if found is None else found[2]


def opposites_in(e: Expr) -> tuple[Expr, Expr, Expr] | None:
    """(a bracket that is kept, its opposite, the product with both joined)."""
    if not isinstance(e, Mul):
        return None
    powers = {f.as_base_exp()[0]: f.as_base_exp()[1] for f in e.args}
    for one in sorted((b for b in powers if isinstance(b, Add)), key=lambda b: b.sort_key()):
        other = -one
        if other in powers and powers[one].is_Integer and powers[other].is_Integer:
            if one.as_coeff_Add()[0].is_negative:
                one, other = other, one
            m, n = powers[one], powers[other]
            return one, other, e / (one**m * other**n) * (-1) ** n * one ** (m + n)
    return None


def over_common_factor(e: Expr) -> Expr | None:
    """The lowest powers of what the terms share, times what is left."""
    found = common_parts(e)
    return None if found is None else found[0] * found[1]


def common_parts(e: Expr) -> tuple[Expr, Expr] | None:
    """(common factor, rest gathered) of a sum."""
    if not isinstance(e, Add) or len(e.args) > 20:
        return None
    number, powers = common_factor(e.args)
    if not powers:
        return None
    common = number * product_of(powers)
    rest = Add(*(t / common for t in e.args))
    if count_of_terms(rest) <= MOST_TERMS:
        opened = multiplied_out(rest)
        rest = opened if length(opened) <= length(rest) else rest
    if all(t.as_coeff_Mul()[0].is_negative for t in Add.make_args(rest)):
        common, rest = -common, -rest
    return common, rest


def over_one_bar(e: Expr) -> Expr | None:
    """The sum over the least common denominator, its top gathered; a product with such sums inside likewise."""
    if isinstance(e, (Mul, Pow)):
        return over_inner_bars(e)
    if not isinstance(e, Add) or len(e.args) > 8:
        return None
    parts = [factored_bottom(t) for t in e.args]
    if sum(1 for _, d in parts if d.powers) == 0:
        return None
    whole = common_denominator(d for _, d in parts)
    top = Add(*(t * missing_factor(whole, d) for t, d in parts))
    if count_of_terms(top) > MOST_TERMS:
        return None
    return multiplied_out(top) / whole.value()


def with_shared_cancelled(e: Expr) -> Expr | None:
    """A fraction of polynomials without the factors that both sides share."""
    if not isinstance(e, (Mul, Pow)):
        return None
    shared = shared_factors(e)
    if not shared:
        return None
    top, bottom = top_and_bottom(e)
    return without_factor(top, product_of(shared)) / without_factor(bottom, product_of(shared))


def with_number_cancelled(e: Expr) -> Expr | None:
    """A fraction without the number that its top and its bottom share: 2/(2x² + 2) as 1/(x² + 1)."""
    if not isinstance(e, (Mul, Pow)):
        return None
    above, below, rest = 1, 1, []
    for f in Mul.make_args(e):
        base, n = (f.base, f.exp) if isinstance(f, Pow) else (f, Integer(1))
        content: Expr = f if f.is_Rational else Integer(1)
        if isinstance(base, Add) and n.is_Integer:
            number, primitive = base.primitive()
            content, f = number**n, Pow(primitive, n)
        above, below = above * int(content.p), below * int(content.q)
        rest += [] if f.is_Rational else [f]
    if gcd(above, below) == 1:
        return None
    return Rational(above, below) * Mul(*rest)


def opened(e: Expr) -> Expr | None:
    """The sum that multiplying out makes."""
    if not isinstance(e, (Add, Mul, Pow)) or count_of_terms(e) > 60:
        return None
    result = multiplied_out(e)
    return result if len(Add.make_args(result)) < count_of_terms(e) else None


Move = Callable[[Expr], "Expr | None"]
# (move, signs it must save): the order in which they are tried.
MOVES: tuple[tuple[Move, int], ...] = (
    (with_squares_joined, 1),
    (with_signs_absorbed, 1),
    (with_opposites_joined, 1),
    (over_common_factor, 1),
    (over_one_bar, 1),
    (with_shared_cancelled, 1),
    (with_number_cancelled, 1),
    (opened, 2),
)


def improved(e: Expr) -> Expr | None:
    """The first form that a move makes shorter."""
    for move, saving in MOVES:
        new = move(e)
        if new is not None and new != e and shorter(new, e, saving):
            return new
    return None


def loose_parts(e: Expr) -> list[Expr]:
    """The largest parts inside ``e`` that could be tidied by themselves, in reading order."""
    found: list[Expr] = []
    for part in _parts(e):
        if tidied(part) != part:
            found.append(part)
    return found


def _parts(e: Expr) -> tuple[Expr, ...]:
    """The sums among factors, the arguments of a function, a base and its exponent; for a sum those of its terms."""
    if isinstance(e, Add):
        # A term alone is not multiplied out: it may join with its neighbours when the whole sum is.
        return tuple(dict.fromkeys(p for t in e.args for p in _parts(t)))
    if isinstance(e, Mul):
        sums = [f.base if isinstance(f, Pow) else f for f in e.args if not f.is_Rational]
        return tuple(dict.fromkeys(f for f in sums if f.args))
    if isinstance(e, Pow):
        return tuple(a for a in e.args if a.args and not a.is_Rational)
    if isinstance(e, Function):
        return tuple(a for a in e.args if isinstance(a, Expr) and a.args and not a.is_Rational)
    return ()


def tidied(e: Expr) -> Expr:
    """What one pass of moves, parts first, makes of ``e``."""
    if not e.args:
        return e
    changed = {p: t for p in _parts(e) if (t := tidied(p)) != p}
    whole = e.xreplace(changed) if changed else e
    if changed and not shorter(whole, e):
        whole = e
    new = improved(whole)
    return whole if new is None else new

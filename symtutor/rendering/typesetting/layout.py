"""The layout tree: what a page of mathematics consists of, in reading order, before any target is chosen.

``expressions`` and ``writing`` make it once; text, LaTeX and MathML each print it.  Order of terms and factors, signs,
roots, fractions and the form of each function are settled here; brackets are not, because a fraction bar groups by
itself and a slash does not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


class Layout:
    """A piece of a page."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Number(Layout):
    """Digits as they stand, without sign."""

    digits: str


@dataclass(frozen=True, slots=True)
class Letter(Layout):
    """A variable by its name: x, x1, alpha, rate."""

    name: str


@dataclass(frozen=True, slots=True)
class Sign(Layout):
    """A constant or lone sign by its name in ``names.SIGNS``: pi, e, i, infinity, reals, box."""

    name: str


@dataclass(frozen=True, slots=True)
class Terms(Layout):
    """A sum: (whether subtracted, term) pairs."""

    items: tuple[tuple[bool, Layout], ...]


@dataclass(frozen=True, slots=True)
class Factors(Layout):
    """A product; no factor is itself ``Factors``."""

    items: tuple[Layout, ...]


@dataclass(frozen=True, slots=True)
class Negative(Layout):
    """A minus sign before something."""

    of: Layout


@dataclass(frozen=True, slots=True)
class Fraction(Layout):
    """Something over something."""

    top: Layout
    bottom: Layout


@dataclass(frozen=True, slots=True)
class Script(Layout):
    """A base with an exponent."""

    base: Layout
    exponent: Layout


@dataclass(frozen=True, slots=True)
class Root(Layout):
    """A root sign; ``index`` is None for the square root."""

    of: Layout
    index: Layout | None = None


@dataclass(frozen=True, slots=True)
class Applied(Layout):
    """A function on its arguments.  ``power`` stands on the name (sin²x), ``base`` under it (log₂ 8).

    ``primes`` counts derivatives, f′(x); ``order`` is a symbolic or large one, f⁽ⁿ⁾(x).
    """

    head: str
    arguments: tuple[Layout, ...]
    power: Layout | None = None
    base: Layout | None = None
    primes: int = 0
    order: Layout | None = None


@dataclass(frozen=True, slots=True)
class Fence(Layout):
    """Items between two marks: |x|, ⌊x⌋, (1, 2), [0, 1), {1, 3}; a mark may be empty."""

    left: str
    items: tuple[Layout, ...]
    right: str


@dataclass(frozen=True, slots=True)
class Factorial(Layout):
    """n!"""

    of: Layout


@dataclass(frozen=True, slots=True)
class Choose(Layout):
    """A binomial coefficient."""

    above: Layout
    below: Layout


@dataclass(frozen=True, slots=True)
class Chain(Layout):
    """A chain of relations: one more side than signs."""

    signs: tuple[str, ...]
    sides: tuple[Layout, ...]


@dataclass(frozen=True, slots=True)
class Joined(Layout):
    """Conditions or sets joined by a word or sign of ``names.JOINS``: and, or, union, intersection, without."""

    by: str
    items: tuple[Layout, ...]


@dataclass(frozen=True, slots=True)
class Differentiation(Layout):
    """d/dx before a body.  ``variables`` are (letter, order), order None for one; ``total`` None for one.

    ``closed`` brackets the body whatever it is, so that d/dx [sin x] + 1 is not read as d/dx (sin x + 1).
    """

    of: Layout
    variables: tuple[tuple[Layout, Layout | None], ...]
    total: Layout | None
    partial: bool
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Integration(Layout):
    """∫ body d variable; ends may be absent."""

    of: Layout
    variable: Layout
    lower: Layout | None = None
    upper: Layout | None = None


@dataclass(frozen=True, slots=True)
class Limit(Layout):
    """lim body; ``side`` is "+", "-" or ""."""

    of: Layout
    variable: Layout
    point: Layout
    side: str = ""


@dataclass(frozen=True, slots=True)
class Big(Layout):
    """Σ or Π of a body over an index."""

    of: Layout
    index: Layout
    lower: Layout
    upper: Layout
    product: bool = False


@dataclass(frozen=True, slots=True)
class Ends(Layout):
    """[body] between its ends."""

    of: Layout
    lower: Layout
    upper: Layout


@dataclass(frozen=True, slots=True)
class At(Layout):
    """A body at values of its letters."""

    of: Layout
    where: tuple[tuple[Layout, Layout], ...]


@dataclass(frozen=True, slots=True)
class Array(Layout):
    """A matrix; ``bar`` is the column an augmented bar stands before, ``marks`` the emphasised places."""

    rows: tuple[tuple[Layout, ...], ...]
    bar: int | None = None
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class CaseTable(Layout):
    """Values with their conditions; None is "otherwise"."""

    pieces: tuple[tuple[Layout, Layout | None], ...]


@dataclass(frozen=True, slots=True)
class Words(Layout):
    """Words and mathematics in a line."""

    pieces: tuple[str | Layout, ...]


def negative(of: Layout) -> Layout:
    """Minus ``of``, without a second minus sign."""
    return of.of if isinstance(of, Negative) else Negative(of)


def product(items: tuple[Layout, ...]) -> Layout:
    """The items side by side, a leading minus sign in front of the whole."""
    flat: list[Layout] = []
    sign = False
    for position, item in enumerate(items):
        if position == 0 and isinstance(item, Negative):
            sign, item = True, item.of
        flat.extend(item.items if isinstance(item, Factors) else (item,))
    whole = flat[0] if len(flat) == 1 else Factors(tuple(flat))
    return Negative(whole) if sign else whole


def fraction(top: Layout, bottom: Layout) -> Layout:
    """A fraction with its minus sign before it and not on top of it."""
    if isinstance(top, Negative):
        return negative(Fraction(top.of, bottom))
    return Fraction(top, bottom)


def total(items: tuple[Layout, ...]) -> Layout:
    """A sum in the order given."""
    if len(items) == 1:
        return items[0]
    return Terms(tuple((True, _closed(i.of)) if isinstance(i, Negative) else (False, _closed(i)) for i in items))


def _closed(term: Layout) -> Layout:
    """A term whose derivative, if it ends in one, ends with a bracket."""
    if isinstance(term, Differentiation):
        return replace(term, closed=True)
    if isinstance(term, Factors) and isinstance(term.items[-1], Differentiation):
        return Factors((*term.items[:-1], replace(term.items[-1], closed=True)))
    return term

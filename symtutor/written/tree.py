"""Mathematics as it is written: a small tree that nothing evaluates.

SymPy evaluates as it builds: it reorders sums, merges factors and forgets what was typed.  A derivation
is read by people, so what stands on the page is kept in this tree, and ``value()`` is the only way back
to SymPy.  Nodes are immutable and compare by content.

Shapes: a node stands for a scalar unless its docstring says otherwise.  Leaves hold any evaluated SymPy
object, matrices included.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sympy import Add, Basic, Mul, Piecewise, Rational, Tuple, sympify
from sympy.core.relational import Eq, Ge, Gt, Le, Lt, Ne
from sympy.logic.boolalg import And, Boolean, true

from .functions import apply_function
from .powers import real_power


class Unvalued(ValueError):
    """This piece of writing has no SymPy value: an open hole, an unanswered question, a phrase."""


class HoleHasNoStructure(AttributeError):
    """A rule looked inside an answer that is not there yet."""


class Written:
    """A piece of written mathematics.  Arithmetic with it writes; it never evaluates."""

    __slots__ = ()

    def value(self) -> Basic:
        """The SymPy object this stands for.  Raises ``Unvalued`` where there is none."""
        raise Unvalued(f"{type(self).__name__} has no value")

    def parts(self) -> tuple[Written, ...]:
        """The pieces this is made of, in reading order."""
        return ()

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        """The same piece of writing with its parts exchanged, one for one."""
        return self

    def __add__(self, other: Any) -> Written:
        return _sum(self, write(other))

    def __radd__(self, other: Any) -> Written:
        return _sum(write(other), self)

    def __sub__(self, other: Any) -> Written:
        return _sum(self, Minus(write(other)))

    def __rsub__(self, other: Any) -> Written:
        return _sum(write(other), Minus(self))

    def __mul__(self, other: Any) -> Written:
        return _product(self, write(other))

    def __rmul__(self, other: Any) -> Written:
        return _product(write(other), self)

    def __truediv__(self, other: Any) -> Written:
        return Quotient(self, write(other))

    def __rtruediv__(self, other: Any) -> Written:
        return Quotient(write(other), self)

    def __pow__(self, other: Any) -> Written:
        return Power(self, write(other))

    def __rpow__(self, other: Any) -> Written:
        return Power(write(other), self)

    def __neg__(self) -> Written:
        return Minus(self)

    def __iter__(self) -> Iterator[Any]:
        # Without this Python would fall back on __getitem__ and SymPy would take a node for a sequence.
        raise TypeError(f"{type(self).__name__} is one piece of writing, not a sequence")


def write(thing: Any) -> Written:
    """``thing`` as Written: itself, or a leaf of a SymPy object or Python integer.

    Raises ``TypeError`` for strings and floats: text is read by ``symtutor.parsing`` only, and exact
    mathematics has no floats in it.
    """
    if isinstance(thing, Written):
        return thing
    if isinstance(thing, Basic):
        return Leaf(thing)
    if isinstance(thing, int):
        return Leaf(sympify(thing, strict=True))
    if hasattr(thing, "as_immutable"):
        return Leaf(thing.as_immutable())
    raise TypeError(f"cannot write a {type(thing).__name__}; give a SymPy object, an integer or Written")


@dataclass(frozen=True, slots=True)
class Leaf(Written):
    """An evaluated SymPy object, typeset in textbook order by the renderers."""

    expr: Basic

    def value(self) -> Basic:
        return self.expr


@dataclass(frozen=True, slots=True)
class Numeral(Written):
    """A number with the digits it was typed with, such as 0.50 or 007.  Its value is exact."""

    digits: str

    def value(self) -> Basic:
        return Rational(self.digits)


@dataclass(frozen=True, slots=True)
class Sum(Written):
    """Terms in the order written; a subtracted term is a ``Minus``."""

    terms: tuple[Written, ...]

    def value(self) -> Basic:
        if _scalar(self.terms):
            return Add(*(t.value() for t in self.terms))
        return _fold(self.terms, lambda a, b: a + b)

    def parts(self) -> tuple[Written, ...]:
        return self.terms

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        return Sum(parts)


@dataclass(frozen=True, slots=True)
class Product(Written):
    """Factors in the order written."""

    factors: tuple[Written, ...]

    def value(self) -> Basic:
        return (
            Mul(*(f.value() for f in self.factors))
            if _scalar(self.factors)
            else _fold(self.factors, lambda a, b: a * b)
        )

    def parts(self) -> tuple[Written, ...]:
        return self.factors

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        return Product(parts)


@dataclass(frozen=True, slots=True)
class Quotient(Written):
    """``top`` over ``bottom``."""

    top: Written
    bottom: Written

    def value(self) -> Basic:
        return self.top.value() / self.bottom.value()

    def parts(self) -> tuple[Written, ...]:
        return (self.top, self.bottom)

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        return Quotient(*parts)


@dataclass(frozen=True, slots=True)
class Power(Written):
    """``base`` to the ``exponent``; an exponent p/q with q odd means the real root."""

    base: Written
    exponent: Written

    def value(self) -> Basic:
        return real_power(self.base.value(), self.exponent.value())

    def parts(self) -> tuple[Written, ...]:
        return (self.base, self.exponent)

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        return Power(*parts)


@dataclass(frozen=True, slots=True)
class Minus(Written):
    """The negative of something."""

    of: Written

    def value(self) -> Basic:
        return -self.of.value()

    def parts(self) -> tuple[Written, ...]:
        return (self.of,)

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        return Minus(*parts)


@dataclass(frozen=True, slots=True)
class Apply(Written):
    """A function of the field by its canonical name (``written.functions``), or a declared letter such as f."""

    name: str
    arguments: tuple[Written, ...]

    def value(self) -> Basic:
        return apply_function(self.name, tuple(a.value() for a in self.arguments))

    def parts(self) -> tuple[Written, ...]:
        return self.arguments

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        return Apply(self.name, parts)


@dataclass(frozen=True, slots=True)
class Bracket(Written):
    """[F]ₐᵇ: F at the upper end less F at the lower end, both ends finite and F continuous between them."""

    of: Written
    variable: Written
    lower: Written
    upper: Written

    def value(self) -> Basic:
        x = self.variable.value()
        inside = self.of.value()
        return inside.xreplace({x: self.upper.value()}) - inside.xreplace({x: self.lower.value()})

    def parts(self) -> tuple[Written, ...]:
        return (self.of, self.variable, self.lower, self.upper)

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        return Bracket(*parts)


@dataclass(frozen=True, slots=True)
class BackSubstitution(Written):
    """``of`` with ``letter`` replaced by ``by``: (…)|ᵤ₌ₓ²."""

    of: Written
    letter: Written
    by: Written

    def value(self) -> Basic:
        # Through the opened form, so that a number under an odd root keeps its real root.
        from .forms import substituted

        return substituted(self.of, self.letter, self.by).value()

    def parts(self) -> tuple[Written, ...]:
        return (self.of, self.letter, self.by)

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        return BackSubstitution(*parts)


@dataclass(frozen=True, slots=True)
class Cases(Written):
    """Pieces (value, condition) in the order written; the last condition may be ``true``: otherwise."""

    pieces: tuple[tuple[Written, Written], ...]

    def value(self) -> Basic:
        return Piecewise(*((p.value(), c.value()) for p, c in self.pieces))

    def parts(self) -> tuple[Written, ...]:
        return tuple(part for piece in self.pieces for part in piece)

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        return Cases(tuple(zip(parts[::2], parts[1::2])))


RELATIONS: dict[str, Callable[[Any, Any], Boolean]] = {
    "=": Eq, "≠": Ne, "<": Lt, "≤": Le, ">": Gt, "≥": Ge,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relation(Written):
    """A chain of relations a < b ≤ c: one more side than signs.  Signs of ``RELATIONS`` have a value; ⇔, → do not."""

    signs: tuple[str, ...]
    sides: tuple[Written, ...]

    def value(self) -> Basic:
        if any(s not in RELATIONS for s in self.signs):
            raise Unvalued(f"the sign {self.signs[0]} states something; it has no value")
        values = [s.value() for s in self.sides]
        return And(*(RELATIONS[s](a, b) for s, a, b in zip(self.signs, values, values[1:])))

    def parts(self) -> tuple[Written, ...]:
        return self.sides

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        return Relation(self.signs, parts)


@dataclass(frozen=True, slots=True)
class Listing(Written):
    """Items between two marks: a point (1, 2), a set {1, 3}, an interval [0, 1), a bare list."""

    items: tuple[Written, ...]
    left: str = "("
    right: str = ")"

    def value(self) -> Basic:
        return Tuple(*(i.value() for i in self.items))

    def parts(self) -> tuple[Written, ...]:
        return self.items

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        return Listing(parts, self.left, self.right)


@dataclass(frozen=True, slots=True)
class Grid(Written):
    """A matrix as written: rows of equal length; ``bar`` is the column before which an augmented bar stands.

    ``marks`` are the (row, column) places to emphasise, such as pivots.
    """

    rows: tuple[tuple[Written, ...], ...]
    bar: int | None = None
    marks: tuple[tuple[int, int], ...] = ()

    def value(self) -> Basic:
        from sympy import ImmutableMatrix

        return ImmutableMatrix([[e.value() for e in row] for row in self.rows])

    def parts(self) -> tuple[Written, ...]:
        return tuple(e for row in self.rows for e in row)

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        width = len(self.rows[0]) if self.rows else 0
        return Grid(tuple(parts[i : i + width] for i in range(0, len(parts), width or 1)), self.bar, self.marks)


@dataclass(frozen=True, slots=True)
class DerivativeOf(Written):
    """d/dx of something, to be found.  ``variables`` are (variable, order) pairs; ``partial`` writes ∂."""

    of: Written
    variables: tuple[tuple[Written, Written], ...]
    partial: bool = False

    def parts(self) -> tuple[Written, ...]:
        return (self.of, *(p for pair in self.variables for p in pair))

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        return DerivativeOf(parts[0], tuple(zip(parts[1::2], parts[2::2])), self.partial)


@dataclass(frozen=True, slots=True)
class IntegralOf(Written):
    """∫ of something, to be found, with both ends or with neither."""

    of: Written
    variable: Written
    lower: Written | None = None
    upper: Written | None = None

    def parts(self) -> tuple[Written, ...]:
        ends = () if self.lower is None or self.upper is None else (self.lower, self.upper)
        return (self.of, self.variable, *ends)

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        return IntegralOf(*parts)


@dataclass(frozen=True, slots=True)
class LimitOf(Written):
    """A limit to be found; ``side`` is "+", "-" or "" for both."""

    of: Written
    variable: Written
    point: Written
    side: str = ""

    def parts(self) -> tuple[Written, ...]:
        return (self.of, self.variable, self.point)

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        of, variable, point = parts
        return LimitOf(of, variable, point, self.side)


@dataclass(frozen=True, slots=True)
class SumOf(Written):
    """Σ (or Π where ``product``) over an index between two bounds, to be found."""

    of: Written
    index: Written
    lower: Written
    upper: Written
    product: bool = False

    def parts(self) -> tuple[Written, ...]:
        return (self.of, self.index, self.lower, self.upper)

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        of, index, lower, upper = parts
        return SumOf(of, index, lower, upper, self.product)


@dataclass(frozen=True, slots=True)
class Phrase(Written):
    """Words and mathematics in one line, such as "is |x| differentiable at 0?"."""

    pieces: tuple[str | Written, ...]

    def parts(self) -> tuple[Written, ...]:
        return tuple(p for p in self.pieces if isinstance(p, Written))

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        rest = iter(parts)
        return Phrase(tuple(next(rest) if isinstance(p, Written) else p for p in self.pieces))


@dataclass(frozen=True, slots=True)
class Hole(Written):
    """The place in a line where the answer to a standing question will stand.

    ``index`` says which premise of the step it is; ``statement`` is the question as written there.
    """

    index: int
    statement: Written

    def value(self) -> Basic:
        raise Unvalued("a hole has no value until it is filled")

    def __getattr__(self, name: str) -> Any:
        raise HoleHasNoStructure(f"the answer is not here yet, so it has no .{name}: ask it as an aside")


def _scalar(parts: tuple[Written, ...]) -> bool:
    return not any(isinstance(p, Grid) or (isinstance(p, Leaf) and p.expr.is_Matrix) for p in parts)


def _fold(parts: tuple[Written, ...], join: Callable[[Any, Any], Any]) -> Basic:
    total = parts[0].value()
    for p in parts[1:]:
        total = join(total, p.value())
    return total


def _sum(left: Written, right: Written) -> Written:
    terms = left.terms if isinstance(left, Sum) else (left,)
    if isinstance(right, Sum):
        return Sum(terms + right.terms)
    return Sum((*terms, right))


def _product(left: Written, right: Written) -> Written:
    # -a * b is read as -(a*b), so the sign stands once, in front.
    if isinstance(left, Minus):
        return Minus(_product(left.of, right))
    factors = left.factors if isinstance(left, Product) else (left,)
    if isinstance(right, Product):
        return Product(factors + right.factors)
    return Product((*factors, right))


TRUE = Leaf(true)

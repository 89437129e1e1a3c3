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
from functools import reduce
from typing import Any

from sympy import Add, Basic, Integer, Mul, Rational
from sympy.logic.boolalg import false, true

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
    if isinstance(thing, bool):
        return Leaf(true if thing else false)
    if isinstance(thing, int):
        return Leaf(Integer(thing))
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
        return _combined([t.value() for t in self.terms], Add, lambda a, b: a + b)

    def parts(self) -> tuple[Written, ...]:
        return self.terms

    def with_parts(self, parts: tuple[Written, ...]) -> Written:
        return Sum(parts)


@dataclass(frozen=True, slots=True)
class Product(Written):
    """Factors in the order written."""

    factors: tuple[Written, ...]

    def value(self) -> Basic:
        return _combined([f.value() for f in self.factors], Mul, lambda a, b: a * b)

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


def _combined(values: list[Any], scalars: Callable[..., Basic], join: Callable[[Any, Any], Any]) -> Basic:
    """Scalars all at once, so that SymPy orders them once; matrices one by one, since their order counts."""
    return reduce(join, values) if any(v.is_Matrix for v in values) else scalars(*values)


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

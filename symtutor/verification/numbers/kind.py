"""What a kind of number must be able to do, and what may end an evaluation."""

from __future__ import annotations

from typing import Any, Protocol


class NoValueHere(ArithmeticError):
    """There is certainly no real value here: the logarithm of a negative number, a division by zero."""


class Unclear(ArithmeticError):
    """The enclosure is too wide to say; more precision may help."""


class Unsupported(ArithmeticError):
    """These numbers do not know the function."""


# What may end an evaluation without being a bug.  Everything else propagates.
EVALUATION_FAILURES = (NoValueHere, Unclear, Unsupported)


class Numbers(Protocol):
    """A kind of number.  Scalars are opaque; ``sign`` raises ``Unclear`` where it is not certain."""

    name: str
    rigorous: bool

    def at(self, bits: int) -> None:
        """Work with ``bits`` bits from here on."""

    def fraction(self, p: int, q: int) -> Any: ...
    def constant(self, name: str) -> Any: ...
    def apply(self, name: str, u: Any) -> Any:
        """A function by its SymPy class name at a point of its real domain.  Raises ``Unsupported``, ``Unclear``."""

    def polygamma(self, order: int, u: Any) -> Any: ...
    def root(self, u: Any, q: int) -> Any:
        """The positive q-th root of a positive number."""

    def sign(self, u: Any) -> int: ...
    def whole(self, u: Any) -> int | None:
        """The integer that the scalar is exactly, if it is one."""

    def apart(self, a: Any, b: Any) -> bool:
        """Whether the two are certainly different."""

    def meet(self, a: Any, b: Any, bits: int) -> bool:
        """Whether the two are closer than 2^-bits of their size."""

    def floor(self, u: Any) -> int:
        """The integer part.  Raises ``Unclear`` where the enclosure has an integer inside."""

    def hull(self, a: Any, b: Any) -> Any:
        """The smallest enclosure of two numbers.  Raises ``Unsupported`` where nothing is enclosed."""

    def near(self, u: Any) -> float: ...
    def text(self, u: Any, digits: int) -> str: ...

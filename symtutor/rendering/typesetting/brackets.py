"""Where brackets are needed: how tightly each piece of a page holds together.

``flat`` says that fractions are written with a slash, as in text and in small exponents.  Where a fraction has its bar
it groups by itself and only a power needs brackets around it.
"""

from __future__ import annotations

from enum import IntEnum

from .layout import (
    Applied,
    Array,
    At,
    Big,
    CaseTable,
    Chain,
    Differentiation,
    Ends,
    Factorial,
    Factors,
    Fence,
    Fraction,
    Integration,
    Joined,
    Layout,
    Letter,
    Limit,
    Negative,
    Number,
    Root,
    Script,
    Sign,
    Terms,
    Words,
)
from .names import FUNCTION_LETTERS, HEADS, split


class Hold(IntEnum):
    """From the loosest to the tightest."""

    STATEMENT = 0
    SUM = 1
    PRODUCT = 2
    OPERATOR = 3  # d/dx, lim, Σ: everything after it belongs to it
    APPLICATION = 4  # sin x
    POWER = 5
    ATOM = 6


_HOLD: dict[type[Layout], Hold] = {
    Words: Hold.STATEMENT,
    Chain: Hold.STATEMENT,
    Joined: Hold.STATEMENT,
    At: Hold.STATEMENT,
    Terms: Hold.SUM,
    Negative: Hold.SUM,
    Factors: Hold.PRODUCT,
    Differentiation: Hold.OPERATOR,
    Limit: Hold.OPERATOR,
    Big: Hold.OPERATOR,
    Integration: Hold.OPERATOR,
    Applied: Hold.APPLICATION,
    Script: Hold.POWER,
    Root: Hold.POWER,
}


def hold(node: Layout, flat: bool) -> Hold:
    """How tightly ``node`` holds together as it is printed."""
    if isinstance(node, Fraction):
        if not flat and not whole_derivative(node.top):
            return Hold.POWER
        return Hold.PRODUCT
    if isinstance(node, Differentiation) and whole_derivative(node):
        return Hold.PRODUCT if flat else Hold.POWER
    return _HOLD.get(type(node), Hold.ATOM)


def whole_derivative(node: Layout) -> bool:
    """dy/dx: a derivative written as one fraction, since what is differentiated is a single letter."""
    if not isinstance(node, Differentiation) or not isinstance(node.of, Letter):
        return False
    return all(x != node.of for x, _ in node.variables)


def takes_name_only(argument: Layout) -> bool:
    """Whether a function needs no brackets around this: sin x, sin 2x, ln 2, ln|x|."""
    if isinstance(argument, Factors) and len(argument.items) == 2:
        number, letter = argument.items
        return isinstance(number, Number) and is_letter(letter)
    return is_letter(argument) or isinstance(argument, Number) or is_bars(argument)


def is_letter(node: Layout) -> bool:
    return isinstance(node, Letter) or (isinstance(node, Sign) and node.name in ("pi", "e"))


def is_bars(node: Layout) -> bool:
    return isinstance(node, Fence) and node.left == "|"


def bare(node: Layout) -> bool:
    """Whether an application can be written without brackets, as sin x."""
    if not isinstance(node, Applied) or len(node.arguments) != 1 or node.primes or node.order is not None:
        return False
    head = HEADS.get(node.head)
    return head is not None and head.bare and takes_name_only(node.arguments[0])


def named_function(node: Layout) -> bool:
    """Whether the node begins with the name of a function such as sin, which ends the argument before it."""
    return isinstance(node, Applied) and node.head in HEADS and HEADS[node.head].bare


def closes(node: Layout, after: Layout | None) -> bool:
    """Whether a function must bracket its argument because of what stands after it in a product."""
    return after is not None and not named_function(after)


def needs_dot(left: Layout, right: Layout, flat: bool) -> bool:
    """Whether two factors side by side would mislead without a multiplication sign."""
    if begins_with_digit(right) or isinstance(right, Negative):
        return True
    # 1 eˣ and x x² are written only while a line is being worked out: the sign says that a product is meant.
    if left == Number("1") or (letter_raised(left) is not None and letter_raised(left) == letter_raised(right)):
        return True
    if isinstance(left, Differentiation | Limit | Big | At | Integration | Ends):
        return True
    if isinstance(right, Differentiation | At | Ends):
        return True
    if isinstance(right, Limit | Big | Integration):
        return isinstance(left, Fraction)
    if named_function(left) and not named_function(right):
        return True
    # 2 ⅓ would be a mixed number, whether the fraction has a bar or a slash.
    return isinstance(right, Fraction) or (flat and isinstance(left, Fraction))


def letter_raised(node: Layout) -> Layout | None:
    """The letter of x and of x², ``None`` for anything else."""
    base = node.base if isinstance(node, Script) else node
    return base if isinstance(base, Letter) else None


def reads_as_call(left: Layout) -> bool:
    """Whether brackets after this letter would be taken for its argument: f (x + 1), σ (x + 1)."""
    return isinstance(left, Letter) and split(left.name)[0] in FUNCTION_LETTERS


def begins_with_digit(node: Layout) -> bool:
    """Whether the first thing printed is a digit."""
    if isinstance(node, Script):
        return isinstance(node.base, Number)
    if isinstance(node, Factors):
        return begins_with_digit(node.items[0])
    if isinstance(node, Factorial):
        return begins_with_digit(node.of)
    return isinstance(node, Number)


def begins_with_minus(node: Layout) -> bool:
    """Whether the first thing printed is a minus sign."""
    if isinstance(node, Terms):
        return node.items[0][0] or begins_with_minus(node.items[0][1])
    return isinstance(node, Negative)


def is_tall(node: Layout) -> bool:
    """Whether brackets around this must grow: it has a fraction bar, a matrix or a big sign in it."""
    if isinstance(node, Fraction | Array | CaseTable | Integration | Big | Differentiation | Limit):
        return True
    if isinstance(node, Script):
        return is_tall(node.base)
    return any(is_tall(p) for p in _visible(node))


def _visible(node: Layout) -> tuple[Layout, ...]:
    if isinstance(node, Terms):
        return tuple(i for _, i in node.items)
    if isinstance(node, Factors | Fence | Joined):
        return node.items
    if isinstance(node, Chain):
        return node.sides
    if isinstance(node, Applied):
        return node.arguments
    if isinstance(node, Negative | Root | Factorial | At):
        return (node.of,)
    return ()


def bare_body(body: Layout, flat: bool) -> bool:
    """Whether d/dx may stand before this without brackets: one factor, such as sin(x²) or e^(−x²/2)."""
    return hold(body, flat) >= Hold.APPLICATION

"""Mathematics as it is written."""

from .forms import carried_out, filled, reads_the_same, stated
from .gatherings import RELATIONS, Cases, Grid, Listing, Relation
from .opening import open_expression as opened
from .opening import open_once as opened_once
from .questions import DerivativeOf, IntegralOf, LimitOf, Phrase, SumOf
from .substitution import BackSubstitution, Bracket, substituted
from .tree import (
    TRUE,
    Apply,
    Hole,
    HoleHasNoStructure,
    Leaf,
    Minus,
    Numeral,
    Power,
    Product,
    Quotient,
    Sum,
    Unvalued,
    Written,
    write,
)
from .walking import free_symbols, rewritten, walk

__all__ = [
    "RELATIONS",
    "TRUE",
    "Apply",
    "BackSubstitution",
    "Bracket",
    "Cases",
    "DerivativeOf",
    "Grid",
    "Hole",
    "HoleHasNoStructure",
    "IntegralOf",
    "Leaf",
    "LimitOf",
    "Listing",
    "Minus",
    "Numeral",
    "Phrase",
    "Power",
    "Product",
    "Quotient",
    "Relation",
    "Sum",
    "SumOf",
    "Unvalued",
    "Written",
    "carried_out",
    "filled",
    "free_symbols",
    "opened",
    "opened_once",
    "reads_the_same",
    "rewritten",
    "stated",
    "substituted",
    "walk",
    "write",
]

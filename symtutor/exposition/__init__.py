"""What to say: from a derivation to a document."""

from .document import (
    Aside,
    Block,
    Check,
    Display,
    Document,
    Equation,
    Equations,
    Figure,
    Heading,
    Paragraph,
    StepBlock,
    Table,
    Text,
)
from .hints import hints
from .narrate import narrate

__all__ = [
    "Aside",
    "Block",
    "Check",
    "Display",
    "Document",
    "Equation",
    "Equations",
    "Figure",
    "Heading",
    "Paragraph",
    "StepBlock",
    "Table",
    "Text",
    "hints",
    "narrate",
]

"""From an evaluated SymPy object to its layout.

Every kind of node has its own registration; what none of them knows is written as name(arguments), so that SymPy's own
printing never shows.
"""

from . import arithmetic, functions, matrices
from .arithmetic import raised
from .dispatch import layout_of
from .functions import applied

# Importing a file registers the kinds that it knows.
KINDS = (arithmetic, functions, matrices)

__all__ = ["applied", "layout_of", "raised"]

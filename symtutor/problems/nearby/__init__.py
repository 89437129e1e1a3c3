"""What happens near a point: where an expression is continuous or smooth there, and which sign it has close by.

Everything here is one-sided in the logician's sense: an answer is given only when it is sure.  ``None`` means
"not known".  Nothing is sampled and no limit is taken; continuity is read off the way an expression is built.
"""

from .catalogue import ENTIRE
from .conditions import holds_near
from .continuity import continuous_at, smooth_at
from .signs import sign_near
from .values import is_modest_polynomial, too_large_to_expand, value_at, vanishes

__all__ = [
    "ENTIRE",
    "continuous_at",
    "holds_near",
    "is_modest_polynomial",
    "sign_near",
    "smooth_at",
    "too_large_to_expand",
    "value_at",
    "vanishes",
]

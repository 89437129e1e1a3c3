"""Whether it is true: every step checked by another road than the rules took.

``verify`` sees problem, answer and conditions of each step and knows nothing of rules.
"""

from .examine import examine
from .statements import read_off
from .verify import verify

__all__ = ["examine", "read_off", "verify"]

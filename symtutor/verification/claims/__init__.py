"""What each kind of question claims, and how the claim is judged: one file for each file of ``problems``."""

from .registry import Claim, claim

__all__ = ["Claim", "claim"]

"""What each kind of question claims, and how the claim is judged, kinds of one family in one file."""

from .registry import Claim, claim

__all__ = ["Claim", "claim"]

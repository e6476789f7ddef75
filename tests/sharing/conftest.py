"""The two journals of `two_journals.py`, as fixtures."""

from two_journals import priya, sam

__all__ = ["priya", "sam"]

"""The stand-ins of `programs.py`, as fixtures."""

from programs.programs import programs

__all__ = ["programs"]

"""A reflective journal for early career teachers and their mentors."""

__version__ = "0.1.0"

"""Guided conversations at the terminal, new and resumed. Imports writing and people."""

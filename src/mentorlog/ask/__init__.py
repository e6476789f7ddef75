"""Asking a person: at a terminal, in plain lines, in their editor. Imports render and journal."""

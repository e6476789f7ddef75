"""Asks a person: at a terminal, in plain lines, or in their editor. Imports render and journal."""

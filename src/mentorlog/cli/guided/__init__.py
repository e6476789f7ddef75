"""A conversation at the terminal, and taking it up again. Imports writing and people."""

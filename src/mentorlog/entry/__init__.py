"""One entry: its bytes as values, its sections, its private parts. Imports files."""

"""One entry: its bytes as values, its sections, what in it is private. Imports files."""

"""Which entries are meant: selection, search, duplicates, threads. Imports entry."""

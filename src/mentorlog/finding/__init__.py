"""Finding entries: selection, search, duplicates, threads. Imports entry."""

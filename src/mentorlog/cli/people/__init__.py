"""Setting up the writer of a journal, and whoever they share it with. Imports world and confirm."""

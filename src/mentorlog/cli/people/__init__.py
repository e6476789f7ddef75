"""Sets up the writer of a journal, and the people they share with. Imports world and confirm."""

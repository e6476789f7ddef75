"""Turns words into a saved entry: from flags, text, an answers file or an editor. Imports people and name_guard."""

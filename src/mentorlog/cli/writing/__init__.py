"""From words to a saved entry: flags, text, answers file, editor. Imports people and name_guard."""

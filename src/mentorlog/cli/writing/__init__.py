"""From words to a saved entry: flags, pipe, answers file, editor. Imports people and name_guard."""

"""Values made visible: on a terminal, as markdown, a page or data. Imports values, never the disk."""

"""Shows values: at a terminal, as markdown, as a page or as data. Imports values, never the disk."""

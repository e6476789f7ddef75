"""Words that may name somebody, and lines about a child at risk. Imports entry and files."""

"""The brief for a meeting, as values, and the sheet for a first meeting. Imports entry, questions and conversation."""

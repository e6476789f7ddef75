"""What a brief says, and the sheet for a first meeting. Imports entry, questions and conversation."""

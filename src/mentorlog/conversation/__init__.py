"""Conversations as values: a reflection, a meeting, next steps. Imports entry and questions."""

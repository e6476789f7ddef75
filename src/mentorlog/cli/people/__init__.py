"""Choosing and setting up the people a command is about. Imports world, options and confirm."""

"""Kills mentorlog at any moment, and checks the files that remain."""

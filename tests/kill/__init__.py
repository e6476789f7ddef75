"""Kills mentorlog at any moment, and finds out what that leaves."""

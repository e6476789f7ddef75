"""Journals with a canary in each private place, and everything that another account sees of them."""

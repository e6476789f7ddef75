"""Journals with a canary in each private place, and checks of all that another account sees of them."""

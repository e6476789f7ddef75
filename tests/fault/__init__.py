"""A disk that fails at one call, or from one call on, and the rules that hold whatever it does."""

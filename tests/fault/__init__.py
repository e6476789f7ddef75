"""A disk that fails at one call or from one call on, and the rules that every command must then keep."""

"""The files people write: TOML within bounds, and keys declared once. Imports only the modules above."""

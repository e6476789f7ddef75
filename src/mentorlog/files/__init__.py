"""The files people write: bounded TOML, and keys declared once. Imports only the modules beside the packages."""

"""The person's own browser."""

import webbrowser
from pathlib import Path


def open_in_browser(path: Path) -> bool:
    """Open a file in the browser. Returns False if there is none."""
    return webbrowser.open(path.absolute().as_uri())

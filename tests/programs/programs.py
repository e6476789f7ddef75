"""Stand-ins for other programs: scripts on a search path that holds nothing else."""

import sys
from pathlib import Path

import pytest


def stand_in(folder: Path, name: str, python: str) -> Path:
    """Put a program called `name` into a folder. It runs these lines of Python; `arguments` are its own."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!{sys.executable}\nimport os, sys\narguments = sys.argv[1:]\n{python}\n")
    path.chmod(0o700)
    return path


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole search path."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder

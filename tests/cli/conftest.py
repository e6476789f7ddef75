"""Two people who share, for the tests of commands that involve both."""

from pathlib import Path

import pytest

from cli.two_people import One, met
from conftest import Run


@pytest.fixture
def two(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> tuple[One, One]:
    return met(tmp_path, run, monkeypatch)


@pytest.fixture
def sam(two: tuple[One, One]) -> One:
    return two[0]


@pytest.fixture
def priya(two: tuple[One, One]) -> One:
    return two[1]

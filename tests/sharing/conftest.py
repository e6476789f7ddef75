"""Sam, an ECT, and Priya, a mentor, each with a journal and a folder for copies for the other."""

from pathlib import Path

import pytest

from mentorlog.dimensions import Role
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person, add_person, create_journal, read_settings


def a_journal(base: Path, name: str, role: Role, *others: Person) -> Journal:
    root = base / name.casefold()
    create_journal(root, name, role)
    for other in others:
        add_person(root, other)
        Path(other.my_folder).mkdir(exist_ok=True)
    return Journal(root, base / f"{name.casefold()}-state", read_settings(root))


def folder(base: Path, name: str) -> str:
    return str(base / f"from-{name}")


@pytest.fixture
def sam(tmp_path: Path) -> Journal:
    priya = Person("Priya", "mentor", folder(tmp_path, "sam"), folder(tmp_path, "priya"))
    return a_journal(tmp_path, "Sam", "ect", priya)


@pytest.fixture
def priya(tmp_path: Path) -> Journal:
    sam = Person("Sam", "ect", folder(tmp_path, "priya"), folder(tmp_path, "sam"))
    return a_journal(tmp_path, "Priya", "mentor", sam)

"""Sam, an ECT, and Priya, a mentor, each with a journal and a folder for copies for the other, and what they do."""

from datetime import date
from pathlib import Path

import pytest

from builders import an_entry
from conftest import TODAY
from mentorlog.dimensions import Role
from mentorlog.entry.compose import Answer
from mentorlog.entry.entry import Entry
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person, add_person, create_journal, read_settings
from mentorlog.sharing.share import Share


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


def write(journal: Journal, words: str = "The bell went.", day: str = "2026-11-20", **head: object) -> Entry:
    """Write an entry into a journal, in a file named after its title. `letters` end its id."""
    made = an_entry(day, Answer(words), **{"role": journal.settings.role, **head})  # type: ignore[arg-type]
    return journal.add(made.date, made.title, made.text)


def only_person(journal: Journal) -> Person:
    """Return the only person that the journal is shared with."""
    [person] = journal.settings.people
    return person


def hand_over(journal: Journal, day: date = TODAY) -> None:
    """Share every marked entry."""
    share = Share.of(journal, only_person(journal), day)
    share.carry_out(share.plan(journal.read(), []))

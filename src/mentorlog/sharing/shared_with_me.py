"""Entries that other people share with the reader, as they share them."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mentorlog.entry.entry import Entry
from mentorlog.errors import UsageError
from mentorlog.finding.selection import entry_named
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person, Settings
from mentorlog.sharing.copy import open_part
from mentorlog.sharing.folders_apart import refuse_shared_ground
from mentorlog.sharing.people import only_person
from mentorlog.sharing.view import shared_view


@dataclass(frozen=True, slots=True)
class SharedWithMe:
    """Entries of other people's, each with the person who wrote it."""

    written: Sequence[tuple[Person, Entry]] = ()

    @property
    def entries(self) -> list[Entry]:
        return [entry for _, entry in self.written]

    def by(self, person: Person) -> list[Entry]:
        return [entry for writer, entry in self.written if writer is person]

    def name_of_writer(self, entry: Entry) -> str:
        """The name of whoever wrote this very entry; "" for one that is not among these."""
        return next((writer.name for writer, shared in self.written if shared is entry), "")

    def named(self, name: str) -> tuple[Person, Entry]:
        """The entry of this name, and its writer. Raises NotFoundError for none, UsageError for several."""
        entry = entry_named(name, self.entries)
        return next(pair for pair in self.written if pair[1] is entry)


def shared_with_me(journal: Journal, name: str = "") -> SharedWithMe:
    """What everybody who is set up shares; with `name`, only that person. Raises UsageError for an unknown name.

    A folder that is missing, or is not apart from all others, is skipped.
    """
    people = (only_person(journal.settings.people, name),) if name else journal.settings.people
    return SharedWithMe([(person, open_part(entry)) for person in people for entry in _readable(journal, person)])


def _readable(journal: Journal, person: Person) -> tuple[Entry, ...]:
    try:
        return entries_of(journal, person)
    except UsageError:
        return ()


def entries_of(journal: Journal, person: Person) -> tuple[Entry, ...]:
    """What one person shares; nothing where their folder is missing. Raises UsageError for one that is not apart."""
    if not person.their_folder or not os.path.isdir(person.their_folder):
        return ()
    refuse_shared_ground(journal, person)
    return shared_view(Path(os.path.realpath(person.their_folder)), settings_of(person)).entries


def settings_of(person: Person) -> Settings:
    """What the reader has written down about a person, which outranks what their folder says."""
    return Settings(name=person.name, role=person.role)

"""Entries that other people share with the reader."""

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
from mentorlog.sharing.folders_apart import refuse_overlapping_folders
from mentorlog.sharing.people import only_person
from mentorlog.sharing.view import shared_view


@dataclass(frozen=True, slots=True)
class SharedWithMe:
    """Other people's shared entries, each with its writer."""

    written: Sequence[tuple[Person, Entry]] = ()

    @property
    def entries(self) -> list[Entry]:
        return [entry for _, entry in self.written]

    def by(self, person: Person) -> list[Entry]:
        """The entries that this person wrote."""
        return [entry for writer, entry in self.written if writer is person]

    def name_of_writer(self, entry: Entry) -> str:
        """The name of the writer of this entry object; "" if it is not among these."""
        return next((writer.name for writer, shared in self.written if shared is entry), "")

    def named(self, name: str) -> tuple[Person, Entry]:
        """The entry called `name`, with its writer. Raises NotFoundError for none, UsageError for several."""
        entry = entry_named(name, self.entries)
        return next(pair for pair in self.written if pair[1] is entry)


def shared_with_me(journal: Journal, name: str = "") -> SharedWithMe:
    """Collect what everybody set up shares; with `name`, only that person. Raises UsageError for an unknown name.

    A folder that is missing, or that overlaps another, is skipped.
    """
    people = (only_person(journal.settings.people, name),) if name else journal.settings.people
    return SharedWithMe([(person, open_part(entry)) for person in people for entry in _readable(journal, person)])


def _readable(journal: Journal, person: Person) -> tuple[Entry, ...]:
    try:
        return entries_of(journal, person)
    except UsageError:
        return ()


def entries_of(journal: Journal, person: Person) -> tuple[Entry, ...]:
    """Read the entries one person shares; none if their folder is missing. Raises UsageError if it overlaps another."""
    if not person.their_folder or not os.path.isdir(person.their_folder):
        return ()
    refuse_overlapping_folders(journal, person)
    return shared_view(Path(os.path.realpath(person.their_folder)), settings_of(person)).entries


def settings_of(person: Person) -> Settings:
    """The name and role that the reader set up for a person. They outrank those that the person's folder gives."""
    return Settings(name=person.name, role=person.role)

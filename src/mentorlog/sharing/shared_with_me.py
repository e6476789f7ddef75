"""Entries that other people share with the reader."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mentorlog.entry.entry import Entry
from mentorlog.errors import MentorlogError, NotFoundError, UsageError
from mentorlog.finding.selection import entry_named
from mentorlog.journal.folder import newest_in
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person, Settings
from mentorlog.sharing.copy import open_part
from mentorlog.sharing.folders_apart import refuse_overlapping_folders
from mentorlog.sharing.people import only_person
from mentorlog.sharing.shared_folder import shared_folder
from mentorlog.sharing.view import View, consistently_shared, shared_view
from mentorlog.text import count, safe_line


@dataclass(frozen=True, slots=True)
class SharedWithMe:
    """Other people's shared entries, each with its writer.

    `remarks` are sentences about folders that cannot be reached and files that cannot be read.
    """

    written: Sequence[tuple[Person, Entry]] = ()
    remarks: Sequence[str] = ()

    @property
    def entries(self) -> list[Entry]:
        return [entry for _, entry in self.written]

    @property
    def named_entries(self) -> Iterator[tuple[str, Entry]]:
        """Each entry with its writer's name."""
        return ((writer.name, entry) for writer, entry in self.written)

    def by(self, person: Person) -> list[Entry]:
        """The entries that this person wrote."""
        return [entry for writer, entry in self.written if writer is person]

    def name_of_writer(self, entry: Entry) -> str:
        """The name of the writer of this entry object; "" if it is not among these."""
        return next((writer.name for writer, shared in self.written if shared is entry), "")

    def named(self, name: str) -> tuple[Person, Entry]:
        """The entry called `name`, with its writer. Raises NotFoundError for none, UsageError for several."""
        try:
            entry = entry_named(name, self.entries)
        except NotFoundError as error:
            raise self.with_remark(error) from None
        return next(pair for pair in self.written if pair[1] is entry)

    def with_remark(self, error: NotFoundError) -> NotFoundError:
        """Add to `error` why the entry may not have been found, if a folder or a file could not be read."""
        return NotFoundError(f"{error}; {self.remarks[0]}", hint=error.hint) if self.remarks else error


def shared_with_me(journal: Journal, name: str = "") -> SharedWithMe:
    """Collect what everybody set up shares; with `name`, only that person. Raises UsageError for an unknown name.

    A folder that is missing, or that overlaps another, is skipped, with a remark. So is a person without a folder.
    """
    people = (only_person(journal.settings.people, name),) if name else journal.settings.people
    written: list[tuple[Person, Entry]] = []
    remarks: list[str] = []
    for person in filter(lambda person: person.their_folder, people):
        try:
            view = _view_of(journal, person)
        except MentorlogError as error:
            remarks.append(str(error))
            continue
        written += ((person, open_part(entry)) for entry in view.entries)
        if view.unreadable:
            remarks.append(_unreadable(view.unreadable, safe_line(person.name)))
    return SharedWithMe(written, remarks)


def _unreadable(number: int, name: str) -> str:
    files = f"{count(number, 'file')} in {name}'s folder could not be read"
    return f"{files}; {name} can see why with mentorlog check"


def shared_by(journal: Journal, name: str) -> SharedWithMe:
    """Collect what one person shares. Raises MentorlogError if `name` is unknown or their folder cannot be used."""
    person = only_person(journal.settings.people, name)
    shared_folder(person, "from")
    refuse_overlapping_folders(journal, person)
    return shared_with_me(journal, person.name)


def answered_by(journal: Journal, entry: Entry) -> str:
    """The name of the first person who shares an entry that follows this one of the reader's; "" if nobody does."""
    written = shared_with_me(journal).named_entries if journal.settings.people else ()
    return next((name for name, theirs in written if theirs.head.follows == entry.id), "")


def refuse_theirs(journal: Journal, name: str, deed: str) -> None:
    """Raise UsageError if `name` is another person's shared entry: only its writer can do this `deed` to it."""
    if name == "last":
        return
    with contextlib.suppress(NotFoundError):
        writer, entry = shared_with_me(journal).named(name)
        whose = safe_line(writer.name)
        raise UsageError(
            f"{entry.short_id} is {whose}'s entry, so only {whose} can {deed}", hint=f"mentorlog reply {entry.short_id}"
        )


def _view_of(journal: Journal, person: Person) -> View:
    root = shared_folder(person, "from")
    refuse_overlapping_folders(journal, person)
    return shared_view(root, settings_of(person))


def newest_shared(journal: Journal, most: int) -> list[Entry]:
    """The `most` newest entries by the names of their files, of each person. Skips a folder that cannot be used."""
    newest: list[Entry] = []
    for person in journal.settings.people:
        with contextlib.suppress(MentorlogError):
            root = shared_folder(person, "from")
            refuse_overlapping_folders(journal, person)
            newest += consistently_shared(newest_in(root, most))
    return newest


def settings_of(person: Person) -> Settings:
    """The name and role that the reader set up for a person. They outrank those that the person's folder gives."""
    return Settings(name=person.name, role=person.role)

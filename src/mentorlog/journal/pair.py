"""Two people and what each may see of the other's: the writer whom a brief is about, and the one who sits beside them.

What one person shares is read from their folder for me; my own entries come from my journal, those that are between
the two of us. What two ECTs write is never in one pair.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from mentorlog.entry import Entry
from mentorlog.errors import MentorlogError, UsageError
from mentorlog.journal.journal import Journal
from mentorlog.journal.places import refuse_shared_ground
from mentorlog.journal.settings import Person
from mentorlog.journal.view import View, own_view, shared_view
from mentorlog.sharing import is_for, open_part
from mentorlog.text import safe_line


@dataclass(frozen=True, slots=True)
class Pair:
    """A writer as the reader may see them, and the other person. With `is_own`, the reader is the writer."""

    writer: View
    is_own: bool
    other: str = ""
    others: tuple[Entry, ...] = field(default=())

    @property
    def last_meeting(self) -> date | None:
        """The day of the latest meeting that either wrote down."""
        entries = (*self.writer.entries, *self.others)
        return max((entry.date for entry in entries if entry.head.kind == "meeting"), default=None)

    @property
    def name(self) -> str:
        return self.writer.settings.name

    def as_handed_on(self) -> "Pair":
        """The same for a page or a file: of the reader's own entries only those that they share."""
        return self if self.is_own else Pair(self.writer, self.is_own, self.other, tuple(_shared(self.others)))


def _shared(entries: Iterable[Entry]) -> Iterable[Entry]:
    return (entry for entry in entries if entry.is_shared)


def own_pair(journal: Journal, person: Person | None) -> Pair:
    """One's own journal, and beside it what `person` shares. Their folder may not be there; then it says nothing."""
    if person is None or not person.their_folder or not os.path.isdir(person.their_folder):
        return Pair(own_view(journal), is_own=True, other=person.name if person else "")
    refuse_shared_ground(journal, person)
    theirs = shared_view(Path(os.path.realpath(person.their_folder)))
    return Pair(own_view(journal), is_own=True, other=person.name, others=theirs.entries)


def others_pair(root: Path, journal: Journal | None, person: Person | None) -> Pair:
    """What is shared in the folder `root`, and beside it the reader's own entries for that person."""
    writer = shared_view(root)
    if journal is None:
        return Pair(writer, is_own=False)
    if person:
        refuse_shared_ground(journal, person)
    is_only = len(journal.settings.people) <= 1
    name = person.name if person else writer.settings.name
    own = tuple(entry for entry in own_view(journal).entries if is_for(entry, name, is_only=is_only))
    return Pair(writer, is_own=False, other=journal.settings.name, others=own)


def folder_of(person: Person) -> Path:
    """The folder in which `person` puts copies for me. Raises MentorlogError where there is none just now."""
    if not person.their_folder:
        raise MentorlogError(
            f"no folder of {safe_line(person.name)}'s is set up",
            hint=f"mentorlog share --with '{safe_line(person.name)}' --from FOLDER",
        )
    if not os.path.isdir(person.their_folder):
        raise MentorlogError(
            f"{safe_line(person.name)}'s folder is not at {safe_line(person.their_folder)}; is the drive connected?"
        )
    return Path(os.path.realpath(person.their_folder))


def shared_with_me(journal: Journal, name: str = "") -> list[tuple[Person, Entry]]:
    """What the people set up share with me, as they share it; with `name`, only that person.

    A folder that is not there says nothing, and neither does one that is not apart from all others.
    """
    wanted = [each for each in journal.settings.people if not name or each.name.casefold() == name.casefold()]
    return [
        (person, open_part(entry))
        for person in wanted
        if _is_to_be_read(journal, person)
        for entry in shared_view(Path(os.path.realpath(person.their_folder))).entries
    ]


def _is_to_be_read(journal: Journal, person: Person) -> bool:
    if not person.their_folder or not os.path.isdir(person.their_folder):
        return False
    try:
        refuse_shared_ground(journal, person)
    except UsageError:
        return False
    return True


def person_at(journal: Journal, root: Path) -> Person | None:
    """The person whose folder `root` is, if one is set up for it."""
    own = (each for each in journal.settings.people if each.their_folder)
    return next((each for each in own if os.path.realpath(each.their_folder) == os.path.realpath(root)), None)

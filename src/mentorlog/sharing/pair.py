"""Two people and what each may see of the other's: the writer whom a brief is about, and the one who sits beside them.

What one person shares is read from their folder for me; my own entries come from my journal, those that are between
the two of us. What two ECTs write is never in one pair.
"""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from mentorlog.entry.entry import Entry
from mentorlog.errors import MentorlogError, UsageError
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person, Settings
from mentorlog.sharing.audience import Between, between, is_with_somebody
from mentorlog.sharing.copy import open_part
from mentorlog.sharing.folders_apart import refuse_shared_ground
from mentorlog.sharing.view import View, own_view, shared_part, shared_view
from mentorlog.text import plain_name, safe_line


@dataclass(frozen=True, slots=True)
class Pair:
    """A writer as the reader may see them, and the other person. With `is_own`, the reader is the writer."""

    writer: View
    is_own: bool
    other: str = ""
    others: tuple[Entry, ...] = ()
    met: tuple[date, ...] = ()

    def last_meeting(self, today: date) -> date | None:
        """The day of the latest meeting that either wrote down; one that is still to come is none yet."""
        return max((day for day in self.met if day <= today), default=None)

    @property
    def name(self) -> str:
        return self.writer.settings.name


def between_us(journal: Journal, entries: Iterable[Entry], person: Person) -> Between:
    """Which of one's own entries are between oneself and a person who is set up."""
    others = [name for each in journal.settings.people if each.name != person.name for name in each.names]
    return between(person.names, others, entries)


def own_pair(journal: Journal, person: Person | None, *, is_handed_on: bool = False) -> Pair:
    """One's own journal, and beside it what `person` shares. Their folder may not be there; then it says nothing.

    With a person, it holds nothing that is between oneself and somebody else. With `is_handed_on`, for a page or a
    file, it holds only what is shared with them; with nobody, what is shared and names nobody.
    """
    contents = journal.read()
    mine = own_view(journal.settings, contents)
    shown = replace(shared_part(mine.settings, contents), unreadable=mine.unreadable) if is_handed_on else mine
    if person is None:
        seen = [each for each in shown.entries if not (is_handed_on and is_with_somebody(each))]
        return Pair(replace(shown, entries=tuple(seen)), is_own=True, met=_days_met(seen))
    ours = between_us(journal, mine.entries, person)
    is_ours = ours.holds if is_handed_on else ours.may_hold
    shown = replace(shown, entries=tuple(filter(is_ours, shown.entries)))
    theirs = _their_entries(journal, person)
    met = _days_met([*shown.entries, *filter(ours.is_said, mine.entries), *theirs])
    return Pair(shown, is_own=True, other=person.name, others=theirs, met=met)


def others_pair(root: Path, journal: Journal | None, person: Person | None, *, is_handed_on: bool = False) -> Pair:
    """What is shared in the folder `root`, and beside it the reader's own entries for that person.

    With `is_handed_on`, only those of the reader's own that they share. A folder of nobody whom the reader has set up
    may call itself anything: beside it stands only what the reader wrote before there was anybody.
    """
    if journal and person:
        refuse_shared_ground(journal, person)
    writer = shared_view(root, _known(person))
    if journal is None or (person is None and journal.settings.people):
        return Pair(writer, is_own=False, met=_days_met(writer.entries))
    contents = journal.read()
    mine = own_view(journal.settings, contents).entries
    ours = between_us(journal, mine, person) if person else between([writer.settings.name], (), mine)
    shown = shared_part(journal.settings, contents).entries if is_handed_on else mine
    own = tuple(filter(ours.holds, shown))
    met = _days_met([*writer.entries, *own, *filter(ours.is_said, mine)])
    return Pair(writer, is_own=False, other=journal.settings.name, others=own, met=met)


def _days_met(entries: Sequence[Entry]) -> tuple[date, ...]:
    """The days of the meetings among these; of one between the two of us, both know that it was."""
    return tuple({entry.date for entry in entries if entry.head.kind == "meeting"})


def _known(person: Person | None) -> Settings | None:
    """Whose folder it is, where the reader has said so: that counts, whatever stands in the folder."""
    return Settings(name=person.name, role=person.role) if person else None


def _their_entries(journal: Journal, person: Person) -> tuple[Entry, ...]:
    if not person.their_folder or not os.path.isdir(person.their_folder):
        return ()
    refuse_shared_ground(journal, person)
    return shared_view(Path(os.path.realpath(person.their_folder)), _known(person)).entries


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
    wanted = [each for each in journal.settings.people if not name or plain_name(name) in map(plain_name, each.names)]
    return [(person, open_part(entry)) for person in wanted for entry in _readable_entries(journal, person)]


def _readable_entries(journal: Journal, person: Person) -> tuple[Entry, ...]:
    try:
        return _their_entries(journal, person)
    except UsageError:
        return ()


def person_at(journal: Journal, root: Path) -> Person | None:
    """The person whose folder `root` is, if one is set up for it."""
    own = (each for each in journal.settings.people if each.their_folder)
    return next((each for each in own if os.path.realpath(each.their_folder) == os.path.realpath(root)), None)

"""Two people and what each may see of the other's: the writer whom a brief is about, and the one who sits beside them.

What one person shares is read from their folder for me; my own entries come from my journal, those that are between
the two of us. What two ECTs write is never in one pair.
"""

import os
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from mentorlog.entry.entry import Entry
from mentorlog.errors import UsageError
from mentorlog.finding.selection import meeting_days
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person, person_called
from mentorlog.sharing.audience import between, between_us, is_with_somebody
from mentorlog.sharing.folders_apart import refuse_shared_ground
from mentorlog.sharing.people import only_person
from mentorlog.sharing.shared_folder import shared_folder
from mentorlog.sharing.shared_with_me import entries_of, settings_of
from mentorlog.sharing.view import View, own_view, shared_part, shared_view


@dataclass(frozen=True, slots=True)
class Pair:
    """A writer as the reader may see them, and the other person. With `is_own`, the reader is the writer.

    `met` are the days on which the two met: of these both know, whether or not the entry is shared.
    """

    writer: View
    is_own: bool
    other: str = ""
    others: tuple[Entry, ...] = ()
    met: frozenset[date] = frozenset()

    @property
    def name(self) -> str:
        return self.writer.settings.name


def pair_set_up(journal: Journal, name: str, *, is_handed_on: bool = False) -> Pair:
    """The pair of the journal's writer and `name`, or the only other: a mentor's ECT is its writer, an ECT themselves.

    Raises MentorlogError where it is not clear who that is, or a mentor's ECT has no folder there.
    """
    people = journal.settings.people
    if journal.settings.role == "mentor" and people:
        person = only_person(people, name)
        return others_pair(shared_folder(person, "from"), journal, person, is_handed_on=is_handed_on)
    is_about_two = bool(name) or len(people) == 1 or (is_handed_on and bool(people))
    return own_pair(journal, only_person(people, name) if is_about_two else None, is_handed_on=is_handed_on)


def pair_in_folder(root: Path, journal: Journal | None, name: str, *, is_handed_on: bool = False) -> Pair:
    """The pair of the writer of another folder, and the reader. Raises UsageError where `name` is somebody else's."""
    person = person_at(journal, root) if journal else None
    if name and (person is None or person_called([person], name) is None):
        raise UsageError("a folder and --with name two people; say one of them")
    return others_pair(root, journal, person, is_handed_on=is_handed_on)


def own_pair(journal: Journal, person: Person | None, *, is_handed_on: bool = False) -> Pair:
    """One's own journal, and beside it what `person` shares. Their folder may not be there; then it says nothing.

    With a person, it holds nothing that is between oneself and somebody else. With `is_handed_on`, for a page or a
    file, it holds only what is shared with them; with nobody, what is shared and names nobody.
    """
    contents = journal.read()
    mine = own_view(journal.settings, contents)
    shown = replace(shared_part(mine.settings, contents), unreadable=mine.unreadable) if is_handed_on else mine
    if person is None:
        seen = [entry for entry in shown.entries if not (is_handed_on and is_with_somebody(entry))]
        return Pair(replace(shown, entries=tuple(seen)), is_own=True, met=meeting_days(seen))
    ours = between_us(journal, mine.entries, person)
    is_ours = ours.holds if is_handed_on else ours.may_hold
    shown = replace(shown, entries=tuple(filter(is_ours, shown.entries)))
    theirs = entries_of(journal, person)
    met = meeting_days([*shown.entries, *filter(ours.is_said, mine.entries), *theirs])
    return Pair(shown, is_own=True, other=person.name, others=theirs, met=met)


def others_pair(root: Path, journal: Journal | None, person: Person | None, *, is_handed_on: bool = False) -> Pair:
    """What is shared in the folder `root`, and beside it the reader's own entries for that person.

    With `is_handed_on`, only those of the reader's own that they share. A folder of nobody whom the reader has set up
    may call itself anything: beside it stands only what the reader wrote before there was anybody.
    """
    if journal and person:
        refuse_shared_ground(journal, person)
    writer = shared_view(root, settings_of(person) if person else None)
    if journal is None or (person is None and journal.settings.people):
        return Pair(writer, is_own=False, met=meeting_days(writer.entries))
    contents = journal.read()
    mine = own_view(journal.settings, contents).entries
    ours = between_us(journal, mine, person) if person else between([writer.settings.name], (), mine)
    shown = shared_part(journal.settings, contents).entries if is_handed_on else mine
    own = tuple(filter(ours.holds, shown))
    met = meeting_days([*writer.entries, *own, *filter(ours.is_said, mine)])
    return Pair(writer, is_own=False, other=journal.settings.name, others=own, met=met)


def person_at(journal: Journal, root: Path) -> Person | None:
    """The person whose folder `root` is, if one is set up for it."""
    place, people = os.path.realpath(root), (person for person in journal.settings.people if person.their_folder)
    return next((person for person in people if os.path.realpath(person.their_folder) == place), None)

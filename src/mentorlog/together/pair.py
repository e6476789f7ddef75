"""The pair of people in a brief: the writer whom it is about, and the other person, with the entries it may use.

Another person's shared entries come from their folder; the reader's own come from the journal, and only those for that
person. Entries by two ECTs are never in one pair.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from mentorlog.entry.entry import Entry
from mentorlog.errors import UsageError
from mentorlog.finding.selection import meeting_days
from mentorlog.journal.folder import read_folder
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person, Settings, person_called
from mentorlog.sharing.audience import audience_named, audience_of, is_with_somebody
from mentorlog.sharing.folders_apart import refuse_overlapping_folders
from mentorlog.sharing.people import only_person
from mentorlog.sharing.shared_folder import shared_folder
from mentorlog.sharing.shared_with_me import settings_of, shared_with_me
from mentorlog.sharing.view import View, own_view, shared_part, shared_view
from mentorlog.together.given import given_view


@dataclass(frozen=True, slots=True)
class Pair:
    """A writer's entries that the reader may see, and the other person. With `is_own`, the reader is the writer.

    `met` are the days on which the two met. These count even if the entry is not shared, since both were there.
    `handed_over` has the days on which entries of either reached the other person, by id, as their copies say.
    `remarks` are sentences on what of the other person's could not be read.
    """

    writer: View
    is_own: bool
    other: str = ""
    others: tuple[Entry, ...] = ()
    met: frozenset[date] = frozenset()
    handed_over: Mapping[str, date] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.writer.settings.name

    @property
    def theirs(self) -> tuple[Entry, ...]:
        """The entries in it that somebody else wrote, not the reader."""
        return self.others if self.is_own else self.writer.entries


def pair_set_up(journal: Journal, name: str, *, is_handed_on: bool = False) -> Pair:
    """Make the pair of the journal's writer and `name`, or the only other person. The ECT is its writer.

    A writer with nobody set up is in it alone. So is an ECT with several people and no `name`, unless `is_handed_on`.

    Raises MentorlogError if it is not clear who is meant, or if a mentor's ECT has no folder.
    """
    people = journal.settings.people
    if journal.settings.role == "mentor" and people:
        person = only_person(people, name)
        return others_pair(shared_folder(person, "from"), journal, person, is_handed_on=is_handed_on)
    is_about_two = bool(name) or len(people) == 1 or (is_handed_on and bool(people))
    return own_pair(journal, only_person(people, name) if is_about_two else None, is_handed_on=is_handed_on)


def pair_in_folder(root: Path, journal: Journal | None, name: str, *, is_handed_on: bool = False) -> Pair:
    """Make the pair of a folder's writer and the reader. Raises UsageError if the folder is not that of `name`."""
    person = person_at(journal, root) if journal else None
    if name and (person is None or person_called([person], name) is None):
        raise UsageError("a folder and --with name two people; say one of them")
    return others_pair(root, journal, person, is_handed_on=is_handed_on)


def own_pair(journal: Journal, person: Person | None, *, is_handed_on: bool = False) -> Pair:
    """Make the pair with the reader as its writer, and `person` as the other. A missing folder counts as empty.

    With a person, entries for anybody else are left out. With `is_handed_on`, for a page or a file, only entries shared
    with them are in it; without a person, only shared entries that name nobody.
    """
    contents = journal.read()
    mine = own_view(journal.settings, contents)
    shown = replace(shared_part(mine.settings, contents), unreadable=mine.unreadable) if is_handed_on else mine
    if person is None:
        visible = [entry for entry in shown.entries if not (is_handed_on and is_with_somebody(entry))]
        return Pair(replace(shown, entries=tuple(visible)), is_own=True, met=meeting_days(visible))
    audience = audience_of(journal, mine.entries, person)
    is_visible = audience.holds if is_handed_on else audience.may_hold
    shown = replace(shown, entries=tuple(filter(is_visible, shown.entries)))
    refuse_overlapping_folders(journal, person)
    shared = shared_with_me(journal, person.name)
    theirs, remarks = tuple(shared.entries), tuple(shared.remarks)
    met = meeting_days([*shown.entries, *filter(audience.is_named_in, mine.entries), *theirs])
    handed_over = handed_over_days(shared.entries, person)
    return Pair(shown, is_own=True, other=person.name, others=theirs, met=met, handed_over=handed_over, remarks=remarks)


def others_pair(root: Path, journal: Journal | None, person: Person | None, *, is_handed_on: bool = False) -> Pair:
    """Make the pair with the writer of the folder `root`, and the reader as the other, with their entries for `person`.

    With `is_handed_on`, only those that the reader shares. Without a `person`, the folder may claim any name, so the
    reader's entries count only if nobody is set up in the journal.
    """
    if journal and person:
        refuse_overlapping_folders(journal, person)
    writer = shared_view(root, settings_of(person) if person else None)
    return _pair_with(writer, journal, person, is_handed_on=is_handed_on)


def given_pair(place: Path, journal: Journal | None, name: str, *, is_handed_on: bool = False) -> Pair:
    """Make the pair of the writer of what was given to the reader at `place`, and the reader. Raises MentorlogError.

    With the `name` of a person who is set up, the reader's own entries for that person are in it too.
    """
    person = only_person(journal.settings.people, name) if journal and name and journal.settings.people else None
    settings = settings_of(person) if person else Settings(name=name)
    return _pair_with(given_view(place, settings), journal if person else None, person, is_handed_on=is_handed_on)


def _pair_with(writer: View, journal: Journal | None, person: Person | None, *, is_handed_on: bool) -> Pair:
    """The pair of another writer and the reader, with the entries of the reader's that belong to it."""
    if journal is None or (person is None and journal.settings.people):
        met, handed_over = meeting_days(writer.entries), handed_over_days(writer.entries, None)
        return Pair(writer, is_own=False, met=met, handed_over=handed_over)
    contents = journal.read()
    mine = own_view(journal.settings, contents).entries
    audience = audience_of(journal, mine, person) if person else audience_named([writer.settings.name], (), mine)
    shown = shared_part(journal.settings, contents).entries if is_handed_on else mine
    own = tuple(filter(audience.holds, shown))
    met = meeting_days([*writer.entries, *own, *filter(audience.is_named_in, mine)])
    handed_over = handed_over_days(writer.entries, person)
    return Pair(writer, is_own=False, other=journal.settings.name, others=own, met=met, handed_over=handed_over)


def handed_over_days(theirs: Iterable[Entry], person: Person | None) -> dict[str, date]:
    """The days on which copies reached their reader: those of the other person, and the reader's own for them."""
    mine = read_folder(Path(person.my_folder)).entries if person and os.path.isdir(person.my_folder) else ()
    return {copy.id: copy.head.handed_over for copy in (*theirs, *mine) if copy.head.handed_over}


def person_at(journal: Journal, root: Path) -> Person | None:
    """The person who is set up with `root` as their folder; None if there is none."""
    place, people = os.path.realpath(root), (person for person in journal.settings.people if person.their_folder)
    return next((person for person in people if os.path.realpath(person.their_folder) == place), None)

"""The one other person whom an entry is for. Nobody else is ever shown it.

An entry names that person in `with`. An entry without a name is for the only person set up, unless the settings or
another entry name somebody else: people come and go, and the second must not receive entries meant for the first.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from mentorlog.entry.entry import Entry
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person
from mentorlog.text import plain_name


@dataclass(frozen=True, slots=True)
class Audience:
    """One person whom a writer's entries may be for, by every name that this person has or had.

    `is_sole` is true if no other person is or was set up.
    """

    names: frozenset[str]
    is_sole: bool

    def is_named_in(self, entry: Entry) -> bool:
        """Whether the entry names this person."""
        return plain_name(entry.head.with_) in self.names

    def holds(self, entry: Entry) -> bool:
        """Whether the entry is for this person, by name or because there is nobody else."""
        return self.is_named_in(entry) if is_with_somebody(entry) else self.is_sole

    def may_hold(self, entry: Entry) -> bool:
        """Whether the entry names this person, or nobody."""
        return self.is_named_in(entry) or not is_with_somebody(entry)


def is_with_somebody(entry: Entry) -> bool:
    """Whether the entry names the person it is for."""
    return bool(entry.head.with_.strip())


def audience_named(names: Iterable[str], others: Iterable[str], entries: Iterable[Entry]) -> Audience:
    """The person called `names` as an audience. `others` are the names of all other people.

    The person is the only one if there are no `others` and no entry names anybody else. A name that somebody else
    has too does not count as this person's.
    """
    own, taken = frozenset(map(plain_name, names)), set(map(plain_name, others))
    named = {plain_name(entry.head.with_) for entry in entries if is_with_somebody(entry)}
    return Audience(own - taken, is_sole=not taken and named <= own)


def audience_of(journal: Journal, entries: Iterable[Entry], person: Person) -> Audience:
    """A person who is set up, as an audience for the journal's `entries`."""
    others = [name for other in journal.settings.people if other.name != person.name for name in other.names]
    return audience_named(person.names, others, entries)

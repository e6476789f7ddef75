"""Whom an entry is between: its writer and one other person. What is between two people is shown to no third.

An entry says so itself, in `with`. One that says nothing is between its writer and the only person that there is, as
long as nothing in the journal tells of another: people come and go, and a second one must not get the first one's.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from mentorlog.entry.entry import Entry
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person
from mentorlog.text import plain_name


@dataclass(frozen=True, slots=True)
class Between:
    """Which entries are between their writer and one person, by all the `names` that the person has had here.

    `is_sole` tells that there is nobody else, and was nobody.
    """

    names: frozenset[str]
    is_sole: bool

    def is_said(self, entry: Entry) -> bool:
        """Whether the entry says that it is between the two."""
        return plain_name(entry.head.with_) in self.names

    def holds(self, entry: Entry) -> bool:
        """Whether the entry is between the two, said or not."""
        return self.is_said(entry) if is_with_somebody(entry) else self.is_sole

    def may_hold(self, entry: Entry) -> bool:
        """Whether the entry is between the two, or its writer's alone."""
        return self.is_said(entry) or not is_with_somebody(entry)


def is_with_somebody(entry: Entry) -> bool:
    return bool(entry.head.with_.strip())


def between(names: Iterable[str], others: Iterable[str], entries: Iterable[Entry]) -> Between:
    """What is between the writer of `entries` and the person of these names; `others` are those of everybody else."""
    own, elses = frozenset(map(plain_name, names)), set(map(plain_name, others))
    said = {plain_name(entry.head.with_) for entry in entries if is_with_somebody(entry)}
    return Between(own - elses, is_sole=not elses and said <= own)


def between_us(journal: Journal, entries: Iterable[Entry], person: Person) -> Between:
    """Which of one's own entries are between oneself and a person who is set up."""
    others = [name for each in journal.settings.people if each.name != person.name for name in each.names]
    return between(person.names, others, entries)

"""Actions of two people in a test: write an entry, and share every marked one."""

from builders import an_entry
from conftest import TODAY
from mentorlog.entry.compose import Answer
from mentorlog.entry.entry import Entry
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person
from mentorlog.sharing.share import Share


def write(journal: Journal, words: str = "The bell went.", day: str = "2026-11-20", **head: object) -> Entry:
    """Write an entry into a journal, in a file named after its title. `letters` end its id."""
    made = an_entry(day, Answer(words), **{"role": journal.settings.role, **head})  # type: ignore[arg-type]
    return journal.add(made.date, made.title, made.text)


def only_person(journal: Journal) -> Person:
    """Return the only person that the journal is shared with."""
    [person] = journal.settings.people
    return person


def hand_over(journal: Journal) -> None:
    """Share every marked entry."""
    share = Share.of(journal, only_person(journal))
    share.carry_out(share.plan(journal.read(), []), TODAY)

"""Telling the writer who still has copies of entries that are no longer shared."""

from mentorlog.journal.journal import Journal
from mentorlog.render.lines import say
from mentorlog.sharing.still_shared import still_shared


def say_still_shared(journal: Journal) -> None:
    """Print a line for each person from whom the next share would take copies back."""
    for person in still_shared(journal):
        say(person.sentence)

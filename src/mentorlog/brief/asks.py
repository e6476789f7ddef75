"""Requests to the other person or the school, until they are answered."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mentorlog.brief.quoting import question_of
from mentorlog.entry.entry import Entry


@dataclass(frozen=True, slots=True)
class Ask:
    """A request in an entry's front matter, or the question in a reply."""

    words: str
    entry: Entry


def open_asks(entries: Iterable[Entry], others: Iterable[Entry]) -> list[Ask]:
    """One person's requests, and the questions in their replies, the oldest first, until they are answered.

    They are answered by an entry of the other person that follows theirs, or by a meeting of either that says so.
    """
    own, theirs = list(entries), list(others)
    answered = {entry.head.follows for entry in theirs}
    answered |= {entry_id for entry in (*own, *theirs) for entry_id in entry.head.answers}
    asking = sorted((entry for entry in own if entry.id not in answered), key=lambda entry: entry.order)
    return [ask for entry in asking for ask in asks_in(entry)]


def asks_in(entry: Entry) -> Iterator[Ask]:
    """Everything that an entry asks, answered or not."""
    if entry.head.ask.strip():
        yield Ask(entry.head.ask, entry)
    if entry.head.kind == "reply" and (words := question_of(entry)):
        yield Ask(words, entry)

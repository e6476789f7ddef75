"""Shared entries that name nobody who is set up: a person changed their name, or the entry never had one.

Their copies stay where they are: to take one back unasked would take it from somebody who may still read it.
"""

from collections.abc import Collection, Sequence

from mentorlog.entry.entry import Entry
from mentorlog.errors import ContentError
from mentorlog.journal.settings import Person
from mentorlog.sharing.audience import is_with_somebody
from mentorlog.text import count, plain_name, safe_line


class UnaddressedError(ContentError):
    """A share would take copies back just because their entries name nobody who is set up."""

    def __init__(self, entries: Sequence[Entry], people: Sequence[Person]) -> None:
        sentence = f"{_sentence(entries)}; no copy was taken back, and nothing shared"
        super().__init__(sentence, hint=_hint(entries, people))


def unaddressed(marked: Sequence[Entry], chosen: Collection[Entry], people: Sequence[Person]) -> tuple[Entry, ...]:
    """The `marked` entries that are neither `chosen` for the present person nor name anybody else set up."""
    names = {plain_name(name) for person in people for name in person.names}
    paths = {entry.path for entry in chosen}
    return tuple(entry for entry in marked if entry.path not in paths and plain_name(entry.head.with_) not in names)


def remark_on(entries: Sequence[Entry], people: Sequence[Person]) -> str:
    """The warning about unaddressed entries, with what to type; "" for none."""
    return f"{_sentence(entries)}. Try: {_hint(entries, people)}" if entries else ""


def _sentence(entries: Sequence[Entry]) -> str:
    """One sentence about the first entry and all that name the same person."""
    name = entries[0].head.with_
    alike = [entry for entry in entries if plain_name(entry.head.with_) == plain_name(name)]
    which = f"{count(len(alike), 'entry', 'entries')} ({', '.join(entry.short_id for entry in alike)})"
    if is_with_somebody(entries[0]):
        return f"marked to share with {safe_line(name)}, who is not set up: {which}"
    return f"marked to share, without a word with whom: {which}"


def _hint(entries: Sequence[Entry], people: Sequence[Person]) -> str:
    first = entries[0]
    ids = " ".join(entry.short_id for entry in entries)
    if is_with_somebody(first):
        renamed = f"formerly = '{safe_line(first.head.with_)}' under the new name in mentorlog.toml"
        return f"for one and the same person, {renamed}; otherwise mentorlog share --withdraw {ids}"
    return f"mentorlog edit {first.short_id} --set with='{safe_line(people[0].name)}'"

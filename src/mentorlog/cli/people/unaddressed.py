"""Entries that are marked to share with nobody who is set up: a person has another name now, or it was never said.

Their copies stay where they are. A share that took one back unasked would take words from somebody who may read them.
"""

from collections.abc import Collection, Sequence

from mentorlog.entry.entry import Entry
from mentorlog.errors import ContentError
from mentorlog.journal.settings import Person
from mentorlog.render.lines import warn
from mentorlog.sharing.audience import is_with_somebody
from mentorlog.text import count, plain_name, safe_line


class StrayError(ContentError):
    """A share would take copies back only because their entries name nobody who is set up."""

    def __init__(self, strays: Sequence[Entry], people: Sequence[Person]) -> None:
        super().__init__(f"{_told(strays)}; no copy was taken back, and nothing shared", hint=_hint(strays, people))


def strays_among(marked: Sequence[Entry], chosen: Collection[Entry], people: Sequence[Person]) -> list[Entry]:
    """Those that are marked, are not chosen for the person at hand, and are not for anybody else either."""
    known = {plain_name(name) for person in people for name in person.names}
    paths = {entry.path for entry in chosen}
    return [each for each in marked if each.path not in paths and plain_name(each.head.with_) not in known]


def tell_strays(strays: Sequence[Entry], people: Sequence[Person], back: Collection[str]) -> None:
    """Say which they are; raise StrayError where the copies of some, whose ids are in `back`, would be taken back."""
    if held := [entry for entry in strays if entry.id in back]:
        raise StrayError(held, people)
    if strays:
        warn(f"{_told(strays)}. Try: {_hint(strays, people)}")


def _told(strays: Sequence[Entry]) -> str:
    """One sentence about the first of them, and those that are like it."""
    name = strays[0].head.with_
    alike = [each for each in strays if plain_name(each.head.with_) == plain_name(name)]
    which = f"{count(len(alike), 'entry', 'entries')} ({', '.join(each.short_id for each in alike)})"
    if is_with_somebody(strays[0]):
        return f"marked to share with {safe_line(name)}, who is not set up: {which}"
    return f"marked to share, without a word with whom: {which}"


def _hint(strays: Sequence[Entry], people: Sequence[Person]) -> str:
    first, whose = strays[0], safe_line(people[0].name)
    ids = " ".join(each.short_id for each in strays)
    if is_with_somebody(first):
        renamed = f"formerly = '{safe_line(first.head.with_)}' under the new name in mentorlog.toml"
        return f"for one and the same person, {renamed}; otherwise mentorlog share --withdraw {ids}"
    return f"mentorlog edit {first.short_id} --set with='{whose}'"

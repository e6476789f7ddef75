"""Entries that grew from one another: what an entry follows, and what follows it, whoever of the two wrote it."""

from collections.abc import Iterable

from mentorlog.entry.entry import Entry

_LONGEST = 50  # entries of one thread; a crafted folder could make one of any length


def thread_of(entry: Entry, entries: Iterable[Entry]) -> list[Entry]:
    """The whole thread that `entry` belongs to, itself included, by day; only `entry` where it belongs to none.

    An entry that follows itself, directly or round a circle, is there once.
    """
    known = {each.id: each for each in entries} | {entry.id: entry}
    first, above = entry, {entry.id}
    while (earlier := known.get(first.head.follows)) and earlier.id not in above:
        first = earlier
        above.add(earlier.id)
    thread = {first.id: first}
    waiting = [first.id]
    while waiting and len(thread) < _LONGEST:
        at = waiting.pop(0)
        later = [each for each in known.values() if each.head.follows == at and each.id not in thread]
        thread |= {each.id: each for each in later}
        waiting += [each.id for each in later]
    return sorted({**thread, entry.id: entry}.values(), key=lambda each: each.date)

"""Threads: an entry with those it follows and those that follow it, by either person."""

from collections.abc import Iterable

from mentorlog.entry.entry import Entry

_LONGEST = 50  # entries of one thread; in a crafted folder a thread could be endless


def thread_of(entry: Entry, entries: Iterable[Entry]) -> list[Entry]:
    """The whole thread of `entry`, itself included, by day; only `entry` if it belongs to none.

    An entry that follows itself, directly or through others, is included once.
    """
    by_id = {other.id: other for other in entries} | {entry.id: entry}
    first, above = entry, {entry.id}
    while (earlier := by_id.get(first.head.follows)) and earlier.id not in above:
        first = earlier
        above.add(earlier.id)
    thread = {first.id: first}
    waiting = [first.id]
    while waiting and len(thread) < _LONGEST:
        followed = waiting.pop(0)
        later = [other for other in by_id.values() if other.head.follows == followed and other.id not in thread]
        thread |= {other.id: other for other in later}
        waiting += [other.id for other in later]
    return sorted({**thread, entry.id: entry}.values(), key=lambda member: member.date)

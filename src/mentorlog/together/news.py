"""News from other people, in one line for each: the number of new and updated entries, and the command to see them."""

import shlex
from collections.abc import Sequence

from mentorlog.days import short
from mentorlog.entry.entry import Entry
from mentorlog.text import count, safe_line
from mentorlog.together.seen import Seen


def news_from(name: str, entries: Sequence[Entry], seen: Seen) -> str:
    """The line about a person's `entries` that are new or updated since the reader looked; "" if there are none."""
    new = [entry for entry in entries if seen.news_of(entry) == "new"]
    updated = [entry for entry in entries if seen.news_of(entry) == "updated"]
    if new:
        also = f", and {len(updated):,} updated" if updated else ""
        return _line(count(len(new), "new entry", "new entries"), "from", name, new, also)
    return _line(count(len(updated), "entry", "entries"), "updated by", name, updated) if updated else ""


def all_from(name: str, entries: Sequence[Entry]) -> str:
    """The line about all of a person's `entries`; "" if there are none."""
    return _line(count(len(entries), "entry", "entries"), "from", name, entries) if entries else ""


def _line(number: str, by: str, name: str, entries: Sequence[Entry], also: str = "") -> str:
    day = f"{'latest ' if len(entries) > 1 else ''}{short(max(entry.date for entry in entries))}"
    who = safe_line(name)
    return f"{number} {by} {who} ({day}){also}. To read: mentorlog list --with {shlex.quote(who)}"

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
        return _line("New from", name, new, also)
    return _line("Updated by", name, updated, on="of") if updated else ""


def all_from(name: str, entries: Sequence[Entry]) -> str:
    """The line about all of a person's `entries`; "" if there are none."""
    return _line("From", name, entries) if entries else ""


def _line(about: str, name: str, entries: Sequence[Entry], also: str = "", *, on: str = "on") -> str:
    latest = short(max(entry.date for entry in entries))
    day = f"the latest {on} {latest}" if len(entries) > 1 else f"{on} {latest}"
    who = safe_line(name)
    number = count(len(entries), "entry", "entries")
    return f"{about} {who}: {number}, {day}{also}: mentorlog list --with {shlex.quote(who)}"

"""Which entries a command is about: by day, dimension, class, tag and kind, or by name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from mentorlog.days import EVER, Period
from mentorlog.dimensions import Dimension
from mentorlog.entry.entry import Entry, Unread
from mentorlog.errors import NotFoundError, UsageError
from mentorlog.text import safe_line

_MOST_NAMED = 5  # entries listed if an id is ambiguous


@dataclass(frozen=True, slots=True)
class Selection:
    """The combined selectors of a command line. Without any, every entry is selected."""

    period: Period = EVER
    dimension: Dimension | None = None
    class_: str = ""
    tag: str = ""
    kind: str = ""
    limit: int | None = None

    def of(self, entries: Iterable[Entry]) -> list[Entry]:
        """The selected entries, newest first."""
        selected = (entry for entry in entries if self.holds(entry))
        return sorted(selected, key=lambda entry: entry.order, reverse=True)[: self.limit]

    def holds(self, entry: Entry) -> bool:
        """Whether `entry` is selected, regardless of the limit."""
        return (
            self.period.holds(entry.date)
            and (self.dimension is None or self.dimension in entry.dimensions)
            and (not self.class_ or _same(entry.head.class_, self.class_))
            and (not self.tag or any(_same(tag, self.tag) for tag in entry.head.tags))
            and (not self.kind or _same(entry.head.kind, self.kind))
        )


def _same(one: str, other: str) -> bool:
    return "".join(one.casefold().split()) == "".join(other.casefold().split())


def meeting_days(files: Iterable[object]) -> frozenset[date]:
    """The days of the meetings among `files`, of which only entries count."""
    return frozenset(file.date for file in files if isinstance(file, Entry) and file.head.kind == "meeting")


def last_meeting(days: Iterable[date], today: date) -> date | None:
    """The latest of these days of meetings; None where all are still to come."""
    return max((day for day in days if day <= today), default=None)


def entry_named(name: str, entries: Sequence[Entry]) -> Entry:
    """The entry that `name` means: `last`, the beginning or end of an id, or a path.

    Raises NotFoundError if there is none, UsageError if there are several or `name` is blank.
    """
    if not name.strip():
        raise UsageError("an entry has no name here; say which", hint="mentorlog list")
    if name == "last":
        if not entries:
            raise NotFoundError("there is no entry yet", hint="mentorlog new")
        return max(entries, key=lambda entry: entry.order)
    matches = _by_path(name, entries) or _by_id(name, entries)
    if not matches:
        raise NotFoundError(f"no entry matches '{safe_line(name)}'", hint="mentorlog list")
    if len(matches) > 1:
        some = ", ".join(f"{entry.id} ({safe_line(entry.path)})" for entry in matches[:_MOST_NAMED])
        raise UsageError(f"'{safe_line(name)}' matches {len(matches)} entries: {some}")
    return matches[0]


def _by_id(name: str, entries: Sequence[Entry]) -> list[Entry]:
    wanted = name.casefold()
    exact = [entry for entry in entries if entry.id.casefold() == wanted]
    return exact or [
        entry for entry in entries if entry.id.casefold().startswith(wanted) or entry.id.casefold().endswith(wanted)
    ]


def _by_path(name: str, entries: Sequence[Entry]) -> list[Entry]:
    exact = [entry for entry in entries if entry.path == name]
    return exact or [entry for entry in entries if _is_path(name, entry.path)]


def unread_named(name: str, unread: Sequence[Unread]) -> Unread | None:
    """The unreadable file with this path or name, so that its text can still be shown; None if there is none."""
    return next((file for file in unread if _is_path(name, file.path)), None)


def _is_path(name: str, path: str) -> bool:
    """Whether `name` is `path` or the end of it."""
    parts = PurePath(name.replace("\\", "/")).parts
    return bool(parts) and name.casefold().endswith(".md") and PurePath(path).parts[-len(parts) :] == parts

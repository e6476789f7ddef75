"""The plan of a share, as values: the handover of each copy, and every edit that it would make."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, Self

from mentorlog.entry.entry import Entry
from mentorlog.entry.frontmatter import with_values
from mentorlog.errors import ContentError
from mentorlog.files.toml import Values
from mentorlog.journal.changes import edit_of
from mentorlog.journal.history import Edit
from mentorlog.text import count


class LeftAloneError(ContentError):
    """Some files in the folder for `name` (safe to print) are not our copies, so they stay there."""

    def __init__(self, name: str, number: int) -> None:
        if number == 1:
            left = f"1 file in {name}'s folder was left as it is; if it is to go, delete it there by hand"
        else:
            left = f"{number:,} files in {name}'s folder were left; if they are to go, delete them there by hand"
        super().__init__(left)


@dataclass(frozen=True, slots=True)
class Handover:
    """One thing that happens to an entry's copy at `path`. `text` is its new text, if it gets any.

    `kind` is "back" for a copy to be taken back, and "theirs" for a file that is left alone, with the reason in `why`.
    `entry` is None if a copy is taken back, or if the journal has no such entry any more. `edits` also remove a copy
    under an earlier name.
    """

    kind: Literal["new", "changed", "same", "back", "theirs"]
    entry_id: str
    entry: Entry | None
    path: str
    edits: tuple[Edit, ...] = ()
    text: str = ""
    why: str = ""


@dataclass(frozen=True)
class Plan:
    """Everything that a share would do in `folder`. `marks` are edits to the front matter of the writer's own entries.

    `unaddressed` are shared entries that name nobody who is set up. Nothing happens to them, nor to the copies of
    entries with the ids `left_out`. Entries that are `disputed` are marked to share, but what may be a copy of them is
    private, so they stay here.
    """

    folder: Path
    handovers: tuple[Handover, ...] = ()
    marks: tuple[Edit, ...] = ()
    unaddressed: tuple[Entry, ...] = ()
    left_out: frozenset[str] = frozenset()
    disputed: tuple[Entry, ...] = ()

    def going(self, name: str) -> Entry | None:
        """The entry with this id, or the end of one, whose copy would be new or changed; None if there is none."""
        entries = (handover.entry for handover in self.of("new", "changed") if handover.entry)
        return next(
            (entry for entry in entries if name.casefold() in (entry.id.casefold(), entry.short_id.casefold())), None
        )

    def of(self, *kinds: str) -> list[Handover]:
        """The handovers of these kinds."""
        return [handover for handover in self.handovers if handover.kind in kinds]

    def number(self, *kinds: str) -> int:
        """The number of entries with a handover of one of these kinds."""
        return len({handover.entry_id for handover in self.of(*kinds)})

    @property
    def edits(self) -> list[Edit]:
        """Every edit of the plan, the marks in the writer's own entries first."""
        return [*self.marks, *(edit for handover in self.handovers for edit in handover.edits)]

    def also_marked(self, entries: Iterable[Entry], values: Values) -> Self:
        """Add edits that set these values in the writer's own entries."""
        marks = (edit_of(entry, values) for entry in entries)
        return replace(self, marks=(*self.marks, *(mark for mark in marks if mark.before != mark.after)))

    def with_own_ids(self, entries: Iterable[Entry]) -> Self:
        """Write its own id into each of the writer's entries that was copied together with the id of another."""
        copied = [entry for entry in entries if entry.head.id and entry.id != entry.head.id and not entry.is_newer]
        marked = {mark.path: mark for mark in self.marks}
        for entry in copied:
            text = marked[entry.path].after if entry.path in marked else entry.data
            after = with_values((text or b"").decode("utf-8"), {"id": entry.id}).encode("utf-8")
            marked[entry.path] = Edit(entry.path, entry.data, after)
        return replace(self, marks=tuple(marked.values()))

    def on_record(self, name: str) -> tuple[str, str]:
        """The verb and the description under which `undo` lists the change. `name` is the reader's, safe to print."""
        going, back = self.number("new", "changed"), self.number("back")
        if back and not going:
            return _withdrawn(back, name)
        also = f", {back:,} taken back" if back else ""
        return "share", f"{count(going or len(self.marks), 'entry', 'entries')} with {name}{also}"


@dataclass(frozen=True)
class Withdrawal(Plan):
    """A plan that takes copies back and marks their entries private again."""

    def on_record(self, name: str) -> tuple[str, str]:
        return _withdrawn(self.number("back") or len(self.marks), name)


def _withdrawn(number: int, name: str) -> tuple[str, str]:
    return "withdraw", f"{count(number, 'entry', 'entries')} that {name} had"

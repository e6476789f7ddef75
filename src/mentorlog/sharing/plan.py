"""What a share would do, as values: what happens to each copy, and everything that would be written."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, Self

from mentorlog.entry.entry import Entry
from mentorlog.errors import ContentError
from mentorlog.files.toml import Values
from mentorlog.journal.changes import edit_of
from mentorlog.journal.history import Edit
from mentorlog.text import count


class LeftAloneError(ContentError):
    """Some files in the folder for `name` (safe to print) are not copies of ours, and stay there."""

    def __init__(self, name: str, number: int) -> None:
        if number == 1:
            left = f"1 file in {name}'s folder was left as it is; if it is to go, delete it there by hand"
        else:
            left = f"{number:,} files in {name}'s folder were left; if they are to go, delete them there by hand"
        super().__init__(left)


@dataclass(frozen=True, slots=True)
class Handover:
    """What happens to one entry's copy at `path`, which then says `text`. `entry` is None where it is not shared now.

    A copy under an earlier name goes with the edits of the new one. What is "theirs" is left alone, and `why` says why.
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
    """All that a share would do in `folder`. `marks` change the front matter of the writer's own entries.

    `unaddressed` are entries marked to share with nobody who is set up: they stay.
    """

    folder: Path
    handovers: tuple[Handover, ...] = ()
    marks: tuple[Edit, ...] = ()
    unaddressed: tuple[Entry, ...] = ()

    def of(self, *kinds: str) -> list[Handover]:
        return [handover for handover in self.handovers if handover.kind in kinds]

    def number(self, *kinds: str) -> int:
        """How many entries have a copy to which one of these happens."""
        return len({handover.entry_id for handover in self.of(*kinds)})

    @property
    def edits(self) -> list[Edit]:
        """Everything that would be written, the writer's own marks first."""
        return [*self.marks, *(edit for handover in self.handovers for edit in handover.edits)]

    def also_marked(self, entries: Iterable[Entry], values: Values) -> Self:
        """The plan that also sets these values in these entries of the writer's."""
        marks = (edit_of(entry, values) for entry in entries)
        return replace(self, marks=(*self.marks, *(mark for mark in marks if mark.before != mark.after)))

    def on_record(self, name: str) -> tuple[str, str]:
        """How `undo` describes the change: its verb, and its entries. `name` is the reader's, safe to print."""
        going, back = self.number("new", "changed"), self.number("back")
        if back and not going:
            return _withdrawn(back, name)
        also = f", {back:,} taken back" if back else ""
        return "share", f"{count(going or len(self.marks), 'entry', 'entries')} with {name}{also}"


@dataclass(frozen=True)
class Withdrawal(Plan):
    """The plan of a writer who asked for copies back, and for the entries to be private again."""

    def on_record(self, name: str) -> tuple[str, str]:
        return _withdrawn(self.number("back") or len(self.marks), name)


def _withdrawn(number: int, name: str) -> tuple[str, str]:
    return "withdraw", f"{count(number, 'entry', 'entries')} that {name} had"

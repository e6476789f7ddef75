"""What a share would do, as values: what happens to each copy, and everything that would be written."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from mentorlog.entry.entry import Entry
from mentorlog.entry.frontmatter import with_values
from mentorlog.files.toml import Values
from mentorlog.journal.history import Edit


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
    """All that a share would do. `marks` are the writer's own entries whose front matter changes with it.

    With `is_back`, the writer asked for copies back.
    """

    folder: Path
    handovers: tuple[Handover, ...] = ()
    marks: tuple[Edit, ...] = ()
    is_back: bool = False

    def of(self, *kinds: str) -> list[Handover]:
        return [each for each in self.handovers if each.kind in kinds]

    @property
    def edits(self) -> list[Edit]:
        """Everything that would be written, the writer's own marks first."""
        return [*self.marks, *(edit for each in self.handovers for edit in each.edits)]

    def also_marked(self, entries: Iterable[Entry], values: Values) -> "Plan":
        """The same, with these values set in these entries of the writer's."""
        marks = (_marked(entry, values) for entry in entries)
        return replace(self, marks=(*self.marks, *(mark for mark in marks if mark.before != mark.after)))


def _marked(entry: Entry, values: Values) -> Edit:
    return Edit(entry.path, entry.data, with_values(entry.text, values).encode("utf-8"))

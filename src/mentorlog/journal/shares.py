"""Handing copies over: which would go, change or come back, and doing it as one change that can be undone.

A ledger in the state folder knows which copies are ours, by what was ever written in them. A copy that says anything
else was changed by somebody, and is never touched.
"""

import contextlib
import json
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Literal

from mentorlog.entry import Entry
from mentorlog.errors import MentorlogError
from mentorlog.frontmatter import with_values
from mentorlog.journal import disk
from mentorlog.journal.folder import SETTINGS_NAME, Contents
from mentorlog.journal.history import Edit, Record, digest
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person
from mentorlog.sharing import shared_name, shared_text
from mentorlog.text import safe_line
from mentorlog.toml import Values, written


@dataclass
class Copy:
    """What the ledger knows of one entry's copy: where it is, since when, and all that we ever wrote in it."""

    path: str
    day: str
    digests: list[str]


@dataclass(frozen=True, slots=True)
class Handover:
    """What happens to one copy. `entry` is None where the entry is gone from the journal."""

    kind: Literal["new", "changed", "back", "theirs"]
    entry_id: str
    entry: Entry | None
    edit: Edit


@dataclass(frozen=True)
class Plan:
    """All that a share would do. `marks` are the writer's own entries whose front matter changes with it."""

    folder: Path
    handovers: tuple[Handover, ...] = ()
    marks: tuple[Edit, ...] = ()
    unchanged: int = 0

    def of(self, *kinds: str) -> list[Handover]:
        return [each for each in self.handovers if each.kind in kinds]

    @property
    def edits(self) -> list[Edit]:
        """Everything that would be written, the writer's own marks first."""
        return [*self.marks, *(each.edit for each in self.of("new", "changed", "back"))]

    def also_marked(self, entries: Iterable[Entry], values: Values) -> "Plan":
        """The same, with these values set in these entries of the writer's."""
        marks = (_marked(entry, values) for entry in entries)
        return replace(self, marks=(*self.marks, *(mark for mark in marks if mark.before != mark.after)))

    def without(self, ids: Collection[str]) -> "Plan":
        """The same, but for these entries, which stay as they are."""
        kept = tuple(each for each in self.handovers if each.entry_id not in ids)
        paths = {each.entry.path for each in self.handovers if each.entry and each.entry_id in ids}
        marks = tuple(edit for edit in self.marks if edit.path not in paths)
        return replace(self, handovers=kept, marks=marks)


@dataclass
class Shares:
    """What was handed over from one journal, by shared folder and entry."""

    path: Path
    ledger: dict[str, dict[str, Copy]] = field(default_factory=dict)

    @classmethod
    def of(cls, state: Path, journal: Journal) -> "Shares":
        """As the ledger has it; a ledger that is damaged or not there is empty, and copies of ours are known again."""
        path = state / "shares" / f"{journal.history.folder.name}.json"
        with contextlib.suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
            read = json.loads(disk.read(path))["folders"]
            return cls(
                path, {folder: {key: Copy(**each) for key, each in held.items()} for folder, held in read.items()}
            )
        return cls(path)

    def plan(
        self,
        contents: Contents,
        person: Person,
        chosen: Sequence[Entry],
        named: Sequence[Entry],
        values: Values,
        theirs: Collection[str] = (),
    ) -> Plan:
        """What it takes for `person` to have the copies of `chosen` and `named`, and no others of ours.

        `values` are what is set in those that are named, to mark them; `theirs` are the ids of what they share, which
        may be followed. Raises MentorlogError.
        """
        folder = shared_folder(person)
        wanted = {entry.id: entry for entry in (*chosen, *named)}
        held = self.ledger.get(str(folder), {})
        found = [self._handover(folder, held, entry, {*wanted, *theirs}) for entry in wanted.values()]
        found += [self._back(folder, key, held[key]) for key in self._no_longer(contents, held, wanted)]
        moving = tuple(each for each in found if each.edit.before != each.edit.after)
        marks = (_marked(entry, values) for entry in named)
        unchanged = len(wanted) - len([each for each in moving if each.entry_id in wanted])
        return Plan(folder, moving, tuple(mark for mark in marks if mark.before != mark.after), unchanged)

    @staticmethod
    def _no_longer(contents: Contents, held: dict[str, Copy], wanted: Collection[str]) -> Iterator[str]:
        """Entries that were handed over and are not shared now. While a file cannot be read, none is taken for gone."""
        known = {entry.id for entry in contents.entries}
        yield from (key for key in held if key not in wanted and (key in known or not contents.unreadable))

    @staticmethod
    def _handover(folder: Path, held: dict[str, Copy], entry: Entry, shared_ids: Collection[str]) -> Handover:
        copy, data = held.get(entry.id), shared_text(entry, shared_ids).encode("utf-8")
        path = copy.path if copy else shared_name(entry)
        now = _bytes_at(folder, path)
        edit = Edit(path, now, data, str(folder))
        if now is None:
            return Handover("new", entry.id, entry, edit)
        is_ours = now == data or (copy is not None and digest(now) in copy.digests)
        return Handover("changed" if is_ours else "theirs", entry.id, entry, edit)

    @staticmethod
    def _back(folder: Path, entry_id: str, copy: Copy) -> Handover:
        now = _bytes_at(folder, copy.path)
        is_ours = now is None or digest(now) in copy.digests
        return Handover("back" if is_ours else "theirs", entry_id, None, Edit(copy.path, now, None, str(folder)))

    def carry_out(self, journal: Journal, plan: Plan, what: str, day: date) -> Record:
        """Do it, as one change on record. The ledger comes first: a copy that it does not know would be nobody's."""
        held = self.ledger.setdefault(str(plan.folder), {})
        for each in plan.of("new", "changed"):
            copy = held.setdefault(each.entry_id, Copy(each.edit.path, day.isoformat(), []))
            copy.digests = [*dict.fromkeys([*copy.digests, str(digest(each.edit.after))])]
        self._write()
        edits = [*plan.edits, *_signed(journal, plan)]
        return journal.apply("share", what, edits)

    def _write(self) -> None:
        folders = {name: {key: vars(copy) for key, copy in held.items()} for name, held in self.ledger.items()}
        try:
            disk.make_folder(self.path.parent)
            disk.overwrite(self.path, json.dumps({"schema": 1, "folders": folders}, indent=1).encode())
        except OSError as error:
            raise MentorlogError(
                f"nothing was shared: what is shared cannot be written down in {safe_line(str(self.path))} "
                f"({disk.reason(error)})"
            ) from None

    def since(self, folder: Path, entry_id: str) -> str:
        """The day on which an entry was first handed over, as 2026-11-23; "" if it never was."""
        copy = self.ledger.get(str(folder), {}).get(entry_id)
        return copy.day if copy else ""


def shared_folder(person: Person) -> Path:
    """Where copies for `person` go. Raises MentorlogError where there is none set, or it is not there now."""
    if not person.my_folder:
        raise MentorlogError(
            f"no folder is set up for {safe_line(person.name)}",
            hint=f"mentorlog share --with '{person.name}' --to FOLDER",
        )
    folder = Path(person.my_folder)
    if not os.path.isdir(folder):
        raise MentorlogError(
            f"the folder for {safe_line(person.name)} is not at {safe_line(str(folder))}; is the drive connected?"
        )
    return Path(os.path.realpath(folder))


def _marked(entry: Entry, values: Values) -> Edit:
    return Edit(entry.path, entry.data, with_values(entry.text, values).encode("utf-8"))


def _signed(journal: Journal, plan: Plan) -> Iterable[Edit]:
    """The settings of a new shared folder: whose it is. No id, which would tell two journals of one writer apart."""
    if plan.of("new") and _bytes_at(plan.folder, SETTINGS_NAME) is None:
        lines = {"schema": 1, "name": journal.settings.name, "role": journal.settings.role}
        text = "".join(f"{key} = {written(value)}\n" for key, value in lines.items() if value != "")
        yield Edit(SETTINGS_NAME, None, text.encode(), str(plan.folder))


def _bytes_at(folder: Path, path: str) -> bytes | None:
    try:
        return disk.read(folder / path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise MentorlogError(f"{safe_line(path)} in the shared folder cannot be read: {disk.reason(error)}") from None

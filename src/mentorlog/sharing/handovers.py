"""Handing copies over: which would go, change or come back, and doing it as one change that can be undone.

A copy is ours if we wrote what stands in it. One that says anything else was changed by somebody, and is never touched.
"""

import contextlib
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal

from mentorlog.entry.entry import Entry
from mentorlog.errors import ContentError
from mentorlog.journal import disk
from mentorlog.journal.changes import changing
from mentorlog.journal.folder import SETTINGS_NAME, Contents
from mentorlog.journal.history import Edit, Record, digest
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person, Settings, written_settings
from mentorlog.sharing.audience import between_us
from mentorlog.sharing.copy import shared_name, shared_text
from mentorlog.sharing.ledger import Ledger
from mentorlog.sharing.plan import Handover, Plan
from mentorlog.sharing.shared_folder import SharedFolder

_CHANGED = "is not what you shared"
_UNKNOWN = "says that it is a copy of yours, but nothing here tells that you wrote what it says"


@dataclass
class Handovers:
    """The copies that one journal hands over, and those that it did."""

    journal: Journal
    ledger: Ledger

    @classmethod
    def of(cls, journal: Journal) -> "Handovers":
        return cls(journal, Ledger.read(journal.state / "shares" / f"{journal.history.folder.name}.json"))

    def planned(
        self,
        folder: SharedFolder,
        contents: Contents,
        going: Sequence[Entry],
        theirs: Collection[str] = (),
        left_out: Collection[str] = (),
    ) -> tuple[Handover, ...]:
        """What it takes for `folder` to have the copies of the entries `going`, and no others of ours.

        `theirs` are the ids of entries that its reader shares, which a copy may follow. The copies of those `left_out`,
        by id, stay as they are. Raises MentorlogError.
        """
        wanted = {entry.id: entry for entry in going}
        followed = {*wanted, *theirs, *(key for key in left_out if key in folder.claims)}
        handovers = [each for entry in wanted.values() for each in self._handed(folder, entry, followed)]
        gone = self._no_longer(contents, folder, {*wanted, *left_out})
        known = {entry.id: entry for entry in contents.entries}
        handovers += [each for key in gone for each in self._back(folder, key, known.get(key))]
        return tuple(handovers)

    def _no_longer(self, contents: Contents, folder: SharedFolder, wanted: Collection[str]) -> Iterator[str]:
        """Entries that have a copy and are not shared now. While a file cannot be read, none is taken for gone."""
        known = {entry.id for entry in contents.entries}
        held = self.ledger.held(folder.root)
        ours = dict.fromkeys([*held, *(key for key in folder.claims if key in known)])
        yield from (key for key in ours if key not in wanted and (key in known or not contents.unreadable))

    def left_with(self, person: Person, contents: Contents) -> list[str]:
        """The ids of entries that are not shared now, and whose copies are there for the next share to take back."""
        if not person.my_folder:
            return []
        folder = SharedFolder(Path(os.path.realpath(person.my_folder)), {})
        ours = between_us(self.journal, contents.entries, person)
        shared = {entry.id for entry in contents.entries if entry.is_shared and ours.holds(entry)}
        back = (each for key in self._no_longer(contents, folder, shared) for each in self._back(folder, key, None))
        return [each.entry_id for each in back if each.kind == "back"]

    def _handed(self, folder: SharedFolder, entry: Entry, followed: Collection[str]) -> Iterator[Handover]:
        """What gives `entry` the one copy that it should have, under the name that its title makes."""
        path, text = shared_name(entry), shared_text(entry, followed)
        earlier = list(self._back(folder, entry.id, entry, besides=path))
        now, why = self._found(folder, entry.id, path, entry)
        if why and now != text.encode("utf-8"):
            yield from (*earlier, Handover("theirs", entry.id, entry, path, why=why))
            return
        yield from (each for each in earlier if each.why)
        edits = [
            Edit(path, now, text.encode("utf-8"), str(folder.root)),
            *(each.edits[0] for each in earlier if not each.why),
        ]
        edits = [edit for edit in edits if edit.before != edit.after]
        kind: Literal["new", "changed", "same"] = "new" if now is None and len(edits) == 1 else "changed"
        yield Handover(kind if edits else "same", entry.id, entry, path, tuple(edits), text)

    def _back(self, folder: SharedFolder, entry_id: str, entry: Entry | None, besides: str = "") -> Iterator[Handover]:
        """What takes an entry's copies out of the folder, wherever they are, all but the one at `besides`."""
        for path in self._places(folder, entry_id):
            now, why = self._found(folder, entry_id, path, entry)
            if path != besides and why:
                yield Handover("theirs", entry_id, entry, path, why=why)
            elif path != besides and now is not None:
                yield Handover("back", entry_id, None, path, (Edit(path, now, None, str(folder.root)),))

    def _found(self, folder: SharedFolder, entry_id: str, path: str, entry: Entry | None) -> tuple[bytes | None, str]:
        """What stands at `path`, and why it cannot be taken for a copy of ours; "" if it can, or there is nothing."""
        try:
            now = folder.bytes_at(path)
        except OSError as error:
            return None, f"cannot be used, since {disk.reason(error)}"
        if now is None or self._is_ours(folder, now, entry):
            return now, ""
        is_known = entry_id in self.ledger.held(folder.root) or str(folder.root) in self._put_before
        return now, _CHANGED if is_known else _UNKNOWN

    def _places(self, folder: SharedFolder, entry_id: str) -> list[str]:
        """Where copies of an entry may be: where we put the latest, and wherever a file says that it is one."""
        copy = self.ledger.held(folder.root).get(entry_id)
        return [*dict.fromkeys([*([copy.path] if copy else []), *folder.claims.get(entry_id, ())])]

    def _is_ours(self, folder: SharedFolder, data: bytes, entry: Entry | None) -> bool:
        """Whether we wrote this: by the ledger, by the history, or because it is what we would write."""
        return (
            self.ledger.wrote(data)
            or digest(data) in self._put_before.get(str(folder.root), ())
            or (entry is not None and data in _texts(entry))
        )

    @cached_property
    def _put_before(self) -> dict[str, set[str]]:
        """By folder, the digests of all that changes on record put there."""
        with contextlib.suppress(OSError):
            return self.journal.history.put_elsewhere()
        return {}

    def carry_out(self, plan: Plan, verb: str, what: str, day: date) -> Record | None:
        """Do it, as one change on record; None where another mentorlog did all of it meanwhile.

        The ledger comes first: a copy that it does not know would be nobody's. Raises MentorlogError.
        """
        with changing(self.ledger.path.parent, "nothing was shared"):
            self.ledger = Ledger.read(self.ledger.path)
            is_more = [
                self.ledger.note(plan.folder, each.entry_id, each.path, each.text.encode("utf-8"), day)
                for each in plan.of("new", "changed", "same")
            ]
            if any(is_more):
                self.ledger.write()
            signed = list(_signed(self.journal, plan.folder)) if plan.of("new", "changed", "same") else []
            if not plan.edits:  # a share that was broken off just before: no change of its own
                for edit in signed:
                    disk.create(plan.folder / edit.path, edit.after or b"", plan.folder)
                return None
            left = [edit for edit in (*plan.edits, *signed) if self.journal.changes.bytes_of(edit) != edit.after]
            return self.journal.apply(verb, what, left) if left else None


def _texts(entry: Entry) -> Iterator[bytes]:
    """What a copy of this entry may say, whether or not the reader has what it follows."""
    with contextlib.suppress(ContentError):
        for followed in ((), (entry.head.follows,)):
            yield shared_text(entry, followed).encode("utf-8")


def _signed(journal: Journal, folder: Path) -> Iterable[Edit]:
    """The settings that a shared folder has to have: whose it is. No id, which would tell two journals apart."""
    if SETTINGS_NAME not in disk.names_in(folder):
        text = written_settings(Settings(name=journal.settings.name, role=journal.settings.role))
        yield Edit(SETTINGS_NAME, None, text.encode(), str(folder))

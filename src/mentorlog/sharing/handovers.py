"""Handovers of copies: plan which to add, change or take back, and carry that out as one change that can be undone.

A copy is ours if mentorlog wrote its present text. A file with any other text was changed by somebody, and is never
touched.
"""

import contextlib
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal

from mentorlog.entry.entry import Entry, Unread, read_entry
from mentorlog.entry.keys import SENTENCES, value_of
from mentorlog.errors import ContentError
from mentorlog.journal import disk
from mentorlog.journal.changes import changing
from mentorlog.journal.folder import SETTINGS_NAME, Contents
from mentorlog.journal.history import Edit, Record, digest
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person, Settings, written_settings
from mentorlog.sharing.audience import audience_of
from mentorlog.sharing.copy import shared_name, shared_text
from mentorlog.sharing.ledger import Ledger
from mentorlog.sharing.plan import Handover, Plan
from mentorlog.sharing.shared_folder import SharedFolder

_CHANGED = "is not what you shared"
_UNKNOWN = "says that it is a copy of yours, but nothing here tells that you wrote what it says"


@dataclass
class Handovers:
    """The copies that one journal hands over, and the ledger of those that it has handed over."""

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
        day: date,
        theirs: Collection[str] = (),
        left_out: Collection[str] = (),
    ) -> tuple[Handover, ...]:
        """Plan this `day`'s handovers, after which `folder` has copies of the entries `going`, and no others of ours.

        A copy may follow the entries with the ids `theirs`, which its reader shares. The copies of the entries with
        the ids `left_out` stay as they are. Raises MentorlogError.
        """
        wanted = {entry.id: entry for entry in going}
        followed = {*wanted, *theirs, *(key for key in left_out if key in folder.claims)}
        handovers = [
            handover for entry in wanted.values() for handover in self._hand_over(folder, entry, followed, day)
        ]
        gone = self._no_longer_shared(contents, folder, {*wanted, *left_out})
        entries = {entry.id: entry for entry in contents.entries}
        handovers += [handover for key in gone for handover in self._take_back(folder, key, entries.get(key))]
        return tuple(handovers)

    def _no_longer_shared(self, contents: Contents, folder: SharedFolder, wanted: Collection[str]) -> Iterator[str]:
        """Yield the ids of entries that have a copy in `folder` and are not `wanted` there.

        While a file in the journal cannot be read, an entry that is missing may be that file, and is not deleted.
        """
        present = {entry.id for entry in contents.entries}
        copies = self.ledger.copies_in(folder.root)
        ours = dict.fromkeys([*copies, *(key for key in folder.claims if key in present)])
        yield from (key for key in ours if key not in wanted and (key in present or not contents.unreadable))

    def ids_to_take_back(self, person: Person, contents: Contents) -> list[str]:
        """The ids of entries that are no longer shared, whose copies the next share will take back from `person`."""
        if not person.my_folder:
            return []
        folder = SharedFolder(Path(os.path.realpath(person.my_folder)), {})
        audience = audience_of(self.journal, contents.entries, person)
        shared = {entry.id for entry in contents.entries if entry.is_shared and audience.holds(entry)}
        gone = self._no_longer_shared(contents, folder, shared)
        handovers = (handover for key in gone for handover in self._take_back(folder, key, None))
        return [handover.entry_id for handover in handovers if handover.kind == "back"]

    def _hand_over(
        self, folder: SharedFolder, entry: Entry, followed: Collection[str], day: date
    ) -> Iterator[Handover]:
        """Yield the handovers that leave `entry` with one copy, under the name that its title makes."""
        path = shared_name(entry)
        earlier = list(self._take_back(folder, entry.id, entry, besides=path))
        now, why = self._copy_at(folder, entry.id, path, entry)
        text = _text_of(entry, followed, now, day)
        if why and now != text.encode("utf-8"):
            yield from (*earlier, Handover("theirs", entry.id, entry, path, why=why))
            return
        yield from (handover for handover in earlier if handover.why)
        edits = [
            Edit(path, now, text.encode("utf-8"), str(folder.root)),
            *(handover.edits[0] for handover in earlier if not handover.why),
        ]
        edits = [edit for edit in edits if edit.before != edit.after]
        kind: Literal["new", "changed", "same"] = "new" if now is None and len(edits) == 1 else "changed"
        yield Handover(kind if edits else "same", entry.id, entry, path, tuple(edits), text)

    def _take_back(
        self, folder: SharedFolder, entry_id: str, entry: Entry | None, besides: str = ""
    ) -> Iterator[Handover]:
        """Yield a handover for each copy of an entry, except the one at `besides`: it goes if it is ours."""
        for path in self._places(folder, entry_id):
            now, why = self._copy_at(folder, entry_id, path, entry)
            if path != besides and why:
                yield Handover("theirs", entry_id, entry, path, why=why)
            elif path != besides and now is not None:
                yield Handover("back", entry_id, None, path, (Edit(path, now, None, str(folder.root)),))

    def _copy_at(self, folder: SharedFolder, entry_id: str, path: str, entry: Entry | None) -> tuple[bytes | None, str]:
        """Read the file at `path`. Returns its bytes, None for no file, and why it is not ours, "" if it is."""
        try:
            now = folder.bytes_at(path)
        except OSError as error:
            return None, f"cannot be used, since {disk.reason(error)}"
        if now is None or self._is_ours(folder, now, entry):
            return now, ""
        is_known = entry_id in self.ledger.copies_in(folder.root) or str(folder.root) in self._put_before
        return now, _CHANGED if is_known else _UNKNOWN

    def _places(self, folder: SharedFolder, entry_id: str) -> list[str]:
        """The paths where copies of an entry may be: from the ledger, and of every file in the folder with its id."""
        copy = self.ledger.copies_in(folder.root).get(entry_id)
        return [*dict.fromkeys([*([copy.path] if copy else []), *folder.claims.get(entry_id, ())])]

    def _is_ours(self, folder: SharedFolder, data: bytes, entry: Entry | None) -> bool:
        """Whether mentorlog wrote `data`: by the ledger, by the history, or because it would write the same now."""
        return (
            self.ledger.has_written(data)
            or digest(data) in self._put_before.get(str(folder.root), ())
            or (entry is not None and data in _texts(entry, _day_in(data)))
        )

    @cached_property
    def _put_before(self) -> dict[str, set[str]]:
        """Digests of everything that recorded changes put into shared folders, by folder."""
        with contextlib.suppress(OSError):
            return self.journal.history.digests_elsewhere()
        return {}

    def carry_out(self, plan: Plan, verb: str, what: str, day: date) -> Record | None:
        """Carry out the plan as one recorded change; None if another mentorlog has done all of it meanwhile.

        The ledger is written first: otherwise we could not recognise our own copies. Raises MentorlogError.
        """
        with changing(self.ledger.path.parent, "nothing was shared"):
            self.ledger = Ledger.read(self.ledger.path)
            is_new = [
                self.ledger.record(plan.folder, handover.entry_id, handover.path, handover.text.encode("utf-8"), day)
                for handover in plan.of("new", "changed", "same")
            ]
            if any(is_new):
                self.ledger.write()
            owner = list(_owner_edits(self.journal, plan.folder)) if plan.of("new", "changed", "same") else []
            if not plan.edits:  # an earlier share was interrupted just before this step: not a change to undo
                for edit in owner:
                    disk.create(plan.folder / edit.path, edit.after or b"", plan.folder)
                return None
            left = [edit for edit in (*plan.edits, *owner) if self.journal.changes.bytes_of(edit) != edit.after]
            return self.journal.apply(verb, what, left) if left else None


def _text_of(entry: Entry, followed: Collection[str], now: bytes | None, day: date) -> str:
    """The text of an entry's copy. It keeps the day of the copy that is there `now` unless its words have changed."""
    earlier = read_entry("copy.md", now or b"")
    text = shared_text(entry, followed, day)
    if isinstance(earlier, Entry) and _words_of(earlier) == _words_of(read_entry("copy.md", text.encode("utf-8"))):
        return shared_text(entry, followed, earlier.head.handed_over)
    return text


def _words_of(copy: Entry | Unread) -> tuple[object, ...]:
    """Everything in a copy that its writer put in words: no facts, such as whether a step is done."""
    if isinstance(copy, Unread):
        return ()
    return (copy.body, *(value_of(copy.head, key) for key in SENTENCES))


def _day_in(data: bytes) -> date | None:
    """The day on which a copy with these bytes was handed over; None if it does not say."""
    copy = read_entry("copy.md", data)
    return copy.head.handed_over if isinstance(copy, Entry) else None


def _texts(entry: Entry, day: date | None) -> Iterator[bytes]:
    """Yield the possible bytes of this entry's copy, handed over on this day: without references, and with them."""
    with contextlib.suppress(ContentError):
        for known in ((), (entry.head.follows, *entry.head.answers)):
            yield shared_text(entry, known, day).encode("utf-8")


def _owner_edits(journal: Journal, folder: Path) -> Iterable[Edit]:
    """The edit that adds a settings file with the writer's name and role, if the shared folder has none.

    It gives no journal id, by which a reader could tell two journals of one writer apart.
    """
    if SETTINGS_NAME not in disk.names_in(folder):
        text = written_settings(Settings(name=journal.settings.name, role=journal.settings.role))
        yield Edit(SETTINGS_NAME, None, text.encode(), str(folder))

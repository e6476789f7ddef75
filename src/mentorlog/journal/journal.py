"""One person's journal: reading it, and every change to it, each on record before it is made."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from mentorlog.entry import Entry, Unread, read_entry
from mentorlog.errors import ContentError, MentorlogError, NotFoundError
from mentorlog.frontmatter import with_values
from mentorlog.head import SCHEMA, Problem
from mentorlog.journal import disk
from mentorlog.journal.changing import changing
from mentorlog.journal.folder import Contents, names_for, read_file, read_folder, walked
from mentorlog.journal.history import Edit, FileRecord, History, Record, digest, summary_of
from mentorlog.journal.settings import Settings, key_of
from mentorlog.text import safe_line
from mentorlog.toml import Values

if TYPE_CHECKING:
    from mentorlog.journal.drafts import Drafts


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo did: the change it took back, and the change it made itself."""

    taken_back: Record
    record: Record


class Journal:
    """The journal at `root`; `state` is this account's own folder, outside of it."""

    def __init__(self, root: Path, state: Path, settings: Settings) -> None:
        self.root = root
        self.settings = settings
        self.state = state

    @cached_property
    def history(self) -> History:
        """What was changed, and what stood there before."""
        return History(self.state, key_of(self.root, self.settings))

    @property
    def mark(self) -> str:
        """What tells this journal from others, wherever its folder moves."""
        return self.settings.id or str(self.root)

    @property
    def marks(self) -> frozenset[str]:
        """Every way in which a draft may say that it belongs here."""
        return frozenset({self.mark, str(self.root)})

    def read(self) -> Contents:
        return read_folder(self.root, self.settings.role)

    def walk(self, is_wanted: Callable[[bytes], bool] | None = None) -> Iterator[Entry | Unread | Problem]:
        """What `read` holds, one after the other, for a command that keeps little; only of files that are wanted."""
        return walked(self.root, self.settings.role, is_wanted)

    def latest(self, same_day: Sequence[Entry]) -> Entry:
        """Of entries of one day, the one that was written last, as far as the history knows; else the last by name."""
        if len(same_day) > 1:
            by_path = {entry.path: entry for entry in same_day}
            for record in reversed(self.history.records()):
                if record.verb == "new" and record.files[0].path in by_path:
                    return by_path[record.files[0].path]
        return max(same_day, key=lambda entry: entry.order)

    def add(self, day: date, title: str, text: str) -> Entry:
        """Write a new entry under a name of its own, and read it back. Raises MentorlogError; then nothing is new."""
        data = text.encode("utf-8")
        if len(data) > disk.LARGEST:
            raise ContentError(f"this is over {disk.LARGEST // 1024 // 1024} MB, too long for one entry")
        with changing(self.state, "the entry could not be saved"):
            folder = disk.made_inside(self.root, f"{day.year:04}")
            for path in names_for(folder, day, title):
                if not os.path.lexists(path) and self._created(path, data, title, day):
                    return self._read_back(path, data)
        raise MentorlogError(f"too many entries of {day} have this title")

    def add_with(self, day: date, title: str, text: str, states: Sequence[tuple[Entry, Values]], verb: str) -> Entry:
        """Write a new entry, and values in others, as one change that one undo takes back. Raises MentorlogError."""
        folder = self.root / f"{day.year:04}"
        free = next(path for path in names_for(folder, day, title) if not os.path.lexists(path))
        edits = [Edit(free.relative_to(self.root).as_posix(), None, text.encode("utf-8"))]
        for entry, values in states:
            self.refuse_newer(entry)
            edits.append(Edit(entry.path, entry.data, with_values(entry.text, values).encode("utf-8")))
        self.apply(verb, summary_of(title, day), edits)
        return self._read_back(free, text.encode("utf-8"))

    def _created(self, path: Path, data: bytes, title: str, day: date) -> bool:
        """Whether the name was still free: a sync service or another computer may have just taken it."""
        name = path.relative_to(self.root).as_posix()
        record = self.history.write("new", summary_of(title, day), [Edit(name, None, data)])
        try:
            disk.create(path, data)
        except FileExistsError:
            self.history.drop(record)
            return False
        except BaseException:
            if not os.path.lexists(path):
                self.history.drop(record)
            raise
        self.history.finished(record)
        return True

    def _read_back(self, path: Path, data: bytes) -> Entry:
        entry = read_file(self.root, path.relative_to(self.root).as_posix(), self.settings.role)
        if not isinstance(entry, Entry):
            raise MentorlogError(f"{path.name} was written but does not read back: {entry.problem.text}")
        if disk.read(path) != data:
            raise MentorlogError(f"{path.name} was written but does not read back the same")
        return entry

    def rewrite(self, entry: Entry, text: str, verb: str = "edit") -> Entry:
        """Replace an entry's whole text, if its file is still the one that was read. Returns the entry as it is now.

        Raises ContentError where the file has changed meanwhile; the file then stays as it is.
        """
        if text != entry.text:
            self.refuse_newer(entry)
            self._refuse_unreadable(entry, text)
            edit = Edit(entry.path, entry.data, text.encode("utf-8"))
            self.apply(verb, summary_of(entry.title, entry.date), [edit])
        read = read_file(self.root, entry.path, self.settings.role)
        if not isinstance(read, Entry):
            raise ContentError(f"saved, but it cannot be read as an entry now: {read.problem}", hint="mentorlog undo")
        return read

    def set_values(self, entry: Entry, values: Values, verb: str = "edit") -> Entry:
        """Change values in an entry's front matter and nothing else."""
        self.refuse_newer(entry)
        try:
            text = with_values(entry.text, values)
        except ContentError as error:
            raise ContentError(f"{safe_line(entry.path)} was left as it is: {error}") from None
        return self.rewrite(entry, text, verb)

    @staticmethod
    def refuse_newer(entry: Entry) -> None:
        """Raise ContentError for an entry that a later version wrote: it is read, and never changed."""
        if entry.head.schema_ > SCHEMA:
            raise ContentError(
                f"{safe_line(entry.path)} was written by a newer mentorlog, and is not changed by this one"
            )

    @staticmethod
    def _refuse_unreadable(entry: Entry, text: str) -> None:
        read = read_entry(entry.path, text.encode("utf-8"))
        if not isinstance(read, Entry):
            raise ContentError(
                f"{safe_line(entry.path)} was left as it is, or it would be no entry: {read.problem.text}"
            )

    def delete(self, entries: Sequence[Entry]) -> None:
        """Take entries out of the folder; what they held stays in the history."""
        edits = [Edit(entry.path, entry.data, None) for entry in entries]
        what = summary_of(entries[0].title, entries[0].date) if len(entries) == 1 else f"{len(entries)} entries"
        self.apply("delete", what, edits)

    def purge(self, entry: Entry, drafts: "Drafts") -> None:
        """Remove an entry for good: every earlier state of it, drafts of it, the file. Nothing brings it back.

        The file goes last, so that a purge that was broken off can be asked for again.
        """
        now, path = entry.data, self.root / entry.path
        with changing(self.state, "not everything was removed"):
            if disk.read(path) != now:
                raise disk.ChangedError
            self.history.forget(entry.path, now, lambda name, data: self._is_of(entry, name, data))
            drafts.forget(entry.id)
            for folder in (self.history.folder, drafts.folder, path.parent):
                disk.sweep(folder, entry.id.encode())
            disk.erase(path, now)

    def _is_of(self, entry: Entry, name: str, data: bytes) -> bool:
        """Whether `data`, once at `name`, may be an earlier state of `entry`: it says so, or cannot be read.

        Under a name that the entry has no longer, only an id of its own can tell.
        """
        read = read_entry(name, data)
        if name == entry.path:
            return not isinstance(read, Entry) or read.id == entry.id
        is_same = isinstance(read, Entry) and bool(entry.head.id) and read.head.id == entry.head.id
        return is_same and not os.path.lexists(self.root / name)

    def mend(self, texts: Mapping[str, tuple[str, str]]) -> None:
        """Replace whole files by mended texts, as one change: path to (text as it is, text mended)."""
        edits = [Edit(path, before.encode("utf-8"), after.encode("utf-8")) for path, (before, after) in texts.items()]
        what = edits[0].path if len(edits) == 1 else f"{len(edits)} files"
        self.apply("check --fix", what, edits)

    def undo(self, number: int | None = None) -> Undone:
        """Take back the latest change that stands, or the one with this number (which may be an undo itself).

        Raises NotFoundError where there is none, ContentError where the files have changed since.
        """
        with changing(self.state, "nothing was brought back"):
            for record in self._candidates(number):
                edits = [edit for edit in self._reversed(record) if edit.before != edit.after]
                if edits:
                    return Undone(record, self._carry_out("undo", record.what, edits, record.number))
                if record.is_finished:
                    raise ContentError(
                        f"{record.what} is already as it was before the last change", hint="mentorlog undo --list"
                    )
        raise NotFoundError("there is nothing to undo", hint="mentorlog undo --list")

    def _candidates(self, number: int | None) -> list[Record]:
        if number is None:
            return [each for each in self.history.to_undo(self._is_made)[::-1] if self.history.is_whole(each)]
        found = [record for record in self.history.records() if record.number == number]
        if not all(map(self.history.is_whole, found)):
            raise ContentError(f"the words before change {number} were removed for good")
        return found

    def _is_made(self, record: Record) -> bool:
        return all(digest(self._bytes_of(file)) == file.after for file in record.files)

    def _reversed(self, record: Record) -> list[Edit]:
        """The edits that would take `record` back. Raises ContentError where a file is not as it left it."""
        edits = []
        for file in record.files:
            now, before = self._bytes_of(file), self.history.before(file)
            if now != before and digest(now) != file.after:
                kept = f"; the earlier words are in {self.history.where(file)}" if file.before else ""
                raise ContentError(f"{safe_line(file.path)} has changed since, so it was left as it is{kept}")
            edits.append(Edit(file.path, now, before, file.folder))
        return edits

    def _place(self, what: Edit | FileRecord) -> Path:
        return Path(what.folder or self.root) / what.path

    def _bytes_of(self, what: Edit | FileRecord) -> bytes | None:
        try:
            return disk.read(self._place(what))
        except FileNotFoundError:
            return None

    def apply(self, verb: str, what: str, edits: Sequence[Edit]) -> Record:
        """Make several edits as one change, if every file is still what the edit says. Raises MentorlogError."""
        with changing(self.state, "nothing was changed"):
            for edit in edits:
                if self._bytes_of(edit) != edit.before:
                    raise disk.ChangedError
            return self._carry_out(verb, what, edits)

    def _carry_out(self, verb: str, what: str, edits: Sequence[Edit], undoes: int | None = None) -> Record:
        record = self.history.write(verb, what, edits, undoes)
        done = 0
        try:
            for edit in edits:
                self._make(edit)
                done += 1
        except OSError as error:
            if not done and self._is_untouched(edits[0]):
                self.history.drop(record)
                raise
            raise MentorlogError(
                f"the change was made, but perhaps not all of it, or not for good yet: {disk.reason_at(error)}",
                hint="mentorlog undo",
            ) from None
        except BaseException:
            if not done and self._is_untouched(edits[0]):
                self.history.drop(record)
            raise
        return self.history.finished(record)

    def _is_untouched(self, edit: Edit) -> bool:
        try:
            return self._bytes_of(edit) == edit.before
        except OSError:
            return False

    def _make(self, edit: Edit) -> None:
        path = self._place(edit)
        if edit.before is None and edit.after is not None:
            disk.made_inside(Path(edit.folder or self.root), str(PurePosixPath(edit.path).parent))
            disk.create(path, edit.after)
        elif edit.before is not None and edit.after is not None:
            disk.replace(path, edit.before, edit.after)
        elif edit.before is not None:
            disk.remove(path, edit.before)
        if edit.folder and edit.after is not None:
            disk.handed_over(path, Path(edit.folder))

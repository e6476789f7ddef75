"""One person's journal: read it and change it. Every change is recorded before it is made."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mentorlog.entry.entry import Entry, Unread, derived_id, read_entry
from mentorlog.entry.frontmatter import with_values
from mentorlog.entry.problems import Problem
from mentorlog.errors import ContentError, MentorlogError
from mentorlog.files.toml import Values
from mentorlog.journal import disk
from mentorlog.journal.changes import Changes, Undone, changing, edit_of, sweep_under
from mentorlog.journal.folder import Contents, contents_of, names_for, read_file, walk_folder
from mentorlog.journal.history import Edit, History, Record, summary_of
from mentorlog.journal.settings import Settings, key_of
from mentorlog.text import safe_line

if TYPE_CHECKING:
    from mentorlog.journal.drafts import Drafts


Watch = Callable[[Iterator[Entry | Unread | Problem]], Iterator[Entry | Unread | Problem]]


class NewEntry(NamedTuple):
    """An entry to be written: its file's text, and the day and title that name the file."""

    day: date
    title: str
    text: str


class Journal:
    """The journal at `root`. `state` is the account's own folder, outside the journal.

    `watch` wraps the iterator over files as they are read, so that the reader can see progress.
    """

    def __init__(self, root: Path, state: Path, settings: Settings, watch: Watch = iter) -> None:
        self.root = root
        self.settings = settings
        self.state = state
        self._watch = watch

    @cached_property
    def history(self) -> History:
        """The recorded changes, with the files as they were before."""
        return History(self.state, key_of(self.root, self.settings))

    @property
    def mark(self) -> str:
        """The journal's id, or its path if it has none. An id stays the same when the folder moves."""
        return self.settings.id or str(self.root)

    @property
    def marks(self) -> frozenset[str]:
        """The values by which drafts name this journal: its mark and its path."""
        return frozenset({self.mark, str(self.root)})

    def read(self) -> Contents:
        """Read all contents of the journal."""
        return contents_of(self.walk())

    def walk(self, is_wanted: Callable[[bytes], bool] | None = None) -> Iterator[Entry | Unread | Problem]:
        """Yield the same files as `read`, one at a time, to save memory. `is_wanted` decides from a file's bytes."""
        return self._watch(walk_folder(self.root, self.settings.role, is_wanted))

    def latest(self, same_day: Sequence[Entry]) -> Entry:
        """The entry of a day that was written last, according to the history; otherwise the last by name."""
        if len(same_day) > 1:
            by_path = {entry.path: entry for entry in same_day}
            for record in reversed(self.history.records()):
                made = (file.path for file in record.files if file.before is None and not file.folder)
                if record.verb != "undo" and (path := next(made, "")) in by_path:
                    return by_path[path]
        return max(same_day, key=lambda entry: entry.order)

    def add(self, day: date, title: str, text: str) -> Entry:
        """Write a new entry to a file of its own, and read it back. Raises MentorlogError."""
        data = _new_data(text)
        with changing(self.state, "the entry could not be saved"):
            disk.make_folder_inside(self.root, f"{day.year:04}")
            free = self._free_names(day, title)
            path = next(path for path in free if self._created(path, data, title, day))
            return self._read_back(path, data)

    def _free_names(self, day: date, title: str) -> Iterator[Path]:
        """Yield unused names for a new entry. Raises MentorlogError if there are none left."""
        names = names_for(self.root / f"{day.year:04}", day, title)
        yield from (path for path in names if not os.path.lexists(path))
        raise MentorlogError(f"too many entries of {day} have this title")

    def add_with(self, new: Sequence[NewEntry], states: Sequence[tuple[Entry, Values]], verb: str) -> list[Entry]:
        """Write new entries, and set values in others, as one change for undo. Raises MentorlogError.

        The first of the `new` entries names the change.
        """
        paths: list[Path] = []
        for entry in new:
            free = self._free_names(entry.day, entry.title)
            paths.append(next(path for path in free if path not in paths))
        datas = [_new_data(entry.text) for entry in new]
        names = [path.relative_to(self.root).as_posix() for path in paths]
        edits = [Edit(name, None, data) for name, data in zip(names, datas, strict=True)]
        for changed, values in states:
            self.refuse_newer(changed)
            edits.append(edit_of(changed, values))
        self.apply(verb, summary_of(new[0].title, new[0].day), edits)
        return [self._read_back(path, data) for path, data in zip(paths, datas, strict=True)]

    def _created(self, path: Path, data: bytes, title: str, day: date) -> bool:
        """Create a new entry's file. Returns False if the name is taken by now, perhaps by a sync service."""
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
        self.history.mark_finished(record)
        return True

    def _read_back(self, path: Path, data: bytes) -> Entry:
        entry = read_file(self.root, path.relative_to(self.root).as_posix(), self.settings.role)
        if not isinstance(entry, Entry):
            raise MentorlogError(f"{path.name} was written but does not read back: {entry.problem.text}")
        if disk.read(path) != data:
            raise MentorlogError(f"{path.name} was written but does not read back the same")
        return entry

    def rewrite(self, entry: Entry, text: str, verb: str = "edit") -> Entry:
        """Replace an entry's whole text, if its file is still as it was read. Returns the entry as it is now.

        Raises ContentError if the file has changed meanwhile, and leaves it as it is.
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
        """Raise ContentError for an entry that a newer mentorlog wrote: this version never changes it."""
        if entry.is_newer:
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
        """Delete entries. Their text stays in the history."""
        edits = [Edit(entry.path, entry.data, None) for entry in entries]
        what = summary_of(entries[0].title, entries[0].date) if len(entries) == 1 else f"{len(entries)} entries"
        self.apply("delete", what, edits)

    def purge(self, entry: Entry, drafts: "Drafts") -> None:
        """Remove an entry for good: all its earlier versions, its drafts and its file. Nothing restores it.

        The file goes last, so that an interrupted purge can be repeated.
        """
        now, path = entry.data, self.root / entry.path
        with changing(self.state, "not everything was removed"):
            if disk.read(path) != now:
                raise disk.ChangedError(path)
            self.history.forget(entry.path, now, lambda name, data: self._is_of(entry, name, data))
            drafts.forget(entry.id)
            for folder in (self.history.folder, drafts.folder, path.parent):
                disk.sweep(folder, entry.id.encode())
            disk.erase(path, now)

    def _is_of(self, entry: Entry, name: str, data: bytes) -> bool:
        """Whether `data`, once in the file `name`, may be an earlier version of `entry`.

        Under the entry's present name it is if it has the entry's id, or cannot be read. Under another name it is only
        if both give that id in their front matter and the file is gone.
        """
        read = read_entry(name, data)
        if name == entry.path:
            return not isinstance(read, Entry) or entry.id in (read.id, derived_id(read.date, name))
        is_same = isinstance(read, Entry) and bool(entry.head.id) and read.head.id == entry.head.id
        return is_same and not os.path.lexists(self.root / name)

    def mend(self, texts: Mapping[str, tuple[str, str]], verb: str = "check --fix") -> None:
        """Replace files by mended ones, as one change. `texts` maps a path to the present text and the mended one."""
        edits = [Edit(path, before.encode("utf-8"), after.encode("utf-8")) for path, (before, after) in texts.items()]
        what = edits[0].path if len(edits) == 1 else f"{len(edits)} files"
        self.apply(verb, what, edits)

    @cached_property
    def changes(self) -> Changes:
        """The changes to this journal's files."""
        return Changes(self.root, self.state, self.history)

    def apply(self, verb: str, what: str, edits: Sequence[Edit]) -> Record:
        """Make several edits as one change, if every file is still as it was before. Raises MentorlogError."""
        return self.changes.apply(verb, what, edits)

    def undo(self, number: int | None = None) -> Undone:
        """Take back the latest change not yet undone, or the one with this number. Raises MentorlogError."""
        return self.changes.undo(number)

    def sweep(self, folder: Path) -> None:
        """Remove half-written files of a killed mentorlog from a shared folder: their entries may be private now."""
        with changing(self.state, "nothing was shared"):
            sweep_under(folder)


def _new_data(text: str) -> bytes:
    """Encode a new entry's text. Raises ContentError if it is too long to be read again."""
    data = text.encode("utf-8")
    if len(data) > disk.LARGEST:
        raise ContentError(f"this is over {disk.LARGEST // 1024 // 1024} MB, too long for one entry")
    return data

"""Changes to files in a journal and in shared folders: record each before it is made, and undo it from the record."""

import contextlib
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from mentorlog.entry.entry import Entry
from mentorlog.entry.frontmatter import with_values
from mentorlog.errors import ContentError, MentorlogError, NotFoundError
from mentorlog.files.toml import Values
from mentorlog.journal import disk
from mentorlog.journal.history import Edit, FileRecord, History, Record, digest
from mentorlog.journal.locks import locked
from mentorlog.text import safe_line

_YEAR = re.compile(r"\d{4}")  # the folders inside a shared folder that copies are in


@dataclass(frozen=True, slots=True)
class Undone:
    """The result of an undo: the change that was taken back, and the record of the undo itself."""

    taken_back: Record
    record: Record


def edit_of(entry: Entry, values: Values) -> Edit:
    """Make the edit that sets values in an entry's front matter. Raises ContentError if it cannot be done safely."""
    return Edit(entry.path, entry.data, with_values(entry.text, values).encode("utf-8"))


@contextlib.contextmanager
def changing(state: Path, otherwise: str) -> Iterator[None]:
    """Hold the lock in `state`. Any fault raises MentorlogError, in a sentence that begins with `otherwise`."""
    try:
        disk.make_folder(state)
        with locked(state / "lock"):
            yield
    except TimeoutError:
        raise MentorlogError(f"{otherwise}: another mentorlog is writing", hint="try again in a moment") from None
    except disk.ChangedError as error:
        raise ContentError(f"{otherwise}: {safe_line(error.path.name)} has changed since it was read") from None
    except FileExistsError as error:
        raise ContentError(f"{otherwise}: {safe_line(str(error.filename2 or error.filename))} is there again") from None
    except OSError as error:
        raise MentorlogError(f"{otherwise}: {disk.reason_at(error)}") from None


class Changes:
    """The changes to the journal at `root`. `state` is the folder with the lock."""

    def __init__(self, root: Path, state: Path, history: History) -> None:
        self.root = root
        self.state = state
        self.history = history

    def undo(self, number: int | None = None) -> Undone:
        """Take back the latest change not yet undone, or the one with this number, which may itself be an undo.

        Raises NotFoundError if there is none, ContentError if the files have changed since.
        """
        with changing(self.state, "nothing was brought back"):
            for record in self._candidates(number):
                for folder in {file.folder for file in record.files if file.folder}:
                    sweep_under(Path(folder))
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
            return [record for record in self.history.to_undo(self._is_made)[::-1] if self.history.is_whole(record)]
        numbered = [record for record in self.history.records() if record.number == number]
        if not all(map(self.history.is_whole, numbered)):
            raise ContentError(f"the words before change {number} were removed for good")
        return numbered

    def _is_made(self, record: Record) -> bool:
        return all(digest(self.bytes_of(file)) == file.after for file in record.files)

    def _reversed(self, record: Record) -> list[Edit]:
        """The edits that would take `record` back. Raises ContentError if a file has changed since."""
        edits = []
        for file in record.files:
            now, before = self.bytes_of(file), self.history.before(file)
            is_as_made = digest(now) == file.after
            if file.folder and not is_as_made and now is None:
                raise ContentError(
                    f"{safe_line(file.path)} is not there any more: the copy has another name now, or has gone",
                    hint="mentorlog share --withdraw ENTRY",
                )
            if now != before and not is_as_made:
                kept = f"; the earlier words are in {self.history.where(file)}" if file.before else ""
                raise ContentError(f"{safe_line(file.path)} has changed since, so it was left as it is{kept}")
            edits.append(Edit(file.path, now, before, file.folder))
        return edits

    def _place(self, what: Edit | FileRecord) -> Path:
        return Path(what.folder or self.root) / what.path

    def bytes_of(self, what: Edit | FileRecord) -> bytes | None:
        """The present bytes of the file; None if there is no file."""
        try:
            return disk.read(self._place(what))
        except FileNotFoundError:
            return None

    def apply(self, verb: str, what: str, edits: Sequence[Edit]) -> Record:
        """Make several edits as one change, if every file is still as it was before. Raises MentorlogError."""
        with changing(self.state, "nothing was changed"):
            for edit in edits:
                if self.bytes_of(edit) != edit.before:
                    raise disk.ChangedError(self._place(edit))
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
        return self.history.mark_finished(record)

    def _is_untouched(self, edit: Edit) -> bool:
        try:
            return self.bytes_of(edit) == edit.before
        except OSError:
            return False

    def _make(self, edit: Edit) -> None:
        path, shared = self._place(edit), Path(edit.folder) if edit.folder else None
        if edit.before is None and edit.after is not None:
            disk.make_folder_inside(shared or self.root, str(PurePosixPath(edit.path).parent))
            disk.create(path, edit.after, shared)
        elif edit.before is not None and edit.after is not None:
            disk.replace(path, edit.before, edit.after, shared)
        elif edit.before is not None:
            disk.remove(path, edit.before)


def sweep_under(root: Path) -> None:
    """Remove half-written files that a killed mentorlog left in a shared folder. Call it only under the lock."""
    names = [name for name in disk.names_in(root) if _YEAR.fullmatch(name)]
    for folder in (root, *(root / name for name in names if not os.path.islink(root / name))):
        with contextlib.suppress(OSError):
            disk.sweep(folder, b"")

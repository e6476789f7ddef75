"""The history of a journal: every file as it was before each change, so that `mentorlog undo` can restore it.

A change is recorded before it is made: first the old files, as plain copies, then one record that names them. A record
whose change was never made (the power failed) is ignored.
"""

import contextlib
import os
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

from mentorlog.days import short
from mentorlog.journal import disk

KEPT_SECONDS = 90 * 24 * 3600.0
_KEPT = re.compile(r"\d{6,}-\d+\.md")
_LONGEST_STEP = 7 * 24 * 3600.0  # cap on the gap counted between two changes, in seconds
KEPT_VERSIONS = 20  # of one file, kept however old
_PRUNED_EVERY = 50  # changes; pruning reads every record


@dataclass(frozen=True, slots=True)
class Edit:
    """One file's bytes before and after a change; None for no file. `folder` is "" for a file in the journal."""

    path: str
    before: bytes | None
    after: bytes | None
    folder: str = ""


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One file in a record. `before` names its copy in the history folder, `after` is a SHA-256; None for no file."""

    path: str
    before: str | None
    after: str | None
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One change. `verb` is the command, `what` names the entry in a few words, `undoes` is the number of a record.

    The change of an unfinished record may not have been made, or only in part: the program was interrupted.
    """

    number: int
    verb: str
    what: str
    files: tuple[FileRecord, ...]
    undoes: int | None = None
    is_finished: bool = False


class History:
    """The changes to one journal, oldest first."""

    def __init__(self, state: Path, key: str) -> None:
        self.folder = state / "history" / key

    def write(self, verb: str, what: str, edits: Sequence[Edit], undoes: int | None = None) -> Record:
        """Record a change, before it is made."""
        disk.make_folder(self.folder)
        number = max((int(path.stem) for path in self._paths()), default=0) + 1
        files = tuple(
            FileRecord(edit.path, self._keep(number, place, edit.before), digest(edit.after), edit.folder)
            for place, edit in enumerate(edits)
        )
        record = Record(number, verb, what, files, undoes)
        disk.overwrite(self._path(number), _as_json(record))
        if number % _PRUNED_EVERY == 0:
            self._prune()
        return record

    def _prune(self) -> None:
        """Drop records over 90 days older than the latest, unless they hold one of a file's last 20 versions.

        The age of a record is the sum of the gaps between the later ones, and no gap counts for more than a week, so
        that a clock that jumps deletes nothing.
        """
        records = self.records()
        versions: Counter[str] = Counter()
        age, later = 0.0, self._written(records[-1])
        for record in reversed(records):
            versions.update(file.path for file in record.files)
            age += min(max(later - self._written(record), 0.0), _LONGEST_STEP)
            later = self._written(record)
            is_old = age > KEPT_SECONDS
            if is_old and all(versions[file.path] > KEPT_VERSIONS for file in record.files):
                self.drop(record)

    def _written(self, record: Record) -> float:
        return disk.modified(self._path(record.number))

    def versions(self, path: str) -> list[tuple[Record, bytes]]:
        """Each earlier version of the file at `path`, with the change that ended it, oldest first."""
        states = [
            (record, file)
            for record in self.records()
            for file in record.files
            if (file.path, file.folder) == (path, "")
        ]
        kept = ((record, self._kept(file)) for record, file in states)
        return [(record, before) for record, before in kept if before is not None]

    def digests_elsewhere(self) -> dict[str, set[str]]:
        """The digests of everything that recorded changes put into shared folders, by folder."""
        digests: dict[str, set[str]] = defaultdict(set)
        for file in (file for record in self.records() for file in record.files if file.folder):
            digests[file.folder].update([file.after] if file.after else [])
        return dict(digests)

    def forget(self, path: str, now: bytes, is_its: Callable[[str, bytes], bool]) -> None:
        """Remove all earlier versions of the entry at `path`, and of its copies, for good. `now` are its present bytes.

        Its file may have had another name, and another entry its present one: `is_its` decides, from a name and bytes.
        """
        digests = {digest(now)}
        for record in reversed(self.records()):
            its_files = [file for file in record.files if self._is_about(file, path, digests, is_its)]
            others = tuple(file for file in record.files if file not in its_files)
            if its_files and others:
                rest = replace(record, what=f"{len(others)} of several entries", files=others)
                disk.overwrite(self._path(record.number), _as_json(rest))
            for file in its_files:
                if file.before:
                    disk.discard(self.folder / file.before)
            if its_files and not others:
                disk.discard(self._path(record.number))
        self._forget_strays(path, is_its)

    def _forget_strays(self, path: str, is_its: Callable[[str, bytes], bool]) -> None:
        """Remove versions of the entry that have no record because mentorlog was killed before it wrote one."""
        named = {file.before for record in self.records() for file in record.files}
        for name in disk.listed(self.folder):
            if _KEPT.fullmatch(name) and name not in named and is_its(path, disk.read(self.folder / name)):
                disk.discard(self.folder / name)

    def _is_about(
        self, file: FileRecord, path: str, digests: set[str | None], is_its: Callable[[str, bytes], bool]
    ) -> bool:
        """Whether a record's file is a version of the entry. Adds the version to its `digests`.

        A file with no earlier bytes is one if the change left bytes with one of the `digests`.
        """
        before = self._kept(file)
        if before is None:
            return file.path == path and (file.after in digests or bool(file.before))
        is_about = is_its(path if file.folder else file.path, before)
        if is_about:
            digests.add(digest(before))
        return is_about

    def _kept(self, file: FileRecord) -> bytes | None:
        try:
            return self.before(file)
        except FileNotFoundError:
            return None

    def _keep(self, number: int, place: int, before: bytes | None) -> str | None:
        if before is None:
            return None
        name = f"{number:06}-{place}.md"
        disk.overwrite(self.folder / name, before)
        return name

    def mark_finished(self, record: Record) -> Record:
        """Mark a change as made. An error here is ignored: undo compares the files themselves."""
        done = replace(record, is_finished=True)
        with contextlib.suppress(OSError):
            disk.overwrite(self._path(record.number), _as_json(done))
        return done

    def drop(self, record: Record) -> None:
        """Remove a record, and the copies that it names."""
        disk.discard(self._path(record.number))
        for file in record.files:
            if file.before:
                disk.discard(self.folder / file.before)

    def before(self, file: FileRecord) -> bytes | None:
        """The bytes of the file before the change; None if there was no file."""
        return disk.read(self.folder / file.before) if file.before else None

    def is_whole(self, record: Record) -> bool:
        """Whether every copy that a record names still exists. An interrupted purge may have removed some."""
        return all(file.before is None or os.path.lexists(self.folder / file.before) for file in record.files)

    def where(self, file: FileRecord) -> Path:
        """The path of the copy from before the change, for people to find."""
        return self.folder / (file.before or "")

    def records(self) -> list[Record]:
        """All recorded changes, oldest first. Skips a damaged record. Raises OSError for one that cannot be opened."""
        records = (self._read(path) for path in self._paths())
        return [record for record in records if record]

    def _paths(self) -> list[Path]:
        """The files of the records. Raises OSError if the folder cannot be listed: numbers must not be used twice."""
        paths = (self.folder / name for name in disk.listed(self.folder))
        return sorted(path for path in paths if path.suffix == ".json" and path.stem.isdecimal())

    def to_undo(self, is_made: Callable[[Record], bool]) -> list[Record]:
        """The changes not yet undone, except undos. An undo that was itself undone does not count.

        `is_made` decides from the files whether an unfinished undo was made.
        """
        records = [record for record in self.records() if not record.undoes or record.is_finished or is_made(record)]
        undoing: dict[int, list[Record]] = defaultdict(list)
        for record in records:
            if record.undoes:
                undoing[record.undoes].append(record)
        standing: dict[int, bool] = {}
        for record in reversed(records):  # an undo comes after what it undoes
            standing[record.number] = not any(standing.get(later.number) for later in undoing[record.number])
        return [record for record in records if standing[record.number] and not record.undoes]

    def _path(self, number: int) -> Path:
        return self.folder / f"{number:06}.json"

    def _read(self, path: Path) -> Record | None:
        import json

        try:
            values = json.loads(disk.read(path))
            files = tuple(FileRecord(**file) for file in values["files"])
            return Record(values["number"], values["verb"], values["what"], files, values["undoes"], values["finished"])
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            return None


def _as_json(record: Record) -> bytes:
    import json

    values = {
        "schema": 1,
        "number": record.number,
        "verb": record.verb,
        "what": record.what,
        "files": [asdict(file) for file in record.files],
        "undoes": record.undoes,
        "finished": record.is_finished,
    }
    return json.dumps(values, indent=1).encode()


def digest(data: bytes | None) -> str | None:
    """The SHA-256 of a file's bytes, in hexadecimal; None for no file."""
    import hashlib

    return None if data is None else hashlib.sha256(data).hexdigest()


def summary_of(title: str, day: date) -> str:
    """A few words that name the entry of a change: its title and day."""
    return f'"{title}" ({short(day)})'

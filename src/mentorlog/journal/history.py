"""What every file was before each change, so that `mentorlog undo` can bring it back.

A change is written down before it is made: first the words as they were, as plain files, then one record that names
them. A record without its change (the power went) is passed over.
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
_LONGEST_STEP = 7 * 24 * 3600.0  # seconds between two changes that are believed
KEPT_VERSIONS = 20  # of one file, however old
_PRUNED_EVERY = 50  # changes: reading every record costs a little


@dataclass(frozen=True, slots=True)
class Edit:
    """One file's bytes before and after; None is "no such file". `folder` is "" for the journal's own."""

    path: str
    before: bytes | None
    after: bytes | None
    folder: str = ""


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One file in a record: `before` names the copy in the history folder, `after` is a SHA-256."""

    path: str
    before: str | None
    after: str | None
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One change. `verb` is the command; `what` says which entry in a few words; `undoes` is a record's number.

    One that is not finished was written down before it was made, and then the power went.
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
        """Put a change on record, before it is made."""
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
        """Let go of what is both over 90 days older than the latest change and not among a file's last 20 versions.

        Ages are told by the records' own times, one against the next, and no step counts for more than a week: a clock
        that jumps purges nothing.
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
        """Each earlier state of the file at `path`, with the change that ended it, oldest first."""
        found = [
            (record, file)
            for record in self.records()
            for file in record.files
            if (file.path, file.folder) == (path, "")
        ]
        kept = ((record, self._kept(file)) for record, file in found)
        return [(record, before) for record, before in kept if before is not None]

    def digests_elsewhere(self) -> dict[str, set[str]]:
        """All that changes on record put into other folders, as digests by folder."""
        put: dict[str, set[str]] = defaultdict(set)
        for file in (file for record in self.records() for file in record.files if file.folder):
            put[file.folder].update([file.after] if file.after else [])
        return dict(put)

    def forget(self, path: str, now: bytes, is_its: Callable[[str, bytes], bool]) -> None:
        """Remove every earlier state of the entry at `path`, and of copies of it, for good; `now` is its text today.

        Another entry may have had the name before it, and this one another name: `is_its` tells by name and text.
        """
        known = {digest(now)}
        for record in reversed(self.records()):
            mine = [file for file in record.files if self._is_about(file, path, known, is_its)]
            others = tuple(file for file in record.files if file not in mine)
            if mine and others:
                rest = replace(record, what=f"{len(others)} of several entries", files=others)
                disk.overwrite(self._path(record.number), _as_json(rest))
            for file in mine:
                if file.before:
                    disk.discard(self.folder / file.before)
            if mine and not others:
                disk.discard(self._path(record.number))
        self._forget_strays(path, is_its)

    def _forget_strays(self, path: str, is_its: Callable[[str, bytes], bool]) -> None:
        """The same for words that a killed mentorlog kept without coming to write their record."""
        named = {file.before for record in self.records() for file in record.files}
        for name in disk.listed(self.folder):
            if _KEPT.fullmatch(name) and name not in named and is_its(path, disk.read(self.folder / name)):
                disk.discard(self.folder / name)

    def _is_about(
        self, file: FileRecord, path: str, known: set[str | None], is_its: Callable[[str, bytes], bool]
    ) -> bool:
        """Whether a record's file is a state of that entry. One that was made by it is if a known text came of it."""
        before = self._kept(file)
        if before is None:
            return file.path == path and (file.after in known or bool(file.before))
        is_about = is_its(path if file.folder else file.path, before)
        if is_about:
            known.add(digest(before))
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
        """Note that a change was made. A fault here is no fault of the change: undo finds out by looking."""
        done = replace(record, is_finished=True)
        with contextlib.suppress(OSError):
            disk.overwrite(self._path(record.number), _as_json(done))
        return done

    def drop(self, record: Record) -> None:
        """Forget a change that was never made."""
        disk.discard(self._path(record.number))
        for file in record.files:
            if file.before:
                disk.discard(self.folder / file.before)

    def before(self, file: FileRecord) -> bytes | None:
        """What stood in the file before the change."""
        return disk.read(self.folder / file.before) if file.before else None

    def is_whole(self, record: Record) -> bool:
        """Whether the words before a change are still there; a purge may have been broken off among them."""
        return all(file.before is None or os.path.lexists(self.folder / file.before) for file in record.files)

    def where(self, file: FileRecord) -> Path:
        """Where the earlier words can be found by hand."""
        return self.folder / (file.before or "")

    def records(self) -> list[Record]:
        """Every change that is on record; a damaged record is passed over. Raises OSError where one cannot be read."""
        found = (self._read(path) for path in self._paths())
        return [record for record in found if record]

    def _paths(self) -> list[Path]:
        """The records' files. A folder that cannot be listed is no empty one: numbers would be given twice."""
        paths = (self.folder / name for name in disk.listed(self.folder))
        return sorted(path for path in paths if path.suffix == ".json" and path.stem.isdecimal())

    def to_undo(self, is_made: Callable[[Record], bool]) -> list[Record]:
        """The changes that stand, undos aside. An undo that was undone itself takes nothing back.

        `is_made` tells whether an undo that was written down, and then perhaps broken off, is true of the files.
        """
        records = [each for each in self.records() if not each.undoes or each.is_finished or is_made(each)]
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
            files = tuple(FileRecord(**each) for each in values["files"])
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
        "files": [asdict(each) for each in record.files],
        "undoes": record.undoes,
        "finished": record.is_finished,
    }
    return json.dumps(values, indent=1).encode()


def digest(data: bytes | None) -> str | None:
    """What tells whether a file is still the one a change left behind."""
    import hashlib

    return None if data is None else hashlib.sha256(data).hexdigest()


def summary_of(title: str, day: date) -> str:
    """Which entry a change is about, in a few words."""
    return f'"{title}" ({short(day)})'

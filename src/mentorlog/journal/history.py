"""What every file was before each change, so that `mentorlog undo` can bring it back.

A change is written down before it is made: first the words as they were, as plain files, then one record that names
them. A record without its change (the power went) is passed over.
"""

import contextlib
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mentorlog.journal import disk

KEPT_SECONDS = 90 * 24 * 3600.0
KEPT_VERSIONS = 20  # of one file, however old
_PRUNED_EVERY = 50  # changes: reading every record costs a little


@dataclass(frozen=True, slots=True)
class Edit:
    """One file's bytes before and after; None is "no such file"."""

    path: str
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One file in a record: `before` names the copy in the history folder, `after` is a SHA-256."""

    path: str
    before: str | None
    after: str | None


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
            FileRecord(edit.path, self._keep(number, place, edit.before), digest(edit.after))
            for place, edit in enumerate(edits)
        )
        record = Record(number, verb, what, files, undoes)
        disk.overwrite(self._path(number), _as_json(record))
        if number % _PRUNED_EVERY == 0:
            self._prune()
        return record

    def _prune(self) -> None:
        """Let go of what is both over 90 days older than the latest change and not among a file's last 20 versions.

        Ages are told by the records' own times, one against another: a clock that jumps purges nothing by itself.
        """
        records = self.records()
        latest = max(self._written(record) for record in records)
        versions: Counter[str] = Counter()
        for record in reversed(records):
            versions.update(file.path for file in record.files)
            is_old = latest - self._written(record) > KEPT_SECONDS
            if is_old and all(versions[file.path] > KEPT_VERSIONS for file in record.files):
                self.drop(record)

    def _written(self, record: Record) -> float:
        return disk.modified(self._path(record.number))

    def versions(self, path: str) -> list[tuple[Record, bytes]]:
        """Each earlier state of the file at `path`, with the change that ended it, oldest first."""
        found = [(record, file) for record in self.records() for file in record.files if file.path == path]
        kept = ((record, self.before(file)) for record, file in found)
        return [(record, before) for record, before in kept if before is not None]

    def forget(self, path: str, now: bytes, is_its: Callable[[bytes], bool]) -> None:
        """Remove every earlier state of the entry at `path` for good; `now` is what it says today.

        Another entry may have had the name before it: `is_its` tells their texts apart.
        """
        for record in self._about(path, now, is_its):
            others = tuple(file for file in record.files if file.path != path)
            if others:
                rest = replace(record, what=f"{len(others)} of several entries", files=others)
                disk.overwrite(self._path(record.number), _as_json(rest))
            for file in record.files:
                if file.path == path and file.before:
                    disk.discard(self.folder / file.before)
            if not others:
                disk.discard(self._path(record.number))

    def _about(self, path: str, now: bytes, is_its: Callable[[bytes], bool]) -> Iterator[Record]:
        """The changes to one entry, the latest first. One that made the file is its own if a known text came of it."""
        known = {digest(now)}
        for record in reversed(self.records()):
            for file in record.files:
                before = self._kept(file) if file.path == path else None
                if before is not None and is_its(before):
                    known.add(digest(before))
                    yield record
                elif file.path == path and before is None and (file.before or file.after in known):
                    yield record

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

    def finished(self, record: Record) -> Record:
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

    def where(self, file: FileRecord) -> Path:
        """Where the earlier words can be found by hand."""
        return self.folder / (file.before or "")

    def records(self) -> list[Record]:
        """Every change that is on record; a damaged record is passed over. Raises OSError where one cannot be read."""
        found = (self._read(path) for path in self._paths())
        return [record for record in found if record]

    def _paths(self) -> list[Path]:
        return sorted(path for path in self.folder.glob("*.json") if path.stem.isdecimal())

    def to_undo(self) -> list[Record]:
        """The changes that stand, undos aside. An undo that was undone itself takes nothing back."""
        records = self.records()
        undoing: dict[int, list[Record]] = defaultdict(list)
        for record in records:
            if record.undoes:
                undoing[record.undoes].append(record)
        standing: dict[int, bool] = {}
        for record in reversed(records):  # an undo comes after what it undoes
            standing[record.number] = not any(standing[later.number] for later in undoing[record.number])
        return [record for record in records if standing[record.number] and not record.undoes]

    def _path(self, number: int) -> Path:
        return self.folder / f"{number:06}.json"

    def _read(self, path: Path) -> Record | None:
        try:
            values = json.loads(disk.read(path))
            files = tuple(FileRecord(**each) for each in values["files"])
            return Record(values["number"], values["verb"], values["what"], files, values["undoes"], values["finished"])
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            return None


def _as_json(record: Record) -> bytes:
    values = {
        "schema": 1,
        "number": record.number,
        "verb": record.verb,
        "what": record.what,
        "files": [{"path": each.path, "before": each.before, "after": each.after} for each in record.files],
        "undoes": record.undoes,
        "finished": record.is_finished,
    }
    return json.dumps(values, indent=1).encode()


def digest(data: bytes | None) -> str | None:
    """What tells whether a file is still the one a change left behind."""
    return None if data is None else hashlib.sha256(data).hexdigest()

"""What commands remember for a journal's writer, outside the journal: ids, days and digests, but no words.

Each memory is a JSON file in the state folder. It may be lost: a missing or damaged one counts as empty, and one that
cannot be written is never an error.
"""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from mentorlog.journal import disk
from mentorlog.journal.journal import Journal

T = TypeVar("T")
_SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Memory:
    """One kind of memory: the folder of its files, and the key that holds the rows in each."""

    folder: str
    key: str

    def read(self, journal: Journal, parse: Callable[[Any], T], empty: T) -> T:
        """The rows as `parse` makes them, or `empty` if they are missing or damaged. Never raises."""
        import json

        try:
            return parse(json.loads(disk.read(self._path(journal)))[self.key])
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return empty

    def write(self, journal: Journal, rows: object) -> None:
        """Replace the rows. Never raises."""
        import json

        path = self._path(journal)
        with contextlib.suppress(OSError):
            disk.make_folder(path.parent)
            disk.overwrite(path, json.dumps({"schema": _SCHEMA, self.key: rows}, indent=1).encode())

    def _path(self, journal: Journal) -> Path:
        return journal.state / self.folder / f"{journal.history.folder.name}.json"

"""The ledger: the copies that this account handed over, their paths, and a digest of every text they have had.

It is a file in the state folder, ordered by shared folder and entry. A damaged or missing ledger counts as empty:
mentorlog then recognises its copies by the ids in them and by the history.
"""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from mentorlog.errors import MentorlogError
from mentorlog.journal import disk
from mentorlog.journal.history import digest
from mentorlog.text import safe_line


@dataclass
class Copy:
    """One entry's copy: its path, the day it was first handed over, and the digest of each text it has had."""

    path: str
    day: str
    digests: list[str]


@dataclass
class Ledger:
    """The copies of one journal's entries, by shared folder, then by entry id."""

    path: Path
    folders: dict[str, dict[str, Copy]] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> "Ledger":
        """Read the ledger at `path`. Raises MentorlogError if the file system will not give it."""
        import json

        try:
            folders = json.loads(disk.read(path))["folders"]
            return cls(path, {name: _copies_from(values) for name, values in folders.items()})
        except (FileNotFoundError, ValueError, TypeError, KeyError, AttributeError):
            return cls(path)
        except OSError as error:
            raise MentorlogError(f"what is shared cannot be looked up: {disk.reason_at(error)}") from None

    def copies_in(self, folder: Path) -> dict[str, Copy]:
        """The copies in a shared folder, by entry id."""
        return self.folders.get(str(folder), {})

    def has_written(self, data: bytes) -> bool:
        """Whether mentorlog ever put these bytes into a shared folder."""
        wanted = digest(data)
        return any(wanted in copy.digests for copies in self.folders.values() for copy in copies.values())

    def record(self, folder: Path, entry_id: str, path: str, data: bytes, day: date) -> bool:
        """Record that an entry's copy is at `path` and contains `data`. Returns True if anything changed."""
        copy = self.folders.setdefault(str(folder), {}).setdefault(entry_id, Copy(path, day.isoformat(), []))
        text_digest = str(digest(data))
        if copy.path == path and text_digest in copy.digests:
            return False
        copy.path, copy.digests = path, [*dict.fromkeys([*copy.digests, text_digest])]
        return True

    def write(self) -> None:
        """Write the ledger to its file. Raises MentorlogError: without it we could not recognise our own copies."""
        import json

        folders = {name: {key: vars(copy) for key, copy in copies.items()} for name, copies in self.folders.items()}
        try:
            disk.make_folder(self.path.parent)
            disk.overwrite(self.path, json.dumps({"schema": 1, "folders": folders}, indent=1).encode())
        except OSError as error:
            raise MentorlogError(
                f"nothing was shared: what is shared cannot be written down in {safe_line(str(self.path))} "
                f"({disk.reason(error)})"
            ) from None


def _copies_from(values: dict[str, dict[str, Any]]) -> dict[str, Copy]:
    return {entry_id: Copy(**fields) for entry_id, fields in values.items()}

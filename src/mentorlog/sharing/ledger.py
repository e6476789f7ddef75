"""The ledger: which copies this account handed over, where they are, and all that was ever written in them.

It stands in the state folder, by shared folder and entry. One that is damaged or not there is empty: the copies are
then known again by the ids in them and by the history.
"""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from mentorlog.errors import MentorlogError
from mentorlog.journal import disk
from mentorlog.journal.history import digest
from mentorlog.text import safe_line


@dataclass
class Copy:
    """What the ledger knows of one entry's copy: where it is, since when, and all that we ever wrote in it."""

    path: str
    day: str
    digests: list[str]


@dataclass
class Ledger:
    """The copies of one journal's entries: shared folder to entry id to copy."""

    path: Path
    folders: dict[str, dict[str, Copy]] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> "Ledger":
        import json

        try:
            read = json.loads(disk.read(path))["folders"]
            return cls(path, {name: {key: Copy(**each) for key, each in held.items()} for name, held in read.items()})
        except (FileNotFoundError, ValueError, TypeError, KeyError, AttributeError):
            return cls(path)
        except OSError as error:
            raise MentorlogError(f"what is shared cannot be looked up: {disk.reason_at(error)}") from None

    def held(self, folder: Path) -> dict[str, Copy]:
        return self.folders.get(str(folder), {})

    def wrote(self, data: bytes) -> bool:
        """Whether we ever put these words into a shared folder."""
        known = digest(data)
        return any(known in copy.digests for held in self.folders.values() for copy in held.values())

    def note(self, folder: Path, entry_id: str, path: str, data: bytes, day: date) -> bool:
        """Take it down that an entry's copy is at `path` and says `data`; whether that is news."""
        copy = self.folders.setdefault(str(folder), {}).setdefault(entry_id, Copy(path, day.isoformat(), []))
        said = str(digest(data))
        if copy.path == path and said in copy.digests:
            return False
        copy.path, copy.digests = path, [*dict.fromkeys([*copy.digests, said])]
        return True

    def write(self) -> None:
        """Raises MentorlogError where it cannot be written: a copy that it does not know would be nobody's."""
        import json

        folders = {name: {key: vars(copy) for key, copy in held.items()} for name, held in self.folders.items()}
        try:
            disk.make_folder(self.path.parent)
            disk.overwrite(self.path, json.dumps({"schema": 1, "folders": folders}, indent=1).encode())
        except OSError as error:
            raise MentorlogError(
                f"nothing was shared: what is shared cannot be written down in {safe_line(str(self.path))} "
                f"({disk.reason(error)})"
            ) from None

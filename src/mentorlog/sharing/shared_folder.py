"""Shared folders: find a person's, and index the copies in one by entry id. Links are never followed."""

import errno
import os
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from mentorlog.errors import MentorlogError
from mentorlog.journal import disk
from mentorlog.journal.folder import read_folder
from mentorlog.journal.settings import Person
from mentorlog.text import safe_line


@dataclass(frozen=True, slots=True)
class SharedFolder:
    """A folder with copies. `claims` maps an entry id to the paths of all files with that id."""

    root: Path
    claims: Mapping[str, tuple[str, ...]]

    @classmethod
    def at(cls, root: Path) -> "SharedFolder":
        """Read and index the folder at `root`."""
        claims: dict[str, tuple[str, ...]] = defaultdict(tuple)
        for entry in read_folder(root).entries:
            if entry.head.id:
                claims[entry.head.id] += (entry.path,)
        return cls(root, dict(claims))

    def bytes_at(self, path: str) -> bytes | None:
        """The bytes of the file at `path`; None if there is none. Raises OSError for a link or anything but a file."""
        place = self.root / path
        if any(
            os.path.islink(inner) for inner in place.parents if inner.is_relative_to(self.root) and inner != self.root
        ):
            raise disk.UnreadableError(errno.ELOOP, "its folder is a link, and links are not followed")
        try:
            return disk.read(place)
        except FileNotFoundError:
            return None


def shared_folder(person: Person, side: Literal["to", "from"]) -> Path:
    """The folder for copies "to" a person, or with copies "from" them, as an absolute path without links.

    Raises MentorlogError if none is set up, or it is missing.
    """
    name, folder = safe_line(person.name), person.my_folder if side == "to" else person.their_folder
    if not folder:
        missing = f"no folder is set up for {name}" if side == "to" else f"no folder of {name}'s is set up"
        raise MentorlogError(missing, hint=f"mentorlog share --with '{name}' --{side} FOLDER")
    if not os.path.isdir(folder):
        which = f"the folder for {name}" if side == "to" else f"{name}'s folder"
        raise MentorlogError(f"{which} is not at {safe_line(folder)}; is the drive connected?")
    return Path(os.path.realpath(folder))

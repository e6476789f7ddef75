"""A shared folder as it is now: which file says that it is whose copy, and what stands in it. No link is followed."""

import errno
import os
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mentorlog.errors import MentorlogError
from mentorlog.journal import disk
from mentorlog.journal.folder import read_folder
from mentorlog.journal.settings import Person
from mentorlog.text import safe_line


@dataclass(frozen=True, slots=True)
class SharedFolder:
    """`claims` are the paths of the files that say an id, by that id."""

    root: Path
    claims: Mapping[str, tuple[str, ...]]

    @classmethod
    def at(cls, root: Path) -> "SharedFolder":
        claims: dict[str, tuple[str, ...]] = defaultdict(tuple)
        for entry in read_folder(root).entries:
            if entry.head.id:
                claims[entry.head.id] += (entry.path,)
        return cls(root, dict(claims))

    def bytes_at(self, path: str) -> bytes | None:
        """What stands at `path`; None where there is no file. Raises OSError for a link and all that is no file."""
        place = self.root / path
        if any(os.path.islink(each) for each in place.parents if each.is_relative_to(self.root) and each != self.root):
            raise disk.UnreadableError(errno.ELOOP, "its folder is a link, and links are not followed")
        try:
            return disk.read(place)
        except FileNotFoundError:
            return None


def shared_folder(person: Person) -> Path:
    """Where copies for `person` go. Raises MentorlogError where there is none set, or it is not there now."""
    if not person.my_folder:
        raise MentorlogError(
            f"no folder is set up for {safe_line(person.name)}",
            hint=f"mentorlog share --with '{person.name}' --to FOLDER",
        )
    folder = Path(person.my_folder)
    if not os.path.isdir(folder):
        raise MentorlogError(
            f"the folder for {safe_line(person.name)} is not at {safe_line(str(folder))}; is the drive connected?"
        )
    return Path(os.path.realpath(folder))

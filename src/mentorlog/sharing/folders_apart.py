"""Shared folders kept apart: from one another, from the journal and from the state folder.

If one folder were inside another, one person could read copies meant for somebody else. Folders can be moved or
replaced by links, so the check runs when a person is set up and again at every use.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from mentorlog.errors import UsageError
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person
from mentorlog.text import safe_line


class OverlappingFoldersError(UsageError):
    """Two folders that must be apart are the same folder, or one is inside the other."""

    def __init__(self, folder: str, other: str) -> None:
        super().__init__(
            f"{safe_line(folder)} and {safe_line(other)} are the same or one inside the other; choose a folder apart",
            hint="--to FOLDER and --from FOLDER, or for somebody set up, mentorlog.toml in your journal",
        )


def refuse_overlapping_folders(journal: Journal, person: Person) -> None:
    """Compare both of the person's folders with every other folder that the journal uses.

    Raises OverlappingFoldersError for the first two that overlap.
    """
    others = [other for other in journal.settings.people if other.name != person.name]
    refuse_nested(person, others, journal.root, journal.state)


def refuse_nested(person: Person, others: Sequence[Person], root: Path, state: Path) -> None:
    """Compare a person's folders with those of `others`, the journal at `root` and the state folder.

    The person need not be set up yet. Raises OverlappingFoldersError, or UsageError if the person's own two overlap.
    """
    taken = [(str(root), "your journal"), (str(state), "the folder of drafts")]
    taken += [(folder, f"a folder of {other.name}'s") for other in others for folder in _folders(other)]
    for folder in _folders(person):
        for place, name in taken:
            if _overlap(folder, place):
                raise OverlappingFoldersError(folder, name)
    if person.my_folder and person.their_folder and _overlap(person.my_folder, person.their_folder):
        raise UsageError("the folder for your copies and the one for theirs must be two folders, neither in the other")


def _folders(person: Person) -> Iterator[str]:
    yield from (folder for folder in (person.my_folder, person.their_folder) if folder)


def _overlap(folder: str, place: str) -> bool:
    one, other = Path(os.path.realpath(folder)), Path(os.path.realpath(place))
    return _is_in(one, other) or _is_in(other, one)


def _is_in(inner: Path, outer: Path) -> bool:
    """Compare by name, then by the file system, which may ignore case or give one folder two names."""
    return inner.is_relative_to(outer) or any(_is_same(folder, outer) for folder in (inner, *inner.parents))


def _is_same(one: Path, other: Path) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False

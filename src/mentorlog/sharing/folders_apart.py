"""Where shared folders may be: each apart from every other one, from the journal and from the drafts.

In a folder that stands inside another, what is shared with one person would be read by somebody else. Folders change
places, and a link may be put where one was: so this is asked when somebody is set up, and again at every use.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from mentorlog.errors import UsageError
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person
from mentorlog.text import safe_line


class NotApartError(UsageError):
    """Two folders that must be apart are one and the same, or one stands inside the other."""

    def __init__(self, folder: str, other: str) -> None:
        super().__init__(
            f"{safe_line(folder)} and {safe_line(other)} are the same or one inside the other; choose a folder apart",
            hint="--to FOLDER and --from FOLDER, or for somebody set up, mentorlog.toml in your journal",
        )


def refuse_shared_ground(journal: Journal, person: Person) -> None:
    """Hold both folders for `person` against every other folder that the journal knows. Raises NotApartError."""
    others = [each for each in journal.settings.people if each.name != person.name]
    refuse_nested(person, others, journal.root, journal.state)


def refuse_nested(person: Person, others: Sequence[Person], root: Path, state: Path) -> None:
    """The same where the person may be new to the journal at `root`. Raises NotApartError."""
    taken = [(str(root), "your journal"), (str(state), "the folder of drafts")]
    taken += [(folder, f"a folder of {other.name}'s") for other in others for folder in _folders(other)]
    for folder in _folders(person):
        for place, name in taken:
            if _overlap(folder, place):
                raise NotApartError(folder, name)
    if person.my_folder and person.their_folder and _overlap(person.my_folder, person.their_folder):
        raise UsageError("the folder for your copies and the one for theirs must be two folders, neither in the other")


def _folders(person: Person) -> Iterator[str]:
    yield from (folder for folder in (person.my_folder, person.their_folder) if folder)


def _overlap(folder: str, place: str) -> bool:
    one, other = Path(os.path.realpath(folder)), Path(os.path.realpath(place))
    return _is_in(one, other) or _is_in(other, one)


def _is_in(inner: Path, outer: Path) -> bool:
    """By name, and by what the file system says: capitals may not count there, and one folder may have two names."""
    return inner.is_relative_to(outer) or any(_is_same(each, outer) for each in (inner, *inner.parents))


def _is_same(one: Path, other: Path) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False

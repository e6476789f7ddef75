"""Which two people a command is about: from a folder, from `--with NAME`, or from whoever is set up."""

import os
from collections.abc import Sequence
from pathlib import Path

from mentorlog.cli.world import World, whole
from mentorlog.errors import MentorlogError, NotFoundError, UsageError
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import person_called
from mentorlog.sharing.pair import Pair, folder_of, others_pair, own_pair, person_at
from mentorlog.sharing.people import only_person
from mentorlog.text import safe_line


def pair_for(world: World, folders: Sequence[Path], name: str, *, is_handed_on: bool = False) -> Pair:
    """The writer and the other person; with `is_handed_on`, only what the reader shares of their own.

    Raises UsageError for two writers at once.
    """
    if len(folders) > 1:
        raise UsageError("a brief is about one person; what two people write is never put together")
    if folders and not _is_own(world, folders[0]):
        return _pair_at(world, _root_of(folders[0]), name, is_handed_on=is_handed_on)
    return _set_up_pair(world.journal(), name, is_handed_on=is_handed_on)


def _pair_at(world: World, root: Path, name: str, *, is_handed_on: bool) -> Pair:
    try:
        journal = world.journal() if world.expected_root() else None
    except MentorlogError:
        journal = None
    person = person_at(journal, root) if journal else None
    if name and (person is None or person_called([person], name) is None):
        raise UsageError("a folder and --with name two people; say one of them")
    return others_pair(root, journal, person, is_handed_on=is_handed_on)


def _set_up_pair(journal: Journal, name: str, *, is_handed_on: bool) -> Pair:
    """A mentor's brief is about their ECT; an ECT's is about themselves."""
    people = journal.settings.people
    if journal.settings.role == "mentor" and people:
        person = only_person(people, name)
        return others_pair(folder_of(person), journal, person, is_handed_on=is_handed_on)
    is_about_two = bool(name) or len(people) == 1 or (is_handed_on and bool(people))
    return own_pair(journal, only_person(people, name) if is_about_two else None, is_handed_on=is_handed_on)


def _is_own(world: World, folder: Path) -> bool:
    expected = world.expected_root()
    return expected is not None and whole(expected) == whole(folder)


def _root_of(folder: Path) -> Path:
    root = whole(folder)
    if not os.path.isdir(root):
        raise NotFoundError(f"there is no folder {safe_line(str(root))}")
    return root

"""The entries in a folder: which files are looked at, and what each of them says."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from mentorlog.dimensions import Role
from mentorlog.entry.difference import difference
from mentorlog.entry.entry import Entry, Unread, read_entry
from mentorlog.entry.problems import Problem
from mentorlog.finding.duplicates import copies
from mentorlog.journal import disk
from mentorlog.text import count, safe_line, slug

SETTINGS_NAME = "mentorlog.toml"
PROMPTS_NAME = "prompts"
_MOST_SAME_NAMES = 10_000
_DEEPEST = 8  # folders inside folders; ours are one deep
_SKIPPED_PREFIXES = (".", "~$", disk.TEMPORARY)
_SKIPPED_AT_TOP = {PROMPTS_NAME, "readme.md"}


@dataclass(frozen=True, slots=True)
class Contents:
    """What a folder holds: entries in the order of their days, and every file that could not be one."""

    entries: tuple[Entry, ...] = ()
    unread: tuple[Unread, ...] = ()
    folders: tuple[Problem, ...] = ()

    @property
    def unreadable(self) -> int:
        """How many files and folders could not be read."""
        return len(self.unread) + len(self.folders)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that a person should look at, by path and line."""
        found = [problem for entry in self.entries for problem in entry.problems]
        found += [each.problem for each in self.unread]
        return tuple(sorted([*found, *self.folders, *_doubled(self.entries)]))


def read_folder(root: Path, role: Role = "ect") -> Contents:
    """Every entry under `root`. A file or folder that cannot be read is listed and hides nothing else."""
    return contents_of(walk_folder(root, role))


def contents_of(found: Iterable[Entry | Unread | Problem]) -> Contents:
    """All that is `found`, held together."""
    entries, unread, folders = [], [], []
    for each in found:
        if isinstance(each, Entry):
            entries.append(each)
        elif isinstance(each, Unread):
            unread.append(each)
        else:
            folders.append(each)
    entries.sort(key=lambda entry: entry.order)
    return Contents(tuple(entries), tuple(unread), tuple(folders))


def walk_folder(
    root: Path, role: Role = "ect", is_wanted: Callable[[bytes], bool] | None = None
) -> Iterator[Entry | Unread | Problem]:
    """The same, one after the other by the names of files, without holding them.

    Files whose bytes are not wanted are passed over; those that cannot be opened never are.
    """
    for found in _markdown_files(str(root), "", 0):
        if isinstance(found, Problem):
            yield found
            continue
        data = _data_of(root, found)
        if isinstance(data, Unread):
            yield data
        elif is_wanted is None or is_wanted(data):
            yield read_entry(found, data, role)


def newest_in(root: Path, most: int) -> list[Entry]:
    """The entries whose files' names come last, as many as are asked for; no other file is read."""
    found = (name for name in _markdown_files(str(root), "", 0) if isinstance(name, str))
    by_day = sorted(found, key=lambda name: name.rpartition("/")[2], reverse=True)
    entries = (read_file(root, name) for name in by_day)
    return list(islice((each for each in entries if isinstance(each, Entry)), most))


def read_file(root: Path, name: str, role: Role = "ect") -> Entry | Unread:
    """What the file `name` in `root` says; a file that cannot be opened is Unread, with the reason."""
    data = _data_of(root, name)
    return data if isinstance(data, Unread) else read_entry(name, data, role)


def _data_of(root: Path, name: str) -> bytes | Unread:
    try:
        return disk.read(f"{root}/{name}")
    except OSError as error:
        return Unread(name, "", Problem(name, 1, disk.reason(error)), is_unopened=True)


def new_id(root: Path | None, day: date, letters: Callable[[int], str]) -> str:
    """An id for a new entry that no entry of that day in this journal has. `letters` gives so many random ones."""
    folder = (root or Path()) / f"{day.year:04}"
    names = disk.names_in(folder) if root else []
    same_day = (read_file(folder, name) for name in names if name.startswith(day.isoformat()))
    taken = {entry.id for entry in same_day if isinstance(entry, Entry)}
    while (found := f"{day:%Y%m%d}-{letters(4)}") in taken:
        pass
    return found


def names_for(folder: Path, day: date, title: str) -> Iterator[Path]:
    """Names for a new entry: the day and the title, then -2, -3 and so on."""
    stem = f"{day.isoformat()}-{slug(title)}"
    yield folder / f"{stem}.md"
    for number in range(2, _MOST_SAME_NAMES):
        yield folder / f"{stem}-{number}.md"


def _markdown_files(folder: str, inside: str, depth: int) -> Iterator[str | Problem]:
    """The names of files in `folder`, each after `inside`, and what cannot be looked at."""
    try:
        with os.scandir(folder) as listing:
            found = sorted(listing, key=lambda each: each.name)
    except OSError as error:
        yield Problem(inside.rstrip("/") or ".", 1, f"this folder cannot be read: {disk.reason(error)}")
        return
    for each in found:
        name = each.name
        if name.startswith(_SKIPPED_PREFIXES) or (depth == 0 and name.casefold() in _SKIPPED_AT_TOP):
            continue
        try:
            is_folder = each.is_dir(follow_symlinks=False)
            is_link = not is_folder and each.is_symlink() and os.path.isdir(each.path)
        except OSError as error:
            yield Problem(inside + name, 1, f"it cannot be looked at: {disk.reason(error)}")
            continue
        if is_folder and depth == _DEEPEST:
            yield Problem(inside + name, 1, f"folders more than {_DEEPEST} deep are not looked into")
        elif is_folder:
            yield from _markdown_files(each.path, f"{inside}{name}/", depth + 1)
        elif is_link:
            yield Problem(inside + name, 1, "it is a link, and links are not followed")
        elif name.casefold().endswith(".md"):
            yield inside + name


def _doubled(entries: tuple[Entry, ...]) -> Iterator[Problem]:
    """Each file that says what another one says already, by its id or by its name."""
    for original, *others in copies(entries):
        for other in others:
            is_told = other.head.id and other.head.id == original.head.id
            how = "it has the same id as" if is_told else "it looks like a copy of"
            yield Problem(other.path, 1, f"{how} {safe_line(original.path)}; {_in_words(original, other)}")


def _in_words(original: Entry, copy: Entry) -> str:
    if original.data == copy.data:
        return "the two are the same to the letter"
    signs = [line[0] for line in difference(original.text, copy.text)]
    lines = max(signs.count("-"), signs.count("+"))
    return f"{count(lines, 'line differs', 'lines differ')}; both were kept"

"""The entries in a folder: find its files, and read each of them."""

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
from mentorlog.finding.duplicates import copies, disputed, with_own_ids
from mentorlog.journal import disk
from mentorlog.text import count, safe_line, slug

SETTINGS_NAME = "mentorlog.toml"
PROMPTS_NAME = "prompts"
MARKDOWN = ".md"
_MOST_SAME_NAMES = 10_000
_DEEPEST = 8  # levels of folders; ours are one deep
_SKIPPED_PREFIXES = (".", "~$", disk.TEMPORARY)
_SKIPPED_AT_TOP = {PROMPTS_NAME, "readme.md"}


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents of a folder: entries by day, files that could not be read as one, and problems with folders."""

    entries: tuple[Entry, ...] = ()
    unread: tuple[Unread, ...] = ()
    folders: tuple[Problem, ...] = ()

    @property
    def files(self) -> tuple[Entry | Unread | Problem, ...]:
        """Everything, as `walk_folder` yields it."""
        return (*self.entries, *self.unread, *self.folders)

    @property
    def unreadable(self) -> int:
        """The number of files and folders that could not be read."""
        return len(self.unread) + len(self.folders)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that a person should look at, by path and line."""
        problems = [problem for entry in self.entries for problem in entry.problems]
        problems += [file.problem for file in self.unread]
        return tuple(sorted([*problems, *self.folders, *_duplicates(self.entries)]))


def read_folder(root: Path, role: Role = "ect") -> Contents:
    """Read every entry under `root`. A file or folder that cannot be read is listed, and hides no other."""
    return contents_of(walk_folder(root, role))


def contents_of(files: Iterable[Entry | Unread | Problem]) -> Contents:
    """Collect the results of `walk_folder` as the contents of a folder, with its entries in order."""
    entries, unread, folders = [], [], []
    for file in files:
        if isinstance(file, Entry):
            entries.append(file)
        elif isinstance(file, Unread):
            unread.append(file)
        else:
            folders.append(file)
    entries.sort(key=lambda entry: entry.order)
    return Contents(tuple(with_own_ids(entries)), tuple(unread), tuple(folders))


def walk_folder(
    root: Path,
    role: Role = "ect",
    is_wanted: Callable[[bytes], bool] | None = None,
    endings: tuple[str, ...] = (MARKDOWN,),
) -> Iterator[Entry | Unread | Problem]:
    """Yield every entry, unreadable file and problem folder under `root`, one at a time, in the order of file names.

    Reads files with these `endings`. Skips those whose bytes are not wanted, but never one that cannot be opened.
    """
    for name in _markdown_files(str(root), "", 0, endings):
        if isinstance(name, Problem):
            yield name
            continue
        data = _data_of(root, name)
        if isinstance(data, Unread):
            yield data
        elif is_wanted is None or is_wanted(data):
            yield read_entry(name, data, role)


def newest_in(root: Path, most: int) -> list[Entry]:
    """Read the entries whose file names come last, at most `most`. Opens no other file than these need."""
    names = (name for name in _markdown_files(str(root), "", 0) if isinstance(name, str))
    by_day = sorted(names, key=lambda name: name.rpartition("/")[2], reverse=True)
    entries = (read_file(root, name) for name in by_day)
    return list(islice((entry for entry in entries if isinstance(entry, Entry)), most))


def read_file(root: Path, name: str, role: Role = "ect") -> Entry | Unread:
    """Read the file `name` in `root`. A file that cannot be opened is Unread, with the reason."""
    data = _data_of(root, name)
    return data if isinstance(data, Unread) else read_entry(name, data, role)


def _data_of(root: Path, name: str) -> bytes | Unread:
    try:
        return disk.read(f"{root}/{name}")
    except OSError as error:
        return Unread(name, "", Problem(name, 1, disk.reason(error)), is_unopened=True)


def new_id(root: Path | None, day: date, letters: Callable[[int], str]) -> str:
    """Make an id for a new entry, unlike any other of that day in the journal. `letters(n)` gives n random letters."""
    folder = (root or Path()) / f"{day.year:04}"
    names = disk.names_in(folder) if root else []
    same_day = (read_file(folder, name) for name in names if name.startswith(day.isoformat()))
    taken = {entry.id for entry in same_day if isinstance(entry, Entry)}
    while (new := f"{day:%Y%m%d}-{letters(4)}") in taken:
        pass
    return new


def names_for(folder: Path, day: date, title: str) -> Iterator[Path]:
    """Yield names for a new entry: the day and the title, then with -2, -3 and so on."""
    stem = f"{day.isoformat()}-{slug(title)}"
    yield folder / f"{stem}.md"
    for number in range(2, _MOST_SAME_NAMES):
        yield folder / f"{stem}-{number}.md"


def _markdown_files(
    folder: str, inside: str, depth: int, endings: tuple[str, ...] = (MARKDOWN,)
) -> Iterator[str | Problem]:
    """Yield the names of files with these `endings` under `folder`, after `inside`, and problems with others."""
    try:
        with os.scandir(folder) as listing:
            items = sorted(listing, key=lambda item: item.name)
    except OSError as error:
        yield Problem(inside.rstrip("/") or ".", 1, f"this folder cannot be read: {disk.reason(error)}")
        return
    for item in items:
        name = item.name
        if name.startswith(_SKIPPED_PREFIXES) or (depth == 0 and name.casefold() in _SKIPPED_AT_TOP):
            continue
        try:
            is_folder = item.is_dir(follow_symlinks=False)
            is_link = not is_folder and item.is_symlink() and os.path.isdir(item.path)
        except OSError as error:
            yield Problem(inside + name, 1, f"it cannot be looked at: {disk.reason(error)}")
            continue
        if is_folder and depth == _DEEPEST:
            yield Problem(inside + name, 1, f"folders more than {_DEEPEST} deep are not looked into")
        elif is_folder:
            yield from _markdown_files(item.path, f"{inside}{name}/", depth + 1, endings)
        elif is_link:
            yield Problem(inside + name, 1, "it is a link, and links are not followed")
        elif name.casefold().endswith(endings):
            yield inside + name


def _duplicates(entries: tuple[Entry, ...]) -> Iterator[Problem]:
    """Yield a problem for each file that is a duplicate of another, may be one, or has an id that another has."""
    ids = {entry.head.id.casefold(): entry for entry in entries[::-1] if entry.head.id}
    for entry in entries:
        if entry.head.id and entry.id != entry.head.id:
            owner = safe_line(ids[entry.head.id.casefold()].path)
            yield Problem(
                entry.path, 1, f"it has the same id as {owner}, a different entry; delete the id line in this file"
            )
    for entry, private in disputed(entries):
        which = f"it may be a copy of {safe_line(private.path)}, which is private, so it is not shared"
        yield Problem(entry.path, 1, f"{which}; if it is another entry, give it a day and a title of its own")
    for original, *others in copies(entries):
        for other in others:
            has_same_id = other.head.id and other.head.id == original.head.id
            how = "it has the same id as" if has_same_id else "it looks like a copy of"
            yield Problem(other.path, 1, f"{how} {safe_line(original.path)}; {_in_words(original, other)}")


def _in_words(original: Entry, copy: Entry) -> str:
    if original.data == copy.data:
        return "the two are the same to the letter"
    signs = [line[0] for line in difference(original.text, copy.text)]
    lines = max(signs.count("-"), signs.count("+"))
    return f"{count(lines, 'line differs', 'lines differ')}; both were kept"

"""Entries given to the reader outside a shared folder: a folder of plain markdown, a zip of one, or a single file.

All of it counts as given to the reader, so nothing in it needs a mark. What stands under `Just for me` is left out all
the same. A zip is read in memory and never unpacked.
"""

import io
import lzma
import os
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path, PurePosixPath

from mentorlog.dimensions import Role
from mentorlog.entry.entry import Entry, Unread, read_entry
from mentorlog.entry.problems import Problem
from mentorlog.errors import ContentError, NotFoundError
from mentorlog.finding.duplicates import originals
from mentorlog.journal import disk
from mentorlog.journal.folder import SETTINGS_NAME, Contents, contents_of, walk_folder
from mentorlog.journal.settings import Settings
from mentorlog.sharing.view import View, shared_part
from mentorlog.text import safe_line

_MARKDOWN = (".md", ".markdown", ".txt")
_MOST_FILES, _MOST_BYTES = 5_000, 50_000_000  # of a zip, unpacked
_SKIPPED = (".", "__MACOSX", "~$")


def given_view(place: Path, settings: Settings) -> View:
    """Read everything at `place` as given to the reader. `settings` have its writer's name and role, if known.

    Of what mentorlog keeps, a journal or a shared folder, packed or not, only what its writer marked to share is read.
    A file without a day of its own counts as of the day on which it was last saved. Raises MentorlogError if there is
    nothing at `place`, or no zip that can be opened.
    """
    names, files = _opened(place, settings.role)
    contents = contents_of(files)
    if _is_kept(place) or any(PurePosixPath(name).name == SETTINGS_NAME for name in names):
        return shared_part(settings, contents)
    return View(settings, originals(contents.entries), _problems(contents), contents.unreadable)


def _is_kept(place: Path) -> bool:
    """Whether `place` is inside a folder that mentorlog keeps."""
    return any(os.path.lexists(folder / SETTINGS_NAME) for folder in place.parents)


def _problems(contents: Contents) -> tuple[Problem, ...]:
    problems = [problem for entry in contents.entries for problem in entry.problems]
    return tuple(sorted([*problems, *(file.problem for file in contents.unread), *contents.folders]))


def _opened(place: Path, role: Role) -> tuple[Sequence[str], Iterable[Entry | Unread | Problem]]:
    """The names of all files at `place`, and its markdown files as they are read."""
    if os.path.isdir(place):
        names = [name for _, _, in_folder in os.walk(place) for name in in_folder]
        files = walk_folder(place, role, endings=_MARKDOWN)
        return names, (_dated(file, _saved_on(place / file.path), role) for file in files)
    data = _bytes_at(place)
    if place.suffix.casefold() == ".zip":
        return _in_zip(data, role, safe_line(place.name))
    return [], [read_entry(place.name, data, role, _saved_on(place))]


def _dated(file: Entry | Unread | Problem, day: date, role: Role) -> Entry | Unread | Problem:
    """Read a file again that has no day of its own, as of this day."""
    if isinstance(file, Unread) and file.is_text:
        return read_entry(file.path, file.text.encode("utf-8"), role, day)
    return file


def _saved_on(path: Path) -> date:
    return date.fromtimestamp(disk.modified(path))  # noqa: DTZ012 -- a lesson's day is local


def _bytes_at(place: Path) -> bytes:
    try:
        return disk.read(place)
    except FileNotFoundError:
        raise NotFoundError(f"there is nothing at {safe_line(str(place))}") from None
    except OSError as error:
        raise ContentError(f"{safe_line(str(place))} cannot be read: {disk.reason(error)}") from None


def _in_zip(data: bytes, role: Role, name: str) -> tuple[Sequence[str], list[Entry | Unread | Problem]]:
    """The names of all files in the zip called `name`, and its markdown files."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            wanted = list(filter(_is_wanted, archive.infolist()))
            files = list(_read_members(archive, wanted[:_MOST_FILES], role))
            if len(wanted) > _MOST_FILES:
                files.append(Problem(name, 1, f"only the first {_MOST_FILES:,} files in it were read"))
            return archive.namelist(), files
    except (zipfile.BadZipFile, ValueError):
        raise ContentError(f"{name} can't be opened as a zip file") from None


def _read_members(
    archive: zipfile.ZipFile, members: Iterable[zipfile.ZipInfo], role: Role
) -> Iterator[Entry | Unread | Problem]:
    """Read files of a zip until they fill the room there is in memory; each that is too large is a problem."""
    room = _MOST_BYTES
    for member in members:
        yield _read_member(archive, member, role, min(room, disk.LARGEST))
        room -= member.file_size


def _is_wanted(member: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(member.filename).parts
    return (
        not member.is_dir()
        and member.filename.casefold().endswith(_MARKDOWN)
        and not any(part.startswith(_SKIPPED) for part in parts)
    )


def _read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, role: Role, most: int) -> Entry | Unread | Problem:
    name = safe_line(member.filename)
    try:
        with archive.open(member) as file:
            data = file.read(max(most, 0) + 1)
    except (
        RuntimeError,
        NotImplementedError,
        zipfile.BadZipFile,
        zlib.error,
        lzma.LZMAError,
        EOFError,
        OSError,
    ) as error:
        return Problem(name, 1, f"it cannot be unpacked: {safe_line(str(error))}")
    if len(data) > most:
        return Problem(name, 1, "it is too large")
    return read_entry(name, data, role, _day_of(member))


def _day_of(member: zipfile.ZipInfo) -> date | None:
    """The day on which a file in a zip was saved; None if the zip does not say it rightly."""
    try:
        return date(*member.date_time[:3])
    except ValueError:
        return None

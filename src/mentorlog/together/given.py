"""What somebody handed over outside a shared folder: a folder of plain markdown, a zip of one, or a single file.

All of it counts as given to the reader, so nothing in it needs a mark. What stands under `Just for me` is left out all
the same. A zip is read in memory and never unpacked.
"""

import io
import os
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath

from mentorlog.dimensions import Role
from mentorlog.entry.entry import Entry, Unread, read_entry
from mentorlog.entry.problems import Problem
from mentorlog.errors import ContentError, NotFoundError, UsageError
from mentorlog.finding.duplicates import originals
from mentorlog.journal import disk
from mentorlog.journal.folder import SETTINGS_NAME, Contents, contents_of, walk_folder
from mentorlog.journal.settings import Settings
from mentorlog.sharing.view import View
from mentorlog.text import safe_line

_MARKDOWN = (".md", ".markdown", ".txt")
_MOST_FILES, _MOST_BYTES = 5_000, 50_000_000  # of a zip, unpacked
_SKIPPED = (".", "__MACOSX", "~$")


def given_view(place: Path, settings: Settings) -> View:
    """Read everything at `place` as given to the reader. `settings` have its writer's name and role, if known.

    A file without a day of its own counts as of the day on which it was last saved. Raises MentorlogError if there is
    nothing at `place`, if it is no zip, or if it is a journal, whose writer marks what is shared.
    """
    contents = contents_of(_files(place, settings.role))
    return View(settings, originals(contents.entries), _problems(contents), contents.unreadable)


def _problems(contents: Contents) -> tuple[Problem, ...]:
    problems = [problem for entry in contents.entries for problem in entry.problems]
    return tuple(sorted([*problems, *(file.problem for file in contents.unread), *contents.folders]))


def _files(place: Path, role: Role) -> Iterator[Entry | Unread | Problem]:
    if os.path.isdir(place):
        if os.path.lexists(place / SETTINGS_NAME):
            raise UsageError(
                "mentorlog keeps this folder: its writer marks what is shared, and --given would read the rest too",
                hint=f"mentorlog summary '{safe_line(str(place))}'",
            )
        for file in walk_folder(place, role):
            yield _dated(file, _saved_on(place / file.path), role)
    elif place.suffix.casefold() == ".zip":
        yield from _in_zip(_bytes_at(place), role)
    else:
        yield read_entry(place.name, _bytes_at(place), role, _saved_on(place))


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


def _in_zip(data: bytes, role: Role) -> Iterator[Entry | Unread | Problem]:
    """Read the markdown files in a zip."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            room = _MOST_BYTES
            for member in archive.infolist()[:_MOST_FILES]:
                if not _is_wanted(member):
                    continue
                file = _read_member(archive, member, role, min(room, disk.LARGEST))
                room -= member.file_size
                yield file
    except (zipfile.BadZipFile, ValueError) as error:
        raise ContentError(f"this is no zip that can be read: {safe_line(str(error))}") from None


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
    except (RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
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

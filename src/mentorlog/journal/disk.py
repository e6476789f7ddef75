"""The disk: every file system call that reads or writes words is made here, so that tests can make each of them fail.

A new file never overwrites another. A changed file is replaced whole, and only if it is still as it was read. Each
write is synced to the disk, with its folder, before the call returns.
"""

import contextlib
import errno
import os
import re
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path, PurePath

from mentorlog.journal.faults import (
    LARGEST,
    TOO_LARGE,
    ChangedError,
    UnreadableError,
    reason,
    reason_at,
    refuse_unusual,
)

__all__ = ["LARGEST", "ChangedError", "UnreadableError", "reason", "reason_at"]  # re-exported from `faults`
TEMPORARY = ".mentorlog-"
_OURS = re.compile(re.escape(TEMPORARY) + r"[0-9a-f]{12}\.tmp")
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EINVAL}
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES if os.name == "nt" else errno.EINVAL}
_CAREFUL = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _CAREFUL
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _CAREFUL
_PRIVATE = 0o600  # the mode of every file we make


@contextlib.contextmanager
def _about(path: Path) -> Iterator[None]:
    """Name `path` in any OSError raised inside: an error in writing or closing has no file name of its own."""
    try:
        yield
    except OSError as error:
        error.filename = error.filename or str(path)
        raise


def read(path: Path | str) -> bytes:
    """The bytes of a regular file. Never follows a link, waits for a pipe, or fetches a file from a cloud service."""
    refuse_unusual(os.lstat(path))
    try:
        descriptor = os.open(path, _READ)
        try:
            refuse_unusual(status := os.fstat(descriptor))
            return _all_of(descriptor, status.st_size)
        finally:
            os.close(descriptor)
    except OSError as error:
        error.filename = error.filename or str(path)
        raise


def _all_of(descriptor: int, size: int) -> bytes:
    """Read the whole file, which may have outgrown `size` bytes. A buffer much larger than the file would be slow."""
    data = os.read(descriptor, size + 1)
    while part := os.read(descriptor, size + 1):
        data += part
        if len(data) > LARGEST:
            raise UnreadableError(errno.EFBIG, TOO_LARGE)
    return data


@contextlib.contextmanager
def _closing(descriptor: int) -> Iterator[int]:
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def create(path: Path, data: bytes, shared: Path | None = None) -> None:
    """Write a new file, perhaps in a `shared` folder. Raises FileExistsError if the name is taken."""
    with _finished_beside(path, data, shared) as temporary:
        _publish(temporary, path)


@contextlib.contextmanager
def _finished_beside(path: Path, data: bytes, shared: Path | None = None) -> Iterator[Path]:
    """Write a temporary file next to `path`, for the caller to rename; then sync the folder. Removed after an error."""
    temporary = _written_beside(path, data)
    try:
        if shared:
            prepare_shared_copy(temporary, shared)
        yield temporary
    except BaseException:
        _forget(temporary)
        raise
    _sync_folder(path.parent)


def _publish(temporary: Path, path: Path) -> None:
    """Give the finished file its name, which must be free. A link fails on a taken name; a rename would overwrite."""
    try:
        os.link(temporary, path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        os.replace(temporary, path)  # no links on this file system; the caller holds the lock
    else:
        os.unlink(temporary)


def replace(path: Path, before: bytes, data: bytes, shared: Path | None = None) -> None:
    """Replace the contents of a file, `before`, by `data`. Raises ChangedError if it contains anything else."""
    mode = stat.S_IMODE(os.lstat(path).st_mode)
    with _finished_beside(path, data, shared) as temporary:
        if mode != _PRIVATE and not shared:
            os.chmod(temporary, mode)
        _refuse_changed(path, before)
        _replace_patiently(temporary, path)


def _refuse_changed(path: Path, before: bytes, name: Path | None = None) -> None:
    if read(path) != before:
        raise ChangedError(name or path)


def overwrite(path: Path, data: bytes) -> None:
    """Write one of our own files in the state folder, over any earlier version. Never for a file in a journal."""
    with _finished_beside(path, data) as temporary:
        _replace_patiently(temporary, path)


def _replace_patiently(temporary: Path, path: Path) -> None:
    """Rename over `path`. Try again on Windows, where another program may have the file open for a moment."""
    for pause in (0.05, 0.1, 0.25, 0.5, 1.0):
        try:
            os.replace(temporary, path)
        except OSError as error:
            if getattr(error, "winerror", None) not in (5, 32, 33):
                raise
            time.sleep(pause)
        else:
            return
    os.replace(temporary, path)


def remove(path: Path, before: bytes) -> None:
    """Remove a file that contains `before`. Raises ChangedError if it contains anything else, and puts it back.

    The file is moved aside before it is compared, so that a version that a sync service writes meanwhile survives.
    """
    aside = _temporary_beside(path)
    os.rename(path, aside)
    try:
        _refuse_changed(aside, before, path)
        os.unlink(aside)
    except BaseException:
        if os.path.lexists(aside):
            _put_back(aside, path)
        raise
    _sync_folder(path.parent)


def erase(path: Path, before: bytes) -> None:
    """Remove a file that contains `before`, without moving it aside first. Raises ChangedError if it differs."""
    _refuse_changed(path, before)
    os.unlink(path)
    _sync_folder(path.parent)


def _put_back(aside: Path, path: Path) -> None:
    """Give a file its name back. If another program has taken it meanwhile, add a random ending to the name."""
    try:
        _publish(aside, path)
    except FileExistsError:
        _publish(aside, path.with_stem(f"{path.stem}-{os.urandom(2).hex()}"))


def discard(path: Path) -> None:
    """Remove one of our own files in the state folder; a missing one is fine."""
    with contextlib.suppress(FileNotFoundError):
        os.unlink(path)
        _sync_folder(path.parent)


def make_folder(path: Path) -> None:
    """Make a folder that only this account can open, and any missing folders above it."""
    missing = [folder for folder in (path, *path.parents) if not os.path.isdir(folder)]
    for folder in reversed(missing):
        with contextlib.suppress(FileExistsError):
            os.mkdir(folder, 0o700)
            _sync_folder(folder.parent)


def prepare_shared_copy(path: Path, folder: Path) -> None:
    """Give a copy the permissions of the shared `folder` it is in, and a timestamp that shows the day but no hour."""
    mode = stat.S_IMODE(os.lstat(folder).st_mode)
    for inner in (parent for parent in path.parents if parent.is_relative_to(folder) and parent != folder):
        os.chmod(inner, mode)
    os.chmod(path, _PRIVATE | mode & 0o666)
    written = time.localtime(os.lstat(path).st_mtime)
    day = time.mktime((written.tm_year, written.tm_mon, written.tm_mday, 0, 0, 0, 0, 0, -1))
    os.utime(path, (day, day))


def modified(path: Path) -> float:
    """The time at which one of our own files was last written, in seconds since 1970; 0 if it is missing."""
    with contextlib.suppress(OSError):
        return os.lstat(path).st_mtime
    return 0.0


def names_in(folder: Path) -> list[str]:
    """The names in a folder; none if it is missing or cannot be listed."""
    with contextlib.suppress(OSError):
        return listed(folder)
    return []


def listed(folder: Path) -> list[str]:
    """The names in one of our own folders; none if it is missing. Raises OSError if it cannot be listed."""
    try:
        return os.listdir(folder)
    except FileNotFoundError:
        return []


def make_folder_inside(root: Path, name: str) -> Path:
    """Make the folder `name` inside `root` if it is missing. Never makes `root` itself, and never follows a link."""
    folder = root
    for part in PurePath(name).parts:
        folder /= part
        with contextlib.suppress(FileExistsError):
            os.mkdir(folder, 0o700)
            _sync_folder(folder.parent)
        if not stat.S_ISDIR(os.lstat(folder).st_mode):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    return folder


def _written_beside(path: Path, data: bytes) -> Path:
    """Write `data` to a new temporary file next to `path`, which only this account can read, and sync it."""
    temporary = _temporary_beside(path)
    descriptor = os.open(temporary, _CREATE, _PRIVATE)
    try:
        with _about(path), _closing(descriptor):
            _write_all(descriptor, data)
            _sync(descriptor)
    except BaseException:
        _forget(temporary)
        raise
    return temporary


def _temporary_beside(path: Path) -> Path:
    return path.with_name(f"{TEMPORARY}{os.urandom(6).hex()}.tmp")


def sweep(folder: Path, words: bytes) -> None:
    """Remove temporary files that a killed mentorlog left in `folder`, if they contain `words`. Only under the lock."""
    leftovers = (folder / name for name in listed(folder) if _OURS.fullmatch(name))
    for path in (leftover for leftover in leftovers if not words or words in read(leftover)):
        discard(path)


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _sync(descriptor: int) -> None:
    """Sync a file to the disk. Never retried: after a failure, a second call may report a success that is not one."""
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fsync(descriptor)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    with _about(folder), _closing(os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))) as descriptor:
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno not in _NO_FOLDER_SYNC:
                raise


def _forget(temporary: Path) -> None:
    with contextlib.suppress(OSError):
        os.unlink(temporary)

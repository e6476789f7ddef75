"""Every call to the file system that reads or writes words, so that a test can fail each of them.

New files are created, never overwritten; changed ones are replaced whole, and only if they are still what was read.
Each write is on the disk, and its folder too, before the call returns.
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

__all__ = ["LARGEST", "ChangedError", "UnreadableError", "reason", "reason_at"]  # what is said here of faults
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
    """Whatever fails inside, the error names `path`: a fault in writing or closing names nothing by itself."""
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
            refuse_unusual(found := os.fstat(descriptor))
            return _all_of(descriptor, found.st_size)
        finally:
            os.close(descriptor)
    except OSError as error:
        error.filename = error.filename or str(path)
        raise


def _all_of(descriptor: int, size: int) -> bytes:
    """Everything there is, which may be more than `size` bytes by now. A buffer much larger than the file is slow."""
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
    """Write a new file, perhaps in a `shared` folder. Raises FileExistsError where the name is taken by another."""
    with _finished_beside(path, data, shared) as temporary:
        _publish(temporary, path)


@contextlib.contextmanager
def _finished_beside(path: Path, data: bytes, shared: Path | None = None) -> Iterator[Path]:
    """A finished temporary file next to `path`, to be given that name; afterwards the folder is on the disk too."""
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
    """Give the finished file its name, which must be free: a link fails on a taken one, a rename would not."""
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
    """Write `data` over a file that still holds `before`. Raises ChangedError where it does not."""
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
    """Write a file of our own in the state folder, whatever stood there. Never for a journal."""
    with _finished_beside(path, data) as temporary:
        _replace_patiently(temporary, path)


def _replace_patiently(temporary: Path, path: Path) -> None:
    """Rename over `path`. On Windows another program may hold the file for a moment, so it is tried again."""
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
    """Take away a file that still holds `before`. Raises ChangedError where it does not, and puts it back.

    It is moved aside before it is compared, so that what a sync service writes meanwhile is not taken away.
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
    """Take away a file that still holds `before`, for good: unlike `remove`, nothing of it is ever set aside."""
    _refuse_changed(path, before)
    os.unlink(path)
    _sync_folder(path.parent)


def _put_back(aside: Path, path: Path) -> None:
    """Give a file its name again; where somebody has taken it meanwhile, one beside it, where it can be seen."""
    try:
        _publish(aside, path)
    except FileExistsError:
        _publish(aside, path.with_stem(f"{path.stem}-{os.urandom(2).hex()}"))


def discard(path: Path) -> None:
    """Take away a file of our own in the state folder; it may be gone already."""
    with contextlib.suppress(FileNotFoundError):
        os.unlink(path)
        _sync_folder(path.parent)


def make_folder(path: Path) -> None:
    """Make a folder that only this account can open, with the folders above it."""
    missing = [folder for folder in (path, *path.parents) if not os.path.isdir(folder)]
    for folder in reversed(missing):
        with contextlib.suppress(FileExistsError):
            os.mkdir(folder, 0o700)
            _sync_folder(folder.parent)


def prepare_shared_copy(path: Path, folder: Path) -> None:
    """Make a copy for a shared `folder` as open as the two people made that, and its time the day, but not the hour."""
    opened = stat.S_IMODE(os.lstat(folder).st_mode)
    for inner in (each for each in path.parents if each.is_relative_to(folder) and each != folder):
        os.chmod(inner, opened)
    os.chmod(path, _PRIVATE | opened & 0o666)
    written = time.localtime(os.lstat(path).st_mtime)
    day = time.mktime((written.tm_year, written.tm_mon, written.tm_mday, 0, 0, 0, 0, 0, -1))
    os.utime(path, (day, day))


def modified(path: Path) -> float:
    """When a file of our own was written, in seconds; the beginning of time where it is gone."""
    with contextlib.suppress(OSError):
        return os.lstat(path).st_mtime
    return 0.0


def names_in(folder: Path) -> list[str]:
    """The names in a folder; none where it is not there or cannot be listed."""
    with contextlib.suppress(OSError):
        return listed(folder)
    return []


def listed(folder: Path) -> list[str]:
    """The names in a folder of our own; none where it is not there. Raises OSError where it cannot be listed."""
    try:
        return os.listdir(folder)
    except FileNotFoundError:
        return []


def make_folder_inside(root: Path, name: str) -> Path:
    """The folder `name` inside `root`, made where it is not there. `root` itself is never made, nor a link followed."""
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
    """A finished temporary file next to `path`, on the disk, that only this account can read."""
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
    """Take away what a killed mentorlog left half-done in `folder`, where it holds `words`. Only under the lock."""
    left = (folder / name for name in listed(folder) if _OURS.fullmatch(name))
    for path in (each for each in left if not words or words in read(each)):
        discard(path)


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _sync(descriptor: int) -> None:
    """Onto the disk itself. A failure is never tried again: the second success would not be true."""
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

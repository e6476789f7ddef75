"""Locks between running mentorlogs on one computer. They are in the state folder, which is never synced."""

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

_WAIT = 5.0  # seconds
_FLAGS = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file at `path`, on this computer only. Raises TimeoutError after five seconds."""
    descriptor = os.open(path, _FLAGS | os.O_CREAT, 0o600)
    try:
        _wait_for(descriptor)
        yield
    finally:
        with contextlib.suppress(OSError):  # nothing was written to it
            os.close(descriptor)  # which releases the lock


def is_locked(path: Path) -> bool:
    """Whether another process holds the lock file at `path`."""
    try:
        descriptor = os.open(path, _FLAGS)
    except OSError:
        return False
    try:
        return not _try_lock(descriptor)
    finally:
        os.close(descriptor)


def _wait_for(descriptor: int) -> None:
    deadline = time.monotonic() + _WAIT
    while not _try_lock(descriptor):
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(0.02)


def _try_lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK):
            return False
        if error.errno not in (errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS):
            raise
    return True  # also if this file system has no locks: files are still compared before they are replaced

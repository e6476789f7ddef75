"""Files that mentorlog refuses to open, and file system errors in plain words."""

import errno
import os
import stat
from pathlib import Path

from mentorlog.text import safe_line

LARGEST = 5 * 1024 * 1024  # bytes; an entry is a few thousand
TOO_LARGE = f"it is over {LARGEST // 1024 // 1024} MB, so it was not opened"
_PLACEHOLDER_MAC = 0x40000000  # SF_DATALESS
_PLACEHOLDER_WINDOWS = 0x441000  # recall on open, recall on data access, offline


class ChangedError(Exception):
    """The file at `path` has changed since it was read; nothing was written."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class UnreadableError(OSError):
    """A file that mentorlog does not open, or does not read whole. The message is a plain reason."""


def reason(error: OSError) -> str:
    """The reason why a call failed, in plain words."""
    if isinstance(error, UnreadableError):
        return str(error.strerror)
    plain = {
        errno.ENOSPC: "the disk is full",
        errno.EDQUOT: "your space on this disk is used up",
        errno.EACCES: "this account may not open it",
        errno.EPERM: "this account may not change it",
        errno.EROFS: "the disk cannot be written to",
        errno.ENOENT: "it is not there",
        errno.ENOTDIR: "its folder is not a folder",
        errno.ENAMETOOLONG: "its name is too long",
        errno.EIO: "the disk reports a fault",
        errno.ELOOP: "it is a link, and links are not followed",
    }
    return plain.get(error.errno or 0, (error.strerror or str(error)).lower())


def reason_at(error: OSError) -> str:
    """The reason why a call failed, followed by the file or folder in brackets."""
    return reason(error) + (f" ({safe_line(str(error.filename))})" if error.filename else "")


def _is_placeholder(status: os.stat_result) -> bool:
    """Whether a cloud service has not downloaded the file yet."""
    mac, windows = getattr(status, "st_flags", 0), getattr(status, "st_file_attributes", 0)
    return bool(mac & _PLACEHOLDER_MAC or windows & _PLACEHOLDER_WINDOWS)


def refuse_unusual(status: os.stat_result) -> None:
    """Raise UnreadableError for a link, a pipe, a device, a huge file, or one that is not downloaded yet."""
    if stat.S_ISLNK(status.st_mode):
        raise UnreadableError(errno.ELOOP, "it is a link, and links are not followed")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError(errno.EINVAL, "it is not an ordinary file")
    if status.st_size > LARGEST:
        raise UnreadableError(errno.EFBIG, TOO_LARGE)
    if _is_placeholder(status):
        raise UnreadableError(errno.EAGAIN, "it has not been downloaded to this computer yet")

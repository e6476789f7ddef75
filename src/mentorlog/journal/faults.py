"""What the file system says when it will not, in plain words."""

import errno
from pathlib import Path

from mentorlog.text import safe_line


class ChangedError(Exception):
    """The file at `path` is not the one that was read; nothing was written."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class UnreadableError(OSError):
    """A file that is not opened or not read whole; the message is a plain reason."""


def reason(error: OSError) -> str:
    """Why a call failed, in plain words."""
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
    """The same, with the file or folder that it is about."""
    return reason(error) + (f" ({safe_line(str(error.filename))})" if error.filename else "")

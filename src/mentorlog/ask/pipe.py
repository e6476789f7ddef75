"""Reads an entry's text from a pipe, up to a limit, and keeps what came before an interruption."""

import contextlib
import os
import select
import sys
from collections.abc import Callable
from pathlib import Path

from mentorlog.errors import ContentError, StoppedError
from mentorlog.journal import disk
from mentorlog.signals import ended_by_signals, unbroken

LARGEST = 10 * 1024 * 1024  # bytes; a pipe may never end
LONGEST = 4 * 1024 * 1024  # bytes of one entry: files over 5 MB are not opened
_PART = 1 << 16

Keep = Callable[[bytes], Path | None]


def read_pipe(keep: Keep) -> bytes:
    """Read all of standard input.

    Input that is interrupted or too long for one entry goes to `keep`; then StoppedError or ContentError is raised.
    """
    data = bytearray()
    try:
        with ended_by_signals():
            while len(data) <= LARGEST:
                _wait()
                with unbroken():  # a signal between reading and storing would lose the part
                    data += (part := _part())
                if not part:
                    break
    except (KeyboardInterrupt, SystemExit):
        raise StoppedError(f"Broken off. {_where(keep, bytes(data))}") from None
    except OSError as error:
        raise ContentError(f"the pipe broke off: {disk.reason(error)}. {_where(keep, bytes(data))}") from None
    if len(data) > LONGEST:
        where = _where(keep, bytes(data))
        raise ContentError(f"that is over {LONGEST // 1024 // 1024} MB, too long for one entry. {where}")
    return bytes(data)


def _wait() -> None:
    """Wait until there is input, on systems that can tell, so that a signal interrupts the wait and not a read."""
    if os.name == "nt" or sys.stdin is None:
        return
    with contextlib.suppress(OSError, ValueError):  # standard input that is not a file is read without waiting
        select.select([sys.stdin.buffer], [], [])


def _part() -> bytes:
    """Read the bytes that are there now; b"" at the end, or if standard input is closed."""
    if sys.stdin is None:
        return b""
    buffer = sys.stdin.buffer
    return bytes(getattr(buffer, "read1", buffer.read)(_PART))


def _where(keep: Keep, data: bytes) -> str:
    """Keep the bytes, and say where in a sentence."""
    if not data.strip():
        return "Nothing had come."
    path = keep(data)
    return f"What was read is kept in {path}" if path else "No draft of it could be kept."

"""Reading an entry's text from a pipe, within bounds."""

import codecs
import sys

from mentorlog.cli.context import warn
from mentorlog.errors import ContentError
from mentorlog.journal.keeping import Keeper

LARGEST = 10 * 1024 * 1024  # bytes read from a pipe, which may never end
LONGEST = 4 * 1024 * 1024  # bytes of one entry: files over 5 MB are not opened


def read_pipe(keeper: Keeper) -> str:
    """All of standard input as text. What is too long for one entry is kept in a draft and refused."""
    data = sys.stdin.buffer.read(LARGEST) if sys.stdin else b""
    if len(data) > LONGEST:
        keeper.keep_bytes(data)
        where = f"what was read is kept in {keeper.path}" if keeper.is_kept else "no draft of it could be kept"
        raise ContentError(f"that is over {LONGEST // 1024 // 1024} MB, too long for one entry; {where}")
    return text_in(data)


def text_in(data: bytes) -> str:
    """Bytes from another program as text: UTF-8, or UTF-16 where it says so. Other bytes come as surrogates."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        warn("The text was UTF-16 and was read as such.")
        return data.decode("utf-16", "replace")
    return data.decode("utf-8-sig", "surrogateescape")

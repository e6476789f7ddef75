"""The folder in the state folder with pages that were opened in a browser, or are being printed."""

import contextlib
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from mentorlog.journal import disk
from mentorlog.signals import ended_by_signals

_PRINTING = "pdf-"  # begins the names of folders in which a page is printed
_LONGEST = 600  # seconds that printing can take, with every program tried


def pages_in(state: Path) -> Path:
    """The folder for pages."""
    return state / "pages"


@contextlib.contextmanager
def printing_folder(state: Path) -> Iterator[Path]:
    """A folder for a program that prints a page, gone afterwards, also at a signal. Sweeps what a kill has left.

    Raises OSError if it cannot be made.
    """
    pages = pages_in(state)
    disk.make_folder(pages)
    for left in pages.glob(f"{_PRINTING}*"):
        if time.time() - disk.modified(left) > _LONGEST:
            shutil.rmtree(left, ignore_errors=True)
    with (
        ended_by_signals(),
        tempfile.TemporaryDirectory(prefix=_PRINTING, dir=pages, ignore_cleanup_errors=True) as name,
    ):
        yield Path(name)


def forget_pages(state: Path) -> None:
    """Remove every page, since an entry that is purged may be quoted on one."""
    shutil.rmtree(pages_in(state), ignore_errors=True)

"""Runs the person's own editor on a file that only this account can read."""

import contextlib
import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

from mentorlog.errors import ContentError, MentorlogError
from mentorlog.journal import disk
from mentorlog.journal.drafts import Drafts
from mentorlog.journal.keeper import Keeper
from mentorlog.text import safe_line


class EditorError(MentorlogError):
    """The editor could not be run, or failed. The file holds whatever it saved."""


# Swap, backup and undo files would be further copies of private words.
_QUIET = {
    "vim": ("-n", "--cmd", "set noundofile nobackup nowritebackup viminfo="),
    "vi": (),
    "nvim": ("-n", "--cmd", "set noundofile nobackup nowritebackup shada="),
}


def editor_command() -> list[str]:
    """The command line of the person's editor. Raises EditorError if it is not installed."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    command = _parts(named) if named else [_first_installed()]
    if not command or not shutil.which(command[0]):
        raise EditorError(
            f"the editor '{safe_line(named or '')}' cannot be found", hint="set EDITOR to one that is there"
        )
    return [*command, *_QUIET.get(Path(command[0]).stem, ())]


def _parts(named: str) -> list[str]:
    """Split the value of EDITOR into words; the path of a program stays whole, even with spaces."""
    if shutil.which(named):
        return [named]
    with contextlib.suppress(ValueError):
        return shlex.split(named, posix=os.name != "nt")
    return [named]


def _first_installed() -> str:
    names = ("notepad",) if os.name == "nt" else ("nano", "vim", "vi")
    return next((name for name in names if shutil.which(name)), names[0])


def edited(path: Path) -> bytes:
    """Run the editor on the file at `path`, and return the bytes that it saved there.

    Raises EditorError if the editor fails or removes the file; whatever it saved is still in `path`.
    """
    command = editor_command()
    try:
        with _ctrl_c_is_the_editors():
            run = subprocess.run([*command, str(path)], check=False)
    except OSError as error:
        raise EditorError(f"the editor could not be started: {disk.reason(error)}") from None
    try:
        saved = disk.read(path)
    except OSError as error:
        raise EditorError(f"the editor left no file to read: {disk.reason(error)}") from None
    if run.returncode:
        raise EditorError(f"the editor ended with status {run.returncode}")
    return saved


def edited_draft(drafts: Drafts, keeper: Keeper) -> bytes:
    """Run the editor on a locked draft, and return the bytes it saved. Raises ContentError, which names the draft."""
    with drafts.claimed(keeper.id):
        before = disk.read(keeper.path)
        try:
            return edited(keeper.path)
        except EditorError as error:
            if not keeper.path.is_file():
                drafts.keep(keeper.id, before)
            raise ContentError(f"{error}. What there is of your text is kept in {keeper.path}") from None


@contextlib.contextmanager
def _ctrl_c_is_the_editors() -> Iterator[None]:
    """Leave Ctrl-C to the editor while it runs. A handler is used because the editor would inherit SIG_IGN."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)

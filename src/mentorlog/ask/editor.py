"""Writing in the person's own editor, on a file that only this account can read."""

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
    """The editor did not do its part; what it left is where it was."""


# Swap, backup and undo files would leave private words lying about.
_QUIET = {
    "vim": ("-n", "--cmd", "set noundofile nobackup nowritebackup viminfo="),
    "vi": (),
    "nvim": ("-n", "--cmd", "set noundofile nobackup nowritebackup shada="),
}


def editor_command() -> list[str]:
    """The person's editor as a command line. Raises EditorError where there is none."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    command = _parts(named) if named else [_first_installed()]
    if not command or not shutil.which(command[0]):
        raise EditorError(
            f"the editor '{safe_line(named or '')}' cannot be found", hint="set EDITOR to one that is there"
        )
    return [*command, *_QUIET.get(Path(command[0]).stem, ())]


def _parts(named: str) -> list[str]:
    """`named` in words; a path with spaces in it that exists is one word."""
    if shutil.which(named):
        return [named]
    with contextlib.suppress(ValueError):
        return shlex.split(named, posix=os.name != "nt")
    return [named]


def _first_installed() -> str:
    names = ("notepad",) if os.name == "nt" else ("nano", "vim", "vi")
    return next((name for name in names if shutil.which(name)), names[0])


def edited(path: Path) -> bytes:
    """What the editor leaves in the file at `path`.

    Raises EditorError where the editor fails or takes the file away; whatever it left is still in `path`.
    """
    command = editor_command()
    try:
        with _ctrl_c_is_the_editors():
            done = subprocess.run([*command, str(path)], check=False)
    except OSError as error:
        raise EditorError(f"the editor could not be started: {disk.reason(error)}") from None
    try:
        left = disk.read(path)
    except OSError as error:
        raise EditorError(f"the editor left no file to read: {disk.reason(error)}") from None
    if done.returncode:
        raise EditorError(f"the editor ended with status {done.returncode}")
    return left


def edited_draft(drafts: Drafts, keeper: Keeper) -> bytes:
    """What the editor leaves in a draft, which is held meanwhile. Raises ContentError, which names the draft."""
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
    """While the editor has the terminal, Ctrl-C is meant for it. A handler, unlike SIG_IGN, is not inherited."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)

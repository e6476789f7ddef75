"""Writing in the person's own editor, on a file that only this account can read."""

import contextlib
import os
import shlex
import shutil
import subprocess
from pathlib import Path

from mentorlog.errors import MentorlogError
from mentorlog.journal import disk
from mentorlog.text import safe_line

# Swap, backup and undo files would leave private words lying about.
_QUIET = {
    "vim": ("-n", "--cmd", "set noundofile nobackup nowritebackup viminfo="),
    "vi": (),
    "nvim": ("-n", "--cmd", "set noundofile nobackup nowritebackup shada="),
}


def editor_command() -> list[str]:
    """The person's editor as a command line. Raises MentorlogError where there is none."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    command = _parts(named) if named else [_first_installed()]
    if not command or not shutil.which(command[0]):
        raise MentorlogError(
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


def edited(data: bytes, path: Path) -> bytes:
    """What the editor leaves in `path`, which begins with `data`. The file stays until the caller discards it.

    Raises MentorlogError where the editor fails or takes the file away.
    """
    command = editor_command()
    disk.make_folder(path.parent)
    disk.overwrite(path, data)
    try:
        done = subprocess.run([*command, str(path)], check=False)
    except OSError as error:
        raise MentorlogError(f"the editor could not be started: {disk.reason(error)}") from None
    try:
        left = disk.read(path)
    except OSError as error:
        raise MentorlogError(f"the editor left no file to read: {disk.reason(error)}") from None
    if done.returncode:
        raise MentorlogError(f"the editor ended with status {done.returncode}; what it left is in {path}")
    return left

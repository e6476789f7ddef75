"""Lines on standard output and standard error: with `screen.py`, the only way out to a terminal.

Whatever is printed has gone through `safe` here, so no caller needs to know what is foreign and what is not.
"""

import sys
from typing import TextIO

from mentorlog.text import count, folded, safe


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person is at `stream`, which is None where it was closed."""
    return stream is not None and stream.isatty()


def out(text: str = "") -> None:
    """Data, on stdout, exactly as it is but for what would act on a terminal."""
    print(safe(text))


def say(text: str = "") -> None:
    """A sentence for the person, on stdout, wrapped between words at a terminal."""
    print(_wrapped(text, sys.stdout), flush=is_terminal(sys.stdout))


def note(text: str = "") -> None:
    """A sentence that is no answer, on stderr."""
    print(_wrapped(text, sys.stderr), file=sys.stderr)


def warn(text: str) -> None:
    """A message, on stderr, with the program's name before it."""
    note(f"mentorlog: {text}")


def warn_of_unread(number: int, *, is_own: bool = True) -> None:
    """One line about files that could not be read, if there are any."""
    if number:
        who = "see mentorlog check" if is_own else "their writer can see why with mentorlog check"
        warn(f"{count(number, 'file')} could not be read; {who}")


def _wrapped(text: str, stream: TextIO | None) -> str:
    """`text`, safe, and as wide as the terminal is where there is one; paths and words stay whole."""
    import shutil

    return folded(safe(text), shutil.get_terminal_size().columns) if is_terminal(stream) else safe(text)

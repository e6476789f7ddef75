"""Lines on standard output and standard error: with `screen.py`, the only way out to a terminal.

Whatever is printed has gone through `safe` here, so no caller needs to know what is foreign and what is not.
"""

import sys
from typing import TextIO

from mentorlog.text import count, folded, safe

WIDEST = 100  # columns: longer lines are hard to read
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_PASTES_MARKED, _PASTES_UNMARKED = "\x1b[?2004h", "\x1b[?2004l"  # so that a paste is told from typing


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person is at `stream`, which is None where it was closed."""
    return stream is not None and stream.isatty()


def out(text: str = "") -> None:
    """Data, on stdout, exactly as it is but for what would act on a terminal."""
    print(safe(text))


def say(text: str = "") -> None:
    """A sentence for the person, on stdout, wrapped between words at a terminal."""
    print(_wrapped(text, sys.stdout), flush=is_terminal(sys.stdout))


def wrapped_question(prompt: str, note: str) -> str:
    """A question and a note on how to answer it, in lines that this terminal has room for."""
    import shutil

    return folded(f"{safe(prompt)}  {safe(note)}".strip(), min(shutil.get_terminal_size().columns, WIDEST) - 1)


def ahead(prompt: str, note: str) -> int:
    """A question, and a mark where the answer goes. Returns how many rows up it begins."""
    question = wrapped_question(prompt, note)
    print(f"{_PASTES_MARKED}\n{_BOLD}{safe(question)}{_PLAIN}\n> ", end="", flush=True)
    return question.count("\n") + 2


def taken_back(rows: int) -> None:
    """Take off the screen what begins so many rows up."""
    print(_up(rows), end="", flush=True)


def _up(rows: int) -> str:
    return f"{_PASTES_UNMARKED}\r\x1b[{rows}A\x1b[J"


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

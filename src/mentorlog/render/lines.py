"""Prints lines on standard output and standard error: with `screen.py`, the only code that writes to a terminal.

All text goes through `safe` here, so callers need not know which of it another person wrote.
"""

import sys
from typing import TextIO

from mentorlog.text import count, folded, safe

WIDEST = 100  # columns: longer lines are hard to read
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_PASTES_MARKED, _PASTES_UNMARKED = "\x1b[?2004h", "\x1b[?2004l"  # turn the terminal's marking of pasted text on and off


def is_terminal(stream: TextIO | None) -> bool:
    """Whether `stream` is a terminal. None, a closed stream, is not."""
    return stream is not None and stream.isatty()


def out(text: str = "") -> None:
    """Print data on stdout, unchanged except for characters that would act on a terminal."""
    print(safe(text))


def say(text: str = "") -> None:
    """Print a sentence for the person on stdout, wrapped between words at a terminal."""
    print(_wrapped(text, sys.stdout), flush=is_terminal(sys.stdout))


def wrapped_question(prompt: str, note: str) -> str:
    """A question and a note on how to answer it, wrapped to the width of this terminal."""
    import shutil

    return folded(f"{safe(prompt)}  {safe(note)}".strip(), min(shutil.get_terminal_size().columns, WIDEST) - 1)


def print_ahead(prompt: str, note: str) -> int:
    """Print a question and the mark for its answer, early. Returns how many rows above the cursor it begins."""
    question = wrapped_question(prompt, note)
    print(f"{_PASTES_MARKED}\n{_BOLD}{safe(question)}{_PLAIN}\n> ", end="", flush=True)
    return question.count("\n") + 2


def clear_rows(rows: int) -> None:
    """Clear the last `rows` rows of the screen and the line of the cursor."""
    print(_up(rows), end="", flush=True)


def _up(rows: int) -> str:
    return f"{_PASTES_UNMARKED}\r\x1b[{rows}A\x1b[J"


def note(text: str = "") -> None:
    """Print a remark on stderr, since it is not part of the output."""
    print(_wrapped(text, sys.stderr), file=sys.stderr)


def warn(text: str) -> None:
    """Print a message on stderr, with the program's name in front."""
    note(f"mentorlog: {text}")


def warn_of_unread(number: int, *, is_own: bool = True) -> None:
    """Warn of files that could not be read, if there are any."""
    if number:
        who = "see mentorlog check" if is_own else "their writer can see why with mentorlog check"
        warn(f"{count(number, 'file')} could not be read; {who}")


def _wrapped(text: str, stream: TextIO | None) -> str:
    """Make `text` safe, and wrap it to the width of the terminal if there is one; paths and words stay whole."""
    import shutil

    return folded(safe(text), shutil.get_terminal_size().columns) if is_terminal(stream) else safe(text)

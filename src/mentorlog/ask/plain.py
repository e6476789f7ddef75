"""Asks in plain lines, for screen readers (`--plain`, ACCESSIBLE=1) and terminals that cannot move a cursor."""

import contextlib
import io
import os
import select
import signal
import sys
from collections.abc import Iterator

from mentorlog.ask.asker import OnChange, Reply, command_in
from mentorlog.render.lines import say

try:
    import readline  # without it the terminal cuts a pasted line at 4,095 characters
except ImportError:  # pragma: no cover -- Windows
    readline = None  # type: ignore[assignment]

_PASTE_PAUSE = 0.03  # seconds; lines that arrive faster than this are one paste


class PlainAsker:
    """Asks with `input()` and `print()`; repaints nothing."""

    def __init__(self) -> None:
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(errors="surrogateescape")  # a byte that is not UTF-8 was still typed

    def say(self, text: str = "") -> None:
        say(text)

    def ahead(self, prompt: str, note: str) -> None:
        """Do nothing: a plain question can be answered at once."""

    def rest(self) -> None:
        """Do nothing: the terminal was not changed."""

    def line(self, prompt: str, note: str, before: str, on_change: OnChange) -> Reply:
        self.say()
        self.say(f"{prompt}  {note}".rstrip())
        typed = _line(on_change, before)
        while _more_is_waiting():
            typed += "\n" + _line(on_change)
        on_change(typed)
        command = command_in(typed)
        return Reply(before if command else typed, command)

    def long(self, prompt: str, note: str, before: str, on_change: OnChange) -> Reply:
        self.say()
        self.say(f"{prompt}  {note}".rstrip())
        lines = before.split("\n") if before else []
        if before:
            self.say("So far:\n" + before + "\nGo on from here.")
        while True:
            typed = _line(lambda unfinished: on_change("\n".join([*lines, unfinished]).rstrip()))
            pasted = _more_is_waiting()
            if (command := command_in(typed)) and not pasted:
                return Reply("\n".join(lines), command)
            if not typed.strip() and not pasted:
                return Reply("\n".join(lines))
            lines.append(typed)
            on_change("\n".join(lines))


def _line(on_interrupt: OnChange, before: str = "") -> str:
    """Read one line from the keyboard, with `before` to edit. At Ctrl-C the line so far goes to `on_interrupt`."""
    if readline is not None and before:
        readline.set_startup_hook(lambda: readline.insert_text(before))
    try:
        with _saved_when_suspended(on_interrupt):
            return input("> ")
    except EOFError:
        if not _has_terminal():
            raise
        return ""  # Ctrl-D ends an answer, as Enter on an empty line does
    except (KeyboardInterrupt, SystemExit):
        on_interrupt(readline.get_line_buffer() if readline is not None else "")
        raise
    finally:
        if readline is not None:
            readline.set_startup_hook(None)


@contextlib.contextmanager
def _saved_when_suspended(on_stop: OnChange) -> Iterator[None]:
    """At Ctrl-Z, pass the line so far to `on_stop` and restore the shell's terminal: Python's readline does neither."""
    if readline is None or not hasattr(signal, "SIGTSTP") or not os.isatty(sys.stdin.fileno()):
        yield
        return
    import termios

    keyboard = sys.stdin.fileno()
    shells_mode = termios.tcgetattr(keyboard)

    def stop(*_: object) -> None:
        on_stop(readline.get_line_buffer())
        our_mode = termios.tcgetattr(keyboard)
        termios.tcsetattr(keyboard, termios.TCSADRAIN, shells_mode)
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, stop)
        termios.tcsetattr(keyboard, termios.TCSADRAIN, our_mode)
        readline.redisplay()

    before = signal.signal(signal.SIGTSTP, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTSTP, before)


def _has_terminal() -> bool:
    """Whether the terminal still exists: a hang-up reads as the end of input too, like Ctrl-D."""
    try:
        return os.isatty(sys.stdin.fileno()) and os.get_terminal_size(sys.stdin.fileno()) is not None
    except OSError:
        return False


def _more_is_waiting() -> bool:
    with contextlib.suppress(OSError, ValueError):
        return bool(select.select([sys.stdin], [], [], _PASTE_PAUSE)[0])
    return False

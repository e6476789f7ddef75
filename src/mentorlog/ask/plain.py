"""Plain lines: for screen readers (`--plain`, ACCESSIBLE=1) and for terminals that cannot move a cursor."""

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
    import readline  # without it a pasted line is cut at 4,095 characters
except ImportError:  # pragma: no cover -- Windows
    readline = None  # type: ignore[assignment]

_PASTE_PAUSE = 0.03  # seconds; lines that follow faster than this are one paste


class PlainAsker:
    """`input()` and `print()`, nothing repainted."""

    def __init__(self) -> None:
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(
                errors="surrogateescape"
            )  # a byte that is not UTF-8 is still something somebody typed

    def say(self, text: str = "") -> None:
        say(text)

    def ahead(self, prompt: str, note: str) -> None:
        """What is asked in plain lines can be answered at once."""

    def rest(self) -> None:
        """Nothing was changed in the terminal."""

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
    """One line from the keyboard, beginning with `before`. What stands there at Ctrl-C goes to `on_interrupt`."""
    if readline is not None and before:
        readline.set_startup_hook(lambda: readline.insert_text(before))
    try:
        with _stopped_sanely(on_interrupt):
            return input("> ")
    except EOFError:
        if not _is_still_there():
            raise
        return ""  # Ctrl-D ends an answer as Enter on an empty line does
    except (KeyboardInterrupt, SystemExit):
        on_interrupt(readline.get_line_buffer() if readline is not None else "")
        raise
    finally:
        if readline is not None:
            readline.set_startup_hook(None)


@contextlib.contextmanager
def _stopped_sanely(on_stop: OnChange) -> Iterator[None]:
    """At Ctrl-Z the words go to `on_stop` and the shell gets its terminal back: Python's readline sees to neither."""
    if readline is None or not hasattr(signal, "SIGTSTP") or not os.isatty(sys.stdin.fileno()):
        yield
        return
    import termios

    keyboard = sys.stdin.fileno()
    shells = termios.tcgetattr(keyboard)

    def stop(*_: object) -> None:
        on_stop(readline.get_line_buffer())
        ours = termios.tcgetattr(keyboard)
        termios.tcsetattr(keyboard, termios.TCSADRAIN, shells)
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, stop)
        termios.tcsetattr(keyboard, termios.TCSADRAIN, ours)
        readline.redisplay()

    before = signal.signal(signal.SIGTSTP, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTSTP, before)


def _is_still_there() -> bool:
    """Whether there is a terminal yet: its end reads like Ctrl-D."""
    try:
        return os.isatty(sys.stdin.fileno()) and os.get_terminal_size(sys.stdin.fileno()) is not None
    except OSError:
        return False


def _more_is_waiting() -> bool:
    with contextlib.suppress(OSError, ValueError):
        return bool(select.select([sys.stdin], [], [], _PASTE_PAUSE)[0])
    return False

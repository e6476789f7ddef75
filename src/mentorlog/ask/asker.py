"""The interface that both ways of asking at a terminal share."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class Command(Enum):
    """A command that can be typed instead of an answer, on a line of its own."""

    SKIP = "/skip"
    ANOTHER = "/another"
    BACK = "/back"
    EDITOR = "/editor"
    STOP = "/stop"


@dataclass(frozen=True, slots=True)
class Reply:
    """The text so far, and the command if one was typed after it."""

    text: str
    command: Command | None = None


OnChange = Callable[[str], None]


class LeftOffError(Exception):
    """The person typed /stop, to carry on another time."""


class Asker(Protocol):
    """A way of asking a person. Ctrl-C raises KeyboardInterrupt; a closed terminal raises EOFError."""

    def say(self, text: str = "") -> None:
        """Show a line that is not an answer."""

    def ahead(self, prompt: str, note: str) -> None:
        """Show the next question early, if getting ready to ask it takes a while."""

    def rest(self) -> None:
        """Restore the terminal: no more questions for now."""

    def line(self, prompt: str, note: str, before: str, on_change: OnChange) -> Reply:
        """Ask for one line. `before` is the earlier answer to edit; `note` says what Enter does."""

    def long(self, prompt: str, note: str, before: str, on_change: OnChange) -> Reply:
        """Ask for any number of lines, with the same arguments as `line`."""


def command_in(line: str) -> Command | None:
    """The command that `line` consists of; None if it is text."""
    return next((command for command in Command if line.strip().casefold() == command.value), None)


def split_command(text: str) -> Reply:
    """Split a command off the last line of `text`, if there is one."""
    body, _, last = text.rstrip("\n").rpartition("\n")
    command = command_in(last)
    return Reply(body if command else text, command)

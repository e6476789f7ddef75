"""Asking a person at a terminal: what both ways of asking have in common."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class Command(Enum):
    """What can be typed instead of an answer, on a line of its own."""

    SKIP = "/skip"
    BACK = "/back"
    EDITOR = "/editor"
    STOP = "/stop"


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: the text so far, and a command if one was typed after it."""

    text: str
    command: Command | None = None


OnChange = Callable[[str], None]


class LeftOffError(Exception):
    """The person typed /stop: they go on another time."""


class Asker(Protocol):
    """One way of asking. Ctrl-C raises KeyboardInterrupt; a terminal that has gone raises EOFError."""

    def say(self, text: str = "") -> None:
        """Show a line that is not an answer."""

    def ahead(self, prompt: str, note: str) -> None:
        """Show what `line` asks next, where that takes a while to get ready."""

    def rest(self) -> None:
        """Nothing more is asked for now: the terminal is as it was."""

    def line(self, prompt: str, note: str, before: str, on_change: OnChange) -> Reply:
        """Ask for one line. `before` is what stood there already; `note` says what Enter does."""

    def long(self, prompt: str, note: str, before: str, on_change: OnChange) -> Reply:
        """Ask for as many lines as the person likes."""


def command_in(line: str) -> Command | None:
    """The command that `line` is, if it is nothing else."""
    return next((command for command in Command if line.strip().casefold() == command.value), None)


def split_command(text: str) -> Reply:
    """`text` with a command on its last line taken off, if there is one."""
    body, _, last = text.rstrip("\n").rpartition("\n")
    command = command_in(last)
    return Reply(body if command else text, command)

"""A first question, printed early while the module that reads the answer is still loading.

Keys pressed meanwhile are neither shown nor lost: the terminal keeps them until they are read. The early question is
cleared just before the real one is drawn, so it appears once.
"""

import sys
from typing import Any

from mentorlog.render.lines import clear_rows, print_ahead

try:
    import termios
except ImportError:  # pragma: no cover -- Windows, where nothing is printed early
    termios = None  # type: ignore[assignment]


class Ahead:
    """The question that is on the screen early, if there is one."""

    def __init__(self) -> None:
        self._shown: tuple[list[Any], int] | None = None  # the terminal's earlier mode, and the rows to clear

    def show(self, prompt: str, note: str) -> None:
        """Print the question, and let the terminal keep the keys until they are read."""
        if termios is None or self._shown:
            return
        try:
            before = termios.tcgetattr(sys.stdin)
            termios.tcsetattr(sys.stdin, termios.TCSANOW, _without_echo(termios.tcgetattr(sys.stdin)))
        except (termios.error, ValueError, OSError):
            return
        self._shown = (before, 0)
        self._shown = (before, print_ahead(prompt, note))

    def take_back(self) -> None:
        """Clear the question, if it is on the screen, and restore the terminal's mode."""
        if termios is None or not self._shown:
            return
        (before, rows), self._shown = self._shown, None
        try:
            clear_rows(rows)
        finally:
            termios.tcsetattr(sys.stdin, termios.TCSANOW, before)


def _without_echo(mode: list[Any]) -> list[Any]:
    """Change `mode`, in place, so that the terminal neither echoes, alters nor acts on keys. Returns it."""
    assert termios is not None  # noqa: S101 -- for the type checker
    mode[0] &= ~(termios.ICRNL | termios.INLCR | termios.IXON)
    mode[3] &= ~(termios.ECHO | termios.ICANON | termios.ISIG | termios.IEXTEN)
    return mode

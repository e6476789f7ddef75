"""A question that stands on the screen while what it takes to hear the answer is still being loaded.

Keys that are pressed meanwhile wait, unseen and unchanged, for whoever reads next. The question goes again just before
it is asked, so that it stands there once.
"""

import sys
from typing import Any

from mentorlog.render.lines import ahead, taken_back

try:
    import termios
except ImportError:  # pragma: no cover -- Windows, where the question comes when it can be answered
    termios = None  # type: ignore[assignment]


class Ahead:
    """At most one question that is ahead of its answer."""

    def __init__(self) -> None:
        self._shown: tuple[list[Any], int] | None = None  # how the terminal was before, and how many rows to take back

    def show(self, prompt: str, note: str) -> None:
        """Put it there, and let keys wait."""
        if termios is None or self._shown:
            return
        try:
            before = termios.tcgetattr(sys.stdin)
            termios.tcsetattr(sys.stdin, termios.TCSANOW, _waiting(termios.tcgetattr(sys.stdin)))
        except (termios.error, ValueError, OSError):
            return
        self._shown = (before, 0)
        self._shown = (before, ahead(prompt, note))

    def take_back(self) -> None:
        """Take it off the screen again, if it is there, and leave the terminal as it was."""
        if termios is None or not self._shown:
            return
        (before, rows), self._shown = self._shown, None
        try:
            taken_back(rows)
        finally:
            termios.tcsetattr(sys.stdin, termios.TCSANOW, before)


def _waiting(mode: list[Any]) -> list[Any]:
    """`mode`, but no key is shown, changed or acted upon before somebody reads it."""
    assert termios is not None  # noqa: S101 -- for the type checker
    mode[0] &= ~(termios.ICRNL | termios.INLCR | termios.IXON)
    mode[3] &= ~(termios.ECHO | termios.ICANON | termios.ISIG | termios.IEXTEN)
    return mode

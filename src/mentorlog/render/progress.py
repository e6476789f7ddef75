"""A progress line for long reads, shown once a person has waited for half a second."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Self, TypeVar

from mentorlog.render.lines import is_terminal

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 0.5  # seconds before the line appears
EVERY = 500  # entries read between two checks of the clock

_Read = TypeVar("_Read")


def watched(entries: Iterable[_Read]) -> Iterator[_Read]:
    """Yield `entries` one by one; if that takes long, show on standard error how many have been read."""
    if not is_terminal(sys.stderr):
        yield from entries
        return
    with _Count() as count:
        for number, entry in enumerate(entries, start=1):
            if number % EVERY == 0:
                count.show(number)
            yield entry


class _Count:
    """A line that counts entries, drawn only after PATIENCE and cleared at the end."""

    def __enter__(self) -> Self:
        self._begun = time.monotonic()
        self._bar: Progress | None = None
        return self

    def show(self, number: int) -> None:
        if self._bar is None and time.monotonic() - self._begun < PATIENCE:
            return
        if self._bar is None:
            self._bar = _bar()
        self._bar.update(self._bar.task_ids[0], description=f"Reading, {number:,} entries so far")

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()


def _bar() -> "Progress":
    from rich.progress import Progress, SpinnerColumn, TextColumn

    from mentorlog.render.screen import Screen

    bar = Progress(
        SpinnerColumn(), TextColumn("{task.description}"), console=Screen(stderr=True).console, transient=True
    )
    bar.add_task("")
    bar.start()
    return bar

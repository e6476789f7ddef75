"""How far long work is, on standard error and only for a person who has waited for half a second."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Self, TypeVar

from mentorlog.render.lines import is_terminal

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 0.5  # seconds
EVERY = 500  # entries from one look at the clock to the next

Found = TypeVar("Found")


def watched(found: Iterable[Found]) -> Iterator[Found]:
    """Pass on what is `found`, one after the other, and say how many there were if it takes long."""
    if not is_terminal(sys.stderr):
        yield from found
        return
    with _Count() as count:
        for number, each in enumerate(found, start=1):
            if number % EVERY == 0:
                count.show(number)
            yield each


class _Count:
    """A line that counts, drawn only once there is reason to; it leaves nothing on the screen."""

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

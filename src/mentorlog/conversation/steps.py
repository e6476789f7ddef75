"""Next steps: those that people set themselves, and those that they suggest to the other person."""

from collections.abc import Iterable
from dataclasses import dataclass

from mentorlog.entry.entry import Entry
from mentorlog.files.toml import Values

STATES = {
    "done": "done",
    "drop": "dropped",
    "reopen": None,
}  # what to do with a step, and its state in the entry afterwards


@dataclass(frozen=True, slots=True)
class NextStep:
    """A next step and its entry. A suggested step is for the other person to take up."""

    entry: Entry
    is_suggested: bool = False

    @property
    def words(self) -> str:
        return self.entry.head.suggested if self.is_suggested else self.entry.head.next

    @property
    def state(self) -> str | None:
        """How it was closed: "done" or "dropped"; None if it was not."""
        return self.entry.head.suggested_state if self.is_suggested else self.entry.head.next_state

    @property
    def is_open(self) -> bool:
        return bool(self.words.strip()) and self.state is None

    def closed_by(self, state: str | None) -> Values:
        """The front matter that gives it this state; None reopens it."""
        return {"suggested_state" if self.is_suggested else "next_state": state}


def open_steps(entries: Iterable[Entry], others: Iterable[Entry] = ()) -> list[NextStep]:
    """The open steps in one person's entries, the oldest first.

    A suggested step is open until the other person takes it up: an entry of `others` that follows it has a next step.
    """
    taken_up = {entry.head.follows for entry in others if entry.head.next.strip()}
    steps = (NextStep(entry, is_suggested) for entry in entries for is_suggested in (False, True))
    still_open = (step for step in steps if step.is_open and not (step.is_suggested and step.entry.id in taken_up))
    return sorted(still_open, key=lambda step: step.entry.order)

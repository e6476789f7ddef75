"""Next steps: what somebody said they would do, and what they suggested that the other person might."""

from collections.abc import Iterable
from dataclasses import dataclass

from mentorlog.entry.entry import Entry
from mentorlog.files.toml import Values

STATES = {"done": "done", "drop": "dropped", "reopen": None}  # what is done with a step: what its entry then says


@dataclass(frozen=True, slots=True)
class NextStep:
    """One next step and the entry that it stands in. One that is suggested is the other person's to take up."""

    entry: Entry
    is_suggested: bool = False

    @property
    def words(self) -> str:
        return self.entry.head.suggested if self.is_suggested else self.entry.head.next

    @property
    def is_open(self) -> bool:
        head = self.entry.head
        return bool(self.words.strip()) and (head.suggested_state if self.is_suggested else head.next_state) is None

    def closed_by(self, state: str | None) -> Values:
        """What closes it in its entry; None opens it again."""
        return {"suggested_state" if self.is_suggested else "next_state": state}


def open_steps(entries: Iterable[Entry], others: Iterable[Entry] = ()) -> list[NextStep]:
    """The open steps in what one person wrote, the oldest first.

    One that is suggested is open until the other person takes it up: an entry of `others` follows it, with a step.
    """
    taken = {entry.head.follows for entry in others if entry.head.next.strip()}
    steps = [NextStep(entry, is_suggested) for entry in entries for is_suggested in (False, True)]
    found = (each for each in steps if each.is_open and not (each.is_suggested and each.entry.id in taken))
    return sorted(found, key=lambda step: step.entry.order)

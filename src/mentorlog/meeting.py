"""A meeting as values: what each said they would do and what became of it, what was said, and one next thing each.

It knows no terminal and no disk. To carry a step on is as good as to close it, and nothing counts how often.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from mentorlog.composition import Answer
from mentorlog.entry import Entry
from mentorlog.period import bare
from mentorlog.toml import Values

Outcome = Literal["done", "carried", "let go"]
_OUTCOMES: dict[str, Outcome] = {"1": "done", "2": "carried", "3": "let go"}
_STATES = {"done": "done", "let go": "dropped"}
_WORDS = {"done": "1", "d": "1", "carry": "2", "carried": "2", "c": "2", "let go": "3", "drop": "3", "l": "3"}
_REPLY = re.compile(
    r"\s*(?:([123])(?![0-9])|(let go|done|carried|carry|drop|[dcl])(?![a-z]))[\s.,:;)–-]*(.*)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Settled:
    """One next step, whose it is, what became of it, and in a line why, if they liked."""

    entry: Entry
    who: str
    outcome: Outcome
    why: str = ""
    is_own: bool = True

    @property
    def state(self) -> str | None:
        """What closes the step in its writer's entry; None while it is open."""
        return _STATES.get(self.outcome)


def outcome_in(reply: str) -> tuple[Outcome, str] | None:
    """What became of a step, from `1`, `done`, or `3 the trip was called off`; nothing said carries it on."""
    if not reply.strip():
        return ("carried", "")
    found = _REPLY.fullmatch(" ".join(reply.split()))
    if not found:
        return None
    number = found[1] or _WORDS[found[2].casefold()]
    return (_OUTCOMES[number], found[3])


@dataclass(frozen=True)
class Meeting:
    """All that is written down of one meeting."""

    other: str
    settled: Sequence[Settled] = ()
    notes: str = ""
    next: str = ""
    others_next: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.settled or self.notes.strip() or self.next.strip() or self.others_next.strip())

    def texts(self) -> dict[str, str]:
        """What was typed, by where it stands."""
        whys = {f"why {number}": each.why for number, each in enumerate(self.settled)}
        return {**whys, "notes": self.notes, "next": self.next, "others_next": self.others_next}

    def with_texts(self, texts: Mapping[str, str]) -> "Meeting":
        """The same meeting in other words."""
        settled = [replace(each, why=texts[f"why {number}"]) for number, each in enumerate(self.settled)]
        notes, mine, theirs = texts["notes"], texts["next"], texts["others_next"]
        return replace(self, settled=settled, notes=notes, next=mine, others_next=theirs)

    def values(self) -> Values:
        """What goes into the front matter."""
        asked = {"title": f"Meeting with {self.other}", "kind": "meeting", "with": self.other, "next": self.next}
        asked["suggested"] = self.others_next
        return {key: value for key, value in asked.items() if value}

    def answers(self) -> list[Answer]:
        """What goes into the body: the notes first, then the steps."""
        steps = [_line(each) for each in self.settled]
        blocks = [self.notes.strip(), "\n".join(["Since last time:", *steps]) if steps else ""]
        text = "\n\n".join(block for block in blocks if block)
        return [Answer(text)] if text else []


def _line(settled: Settled) -> str:
    why = f" ({settled.why})" if settled.why else ""
    return f"- {settled.who}, {bare(settled.entry.date)}: {settled.entry.head.next} – {settled.outcome}{why}"


def steps_of(entries: Sequence[Entry]) -> list[Entry]:
    """The entries with an open next step, the oldest first."""
    return sorted((entry for entry in entries if entry.is_next_open), key=lambda entry: entry.order)

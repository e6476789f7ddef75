"""The points to settle at a meeting: a next step, a suggestion, or a request that is still open.

Each kind has three choices, and the second, which leaves things as they are, is what Enter means. Nothing counts how
often a point stays open.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from mentorlog.conversation.steps import NextStep
from mentorlog.days import bare
from mentorlog.text import one_line, safe_line, shortened

Kind = Literal["next", "suggested", "ask"]
SKIP = "/skip"  # the reply that records no outcome; any words after it are kept
_LONGEST_QUOTE = 300  # characters of a step or a request
_DO, _STAYS, _CLOSE = "1", "2", "3"
_STATES = {_DO: "done", _CLOSE: "dropped"}
_STEP_WORDS = (
    "done|d",
    "carried forward|carry forward|carried|carry|c",
    "let it go|let go|dropped|drop it|drop|l",
)
_ASK_WORDS = (
    "i will do that|i'll do that|i will do it|i'll do it",
    "kept open|keep it open|keep open",
    "answered",
)


@dataclass(frozen=True, slots=True)
class Point:
    """A next step, a suggestion or a request that a meeting asks about.

    `who` is to do it, and `day` is the day of the entry that has it. `is_own` means that the person at the keyboard
    wrote that entry.
    """

    who: str
    day: date
    words: str
    entry_id: str
    is_own: bool = True
    kind: Kind = "next"

    @property
    def key(self) -> str:
        """The key of the question about it."""
        return f"{self.kind} {self.entry_id}"

    @property
    def is_ask(self) -> bool:
        return self.kind == "ask"

    @property
    def is_mine_to_do(self) -> bool:
        """Whether the person at the keyboard is to do it."""
        return self.is_own == (self.kind == "next")

    @property
    def choices(self) -> str:
        """The three choices, as the screen lists them."""
        if not self.is_ask:
            return "1 done  2 carry forward  3 drop it"
        who = f"{self.who} will" if self.is_own else "I'll"
        return f"1 {who} do it  2 keep it open  3 answered"

    def prompt(self, other: str) -> str:
        """The question: whose point it is, its words and, on a second line, the choices."""
        day = bare(self.day)
        if self.is_ask:
            about = f"You asked {other}, {day}" if self.is_own else f"{other} asked you, {day}"
        else:
            by = f", suggested by {'you' if self.is_own else other}" if self.kind == "suggested" else ""
            about = f"{'You' if self.is_mine_to_do else self.who}, {day}{by}"
        add = "a few words" if self.is_ask else "why"
        return f"{about}: {self.words}\n{self.choices}  (add {add} if you like)"

    def choice_in(self, reply: str) -> tuple[str, str] | None:
        """The number of the choice in a reply such as `1`, `done` or `3 the trip was called off`, and the words after.

        The number is "" for a skip, and "2" for an empty reply. None if the reply makes no choice: a sentence that only
        begins with such a word, as "done nothing yet" does, is what was said about the point.
        """
        line = one_line(reply)
        if not line:
            return (_STAYS, "")
        if line.casefold().split()[0] == SKIP:
            return ("", line[len(SKIP) :].strip())
        for number, words in enumerate(_ASK_WORDS if self.is_ask else _STEP_WORDS, start=1):
            by_number, by_words = rf"{number}(?![0-9])", rf"(?:{words})(?=\s*(?:[.,:;)–-]|\Z))"
            match = re.fullmatch(rf"(?:{by_number}|{by_words})[\s.,:;)–-]*(.*)", line, re.IGNORECASE)
            if match:
                return (str(number), match[1])
        return None


def quoted(words: str) -> str:
    """The words of a step or a request as a meeting quotes them: on one line, at most 300 characters."""
    return shortened(safe_line(words), _LONGEST_QUOTE)


def points_of(steps: Sequence[NextStep], *, writer: str, reader: str, is_own: bool) -> list[Point]:
    """The points in the steps that `writer` wrote: their own, and those suggested to `reader`."""
    return [
        Point(
            reader if step.is_suggested else writer,
            step.entry.date,
            quoted(step.words),
            step.entry.id,
            is_own=is_own,
            kind="suggested" if step.is_suggested else "next",
        )
        for step in steps
    ]


@dataclass(frozen=True, slots=True)
class Settled:
    """A point, the number of the choice made ("" for none), and on one line what was said about it."""

    point: Point
    choice: str
    why: str = ""

    @property
    def state(self) -> str | None:
        """The state of the step in its writer's entry; None if the step stays open, and for a request."""
        return None if self.point.is_ask else _STATES.get(self.choice)

    @property
    def is_mine_to_do(self) -> bool:
        """Whether the person at the keyboard will do what the other one asked for."""
        return self._is_promised and not self.point.is_own

    @property
    def is_theirs_to_do(self) -> bool:
        """Whether the other person will do what was asked of them. The request stays open until they do."""
        return self._is_promised and self.point.is_own

    @property
    def _is_promised(self) -> bool:
        return self.point.is_ask and self.choice == _DO

    @property
    def is_answered(self) -> bool:
        """Whether it is a request, and the meeting answered it."""
        return self.point.is_ask and self.choice == _CLOSE

    @property
    def line(self) -> str:
        """The point and its outcome, as a list item in the notes. Without a choice, the words that were said."""
        point, day = self.point, bare(self.point.day)
        about = f"of {point.who} on {day}" if point.is_ask else f"{point.who}, {day}"
        why = f" ({self.why})" if self.why and self._outcome else self.why
        return f"- {about}: {point.words} – {self._outcome}{why}"

    @property
    def _outcome(self) -> str:
        if not self.choice:
            return ""
        asks, steps = (
            (f"{self.point.who} will do it", "kept open", "answered"),
            ("done", "carried forward", "dropped"),
        )
        return (asks if self.point.is_ask else steps)[int(self.choice) - 1]

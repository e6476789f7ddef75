"""A meeting as values: what became of both people's next steps, notes, and one next thing each.

Carrying a step over is as good as closing it, and nothing counts how often.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from mentorlog.conversation.reflection import LONGEST_IN_HEAD, in_head
from mentorlog.conversation.steps import NextStep
from mentorlog.conversation.walk import ENTER_TWICE, Step, Walk
from mentorlog.days import bare
from mentorlog.entry.compose import Answer
from mentorlog.files.toml import Values
from mentorlog.text import one_line, safe_line, shortened

Outcome = Literal["done", "carried", "let go"]
NOTES, NEXT, SUGGESTED = "notes", "next", "suggested"
_LAST = (NOTES, NEXT, SUGGESTED)
_LONGEST_QUOTE = 300  # characters of a step
_OUTCOMES: dict[str, Outcome] = {"1": "done", "2": "carried", "3": "let go"}
_STATES = {"done": "done", "let go": "dropped"}
_WORDS = {"done": "1", "d": "1", "carry": "2", "carried": "2", "c": "2", "let go": "3", "drop": "3", "l": "3"}
_REPLY = re.compile(
    r"\s*(?:([123])(?![0-9])|(let go|done|carried|carry|drop|[dcl])(?![a-z]))[\s.,:;)–-]*(.*)", re.IGNORECASE
)
_CHOICE = "1 done  2 carry  3 let go, and a word why if you like"


@dataclass(frozen=True, slots=True)
class Promise:
    """A next step that a meeting asks about: `who` is to do it, since which day, and in which entry it is.

    `is_own` means that the person at the keyboard wrote it.
    """

    who: str
    day: date
    words: str
    entry_id: str
    is_own: bool = True
    is_suggested: bool = False

    @property
    def key(self) -> str:
        """The key of the step that asks about it."""
        return f"{'suggested' if self.is_suggested else 'next'} {self.entry_id}"


def promises(steps: Sequence[NextStep], *, writer: str, reader: str, is_own: bool) -> list[Promise]:
    """The promises in the steps that `writer` wrote: their own, and those suggested to `reader`."""
    return [
        Promise(
            reader if step.is_suggested else writer,
            step.entry.date,
            shortened(safe_line(step.words), _LONGEST_QUOTE),
            step.entry.id,
            is_own=is_own,
            is_suggested=step.is_suggested,
        )
        for step in steps
    ]


@dataclass(frozen=True, slots=True)
class Settled:
    """The outcome of a promise, and on one line why, if they said so."""

    promise: Promise
    outcome: Outcome
    why: str = ""

    @property
    def state(self) -> str | None:
        """The state of the step in its writer's entry; None if it stays open."""
        return _STATES.get(self.outcome)

    @property
    def line(self) -> str:
        """The promise and its outcome, as a list item in the notes."""
        why = f" ({self.why})" if self.why else ""
        return f"- {self.promise.who}, {bare(self.promise.day)}: {self.promise.words} – {self.outcome}{why}"


def outcome_in(reply: str) -> tuple[Outcome, str] | None:
    """The outcome and the reason in a reply such as `1`, `done` or `3 the trip was called off`; None if it has neither.

    An empty reply carries the step over.
    """
    if not reply.strip():
        return ("carried", "")
    match = _REPLY.fullmatch(one_line(reply))
    if not match:
        return None
    number = match[1] or _WORDS[match[2].casefold()]
    return (_OUTCOMES[number], match[3])


@dataclass(frozen=True)
class Meeting(Walk):
    """A walk through the promises of both people, then notes and one next thing each."""

    other: str = ""
    promises: tuple[Promise, ...] = ()

    def slip_in(self, text: str) -> str:
        is_reply = self.step is not None and self.step.key not in _LAST
        return "1, 2 or 3, please, and then a word why if you like." if is_reply and not outcome_in(text) else ""

    @property
    def settled(self) -> list[Settled]:
        """The promises answered so far, without the one being asked.

        A reply that gives no outcome carries the step over, as its reason.
        """
        present = self.step.key if self.step else ""
        answered = [promise for promise in self.promises if promise.key in self.answers and promise.key != present]
        replies = [(promise, one_line(self.answers[promise.key])) for promise in answered]
        return [Settled(promise, *(outcome_in(reply) or ("carried", reply))) for promise, reply in replies]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to save."""
        return not self.settled and not any(text.strip() for text in self.answers.values())

    def values(self) -> Values:
        """The front matter."""
        title = f"Meeting with {self.other}" if self.other else "Meeting"
        values = {"title": title, "kind": "meeting", "with": self.other}
        values |= {"next": in_head(self.answer(NEXT)), "suggested": in_head(self.answer(SUGGESTED))}
        return {key: value for key, value in values.items() if value}

    def body(self) -> list[Answer]:
        """The body: the notes first, then steps that are too long for the front matter, then the outcomes."""
        too_long = [text for key in (NEXT, SUGGESTED) if len(text := self.answer(key)) > LONGEST_IN_HEAD]
        text = "\n\n".join(block for block in (self.answer(NOTES), *too_long, self._since_last_time()) if block)
        return [Answer(text)] if text else []

    def _since_last_time(self) -> str:
        lines = [settled.line for settled in self.settled]
        return "\n".join(["Since last time:", *lines]) if lines else ""

    def notes_in(self, body: str) -> str:
        """The notes in a body that this meeting made."""
        return body.removesuffix(self._since_last_time()).strip()


def meeting_with(
    other: str,
    promises: Sequence[Promise],
    *,
    me: str = "",
    lead: str = "",
    answers: Mapping[str, str] | None = None,
    at: str = "",
) -> Meeting:
    """A meeting with `other`, from the first promise without an answer.

    `at` is the key of NOTES, NEXT or SUGGESTED if the meeting goes on there; `lead` is shown before the notes.
    """
    replies = dict(answers or {})
    steps = (
        *(Step(promise.key, _prompt(promise, me, other), note="[2]") for promise in promises),
        Step(NOTES, "What would you like to keep from this conversation?", note=ENTER_TWICE, is_long=True, lead=lead),
        Step(NEXT, "One next thing for you?"),
        Step(SUGGESTED, f"One next thing for {other}?"),
    )
    passed = {promise.key for promise in promises if promise.key in replies}
    passed |= set(_LAST[: _LAST.index(at)] if at in _LAST else ())
    place = next((number for number, step in enumerate(steps) if step.key not in passed - {at}), len(steps))
    return Meeting(steps, replies, place, other, tuple(promises))


def _prompt(promise: Promise, me: str, other: str) -> str:
    """The promise and who is to keep it, and on a second line what to type."""
    who = "You" if promise.who == me else promise.who
    by = f", suggested by {'you' if promise.is_own else other}" if promise.is_suggested else ""
    return f"{who}, {bare(promise.day)}{by}: {promise.words}\n{_CHOICE}"

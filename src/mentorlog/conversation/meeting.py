"""A meeting as values: what each said they would do and what became of it, what was said, and one next thing each.

It knows no terminal and no disk. To carry a step on is as good as to close it, and nothing counts how often.
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
    """A next step that a meeting asks about: whose it is, where it stands, and whether its writer holds the meeting."""

    who: str
    day: date
    words: str
    entry_id: str
    is_own: bool = True
    is_suggested: bool = False

    @property
    def key(self) -> str:
        return f"{'suggested' if self.is_suggested else 'next'} {self.entry_id}"


def promises(steps: Sequence[NextStep], *, writer: str, reader: str, is_own: bool) -> list[Promise]:
    """What `writer` said they would do, or suggested to `reader`."""
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
    """What became of a promise, and in a line why, if they liked."""

    promise: Promise
    outcome: Outcome
    why: str = ""

    @property
    def state(self) -> str | None:
        """What closes the step in its writer's entry; None while it is open."""
        return _STATES.get(self.outcome)

    @property
    def line(self) -> str:
        why = f" ({self.why})" if self.why else ""
        return f"- {self.promise.who}, {bare(self.promise.day)}: {self.promise.words} – {self.outcome}{why}"


def outcome_in(reply: str) -> tuple[Outcome, str] | None:
    """What became of a step, from `1`, `done`, or `3 the trip was called off`; nothing said carries it on."""
    if not reply.strip():
        return ("carried", "")
    found = _REPLY.fullmatch(one_line(reply))
    if not found:
        return None
    number = found[1] or _WORDS[found[2].casefold()]
    return (_OUTCOMES[number], found[3])


@dataclass(frozen=True)
class Meeting(Walk):
    """A walk through what each said they would do, then notes and one next thing each."""

    other: str = ""
    promises: tuple[Promise, ...] = ()

    def slip_in(self, text: str) -> str:
        is_reply = self.step is not None and self.step.key not in _LAST
        return "1, 2 or 3, please, and then a word why if you like." if is_reply and not outcome_in(text) else ""

    @property
    def settled(self) -> list[Settled]:
        """What was answered, but not what is being asked. Words that say neither are a reason to carry it on."""
        asked = self.step.key if self.step else ""
        answered = [each for each in self.promises if each.key in self.answers and each.key != asked]
        replies = [(each, one_line(self.answers[each.key])) for each in answered]
        return [Settled(each, *(outcome_in(reply) or ("carried", reply))) for each, reply in replies]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to save."""
        return not self.settled and not any(text.strip() for text in self.answers.values())

    def values(self) -> Values:
        """What goes into the front matter."""
        title = f"Meeting with {self.other}" if self.other else "Meeting"
        asked = {"title": title, "kind": "meeting", "with": self.other}
        asked |= {"next": in_head(self.answer(NEXT)), "suggested": in_head(self.answer(SUGGESTED))}
        return {key: value for key, value in asked.items() if value}

    def body(self) -> list[Answer]:
        """What goes into the body: the notes first, then what is too long for the front matter, then the steps."""
        long = [text for key in (NEXT, SUGGESTED) if len(text := self.answer(key)) > LONGEST_IN_HEAD]
        text = "\n\n".join(block for block in (self.answer(NOTES), *long, self._since_last_time()) if block)
        return [Answer(text)] if text else []

    def _since_last_time(self) -> str:
        lines = [each.line for each in self.settled]
        return "\n".join(["Since last time:", *lines]) if lines else ""

    def notes_in(self, body: str) -> str:
        """The notes that stand in a body of its own making."""
        return body.removesuffix(self._since_last_time()).strip()


def met(
    other: str,
    found: Sequence[Promise],
    *,
    me: str = "",
    lead: str = "",
    answers: Mapping[str, str] | None = None,
    at: str = "",
) -> Meeting:
    """A meeting with `other`, from the first promise that has no answer yet, and of what is asked last from `at` on.

    `lead` is said before the notes.
    """
    said = dict(answers or {})
    steps = (
        *(Step(each.key, _asked(each, me, other), note="[2]") for each in found),
        Step(NOTES, "What would you like to keep from this conversation?", note=ENTER_TWICE, is_long=True, lead=lead),
        Step(NEXT, "One next thing for you?"),
        Step(SUGGESTED, f"One next thing for {other}?"),
    )
    passed = {each.key for each in found if each.key in said} | set(_LAST[: _LAST.index(at)] if at in _LAST else ())
    place = next((number for number, step in enumerate(steps) if step.key not in passed - {at}), len(steps))
    return Meeting(steps, said, place, other, tuple(found))


def _asked(promise: Promise, me: str, other: str) -> str:
    """Whose step it is, and on a line of its own what to type."""
    who = "You" if promise.who == me else promise.who
    by = f", suggested by {'you' if promise.is_own else other}" if promise.is_suggested else ""
    return f"{who}, {bare(promise.day)}{by}: {promise.words}\n{_CHOICE}"

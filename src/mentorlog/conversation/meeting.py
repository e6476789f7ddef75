"""A meeting as values: what became of the points that are open between two people, notes, and one next thing each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from mentorlog.conversation.points import SKIP, Point, Settled
from mentorlog.conversation.reflection import LONGEST_IN_HEAD, in_head
from mentorlog.conversation.walk import ENTER_TWICE, Step, Walk
from mentorlog.entry.compose import Answer
from mentorlog.files.toml import Values
from mentorlog.text import one_line

NOTES, NEXT, SUGGESTED = "notes", "next", "suggested"
_LAST = (NOTES, NEXT, SUGGESTED)
STEPS_HEADING, ASKS_HEADING = "Since last time:", "Asked:"  # of the lists of outcomes under the notes
_OUTCOME = " outcome"  # ends the key of the question about a point whose reply makes no choice


@dataclass(frozen=True)
class Meeting(Walk):
    """A walk through the points open between two people, then notes and one next thing each.

    A reply without a choice is kept as what was said about the point, and the next step asks only for the choice.
    """

    other: str = ""
    points: tuple[Point, ...] = ()

    @property
    def step_key(self) -> str:
        """The key of the point, or of the step after them, at which a resumed meeting begins; "" if it is over."""
        return self.step.key.removesuffix(_OUTCOME) if self.step else ""

    def answered(self, text: str) -> Self:
        point = self._point_asked
        if point is None:
            return super().answered(text)
        meeting = self._without_choice_step(point)
        if point.choice_in(text):
            return super(Meeting, meeting).answered(text)
        after = meeting.at + 1
        steps = (*meeting.steps[:after], _choice_step(point, text), *meeting.steps[after:])
        return super(Meeting, replace(meeting, steps=steps)).answered(text)

    def skipped(self, text: str) -> Self:
        """The walk at the next step. Of a point, the notes say nothing, except for words that were typed already."""
        if self.step_key in _LAST:
            return super().skipped(text)
        choice = self._point.choice_in(text)
        return self.answered(f"{SKIP} {choice[1] if choice else one_line(text)}".strip())

    def slip_in(self, text: str) -> str:
        if self.step is None or self.step_key in _LAST:
            return ""
        is_said = self._point_asked is not None and any(map(str.isalpha, text))
        return "" if is_said or self._point.choice_in(text) else "1, 2 or 3, please."

    @property
    def _point(self) -> Point:
        """The point that the present step is about. Only for steps about a point."""
        return next(point for point in self.points if point.key == self.step_key)

    @property
    def _point_asked(self) -> Point | None:
        """The point that the present step asks about; None at other steps, and where only the choice is missing."""
        return next((point for point in self.points if self.step and point.key == self.step.key), None)

    def _without_choice_step(self, point: Point) -> Self:
        key = f"{point.key}{_OUTCOME}"
        answers = {name: text for name, text in self.answers.items() if name != key}
        return replace(self, steps=tuple(step for step in self.steps if step.key != key), answers=answers)

    def reply_about(self, point: Point) -> str | None:
        """Everything typed about a point, as one reply: the choice first. None if it was not asked about."""
        said, made = self.answers.get(point.key), self.answers.get(f"{point.key}{_OUTCOME}")
        is_open = point.key == self.step_key and not made
        if said is None or made is None or is_open:
            return said
        choice = point.choice_in(made)
        return one_line(f"{choice[0] or SKIP} {said} {choice[1]}" if choice else f"{said} {made}")

    @property
    def settled(self) -> list[Settled]:
        """The points answered so far, without the one being asked and those that were skipped."""
        settled = [self._settled(point) for point in self.points if point.key != self.step_key]
        return [outcome for outcome in settled if outcome and (outcome.choice or outcome.why)]

    def _settled(self, point: Point) -> Settled | None:
        reply = self.reply_about(point)
        return Settled(point, *(point.choice_in(reply) or ("", one_line(reply)))) if reply is not None else None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to save."""
        return not self.settled and all(text.strip() in ("", SKIP) for text in self.answers.values())

    def values(self) -> Values:
        """The front matter. `answers` are the ids of the entries whose request the meeting answered."""
        title = f"Meeting with {self.other}" if self.other else "Meeting"
        values: Values = {"title": title, "kind": "meeting", "with": self.other}
        values |= {"next": in_head(self.answer(NEXT)), "suggested": in_head(self.answer(SUGGESTED))}
        values |= {"answers": [outcome.point.entry_id for outcome in self.settled if outcome.is_answered]}
        return {key: value for key, value in values.items() if value}

    def body(self) -> list[Answer]:
        """The body: the notes first, then steps that are too long for the front matter, then the outcomes."""
        too_long = [text for key in (NEXT, SUGGESTED) if len(text := self.answer(key)) > LONGEST_IN_HEAD]
        text = "\n\n".join(block for block in (self.answer(NOTES), *too_long, self._outcomes()) if block)
        return [Answer(text)] if text else []

    def _outcomes(self) -> str:
        """Two lists: what became of steps, and of requests."""
        steps = [settled.line for settled in self.settled if not settled.point.is_ask]
        asks = [settled.line for settled in self.settled if settled.point.is_ask]
        lists = ((STEPS_HEADING, steps), (ASKS_HEADING, asks))
        return "\n\n".join("\n".join([heading, *lines]) for heading, lines in lists if lines)

    def notes_in(self, body: str) -> str:
        """The notes in a body that this meeting made."""
        return body.removesuffix(self._outcomes()).strip()


def meeting_with(
    other: str,
    points: Sequence[Point],
    *,
    lead: str = "",
    answers: Mapping[str, str] | None = None,
    at: str = "",
) -> Meeting:
    """A meeting with `other`, from the first point without an answer.

    `at` is the key of NOTES, NEXT or SUGGESTED if the meeting goes on there; `lead` is shown before the notes.
    """
    replies = dict(answers or {})
    steps = (
        *(Step(point.key, point.prompt(other), note="[2]") for point in points),
        Step(NOTES, "What would you like to keep from this conversation?", note=ENTER_TWICE, is_long=True, lead=lead),
        Step(NEXT, "One next thing for you?"),
        Step(SUGGESTED, f"One next thing for {other}?"),
    )
    passed = {point.key for point in points if point.key in replies}
    passed |= set(_LAST[: _LAST.index(at)] if at in _LAST else ())
    place = next((number for number, step in enumerate(steps) if step.key not in passed - {at}), len(steps))
    return Meeting(steps, replies, place, other, tuple(points))


def _choice_step(point: Point, said: str) -> Step:
    """The step that asks only for the choice, once something was said about the point."""
    return Step(f"{point.key}{_OUTCOME}", point.choices, note="[2]", lead=f"Noted: {one_line(said)}\nNow choose:")

"""The questions that a brief suggests: about what was written in its time, the least recently shown first."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from mentorlog.dimensions import DIMENSIONS, Dimension
from mentorlog.entry.entry import Entry
from mentorlog.questions.bank import Bank, Question
from mentorlog.questions.choice import pick

_ABOUT_A_LESSON = re.compile(  # what makes sense only about something that was written or taught
    r"\b(?:that|those|this|your (?:last|next)) (?:\w+ )?(?:lesson|class|moment|decision|word|choice|time)s?\b"
    r"|\bwhat you wrote\b|\bthe lesson\b|\byour (?:ECT|next) lesson\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question for the meeting, about `entry` if that is known."""

    question: Question
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """The questions of earlier briefs: by id, the day on which each was last shown before today."""

    days: Mapping[str, date] = field(default_factory=dict)

    def longest_ago(self, questions: Sequence[Question], seed: str) -> Question | None:
        """Of `questions`, one that was never shown, or else longest ago; the same for the same seed."""
        last = min((self.days.get(question.id, date.min) for question in questions), default=date.min)
        return pick([question for question in questions if self.days.get(question.id, date.min) == last], seed)


def suggested_questions(
    bank: Bank, seed: str, recent: Sequence[Entry], quiet: Sequence[Dimension], shown: Shown, *, has_theory: bool
) -> tuple[Suggestion, ...]:
    """Two questions to ask the ECT, and one for the mentor's own reflection.

    The first is about an entry of this time, `recent`, newest first. The second is about another dimension of it or,
    if there is only one, about a `quiet` one. Without entries nothing is asked about a lesson.
    """
    chosen: list[Suggestion] = []
    ask = [question for question in bank.for_meeting("ask") if question.needs is None or has_theory]
    reflect = [question for question in bank.for_meeting("self") if question.needs is None or has_theory]
    anchored = list(_anchored(ask, recent))
    for _ in range(2):
        left = [item for item in anchored if item.question.dimension not in {one.question.dimension for one in chosen}]
        if question := shown.longest_ago([item.question for item in left], seed):
            chosen.append(next(item for item in left if item.question is question))
    if len(chosen) < 2:  # noqa: PLR2004 -- two to ask
        free = [each for each in ask if each.dimension in (quiet or DIMENSIONS) and each.stage == "opening"]
        if question := shown.longest_ago([each for each in free if not _ABOUT_A_LESSON.search(each.text)], seed):
            chosen.append(Suggestion(question))
    about = {dimension for entry in recent for dimension in entry.dimensions} or set(DIMENSIONS)
    own = [each for each in reflect if each.dimension in about and (recent or not _ABOUT_A_LESSON.search(each.text))]
    if question := shown.longest_ago(own, seed):
        chosen.append(Suggestion(question))
    return tuple(chosen)


def _anchored(questions: Sequence[Question], recent: Sequence[Entry]) -> Iterator[Suggestion]:
    """Each question about a dimension of this time, with the latest entry about it."""
    for question in questions:
        entry = next((entry for entry in recent if question.dimension in entry.dimensions), None)
        if entry is not None:
            yield Suggestion(question, entry)

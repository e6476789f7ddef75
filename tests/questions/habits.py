"""Writers with habits: who answers, who skips, who writes something that was not asked, on which days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from builders import the_shipped_bank
from mentorlog.dimensions import Role
from mentorlog.questions.bank import Bank, Question
from mentorlog.questions.choice import Asked, next_questions

FIRST = date(2025, 9, 1)  # a Monday
KINDS = ("answers", "skips", "other")  # `other`: a quick line, a meeting, a reply, a step


@dataclass(frozen=True, slots=True)
class Visit:
    """One guided entry: its day, the question, and whether it was answered."""

    day: date
    question: Question
    is_answered: bool


def habits(longest: int) -> Iterator[tuple[str, ...]]:
    """Yield every periodic habit up to so many entries long in which something is asked."""
    for length in range(1, longest + 1):
        yield from (habit for habit in product(KINDS, repeat=length) if set(habit) != {"other"})


def life(
    days: Sequence[date],
    habit: Sequence[str] = ("answers",),
    role: Role = "ect",
    seed: str = "sam",
    bank: Bank | None = None,
) -> list[Visit]:
    """Return the guided entries of somebody with this habit on these days."""
    past: list[Asked] = []
    visits: list[Visit] = []
    for number, day in enumerate(days):
        kind = habit[number % len(habit)]
        if kind != "other":
            [question] = next_questions(bank or the_shipped_bank(), past, role=role, seed=seed, day=day)
            past.append(Asked(day, question.id, is_answered=kind == "answers"))
            visits.append(Visit(day, question, kind == "answers"))
    return visits


def every_other_day(number: int) -> list[date]:
    return [FIRST + timedelta(days=2 * place) for place in range(number)]


def timetable(slots: Sequence[int], weeks: int = 39, fortnight: int = 1) -> list[date]:
    """Return the days of a year with lessons on these days of each period of one or two weeks."""
    starts = range(0, 7 * weeks, 7 * fortnight)
    return [FIRST + timedelta(days=start + slot) for start in starts for slot in slots]

"""Write docs/questions.md: how questions are chosen, and two simulated years. Run it after a change to either."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from mentorlog.dimensions import DIMENSIONS, STAGES, Role
from mentorlog.journal.question_files import shipped_bank
from mentorlog.questions.bank import Bank, Question
from mentorlog.questions.choice import LONGEST_WAIT, Asked, next_questions

PAGE = Path(__file__).with_name("questions.md")
FIRST = date(2025, 9, 1)
WEEKS = 78  # two school years of 39 weeks
DAYS = {0: "Monday", 2: "Wednesday", 3: "Thursday"}
HABITS = {
    "answers every question": ("answers",),
    "skips every third": ("answers", "answers", "skips"),
    "skips every one": ("skips",),
}

TEXT = f"""# How questions are chosen

Made by `docs/make_questions.py`. `tests/questions/test_choice.py` holds each rule for every habit up to six entries long.

1. **What counts is what was asked**, whether it was answered, skipped or left in a draft. A quick line, a meeting, a reply or
   a step was not asked anything, so it changes nothing. What was answered stands in the entry's headings, what was skipped
   under `asked`, which is never copied for the other person. So it works on a second computer with the same folder. A
   question that left no entry at all is remembered in the state folder of this computer.
2. **The dimension** is one of the three that have waited longest, chosen by chance from the day, so that none is tied to a
   weekday. One that has waited for {LONGEST_WAIT} others comes at once, so each comes within any twelve guided entries.
3. **The stage** follows the last one answered in that dimension: opening, deepening, forward, and opening again. Somebody
   who passes over as many questions as a stage has is asked one of the stage after it.
4. **The question** is one of those asked least often. A new round of a stage begins neither as the one before began nor as it
   ended. One that was only just passed over does not come straight back.
5. **Several questions** stay with one moment: they are of one dimension, each of the next stage. With `-d`, they are of the
   dimensions you name. `/another` asks another one, and `new --question ID` the one you name.

The same journal gives the same question all day, until it has been asked.

## The questions of a brief

Two are for the ECT, and one is for the mentor's own reflection. They are about the dimensions written about in that time, each
about the latest entry ("About Tue 24 Nov, 8Q: …"); with only one such dimension, the second opens a quiet one. Those that were
never shown on this computer come first, then those shown longest ago. A brief shows the same ones all day. Where nothing was
shared, none is about a lesson.

## Two simulated years

Three guided entries a week, on Monday, Wednesday and Thursday, for twice 39 weeks.
"""


def life(bank: Bank, role: Role, habit: Sequence[str]) -> list[tuple[date, Question, bool]]:
    """Return each guided entry of two years: its day, the question, and whether it was answered."""
    past: list[Asked] = []
    met: list[tuple[date, Question, bool]] = []
    for number, day in enumerate(FIRST + timedelta(days=7 * week + slot) for week in range(WEEKS) for slot in DAYS):
        [question] = next_questions(bank, past, role=role, seed="simulated", day=day)
        is_answered = habit[number % len(habit)] == "answers"
        past.append(Asked(day, question.id, is_answered))
        met.append((day, question, is_answered))
    return met


def by_weekday(met: Sequence[tuple[date, Question, bool]]) -> Iterator[str]:
    """Yield the table of which dimension an ECT is asked about on which day, in per cent."""
    yield f"| an ECT who answers is asked about | {' | '.join(DAYS.values())} |"
    yield f"|---|{'---:|' * len(DAYS)}"
    for dimension in DIMENSIONS:
        shares = []
        for weekday in DAYS:
            about = [question.dimension for day, question, _ in met if day.weekday() == weekday]
            shares.append(f"{100 * about.count(dimension) / len(about):.0f} %")
        yield f"| {dimension.name} | {' | '.join(shares)} |"


def facts_of(met: Sequence[tuple[date, Question, bool]]) -> list[str]:
    """Return the longest wait for a dimension, the entry with the first repeat, and how often stages lead on."""
    about = [question.dimension for _, question, _ in met]
    places = [[-1, *(place for place, one in enumerate(about) if one == each), len(about)] for each in DIMENSIONS]
    wait = max(later - place for row in places for place, later in pairwise(row))
    ids = [question.id for _, question, _ in met]
    repeat = next((place + 1 for place, name in enumerate(ids) if name in ids[:place]), None)
    led = Counter(
        STAGES.index(one.stage) == (STAGES.index(before.stage) + 1) % len(STAGES)
        for dimension in DIMENSIONS
        for (_, before, is_answered), (_, one, _) in pairwise(visit for visit in met if visit[1].dimension == dimension)
        if is_answered
    )
    leads_on = f"{100 * led[True] / led.total():.0f} %" if led else "–"
    return [str(wait), str(repeat or "none"), str(len(set(ids))), leads_on]


def page() -> str:
    """Return the whole page."""
    bank = shipped_bank()
    lines = [TEXT, *by_weekday(life(bank, "ect", ("answers",))), ""]
    lines += [
        "| writer | longest wait, in entries | first repeat, at entry | questions met | next stage after an answer |"
    ]
    lines += ["|---|---:|---:|---:|---:|"]
    roles: tuple[Role, ...] = ("ect", "mentor")
    for role in roles:
        for name, habit in HABITS.items():
            who = "ECT" if role == "ect" else "mentor"
            lines.append(f"| {who} who {name} | {' | '.join(facts_of(life(bank, role, habit)))} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")

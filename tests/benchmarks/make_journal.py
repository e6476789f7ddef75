"""Make a journal for measurements: seeded, of realistic lengths, and with the same texts for jrnl.

    .venv/bin/python tests/benchmarks/make_journal.py 400 FOLDER [--seed N] [--jrnl FILE]

400 entries are two years of one teacher's; from 2,000 on they are spread over ten years, several on each school day.
"""

import argparse
import os
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from texts import Texts

from mentorlog.entry.compose import Answer, entry_text
from mentorlog.entry.entry import ID_LETTERS
from mentorlog.files.toml import Values
from mentorlog.journal.question_files import shipped_bank
from mentorlog.text import slug

LAST_DAY = date(2026, 11, 20)
A_YEAR = 200  # entries: so that 400 are two years
MOST_YEARS = 10
EVERY_MEETING = 15  # one entry in so many
SETTINGS = 'schema = 1\nid = "benchmark000"\nname = "Sam"\nrole = "ect"\n'
HOLIDAYS = (  # month and day, first and last; about thirteen weeks, so that 39 are term
    ((1, 1), (1, 4)), ((2, 12), (2, 18)), ((4, 1), (4, 14)), ((5, 25), (5, 31)),
    ((7, 22), (8, 31)), ((10, 24), (10, 31)), ((12, 19), (12, 31)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Made:
    """One entry: its place in the folder, its file's text, and the same words for jrnl."""

    name: str
    text: str
    jrnl: str


def school_days(last: date, years: int) -> list[date]:
    """Return the days of lessons in so many years up to `last`, in order."""
    days = (last - timedelta(days=back) for back in range(365 * years, -1, -1))
    return [day for day in days if day.weekday() < 5 and not _is_holiday(day)]


def _is_holiday(day: date) -> bool:
    return any(first <= (day.month, day.day) <= last for first, last in HOLIDAYS)


def days_for(count: int) -> list[date]:
    """Return the day of each of `count` entries, spread evenly."""
    years = min(MOST_YEARS, max(1, -(-count // A_YEAR)))
    days = school_days(LAST_DAY, years)
    return [days[number * len(days) // count] for number in range(count)]


class Writer:
    """Makes one entry after another, with all randomness from `chance`."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311 -- texts, no secrets
        self._texts = Texts(self._chance)
        self._questions = shipped_bank().for_writing("ect")
        self._names: Counter[str] = Counter()
        self._ids: set[str] = set()
        self._last_id = ""

    def entries(self, count: int) -> Iterator[Made]:
        previous, of_the_day = None, 0
        for number, day in enumerate(days_for(count), start=1):
            of_the_day = of_the_day + 1 if day == previous else 0
            previous = day
            yield self._entry(day, of_the_day, is_meeting=number % EVERY_MEETING == 0)

    def _entry(self, day: date, of_the_day: int, *, is_meeting: bool) -> Made:
        values = self._texts.meeting_values() if is_meeting else self._texts.values()
        values |= {"id": self._new_id(day), "date": day, "role": "ect"}
        if not is_meeting and self._last_id and self._chance.random() < 0.05:
            values["follows"] = self._last_id
        answers = [Answer(self._texts.notes())] if is_meeting else self._answers()
        text = entry_text(values, answers) + self._private()
        self._last_id = values["id"]
        return Made(self._name(day, values["title"]), text, _for_jrnl(values, answers, text, day, of_the_day))

    def _answers(self) -> list[Answer]:
        if self._texts.is_short():
            return [Answer(self._texts.one_liner())]
        count = self._chance.choices((1, 2, 3), (5, 3, 2))[0]
        questions = self._chance.sample(self._questions, count)
        texts = self._texts.parts(count)
        return [
            Answer(text, question.dimension, question.text) for question, text in zip(questions, texts, strict=True)
        ]

    def _private(self) -> str:
        return f"\n## Just for me\n\n{self._texts.private()}\n" if self._chance.random() < 0.15 else ""

    def _new_id(self, day: date) -> str:
        while (new_id := f"{day:%Y%m%d}-{''.join(self._chance.choices(ID_LETTERS, k=4))}") in self._ids:
            pass
        self._ids.add(new_id)
        return new_id

    def _name(self, day: date, title: str) -> str:
        stem = f"{day.year}/{day.isoformat()}-{slug(title)}"
        self._names[stem] += 1
        return f"{stem}.md" if self._names[stem] == 1 else f"{stem}-{self._names[stem]}.md"


def _for_jrnl(values: Values, answers: Sequence[Answer], text: str, day: date, of_the_day: int) -> str:
    """Return an entry in the form of jrnl 4.6, with tags for mentorlog's selectors: its dimensions and its class."""
    minutes = 8 * 60 + 5 * of_the_day
    body = text.partition("\n+++\n")[2].strip("\n")
    extras = [f"{key.capitalize()}: {values[key]}" for key in ("next", "ask", "theory") if key in values]
    tags = sorted({f"@{answer.dimension.id}" for answer in answers if answer.dimension}) or ["@other"]
    tags += [f"@{values['class']}"] if "class" in values else []
    lines = [f"[{day} {minutes // 60:02}:{minutes % 60:02}] {values['title']}.", body, *extras, " ".join(tags)]
    return "\n".join(lines) + "\n\n"


def make_journal(count: int, folder: Path, seed: int = 1, jrnl: Path | None = None) -> None:
    """Write a journal of `count` entries into a new folder, and the same texts into the file `jrnl`."""
    folder.mkdir(mode=0o700, parents=True)
    (folder / "mentorlog.toml").write_text(SETTINGS, "utf-8")
    with open(jrnl or os.devnull, "w", encoding="utf-8") as same:
        for made in Writer(seed).entries(count):
            _write(folder / made.name, made.text)
            same.write(made.jrnl)


def _write(path: Path, text: str) -> None:
    """Write straight to the disk, without the care that mentorlog takes for people's own words."""
    if not path.parent.is_dir():
        path.parent.mkdir(mode=0o700)
    with open(path, "x", encoding="utf-8", newline="", opener=_for_its_owner) as file:
        file.write(text)


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def main() -> int:
    words = argparse.ArgumentParser(description="Make a journal to measure with.")
    words.add_argument("count", type=int, help="how many entries")
    words.add_argument("folder", type=Path, help="a folder that is not there yet")
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--jrnl", type=Path, help="write the same texts to this file, as a jrnl journal")
    asked = words.parse_args()
    make_journal(asked.count, asked.folder, asked.seed, asked.jrnl)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Clocks that are wrong, jump or show another zone: an entry has the local day on which it was begun.

Zones are spelt as POSIX has them, so that these tests need no zone files.
"""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from conftest import TODAY, Run, Write
from mentorlog.ask.asker import OnChange, Reply
from mentorlog.cli import world
from mentorlog.cli.guided import reflection
from mentorlog.cli.world import local_day  # before `own_world` puts another in its place
from mentorlog.entry.entry import Entry, read_entry
from mentorlog.errors import ExitCode

DAY, YEAR = timedelta(days=1), timedelta(days=365)
LONDON, KIRITIMATI, PAGO_PAGO = "GMT0BST,M3.5.0/1,M10.5.0", "<+14>-14", "SST11"
WORDS = "A kestrel over the field."


def entries_in(journal: Path) -> list[Entry]:
    read = [read_entry(path.name, path.read_bytes()) for path in sorted(journal.glob("2*/*.md"))]
    return [entry for entry in read if isinstance(entry, Entry)]


def drafted(state: Path) -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted((state / "drafts").glob("*.md")))


Clock = Callable[[str, str], None]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    """Return a function that sets the clock (in UTC) and the zone that a program sees."""
    with monkeypatch.context() as patch:

        def set_to(zone: str, instant: str) -> None:
            seconds = datetime.fromisoformat(f"{instant}+00:00").timestamp()
            patch.setenv("TZ", zone)
            time.tzset()
            patch.setattr(time, "time", lambda: seconds)
            patch.setattr(world, "local_day", local_day)

        yield set_to
    time.tzset()


NIGHTS = {
    "a minute before midnight": (LONDON, "2026-11-23T23:59:59", "2026-11-23"),
    "a minute after midnight": (LONDON, "2026-11-24T00:01:00", "2026-11-24"),
    "London, before the clocks go forward": (LONDON, "2026-03-28T23:59:59", "2026-03-28"),
    "London, the night they go forward": (LONDON, "2026-03-29T00:00:00", "2026-03-29"),
    "London, the first evening of summer time": (LONDON, "2026-03-29T22:59:59", "2026-03-29"),
    "London, past the first midnight of summer time": (LONDON, "2026-03-29T23:00:00", "2026-03-30"),
    "London, the last midnight of summer time": (LONDON, "2026-10-24T23:00:00", "2026-10-25"),
    "London, the hour that comes twice": (LONDON, "2026-10-25T01:30:00", "2026-10-25"),
    "London, the first midnight of winter time": (LONDON, "2026-10-26T00:00:00", "2026-10-26"),
    "Kiritimati, a day ahead": (KIRITIMATI, "2026-11-22T10:00:00", "2026-11-23"),
    "Kiritimati, at the end of the year": (KIRITIMATI, "2026-12-31T10:00:00", "2027-01-01"),
    "Pago Pago, a day behind": (PAGO_PAGO, "2026-11-24T10:59:59", "2026-11-23"),
    "Pago Pago, at the end of the year": (PAGO_PAGO, "2027-01-01T10:59:59", "2026-12-31"),
}


@pytest.mark.parametrize("row", NIGHTS)
def test_today_is_the_local_day_in_every_zone_at_every_hour(row: str, journal: Path, run: Run, clock: Clock) -> None:
    zone, instant, day = NIGHTS[row]
    clock(zone, instant)

    run(["new", WORDS])

    [entry] = entries_in(journal)
    assert (entry.date.isoformat(), entry.id[:8]) == (day, day.replace("-", ""))
    assert [path.name[:10] for path in journal.glob(f"{day[:4]}/*.md")] == [day]
    assert run("list --on today").stdout.count(WORDS) == 1


@pytest.mark.parametrize(
    ("named", "day"),
    [("today", "2026-03-30"), ("yesterday", "2026-03-29"), ("2 days ago", "2026-03-28"), ("2026-02-01", "2026-02-01")],
)
def test_a_named_day_counts_from_the_local_day_and_outranks_the_clock(
    named: str, day: str, journal: Path, run: Run, clock: Clock
) -> None:
    clock(LONDON, "2026-03-29T23:01:00")  # a minute past midnight, in London

    result = run(["new", WORDS, "--date", named])

    assert result.exit_code == ExitCode.DONE
    assert [entry.date.isoformat() for entry in entries_in(journal)] == [day]
    assert WORDS in run(["list", "--on", named]).stdout


def test_entries_of_several_zones_are_listed_by_their_days(journal: Path, run: Run, clock: Clock) -> None:
    for zone, instant in (
        (KIRITIMATI, "2026-11-22T10:00:00"),  # the 23rd there
        (PAGO_PAGO, "2026-11-23T10:00:00"),  # a day later, and the 22nd there
        (LONDON, "2026-11-24T00:30:00"),
    ):
        clock(zone, instant)
        run(["new", f"In {zone[1:4]}"])

    listed = [line.split("\t")[1] for line in run("list").stdout.splitlines()]

    assert listed == ["2026-11-24", "2026-11-23", "2026-11-22"]
    assert len(entries_in(journal)) == 3


@dataclass
class Person:
    """A person whose answers come on different days, because midnight passes between them."""

    answers: Sequence[str]
    day: date = TODAY
    heard: list[str] = field(default_factory=list)

    def say(self, text: str = "") -> None:
        self.heard.append(text)

    def ahead(self, prompt: str, note: str) -> None:
        """Do nothing: the person types no answer ahead."""

    def rest(self) -> None:
        """Do nothing after the last answer."""

    def line(self, prompt: str, note: str, before: str, on_change: OnChange) -> Reply:  # noqa: ARG002
        self.heard.append(prompt)
        self.day += DAY
        if not self.answers:
            raise KeyboardInterrupt
        answer, *self.answers = self.answers
        on_change(answer)
        return Reply(answer or before)

    long = line


Meet = Callable[..., Person]


@pytest.fixture
def meet(monkeypatch: pytest.MonkeyPatch) -> Meet:
    """Return a function that puts a person at the terminal from a given day on."""

    def meet_one(*answers: str, day: date = TODAY) -> Person:
        person = Person(answers, day)
        monkeypatch.setattr(world, "is_terminal", lambda _: True)
        monkeypatch.setattr(world, "local_day", lambda: person.day)
        monkeypatch.setattr(reflection, "asker_for", lambda _: person)
        return person

    return meet_one


def test_an_entry_finished_after_midnight_has_the_day_it_was_begun(journal: Path, run: Run, meet: Meet) -> None:
    person = meet("thirty faces", WORDS, "Ask one pair", "")

    result = run("new")

    [entry] = entries_in(journal)
    assert person.day == TODAY + 4 * DAY
    assert person.heard[0].startswith("Mon 23 Nov 2026")
    assert (entry.date, entry.id[:8]) == (TODAY, "20261123")
    assert "Saved  2026/2026-11-23-thirty-faces.md" in result.stdout.replace("\n", " ")


@pytest.mark.parametrize(("flags", "day"), [("", TODAY), ("--date 2026-11-20", date(2026, 11, 20))])
def test_a_draft_resumed_on_another_day_keeps_its_own_day(
    flags: str, day: date, journal: Path, run: Run, meet: Meet
) -> None:
    meet("thirty faces", WORDS)
    assert run(f"new {flags}").exit_code == ExitCode.INTERRUPTED
    meet("", "", day=TODAY + 10 * DAY)

    result = run("new --resume")

    assert result.exit_code == ExitCode.DONE
    assert [(entry.date, entry.title) for entry in entries_in(journal)] == [(day, "thirty faces")]


def test_a_day_named_on_resuming_a_draft_outranks_its_own(journal: Path, run: Run, meet: Meet) -> None:
    meet("thirty faces", WORDS)
    run("new")
    meet("", "", day=TODAY + DAY)

    run("new --resume --date 2026-11-20")

    assert [entry.date for entry in entries_in(journal)] == [date(2026, 11, 20)]


def test_an_editor_open_past_midnight_saves_the_day_before(
    journal: Path, run: Run, meet: Meet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor"
    script.write_text(f'#!/bin/sh\nprintf "{WORDS}\\n" >> "$1"\n', "utf-8")
    script.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(script))
    days = iter((TODAY, *[TODAY + DAY] * 9))
    meet()
    monkeypatch.setattr(world, "local_day", lambda: next(days))

    assert run("new --editor").exit_code == ExitCode.DONE

    assert [entry.date for entry in entries_in(journal)] == [TODAY]


JUMPS = pytest.mark.parametrize("jump", [-YEAR, 10 * YEAR, -10 * YEAR], ids=["a year back", "ten on", "ten back"])


def shifted(folder: Path, by: timedelta) -> None:
    """Shift the time of every file in a folder, as if the clock had since jumped the other way."""
    for path in folder.rglob("*"):
        status = path.stat()
        os.utime(path, (status.st_atime - by.total_seconds(), status.st_mtime - by.total_seconds()))


def jumped(monkeypatch: pytest.MonkeyPatch, state: Path, by: timedelta) -> None:
    """Make the clock wrong by this much from now on."""
    monkeypatch.setattr(world, "local_day", lambda: TODAY + by)
    shifted(state, by)


@JUMPS
def test_undo_goes_back_step_by_step_after_the_clock_has_jumped(
    jump: timedelta, state: Path, write: Write, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("one.md", text := f'+++\nid = "20261123-aaaa"\ndate = 2026-11-23\n+++\n\n{WORDS}\n')
    run("edit aaaa --set class=first")
    run("edit aaaa --set class=second")
    jumped(monkeypatch, state, jump)
    run("edit aaaa --set class=third")

    classes = []
    for _ in range(3):
        classes.append(path.read_text("utf-8").partition('class = "')[2].partition('"')[0])
        assert run("undo").exit_code == ExitCode.DONE

    assert classes == ["third", "second", "first"]
    assert path.read_text("utf-8") == text
    assert run("show aaaa --history").stdout.count("Change ") == 6


@JUMPS
@pytest.mark.usefixtures("journal")
def test_last_means_the_entry_written_last_even_after_the_clock_has_jumped(
    jump: timedelta, state: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("new 'Written first'")
    run("new 'And then second' --title z")
    jumped(monkeypatch, state, jump)
    run("new 'In between' --date 2026-11-22")
    run("new 'Written last' --date 2026-11-23 --title a")

    assert "Written last" in run("show last").stdout
    assert [line.split("\t")[1] for line in run("list").stdout.splitlines()] == ["2026-11-23"] * 3 + ["2026-11-22"]


@JUMPS
def test_every_draft_can_be_resumed_after_the_clock_has_jumped(
    jump: timedelta, journal: Path, state: Path, run: Run, meet: Meet, monkeypatch: pytest.MonkeyPatch
) -> None:
    meet("thirty faces", WORDS)
    run("new")
    jumped(monkeypatch, state, jump)
    meet("2", "nineteen ticks", WORDS, day=TODAY + jump)  # 2 is to start another
    run("new -d critique")

    offered = meet("", "", "", day=TODAY + jump)  # the first of the two, and no more to add
    gone_on = [run("new --resume")]
    meet("", "", day=TODAY + jump)
    gone_on.append(run("new --resume"))

    assert all(any(title in line for line in offered.heard) for title in ("thirty faces", "nineteen ticks"))
    assert [result.exit_code for result in gone_on] == [ExitCode.DONE] * 2
    assert {entry.title for entry in entries_in(journal)} == {"thirty faces", "nineteen ticks"}
    assert drafted(state) == ""


@pytest.mark.parametrize("after", [0, 48], ids=["after the first change", "before the last change"])
@JUMPS
def test_no_earlier_version_is_removed_because_the_clock_has_jumped(
    jump: timedelta, after: int, state: Path, write: Write, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)  # fifty changes, and no power is cut here
    write("one.md", f'+++\nid = "20261123-aaaa"\ndate = 2026-11-23\n+++\n\n{WORDS}\n')

    for number in range(50):  # after fifty changes, versions may go that are both old and many
        run(f"edit aaaa --set class={number}x")
        if number == after:
            jumped(monkeypatch, state, jump)

    kept = run("show aaaa --history").stdout.count("Change ")
    assert kept == 50

"""A plan as a value: the number of its entries, the files it writes, and its record."""

from pathlib import Path
from typing import Literal

import pytest

from builders import an_entry
from mentorlog.journal.history import Edit
from mentorlog.sharing.plan import Handover, LeftAloneError, Plan, Withdrawal

FOLDER = Path("/shared")
MARK = Edit("2026/a.md", b"", b"a")


def handover(kind: Literal["new", "changed", "same", "back", "theirs"], letters: str) -> Handover:
    path = f"2026/2026-11-20-{letters}.md"
    return Handover(kind, f"20261120-{letters}", None, path, (Edit(path, None, b"x"),))


NEW, CHANGED, BACK = handover("new", "aaaa"), handover("changed", "bbbb"), handover("back", "cccc")


@pytest.mark.parametrize(
    ("plan", "verb", "what"),
    [
        (Plan(FOLDER, (NEW, CHANGED)), "share", "2 entries with Priya"),
        (Plan(FOLDER, (NEW, BACK)), "share", "1 entry with Priya, 1 taken back"),
        (Plan(FOLDER, (), (MARK,)), "share", "1 entry with Priya"),
        (Plan(FOLDER, (BACK,)), "withdraw", "1 entry that Priya had"),
        (Withdrawal(FOLDER, (BACK,), (MARK, MARK)), "withdraw", "1 entry that Priya had"),
        (Withdrawal(FOLDER, (), (MARK, MARK)), "withdraw", "2 entries that Priya had"),
        (Withdrawal(FOLDER, (NEW, BACK)), "withdraw", "1 entry that Priya had"),
    ],
)
def test_the_record_of_a_plan_describes_its_effect(plan: Plan, verb: str, what: str) -> None:
    assert plan.on_record("Priya") == (verb, what)


def test_two_copies_of_one_entry_count_once() -> None:
    assert Plan(FOLDER, (BACK, BACK, NEW)).number("back", "new") == 2


def test_marks_in_the_writers_entries_are_written_before_any_copy() -> None:
    assert Plan(FOLDER, (NEW,), (MARK,)).edits == [MARK, *NEW.edits]


def test_a_mark_without_a_change_is_dropped_and_a_withdrawal_stays_one() -> None:
    shared, private = an_entry("2026-11-20", share="mentor"), an_entry("2026-11-19")

    plan = Withdrawal(FOLDER).also_marked([shared, private], {"share": None})

    assert type(plan) is Withdrawal
    assert [mark.path for mark in plan.marks] == [shared.path]


def test_files_that_are_left_alone_are_counted() -> None:
    assert str(LeftAloneError("Priya", 1_000)) == (
        "1,000 files in Priya's folder were left; if they are to go, delete them there by hand"
    )

"""Whom an entry is between, by what it says and by who else there is or was."""

import pytest

from builders import an_entry
from mentorlog.entry.compose import Answer
from mentorlog.entry.entry import Entry
from mentorlog.sharing.audience import audience_named


def an_entry_with(name: str) -> Entry:
    return an_entry("2026-11-20", Answer("Open."), with_=name)


@pytest.mark.parametrize(
    ("says", "sole", "several"),
    [("", True, False), ("priya", True, True), (" PRIYA ", True, True), ("Ali", False, False)],
)
def test_an_entry_is_for_whom_it_names_or_for_the_only_one(says: str, sole: bool, several: bool) -> None:
    entry = an_entry_with(says)

    assert audience_named(["Priya"], [], [an_entry_with("")]).holds(entry) == sole
    assert audience_named(["Priya"], ["Ali"], []).holds(entry) == several


def test_where_any_entry_names_somebody_else_one_that_names_nobody_is_nobodys() -> None:
    silent = an_entry_with("")

    assert audience_named(["Priya"], [], [silent, an_entry_with("Priya")]).holds(silent)
    assert not audience_named(["Priya"], [], [silent, an_entry_with("Leon")]).holds(silent)


def test_a_former_name_is_the_persons_until_somebody_else_has_it() -> None:
    entry = an_entry_with("Sam")

    assert audience_named(["Samira", "Sam"], ["Ali"], [entry]).holds(entry)
    assert not audience_named(["Samira", "Sam"], ["Sam"], [entry]).holds(entry)


def test_what_names_nobody_may_be_its_writers_alone_and_what_names_another_may_not() -> None:
    ours = audience_named(["Priya"], ["Ali"], [])

    assert [ours.may_hold(an_entry_with(name)) for name in ("", "Priya", "Ali", "Leon")] == [True, True, False, False]

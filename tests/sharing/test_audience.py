"""Who an entry is for: the reader it names, or the only person who is or was set up."""

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
def test_an_entry_is_for_the_reader_it_names_or_for_the_only_person(says: str, sole: bool, several: bool) -> None:
    entry = an_entry_with(says)

    assert audience_named(["Priya"], [], [an_entry_with("")]).holds(entry) == sole
    assert audience_named(["Priya"], ["Ali"], []).holds(entry) == several


def test_an_unaddressed_entry_has_no_reader_if_any_entry_names_another_person() -> None:
    silent = an_entry_with("")

    assert audience_named(["Priya"], [], [silent, an_entry_with("Priya")]).holds(silent)
    assert not audience_named(["Priya"], [], [silent, an_entry_with("Leon")]).holds(silent)


def test_a_former_name_counts_until_another_person_has_it() -> None:
    entry = an_entry_with("Sam")

    assert audience_named(["Samira", "Sam"], ["Ali"], [entry]).holds(entry)
    assert not audience_named(["Samira", "Sam"], ["Sam"], [entry]).holds(entry)


def test_an_unaddressed_entry_may_be_included_and_one_for_another_person_may_not() -> None:
    ours = audience_named(["Priya"], ["Ali"], [])

    assert [ours.may_hold(an_entry_with(name)) for name in ("", "Priya", "Ali", "Leon")] == [True, True, False, False]

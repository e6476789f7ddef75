"""Whom the guard points at in an entry, and whom it need not."""

import pytest

from builders import an_entry
from mentorlog.composition import Answer
from mentorlog.guard import named_in, strangers
from mentorlog.names import flags

NOTES = (
    "We talked with Priya about Leon.\n\nSince last time:\n- Sam, 23 Nov: Ask one pair – done\n- Priya, 2 Nov: Ask Ola"
)


def test_the_two_people_of_a_meeting_are_not_flagged_in_it() -> None:
    meeting = an_entry("2026-11-23", Answer(NOTES), kind="meeting", with_="Priya", title="Meeting with Priya")

    assert [named.flag.words for named in named_in(meeting, "Sam")] == ["Leon", "Ola"]


def test_in_an_entry_between_nobody_every_name_is_flagged() -> None:
    entry = an_entry("2026-11-23", Answer(NOTES), title="Ticks")

    assert {"Sam", "Priya", "Leon"} <= {named.flag.words for named in named_in(entry, "Sam")}


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("I asked Priya and Ms Shah, and Priya Shah said so.", []),
        ("It was Priya's idea.", []),
        ("I asked Priya Khan and Mr Shaw.", ["Priya Khan", "Mr Shaw"]),
        ("I wrote to priya@example.org.", ["priya@example.org"]),
    ],
)
def test_somebody_known_is_known_by_each_of_their_names(text: str, flagged: list[str]) -> None:
    assert [flag.words for flag in strangers(flags(text), ["Priya Shah"])] == flagged

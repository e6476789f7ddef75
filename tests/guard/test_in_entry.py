"""Names in an entry: their places, people who are not flagged, and rewording."""

import pytest

from builders import an_entry
from mentorlog.entry.compose import Answer
from mentorlog.entry.entry import Entry, read_entry
from mentorlog.guard.in_entry import named_in, reworded
from mentorlog.guard.names import flags

NOTES = (
    "We talked with Priya about Leon.\n\nSince last time:\n- Sam, 23 Nov: Ask one pair – done\n- Priya, 2 Nov: Ask Ola"
)


def test_the_two_people_of_a_meeting_are_not_flagged_in_it() -> None:
    meeting = an_entry("2026-11-23", Answer(NOTES), kind="meeting", with_="Priya", title="Meeting with Priya")

    assert [named.flag.words for named in named_in(meeting, ("Sam",))] == ["Leon", "Ola"]


def test_every_name_is_flagged_in_an_unaddressed_entry() -> None:
    entry = an_entry("2026-11-23", Answer(NOTES), title="Ticks")

    assert {"Sam", "Priya", "Leon"} <= {named.flag.words for named in named_in(entry)}


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("I asked Priya and Ms Shah, and Priya Shah said so.", []),
        ("It was Priya's idea.", []),
        ("I asked Priya Khan and Mr Shaw.", ["Priya Khan", "Mr Shaw"]),
        ("I wrote to priya@example.org.", ["priya@example.org"]),
    ],
)
def test_a_known_person_is_recognised_by_each_of_their_names(text: str, flagged: list[str]) -> None:
    assert [flag.words for flag in flags(text, ["Priya Shah"])] == flagged


HEAD = """+++
date = 2026-11-23
class = "8Q"
subject = "Jasmine"
tags = ["trip", "jasmine"]
next = "Sit by Leon."
+++
"""


def read_as(text: str) -> Entry:
    read = read_entry("2026/a.md", text.encode())
    assert isinstance(read, Entry)
    return read


def test_names_are_found_in_sentences_labels_and_the_body() -> None:
    names = named_in(read_as(f"{HEAD}\n## Critique\n\nI asked Leon and Priya.\n"), ("Sam", "Priya"))

    assert [(named.where, named.flag.words) for named in names] == [
        ("next", "Leon"),
        ("subject", "Jasmine"),
        ("tags", "jasmine"),
        ("line 11", "Leon"),
    ]


def test_a_tag_and_a_subject_can_be_reworded() -> None:
    one = read_as(f"{HEAD}\nNineteen ticks.\n")

    text = reworded(one, [(named, "a pupil") for named in named_in(one)])

    assert text == (
        '+++\ndate = 2026-11-23\nclass = "8Q"\nsubject = "a pupil"\ntags = ["trip", "a pupil"]\n'
        'next = "Sit by a pupil."\n+++\n\nNineteen ticks.\n'
    )


def test_a_class_that_is_a_name_is_found() -> None:
    assert [named.where for named in named_in(read_as('+++\ndate = 2026-11-23\nclass = "Jasmine Okafor"\n+++\n'))] == [
        "class"
    ]

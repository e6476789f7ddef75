"""Where in an entry somebody may be named, and the entry in other words."""

from mentorlog.entry import Entry, read_entry
from mentorlog.guard import named_in, reworded

HEAD = """+++
date = 2026-11-23
class = "8Q"
subject = "Jasmine"
tags = ["trip", "jasmine"]
next = "Sit by Leon."
+++
"""


def entry(text: str) -> Entry:
    read = read_entry("2026/a.md", text.encode())
    assert isinstance(read, Entry)
    return read


def test_what_may_name_somebody_is_found_in_sentences_labels_and_the_body() -> None:
    found = named_in(entry(f"{HEAD}\n## Critique\n\nI asked Leon and Priya.\n"), ("Sam", "Priya"))

    assert [(each.where, each.flag.words) for each in found] == [
        ("next", "Leon"),
        ("subject", "Jasmine"),
        ("tags", "jasmine"),
        ("line 11", "Leon"),
    ]


def test_a_tag_and_a_subject_can_be_said_in_another_way() -> None:
    one = entry(f"{HEAD}\nNineteen ticks.\n")

    text = reworded(one, [(named, "a pupil") for named in named_in(one)])

    assert text == (
        '+++\ndate = 2026-11-23\nclass = "8Q"\nsubject = "a pupil"\ntags = ["trip", "a pupil"]\n'
        'next = "Sit by a pupil."\n+++\n\nNineteen ticks.\n'
    )


def test_a_class_that_is_a_name_is_found() -> None:
    assert [each.where for each in named_in(entry('+++\ndate = 2026-11-23\nclass = "Jasmine Okafor"\n+++\n'))] == [
        "class"
    ]

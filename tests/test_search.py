"""Finding plain words."""

import pytest

from builders import an_entry
from mentorlog.composition import Answer
from mentorlog.entry import Unread, read_entry
from mentorlog.model import CRITIQUE
from mentorlog.search import found_in

ENTRY = an_entry(
    "2026-10-16",
    Answer("The tick told me they had finished.\nNot what they had thought, at the Straße café (8Q).", CRITIQUE),
    title="Nineteen ticks",
    private="I was tired.",
)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["tick"], 'title = "Nineteen ticks"'),
        (["TOLD"], "The tick told me they had finished."),
        (["thought", "told"], "The tick told me they had finished."),
        (["tick", "finished"], "The tick told me they had finished."),
        (["STRASSE"], "Not what they had thought, at the Straße café (8Q)."),
        (["(8q)"], "Not what they had thought, at the Straße café (8Q)."),
        (["had finished"], "The tick told me they had finished."),
        (["tired"], "I was tired."),
        (["told", " "], "The tick told me they had finished."),
    ],
)
def test_all_words_are_found_in_any_case_and_the_line_that_holds_most_is_shown(words: list[str], line: str) -> None:
    found = found_in(ENTRY, words)

    assert found is not None
    assert (found.source, found.line) == (ENTRY, line)


@pytest.mark.parametrize("words", [["absent"], ["tick", "absent"], [], [""], [" "], ["t.ck"], ["(a+)+$"]])
def test_where_a_word_is_nowhere_nothing_is_found(words: list[str]) -> None:
    assert found_in(ENTRY, words) is None


def test_a_file_that_cannot_be_an_entry_is_searched_too() -> None:
    broken = read_entry("2026/poetry.md", b"No date,\r\nbut the words are here.\r\n")
    assert isinstance(broken, Unread)

    found = found_in(broken, ["words"])

    assert found is not None
    assert found.line == "but the words are here."

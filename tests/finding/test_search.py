"""Searching for plain words."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import an_entry
from examples import examples
from mentorlog.dimensions import CRITIQUE
from mentorlog.entry.compose import Answer
from mentorlog.entry.entry import Unread, read_entry
from mentorlog.finding.cards import card_of
from mentorlog.finding.search import Words, results
from mentorlog.finding.selection import Selection

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
def test_a_match_has_all_the_words_in_any_case_and_shows_the_best_line(words: list[str], line: str) -> None:
    search = results([ENTRY], Words(words), Selection())

    assert [(hit.card, hit.line) for hit in search.hits] == [(card_of(ENTRY), line)]
    assert Words(words).may_be_in(ENTRY.data)


@pytest.mark.parametrize("words", [["absent"], ["tick", "absent"], [], [""], [" "], ["t.ck"], ["(a+)+$"]])
def test_a_missing_word_gives_no_match(words: list[str]) -> None:
    assert results([ENTRY], Words(words), Selection()).hits == []


def test_an_unreadable_entry_is_searched_too() -> None:
    broken = read_entry("2026/poetry.md", b"No date,\r\nbut the words are here.\r\n")
    assert isinstance(broken, Unread)

    search = results([broken], Words(["words"]), Selection())

    assert [(hit.path, hit.line) for hit in search.hits] == [("2026/poetry.md", "but the words are here.")]
    assert search.unreadable == 0


EVERY_LETTER = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]


def test_a_file_is_skipped_unread_only_if_it_cannot_contain_the_words() -> None:
    folding = [letter for letter in EVERY_LETTER if not letter.isascii() and any(map(str.isascii, letter.casefold()))]

    for letter in folding:
        ascii_part = "".join(filter(str.isascii, letter.casefold()))
        assert Words([ascii_part]).may_be_in(f"_{letter}_".encode()), letter


@examples(400)
@given(st.text("aAsSkKéÉßſ\u212aﬁ’ iIİ", max_size=12), st.text("askfié’s", min_size=1, max_size=3))
def test_a_match_in_the_text_is_never_skipped_because_of_its_bytes(text: str, word: str) -> None:
    words = Words([word])

    assert words.may_be_in(text.encode()) or words.line_in(text) is None
    assert words.may_be_in(("\ufeff" + text).encode("utf-16"))

"""Extracts: the writer's exact words, short, with highlights first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_brief, an_entry, read_again, theme_of
from examples import examples
from mentorlog.brief.highlights import LONGEST, cut, highlights
from mentorlog.dimensions import CRITIQUE
from mentorlog.entry.compose import Answer

PIECES = [
    "\n", "\r\n", "\r", "\n\n", " ", "\t", "\u2028", "==", "=", "===", ". ", "! ", "? ", "… ", "Mr. ", "e.g. ", "**",
    "\\", "> ", "- ", "12. ", "## ", "```\n", "word ", "A sentence of some length here", "x" * 300, "“quoted.” ", "é",
    "👩🏽‍🏫",
]  # fmt: skip
ANYTHING = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join))


@examples(150)
@given(ANYTHING)
def test_every_extract_is_a_short_substring_of_what_was_written(raw: str) -> None:
    assert [extract for extract in highlights(raw) if extract not in raw or len(extract) > LONGEST] == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("Some ==marked words.== And more.", ["marked words."]),
        ("==one== two ==three==", ["one", "three"]),
        ("==over\ntwo lines==", ["over\ntwo lines"]),
        ("==a = b==", ["a = b"]),
        ("==not over\n\na blank line==", []),
        ("==not over\n \t\na blank line==", []),
        ("== not these ==", []),
        ("==nor this", []),
        ("====", []),
        ("if a == b: and c == d:", []),
        ("Setext\n======\nwords\n======", []),
    ],
)
def test_text_between_double_equals_signs_is_highlighted(raw: str, found: list[str], end: str) -> None:
    assert list(highlights(raw.replace("\n", end))) == [text.replace("\n", end) for text in found]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("x" * LONGEST, "x" * LONGEST),
        ("x" * (LONGEST + 1), "x" * LONGEST),
        ("word " * 100, ("word " * 52).rstrip()),
        ("x" * LONGEST + " y", "x" * LONGEST),
    ],
    ids=["just fits", "no spaces", "words", "a space at the limit"],
)
def test_a_long_sentence_is_cut_between_words(text: str, short: str) -> None:
    assert cut(text) == short


def test_a_highlighted_sentence_comes_before_any_other() -> None:
    plain = an_entry("2026-11-20", Answer("A plain sentence of some length. And more.", CRITIQUE), letters="aaaa")
    marked = an_entry(
        "2026-11-10", Answer("An opening nobody marked. Then ==the marked words==.", CRITIQUE), letters="bbbb"
    )

    made = a_brief(plain, marked)

    quoted = [extract.text for extract in theme_of(made, CRITIQUE).extracts]
    assert quoted == ["the marked words", "A plain sentence of some length. And more."]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_brief_quotes_a_file_word_for_word(end: str) -> None:
    entry = read_again("2026-11-23.md", "## Critique\n\nThe ==funnels had\ngone== to another lab.\n".replace("\n", end))

    made = a_brief(entry)

    quoted = [extract.text for theme in made.themes for extract in theme.extracts]
    assert quoted == [f"funnels had{end}gone"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "=", "== ", "==a", "==a=", "=a=", "==a ", "a==", ".", ". ", "Mr. ", " ", "\n", "\r\n", "\n \t", "\\", "\n\\",
        "> ", "- ", "1. ", "#", "# ", "# x\n", "```\n", "x", "just for me ", "“", "….”",
    ],
)  # fmt: skip
def test_long_runs_of_one_pattern_give_short_extracts(piece: str) -> None:
    raw = piece * (200_000 // len(piece)) + "x"

    extracts = list(highlights(raw))

    assert all(len(extract) <= LONGEST for extract in extracts)
    assert all(extract in raw for extract in extracts[-50:])

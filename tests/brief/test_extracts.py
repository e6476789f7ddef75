"""Extracts: the writer's exact words, short, with highlights first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_brief, an_entry, read_again
from examples import examples
from mentorlog.brief.extracts import LONGEST, cut, highlights, opening
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
    extracts = [*highlights(raw), opening(raw)]

    assert [extract for extract in extracts if extract not in raw or len(extract) > LONGEST] == []


@examples(80)
@given(ANYTHING)
def test_any_text_with_a_plain_word_has_an_opening(raw: str) -> None:
    first = opening(f"Words.\n\n{raw}")

    assert first.startswith("Words.")


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


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("raw", "first"),
    [
        ("\nThe counters stayed out all lesson. Then more.\n", "The counters stayed out all lesson."),
        ("Hm. The counters stayed out. Then more.", "Hm. The counters stayed out."),
        ("I asked Mr. Khan and Ms. Lee about it. Then more.", "I asked Mr. Khan and Ms. Lee about it."),
        ("It was e.g. the third time that week! Then more.", "It was e.g. the third time that week!"),
        ("“What are we looking for, Miss?” And then a pause.", "“What are we looking for, Miss?”"),
        ("They moved 3.5 steps before anyone spoke. More.", "They moved 3.5 steps before anyone spoke."),
        ("This sentence is wrapped\nover two lines of it. More.", "This sentence is wrapped\nover two lines of it."),
        ("No full stop here\n\nSecond paragraph.", "No full stop here"),
        ("- A list item begins the section. More.", "A list item begins the section."),
        ("12. A numbered item begins it all. More.", "A numbered item begins it all."),
        ("> A quoted line begins the section. More.", "A quoted line begins the section."),
        ("### Notes\nThe words under a heading. More.", "The words under a heading."),
        ("```\ncode = 1\n```\n\nWords that stand after the code. More.", "Words that stand after the code."),
        ("---\n\nWords after a rule come first. More.", "Words after a rule come first."),
        ("\\+++\n\nWords after an escaped fence. More.", "Words after an escaped fence."),
        ("", ""),
        (" \n\t\n", ""),
        ("…\n\n***\n", ""),
    ],
)
def test_the_opening_is_the_first_sentence(raw: str, first: str, end: str) -> None:
    assert opening(raw.replace("\n", end)) == first.replace("\n", end)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("x" * LONGEST, "x" * LONGEST),
        ("x" * (LONGEST + 1), "x" * LONGEST),
        ("word " * 100, ("word " * 48).rstrip()),
        ("x" * LONGEST + " y", "x" * LONGEST),
    ],
    ids=["just fits", "no spaces", "words", "a space at the limit"],
)
def test_a_long_sentence_is_cut_between_words(text: str, short: str) -> None:
    assert cut(text) == short


def test_a_highlighted_sentence_comes_before_any_other() -> None:
    plain = an_entry("2026-11-20", Answer("A plain first sentence of some length. More.", CRITIQUE), letters="aaaa")
    marked = an_entry(
        "2026-11-10", Answer("An opening nobody marked. Then ==the marked words==.", CRITIQUE), letters="bbbb"
    )

    made = a_brief(plain, marked)

    quoted = [extract.text for part in made.dimensions if part.dimension == CRITIQUE for extract in part.extracts]
    assert quoted == ["the marked words", "A plain first sentence of some length."]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_brief_quotes_a_file_word_for_word(end: str) -> None:
    entry = read_again("2026-11-23.md", "## Critique\n\nThe ==funnels had\ngone== to another lab.\n".replace("\n", end))

    made = a_brief(entry)

    quoted = [extract.text for part in made.dimensions for extract in part.extracts]
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

    extracts = [*highlights(raw), opening(raw)]

    assert all(len(extract) <= LONGEST for extract in extracts)
    assert all(extract in raw for extract in extracts[-50:])

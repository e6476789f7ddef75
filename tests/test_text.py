"""Text as text: harmless on its way to a terminal, plain on its way in, and never a path."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from mentorlog.text import (
    SLUG_LENGTH,
    TITLE_LENGTH,
    count,
    folded,
    safe,
    safe_line,
    shortened,
    slug,
    text_from,
    trimmed,
    typed,
    with_full_stop,
)  # fmt: skip

ANYTHING = st.text(st.characters(exclude_categories=()))
BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
MARKS = {"\u200e", "\u200f", "\u061c"}  # they turn text round as well, but have a letter's direction


def acts(char: str) -> bool:
    """True if a terminal might do more with `char` than show it, move on or begin a line."""
    if char in "\n\t":
        return False
    return unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} or unicodedata.bidirectional(char) in BIDI


def test_no_character_that_acts_reaches_a_terminal() -> None:
    every_character = "".join(map(chr, range(0x110000)))

    shown = safe(every_character)

    assert [hex(ord(char)) for char in shown if acts(char) or char in MARKS] == []
    assert shown.encode("utf-8")


@examples(80)
@given(ANYTHING)
def test_making_text_safe_twice_changes_nothing(text: str) -> None:
    shown = safe(text)

    assert not any(map(acts, shown))
    assert safe(shown) == shown


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[2J", "␛[2J"),
        ("\x1b]8;;https://example.org\x07link", "␛]8;;https://example.org␇link"),
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("\x9b31m", "\\u{9b}31m"),
        ("over\rwritten", "over␍written"),
        ("rub\x08\x7fout", "rub␈␡out"),
        ("a\0b", "a␀b"),
        ("txt.\u202eexe", "txt.\\u{202e}exe"),
        ("a\u200bb\u2066c", "a\\u{200b}b\\u{2066}c"),
        ("one\u2028two", "one\\u{2028}two"),
        ("\ud800", "\\u{d800}"),
        ("\U000e0041", "\\u{e0041}"),
    ],
)
def test_hostile_text_is_made_visible_and_harmless(hostile: str, shown: str) -> None:
    assert safe(hostile) == shown


@pytest.mark.parametrize("text", ["[red]", "[/]", ":smile:", "Zoë’s 8Q – 30 %", "日本語", "עברית", "👩🏽‍🏫", "a\tb\nc"])
def test_ordinary_text_is_shown_as_typed(text: str) -> None:
    assert safe(text) == text


def test_windows_line_ends_count_as_line_ends() -> None:
    assert safe("one\r\ntwo") == "one\ntwo"


@examples(60)
@given(ANYTHING)
def test_a_safe_line_is_one_line_without_tabs(text: str) -> None:
    line = safe_line(text)

    assert not any(map(acts, line))
    assert "\n" not in line
    assert "\t" not in line


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("one\u2028two\u2029three", "one\ntwo\nthree"),
        ("one\x0ctwo\vthree\x85four", "one\ntwo\nthree\nfour"),
        ("one\r\x0ctwo", "one\n\ntwo"),
        ("\x0c\v\x85\u2028words\u2029\x0c", "words"),
        ("\ufeffwords", "words"),
        ("\n  \n\t\nwords\n\n", "words"),
        ("  indented\n\tcode  \n", "  indented\n\tcode"),
        ("   \n\t ", ""),
        ("## Just for me", "## Just for me"),
    ],
)
def test_typed_text_becomes_plain_lines_without_a_report(raw: str, plain: str) -> None:
    assert typed(raw) == (plain, "")


@pytest.mark.parametrize("control", ["\0", "\x08", "\x0e", "\x1b", "\x1f", "\x7f", "\x84", "\x86", "\x9b"])
def test_control_characters_are_removed_from_typed_text_and_reported(control: str) -> None:
    assert typed(f"8{control}Q") == ("8Q", "Control characters were left out.")


def test_a_line_end_beside_a_control_character_stays_a_line_end() -> None:
    assert typed("8\x0c\x1bQ") == ("8\nQ", "Control characters were left out.")


def test_bytes_that_are_not_utf8_are_read_as_windows_text_and_reported() -> None:
    pasted = b"caf\xe9 \x93so\x94".decode("utf-8", "surrogateescape")

    plain, remark = typed(pasted)

    assert plain == "café “so”"
    assert remark == "Some characters were not UTF-8 and were read as Windows text; look them over."


@examples(80)
@given(ANYTHING)
def test_typed_text_can_always_be_saved(text: str) -> None:
    plain, _ = typed(text)

    assert plain.encode("utf-8").decode("utf-8") == plain
    assert [char for char in plain if acts(char) and unicodedata.bidirectional(char) not in BIDI] == []
    assert trimmed(plain) == plain


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Short", "Short"),
        ("  Two   spaces\nand a second line", "Two spaces"),
        ("word " * 20, "word word word word word word word word word word word word word word…"),
        ("x" * 100, "x" * 71 + "…"),
        ("", ""),
    ],
)
def test_a_long_first_line_is_cut_between_words(text: str, title: str) -> None:
    assert shortened(text) == title


@examples(60)
@given(ANYTHING, st.integers(2, 100))
def test_a_shortened_line_is_never_longer_than_the_limit(text: str, length: int) -> None:
    short = shortened(text, length)

    assert len(short) <= length
    assert "\n" not in short


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("No funnels, thirty faces", "no-funnels-thirty-faces"),
        ("Zoë's Übung", "zoes-ubung"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows\\CON", "c-windows-con"),
        ("a\nb\x1b[2J", "a-b-2j"),
        ("trailing dots...", "trailing-dots"),
        ("日本語", "entry"),
        ("", "entry"),
        ("one two three four five six seven eight nine ten eleven", "one-two-three-four-five-six-seven-eight-nine-ten"),
    ],
)
def test_a_title_makes_a_file_name_for_every_system(title: str, name: str) -> None:
    assert slug(title) == name


@examples(80)
@given(ANYTHING)
def test_a_slug_is_short_and_has_only_letters_digits_and_single_dashes(title: str) -> None:
    name = slug(title)

    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
    assert len(name) <= SLUG_LENGTH


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 entries"), (1, "1 entry"), (2, "2 entries"), (12345, "12,345 entries")]
)
def test_a_number_agrees_with_its_noun(number: int, words: str) -> None:
    assert count(number, "entry", "entries") == words


@pytest.mark.parametrize(
    "piece", [" ", "\n", "\r", "\r\n", " \n", "-", "a ", "\ufeff", "\udc9b", "\u2028", "\x0c", "\v", "\x85"]
)
def test_long_runs_of_one_character_are_handled(piece: str) -> None:
    text = piece * (200_000 // len(piece))

    plain, _ = typed(text + "end")

    assert plain.endswith("end")
    assert safe(text).count("\ufeff") == 0
    assert len(shortened(text)) <= TITLE_LENGTH
    assert len(slug(text)) <= SLUG_LENGTH


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("I waited. ==Nobody spoke.== Then one did.", "I waited. Nobody spoke. Then one did."),
        ("==It began here\nand went on==", "It began here"),
        ("==F = ma was new==", "F = ma was new"),
        ("x == y", "x == y"),
    ],
)
def test_a_title_taken_from_text_has_no_highlight_marks(text: str, title: str) -> None:
    assert shortened(text) == title


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"caf\xc3\xa9", "café"),
        ("\ufeffcafé".encode(), "café"),
        ("café".encode("utf-16"), "café"),
        (b"caf\xe9", "caf\udce9"),
    ],
)
def test_bytes_of_another_program_are_read_in_their_own_encoding(data: bytes, text: str) -> None:
    assert text_from(data).removeprefix("\ufeff") == text


def test_a_sentence_gets_its_full_stop_and_a_question_keeps_its_mark() -> None:
    assert with_full_stop("there is no folder") == "there is no folder."
    assert with_full_stop("is the drive connected?") == "is the drive connected?"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three four five six", ["one two three four", "five six"]),
        ("  one two three four five", ["  one two three four", "  five"]),
        (" " * 12 + "one two three", [" " * 12 + "one two", " " * 8 + "three"]),
    ],
)
def test_a_line_that_wraps_keeps_its_indent(text: str, lines: list[str]) -> None:
    assert [line.rstrip() for line in folded(text, 20).split("\n")] == [line.rstrip() for line in lines]

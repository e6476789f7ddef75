"""The copy of a shared entry: its open parts, and no sign of the private ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import PRIVATE, an_entry, journals, read_again
from examples import examples
from mentorlog.dimensions import CREATIVITY, CRITIQUE
from mentorlog.entry.compose import Answer
from mentorlog.entry.entry import Entry
from mentorlog.sharing.copy import closed, kept_back, shared_name, shared_text

SECRET = f"{PRIVATE} words"


def copied(entry: Entry, *others: str) -> Entry:
    return read_again("copy.md", shared_text(entry, others))


def test_a_copy_has_the_open_parts_of_its_entry() -> None:
    entry = an_entry(
        "2026-11-20", Answer("Before."), Answer("The tick told me.", CRITIQUE, "What did you see?"),
        title="Nineteen ticks", class_="8Q", next="Ask one pair", talk=True, private=SECRET,
    )  # fmt: skip

    copy = copied(entry)

    assert [(section.question, section.text) for section in copy.sections] == [
        ("", "Before."), ("What did you see?", "The tick told me."),
    ]  # fmt: skip
    assert (copy.id, copy.date, copy.title, copy.is_shared, copy.head.talk) == (
        entry.id, entry.date, "Nineteen ticks", True, True,
    )  # fmt: skip
    assert (copy.head.class_, copy.head.next) == ("8Q", "Ask one pair")


def test_a_copy_has_no_private_text_and_no_local_keys() -> None:
    text = an_entry("2026-11-20", Answer("Open.", CRITIQUE), private=SECRET).text
    entry = read_again("2026/a.md", text.replace("+++\n", f'+++\ncreated = "23:14 {PRIVATE}"\n# {PRIVATE}\n', 1))

    text = shared_text(entry)

    assert PRIVATE not in text
    assert "created" not in text
    assert kept_back(entry) == ['"Just for me"', "created"]


def test_private_text_does_not_change_a_byte_of_the_copy() -> None:
    with_them = an_entry("2026-11-20", Answer("Open.", CRITIQUE), private=SECRET)
    without = an_entry("2026-11-20", Answer("Open.", CRITIQUE))

    assert shared_text(with_them) == shared_text(without)


def test_a_copy_names_the_entry_it_follows_only_if_the_reader_has_that_one() -> None:
    entry = an_entry("2026-11-20", Answer("Open."), follows="20261101-priv")

    assert copied(entry).head.follows == ""
    assert copied(entry, "20261101-priv").head.follows == "20261101-priv"


def test_words_after_a_typed_just_for_me_are_not_copied() -> None:
    entry = an_entry("2026-11-20", Answer(f"Open.\n\n## Just for me\n\n{SECRET}", CREATIVITY))

    assert PRIVATE not in shared_text(entry)
    assert copied(entry).sections[-1].text == "Open."
    assert kept_back(entry) == ["what follows a line that says 'Just for me'"]


def test_a_copys_name_comes_from_the_title_and_not_from_the_file_name() -> None:
    entry = read_again("2026/2026-11-20-leons-mum-rang-17.md", "+++\n+++\n\nThe bell went.\n")

    assert shared_name(entry).startswith("2026/2026-11-20-the-bell-went-")
    assert "leon" not in shared_text(entry)
    assert "leon" not in shared_name(entry)


@examples(150)
@given(journals())
def test_a_copy_has_every_open_word_and_no_private_one(entries: list[Entry]) -> None:
    for entry in entries:
        copy = copied(entry)
        open_texts = [text for section in entry.open_sections if (text := closed(section.open_text))]

        assert PRIVATE not in copy.text
        assert [section.text for section in copy.sections if section.text] == open_texts
        assert shared_text(copy) == copy.text


@pytest.mark.parametrize("fence", ["", "~~~\n\n", "```python\n\n"])
def test_a_copy_omits_a_wholly_private_section_and_its_dimension(fence: str) -> None:
    whole = an_entry("2026-11-20", Answer("Open.", CRITIQUE), about=[CREATIVITY])
    text = whole.text.replace("Open.\n", f"Open.\n\n## Expansion: What now?\n\n{fence}## Just for me\n\n{SECRET}\n")

    copy = copied(read_again("a.md", text))

    assert copy.text == copied(whole).text
    assert [dimension.id for dimension in copy.dimensions] == ["creativity", "critique"]


def test_a_copy_closes_a_code_block_that_was_cut_short() -> None:
    entry = an_entry("2026-11-20", Answer("~~~\nx = 1\n\n## Just for me\n\n" + SECRET, CRITIQUE))

    assert copied(entry).text.endswith("~~~\nx = 1\n~~~\n")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Words.", "Words."),
        ("~~~\ncode\n~~~", "~~~\ncode\n~~~"),
        ("Words.\n\n~~~", "Words."),
        ("Words.\n\n```python\n", "Words."),
        ("~~~", ""),
        ("~~~\ncode", "~~~\ncode\n~~~"),
        ("````\n```\ncode", "````\n```\ncode\n````"),
        ("~~~\ncode\n~~~\n\n```", "~~~\ncode\n~~~"),
        ("~~~\n~~~ not its end", "~~~\n~~~ not its end\n~~~"),
        ("```one``` word in code", "```one``` word in code"),
        ("~~~ words of somebody's", "~~~ words of somebody's"),
        ("    ~~~\nindented", "    ~~~\nindented"),
    ],
)
def test_an_unclosed_fence_is_closed_or_removed(text: str, wanted: str) -> None:
    assert closed(text) == wanted


@given(st.lists(st.sampled_from(["~~~", "```", "~~~~", "````", "``` x", "a", "", "  ~~~", "~~~ b c"]), max_size=8))
def test_closing_a_fence_twice_changes_nothing_and_loses_no_word(lines: list[str]) -> None:
    once = closed("\n".join(lines))

    assert closed(once) == once
    assert [line for line in lines if line in ("a", "~~~ b c")] == [
        line for line in once.split("\n") if line in ("a", "~~~ b c")
    ]

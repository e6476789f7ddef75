"""The brief as markdown, read back by a markdown reader: what a person wrote is never markup."""

from collections.abc import Iterator

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from builders import a_brief, a_full_brief, an_entry
from mentorlog.model import DIMENSIONS
from mentorlog.render.markdown import brief_markdown
from mentorlog.summary import Brief

PARTS = [
    "Sam · 7 Oct to 11 Nov 2026",
    "Shared for this conversation. Not evidence for progress review or assessment.",
    "Since last time",
    "Would like to talk about",
    "In Sam's words",
    "Not written about lately",
    "Asked of you",
    "Theories in motion",
    "Three questions, if useful",
    "Authenticity: what this place asks for, and what I think is right.",
]
HOSTILE = [
    "[red]", ":smile:", "**bold**", "_slanted_", "`code`", "~~gone~~", "<b>bold</b>", "<script>alert(1)</script>",
    "![seen](http://example.org/p.png)", "[here](http://example.org)", "<http://example.org>", "| a | b |", "# Title",
    "> said", "- one", "+ one", "1. one", "&lt;b&gt; &copy;", "\\*", "\\", "---",
]  # fmt: skip


def tokens(text: str) -> Iterator[Token]:
    """Everything a reader that also knows tables and strike-through sees in `text`."""
    for token in MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text):
        yield token
        yield from token.children or ()


def shape(brief: Brief) -> list[str]:
    """The kinds of things on the page, without the words."""
    return [token.type for token in tokens(brief_markdown(brief)) if token.type != "text"]


def lines(brief: Brief) -> list[str]:
    """The words on the page, as a reader shows them."""
    return [token.content for token in tokens(brief_markdown(brief)) if token.type == "text"]


def test_the_nine_parts_stand_in_their_order() -> None:
    shown = lines(a_full_brief())

    places = [shown.index(each) for each in PARTS]

    assert places == sorted(places)


def test_all_six_dimensions_stand_in_their_order() -> None:
    text = brief_markdown(a_full_brief())

    assert [line[4:] for line in text.splitlines() if line.startswith("### ")] == [each.name for each in DIMENSIONS]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_change_nothing_on_the_page_but_the_words(words: str) -> None:
    hostile, harmless = (a_full_brief(each, writer=f"Sam {each}") for each in (words, "Harmless"))

    assert shape(hostile) == shape(harmless)
    assert lines(hostile) == [line.replace("Harmless", words) for line in lines(harmless)]


@pytest.mark.parametrize("name", ["# Sam", "> Sam", "- Sam", "+ Sam", "* Sam", "1. Sam", "1) Sam", "---"])
def test_a_name_that_begins_like_markup_is_still_a_name(name: str) -> None:
    made = a_full_brief(writer=name)

    assert shape(made) == shape(a_full_brief())
    assert f"{name}: Ask one pair to predict (7 Oct)" in lines(made)


@pytest.mark.parametrize("words", ["\x1b[2J", "\x9b31m", "\u202egnp", "one\n\n# two"])
def test_nothing_in_the_words_acts_on_a_terminal_or_breaks_a_line(words: str) -> None:
    text = brief_markdown(a_full_brief(writer=f"Sam {words}"))

    assert not set(text) & set("\x1b\x9b\u202e")
    assert shape(a_full_brief(writer=f"Sam {words}")) == shape(a_full_brief())


def test_a_quotation_stands_with_where_it_is_from() -> None:
    assert "> “I could feel the room waiting to be told.”\n> 7 Oct · 8Q · k3f9\n" in brief_markdown(a_full_brief())


def test_both_peoples_steps_stand_in_one_list() -> None:
    text = brief_markdown(a_full_brief())

    assert "- Sam: Ask one pair to predict (7 Oct)\n- You: Find out who decides (14 Oct)\n" in text


def test_many_open_steps_are_all_there_or_it_says_how_many_are_not() -> None:
    made = a_brief(*(an_entry(f"2026-11-{day}", next=f"Step {day}") for day in range(10, 18)))

    text = brief_markdown(made)

    assert "Step 10" in text or "2 earlier ones" in text


def test_who_is_quiet_is_an_invitation_to_both_people() -> None:
    assert (
        "## Not written about lately\n\nArticulation and Expansion. "
        "What has given either of you a reason to explain your thinking to someone else?\n"
    ) in brief_markdown(a_full_brief())


def test_an_empty_brief_is_a_title_a_notice_and_one_kind_sentence() -> None:
    assert brief_markdown(a_brief()) == (
        "# Sam\n\nShared for this conversation. Not evidence for progress review or assessment.\n\n"
        "Nothing has been shared for this time. That is fine; you could begin with a question.\n"
    )

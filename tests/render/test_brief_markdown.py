"""The brief as markdown, read back by a markdown parser: no person's text becomes markup."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from builders import a_brief, a_full_brief, an_empty_brief, an_entry
from mentorlog.brief.brief import Brief
from mentorlog.dimensions import CRITIQUE, DIMENSIONS
from mentorlog.entry.compose import Answer
from mentorlog.render.brief_markdown import brief_markdown
from mentorlog.render.brief_parts import MOST

PARTS = [
    "Before we meet: Sam",
    "7 Oct to 11 Nov 2026",
    "Shared for this conversation. Not evidence for progress review or assessment.",
    "Would like to talk about",
    "Asked of you",
    "Since last time",
    "Notes from your meeting on Tue 20 Oct",
    "In Sam's words and yours",
    "Theories and values in motion",
    "Not written about lately",
    "Questions, if useful",
    "Authenticity: what this place asks for, and what I think is right.",
]
HOSTILE = [
    "[red]", ":smile:", "**bold**", "_slanted_", "`code`", "~~gone~~", "<b>bold</b>", "<script>alert(1)</script>",
    "![seen](http://example.org/p.png)", "[here](http://example.org)", "<http://example.org>", "| a | b |", "# Title",
    "> said", "- one", "+ one", "1. one", "&lt;b&gt; &copy;", "\\*", "\\", "---",
]  # fmt: skip
# Marks that act only at the beginning of a line; "123. Sam" begins a list in a list as well.
BEGINNINGS = [
    "# Sam", "###### Sam", "#", "> Sam", ">Sam", "- Sam", "+ Sam", "* Sam", "-", "+", "*", "1. Sam", "1) Sam", "0. Sam",
    "12. Sam", "12) Sam", "123. Sam", "123456789. Sam", "123456789) Sam", "1.", "---", "- - -", "* * *", "***", "___",
    "===", "```", "```sam", "~~~", "[Sam]: http://example.org", "[x] Sam", "[ ] Sam", "| Sam |", "<div>Sam", "<!-- Sam",
    "&gt; Sam", "\\# Sam", "==Sam==", "1.5 Sams",
]  # fmt: skip
# Words that look like markup and must stay unchanged.
PLAIN = ["Sam", "1234567890. Sam", "S. Sam", "Sam - Sam", "Sam + 1.", "1 Sam.", "Sam ---"]


def tokens(text: str) -> Iterator[Token]:
    """Return all tokens of `text`, for a parser that also knows tables and strike-through."""
    for token in MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text):
        yield token
        yield from token.children or ()


def shape(brief: Brief) -> list[str]:
    """Return the kinds of tokens on the page, without the text."""
    return [token.type for token in tokens(brief_markdown(brief)) if token.type != "text"]


def lines(brief: Brief) -> list[str]:
    """Return the rendered text of the page."""
    return [token.content for token in tokens(brief_markdown(brief)) if token.type == "text"]


def test_the_parts_are_in_order_with_what_to_talk_about_first() -> None:
    shown = lines(a_full_brief())

    places = [shown.index(part) for part in PARTS]

    assert places == sorted(places)


def test_only_dimensions_with_entries_are_there_in_order_and_then_what_is_about_none() -> None:
    text = brief_markdown(a_full_brief()).partition("## In Sam's words")[2]

    assert [line[4:] for line in text.splitlines() if line.startswith("### ")] == [
        "Creativity",
        "Solidarity",
        "Authenticity",
        "Critique",
        "Without a dimension",
    ]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_changes_only_text_on_the_page(words: str) -> None:
    hostile, harmless = (a_full_brief(text, writer=f"Sam {text}") for text in (words, "Harmless"))

    assert shape(hostile) == shape(harmless)
    assert lines(hostile) == [line.replace("Harmless", words) for line in lines(harmless)]


@pytest.mark.parametrize("name", [*BEGINNINGS, *PLAIN])
def test_a_name_that_begins_like_markup_stays_a_name(name: str) -> None:
    made = a_full_brief(writer=name)

    assert shape(made) == shape(a_full_brief())
    assert f"{name}: Ask one pair to predict (7 Oct · 8Q · k3f9)" in lines(made)
    assert f"Before we meet: {name}" in lines(made)
    assert f"In {name}'s words and yours" in lines(made)
    assert f"{name}: “I could feel the room waiting to be told.”" in lines(made)


@pytest.mark.parametrize("words", [*BEGINNINGS, *PLAIN])
def test_text_that_begins_like_markup_stays_text_everywhere(words: str) -> None:
    def written(words: str) -> Brief:
        return a_brief(
            an_entry("2026-11-19", theory=words),
            an_entry(
                "2026-11-20",
                Answer("The tick told me no more.", CRITIQUE),
                letters="e5f6",
                title=words,
                class_=words,
                next=words,
                ask=words,
                theory=words,
                talk=True,
                follows="20261119-k3f9",
            ),
        )

    hostile, harmless = written(words), written("Harmless")

    assert shape(hostile) == shape(harmless)
    assert lines(hostile) == [line.replace("Harmless", words) for line in lines(harmless)]
    assert f"{words} (20 Nov · {words} · e5f6)" in lines(hostile)


@pytest.mark.parametrize("name", PLAIN)
def test_a_name_without_markup_gets_no_backslash(name: str) -> None:
    assert "\\" not in brief_markdown(a_full_brief(writer=name))


@pytest.mark.parametrize("words", ["\x1b[2J", "\x9b31m", "\u202egnp", "one\n\n# two"])
def test_no_text_acts_on_a_terminal_or_breaks_a_line(words: str) -> None:
    text = brief_markdown(a_full_brief(writer=f"Sam {words}"))

    assert not set(text) & set("\x1b\x9b\u202e")
    assert shape(a_full_brief(writer=f"Sam {words}")) == shape(a_full_brief())


def test_a_quotation_comes_with_its_source() -> None:
    text = brief_markdown(a_full_brief())

    assert "\n> Sam: “I could feel the room waiting to be told.”\n>\n> 7 Oct · 8Q · k3f9\n\n" in text
    assert "\n> You: “Where did I offer my own method?”\n>\n> 12 Nov · k3f9\n\n" in text


def test_an_entry_to_talk_about_has_its_source_under_its_title() -> None:
    assert (
        "## Would like to talk about\n\n### The question asked to the window\n\n11 Nov · k3f9\n\n"
        "> “I taught it as the scheme has it.”\n\n## Asked of you\n"
    ) in brief_markdown(a_full_brief())


def test_words_to_talk_about_are_not_repeated_under_their_dimension() -> None:
    text = brief_markdown(a_full_brief())

    assert text.count("I taught it as the scheme has it.") == 1
    assert "### Authenticity\n\nSam: 1 entry, Wed 11 Nov; quoted above\n\n### Critique\n" in text


def test_the_notes_of_the_last_meeting_follow_the_steps() -> None:
    assert (
        "- You: Find out who decides (14 Oct · k3f9)\n\n"
        "### Notes from your meeting on Tue 20 Oct\n\nm1m1\n\n> “We talked about the ticks.”\n\n## In Sam's words"
    ) in brief_markdown(a_full_brief())


def test_a_quotation_and_its_source_are_two_paragraphs_of_one_quote() -> None:
    text = brief_markdown(a_full_brief()).partition("## In Sam's words")[2]
    kinds = [token.type for token in tokens(text) if token.type != "inline"]

    paragraph = ["paragraph_open", "text", "paragraph_close"]
    at = kinds.index("blockquote_open")
    assert kinds[at : at + 8] == ["blockquote_open", *paragraph, *paragraph, "blockquote_close"]


def test_both_peoples_steps_are_in_one_list() -> None:
    text = brief_markdown(a_full_brief())

    assert (
        "## Since last time\n\n"
        "- Sam: Ask one pair to predict (7 Oct · 8Q · k3f9)\n- You: Find out who decides (14 Oct · k3f9)\n\n"
    ) in text


@pytest.mark.parametrize(
    ("writer", "is_own", "step"),
    [
        ("Sam", True, "- Sam: Ask one pair to predict (7 Oct · 8Q · k3f9)\n\n### Notes"),
        ("", True, "- You: Ask one pair to predict (7 Oct · 8Q · k3f9)\n\n### Notes"),
        ("", False, "- Your ECT: Ask one pair to predict (7 Oct · 8Q · k3f9)\n- You: Find out who decides (14 Oct"),
    ],
)
def test_a_step_names_its_owner_as_the_reader_would(writer: str, is_own: bool, step: str) -> None:
    assert f"## Since last time\n\n{step}" in brief_markdown(a_full_brief(writer=writer, is_own=is_own))


@pytest.mark.parametrize(
    ("heading", "head"),
    [
        ("Since last time", {"next": "Number {}."}),
        ("Asked of you", {"ask": "Number {}."}),
        ("Theories and values in motion", {"theory": "Number {}."}),
    ],
)
@pytest.mark.parametrize(
    ("more", "others"), [(0, []), (1, ["and 1 earlier one"]), (3, ["and 3 earlier ones"]), (9, ["and 9 earlier ones"])]
)
def test_long_lists_show_the_latest_items_and_the_number_of_earlier_ones(
    heading: str, head: dict[str, Any], more: int, others: list[str]
) -> None:
    days = range(10, 10 + MOST + more)
    values: list[dict[str, Any]] = [
        {key: text.format(day) if isinstance(text, str) else text for key, text in head.items()} for day in days
    ]
    made = a_brief(*(an_entry(f"2026-11-{day}", **each) for day, each in zip(days, values, strict=True)))

    items = brief_markdown(made).split(f"## {heading}\n\n", 1)[1].split("\n\n", 1)[0].split("\n")

    assert [re.findall(r"Number (\d+)\.", item) for item in items[:MOST]] == [[str(day)] for day in days[-MOST:]]
    assert items[MOST:] == [f"- {words}" for words in others]


def test_the_latest_entries_to_talk_about_come_first_and_earlier_ones_are_a_number() -> None:
    made = a_brief(*(an_entry(f"2026-11-{day}", title=f"Number {day}.", talk=True) for day in range(10, 12 + MOST)))

    talk = brief_markdown(made).partition("## Would like to talk about\n")[2].partition("\n## ")[0]

    assert re.findall(r"### Number (\d+)\.", talk) == [str(day) for day in range(11 + MOST, 11, -1)]
    assert talk.endswith("\n\n- and 2 earlier ones\n")


def test_without_a_flag_the_latest_entry_apart_from_meetings_is_to_talk_about() -> None:
    entries = (an_entry("2026-10-07", title="Before"), an_entry("2026-11-20", title="Nineteen ticks"))

    text = brief_markdown(a_brief(*entries, an_entry("2026-11-21", title="Our meeting", kind="meeting")))

    assert "## Most recent entry\n\n### Nineteen ticks\n\n20 Nov · k3f9\n\n## In Sam's words\n" in text
    assert "Would like to talk about" not in text
    assert "Our meeting" not in text


def test_quiet_dimensions_are_an_invitation_to_both_people() -> None:
    assert (
        "## Not written about lately\n\nArticulation and Expansion. "
        "What could make room for one of these, for either of you?\n\n"
    ) in brief_markdown(a_full_brief())


def test_one_quiet_dimension_has_its_own_invitation() -> None:
    others = [dimension for dimension in DIMENSIONS if dimension != CRITIQUE]
    made = a_brief(*(an_entry(f"2026-11-{day}", about=others) for day in range(10, 14)))

    assert f"## Not written about lately\n\nCritique. {CRITIQUE.invitation}\n\n" in brief_markdown(made)


def test_an_empty_brief_has_a_title_a_notice_one_kind_sentence_and_a_question() -> None:
    assert brief_markdown(a_brief()).startswith(
        "# Before we meet: Sam\n\n"
        "Shared for this conversation. Not evidence for progress review or assessment.\n\n"
        "Nothing has been shared for this time. That is fine; you could begin with a question.\n\n"
        "## Questions, if useful\n\n- "
    )


def test_an_empty_period_shows_open_wishes_and_steps_and_one_kind_sentence() -> None:
    before = an_entry("2026-10-07", Answer("The tick.", CRITIQUE), talk=True, next="Ask one pair", ask="A visit?")
    mentors = an_entry("2026-10-14", role="mentor", next="Find out who decides")

    assert brief_markdown(an_empty_brief(before, others=[mentors])).partition("## Questions")[0] == (
        "# Before we meet: Sam\n\n"
        "Shared for this conversation. Not evidence for progress review or assessment.\n\n"
        "Nothing has been shared for this time. That is fine; you could begin with a question.\n\n"
        "## Asked of you\n\n- A visit? (7 Oct · k3f9)\n\n"
        "## Since last time\n\n- Sam: Ask one pair (7 Oct · k3f9)\n- You: Find out who decides (14 Oct · k3f9)\n\n"
    )

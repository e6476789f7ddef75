"""New entries: any typed text reads back unchanged, and nothing else is written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from mentorlog.dimensions import CREATIVITY, CRITIQUE, DIMENSIONS
from mentorlog.entry.compose import Answer, entry_text, new_text
from mentorlog.entry.entry import Entry, read_entry
from mentorlog.entry.frontmatter import split
from mentorlog.errors import ContentError
from mentorlog.text import typed

TODAY = date(2026, 11, 23)
PIECES = [
    "\n", "\r\n", "\r", "\u2028", "\x0c", "\ufeff", "\u00a0", " ", "\t", "\\", "+++", "---", "===", "```", "> ", "- ",
    "**", "#", "## ", "## Critique:", "## Just for me", "Just for me", "date = 2026-11-23", '"""', "'''", "[", "]",
    "=", "\x1b[2J", "\0", "\udce9", "x",
]  # fmt: skip
TYPED = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)).map(lambda raw: typed(raw)[0])
QUESTIONS = st.sampled_from(["", "What did you see?", "If a colleague had walked in: what, then?"])
ANSWERS = st.lists(st.builds(Answer, TYPED, st.sampled_from(DIMENSIONS), QUESTIONS), max_size=4)


def read_back(text: str) -> Entry:
    entry = read_entry("x.md", text.encode("utf-8"))
    assert isinstance(entry, Entry)
    return entry


def answers_in(entry: Entry) -> list[Answer]:
    return [Answer(section.text, section.dimension, section.question) for section in entry.sections if section.text]


def test_a_new_entry_follows_the_format() -> None:
    values = {
        "id": "20261123-k3f9",
        "date": TODAY,
        "role": "ect",
        "title": "No funnels",
        "class": "8Q",
        "share": "mentor",
        "talk": True,
    }
    answers = [
        Answer("Funnels …", CREATIVITY, "What did this lesson hand you?"),
        Answer("Two lines\n\nof it", CRITIQUE),
    ]

    text = new_text(values, answers)

    assert text == (
        '+++\nschema = 1\nid = "20261123-k3f9"\ndate = 2026-11-23\nrole = "ect"\nkind = "reflection"\n'
        'title = "No funnels"\ndimensions = ["creativity", "critique"]\n'
        'class = "8Q"\nshare = "mentor"\ntalk = true\n+++\n\n'
        "## Creativity: What did this lesson hand you?\n\nFunnels …\n\n## Critique\n\nTwo lines\n\nof it\n"
    )


@examples(150)
@given(TYPED, ANSWERS)
def test_any_typed_text_reads_back_unchanged(first: str, others: list[Answer]) -> None:
    answers = [Answer(first), *others]

    entry = read_back(new_text({"date": TODAY}, answers))

    assert answers_in(entry) == [answer for answer in answers if answer.text.strip()]
    assert not any(section.private for section in entry.sections)
    assert entry.problems == ()


@examples(80)
@given(TYPED, TYPED, st.lists(TYPED))
def test_any_text_typed_into_the_front_matter_reads_back(title: str, following: str, tags: list[str]) -> None:
    text = new_text({"date": TODAY, "title": title, "next": following, "tags": tags}, [Answer("Words.")])

    head = read_back(text).head
    assert (head.title, head.next, head.tags) == (title, following, tuple(tags))
    assert text.split("\n+++\n")[0].count("\n\n") == 0


@pytest.mark.parametrize(
    "answer",
    [
        "+++",
        "\\+++",
        "+++\ndate = 1999-01-01\n+++",
        "## Critique: What?",
        "\\## Critique",
        "\\\\\\## Just for me",
        "## Just for me",
        "> ## Just for me",
        "**Just for me**",
        "Just for me\n----",
        "Solidarity\n===",
        "---\ntitle: x\n---",
        "```\n## Critique",
        "<script>alert(1)</script> [red] :smile:",
        "  indented\n\n\n    code",
        "- ## Expansion",
        "e\u0301 é \u202e 👩🏽‍🏫",
        "x" * 1_000_000,
        pytest.param("+++\n" * 10_000 + ".", marks=pytest.mark.slow),
        pytest.param("## Just for me\n" * 5_000 + ".", marks=pytest.mark.slow),
        "\\" * 200_000,
        "#" * 200_000,
        "just for me " * 20_000 + ".",
    ],
    ids=lambda answer: repr(answer[:20]),
)
def test_an_answer_that_looks_like_structure_stays_text(answer: str) -> None:
    answers = [Answer(answer), Answer(answer, CREATIVITY, "What?"), Answer(answer, CRITIQUE)]

    entry = read_back(new_text({"date": TODAY, "title": "T"}, answers))

    assert answers_in(entry) == answers
    assert entry.title == "T"
    assert entry.date == TODAY


@pytest.mark.parametrize("blank", ["", " ", "\n\t \n", "\u3000"])
def test_spaces_alone_are_not_an_answer(blank: str) -> None:
    text = new_text({"date": TODAY}, [Answer(blank), Answer(blank, CRITIQUE, "What?"), Answer("Words.", CREATIVITY)])

    assert "Critique" not in text
    assert read_back(text).head.dimensions == ("creativity",)


def test_an_entry_without_an_answer_has_only_front_matter() -> None:
    text = new_text({"date": TODAY, "next": "Ask"}, [])

    assert text == '+++\nschema = 1\ndate = 2026-11-23\nkind = "reflection"\nnext = "Ask"\n+++\n\n'


def test_answered_and_added_dimensions_are_in_the_fixed_order() -> None:
    text = entry_text({"date": TODAY, "dimensions": ["joy", "expansion", "creativity"]}, [Answer("Words.", CRITIQUE)])

    assert split(text).values["dimensions"] == ["creativity", "critique", "expansion", "joy"]


def test_unknown_keys_are_written_after_the_others() -> None:
    text = new_text({"zebra": 7, "date": TODAY, "title": "T"}, [])

    assert list(split(text).values) == ["schema", "date", "kind", "title", "zebra"]


@pytest.mark.parametrize(
    ("values", "answers", "message"),
    [
        ({"date": TODAY}, [Answer("lone \ud800")], "character 64 ('\\ud800') cannot be saved"),
        ({"date": TODAY}, [Answer("a\0b")], "this text would not read back as it was typed"),
        ({"date": TODAY}, [Answer("a\rb")], "this text would not read back as it was typed"),
        ({"date": TODAY}, [Answer("ends with spaces  ")], "this text would not read back as it was typed"),
        ({"date": TODAY}, [Answer("one", CRITIQUE), Answer("two")], "this text would not read back as it was typed"),
        ({"date": TODAY}, [Answer("one", CRITIQUE, "just for me?")], "this text would not read back as it was typed"),
        ({"title": "no day"}, [Answer("one")], "this text would not read back as it was typed"),
        ({"date": TODAY, "next": "x" * 70_000}, [Answer("one")], "this text would not read back as it was typed"),
        ({"date": TODAY, "two words": "x"}, [Answer("one")], "this text would not read back as it was typed"),
        ({"date": TODAY, "a.b": "x"}, [Answer("one")], "the front matter would not read back as it was typed"),
    ],
)
def test_text_that_would_not_read_back_is_refused_with_the_reason(
    values: dict[str, object], answers: list[Answer], message: str
) -> None:
    with pytest.raises(ContentError) as caught:
        new_text(values, answers)

    assert str(caught.value) == message

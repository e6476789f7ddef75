"""The telling sentence: the last thought of an answer, and nothing that is not prose."""

import pytest
from hypothesis import given

from brief.measure_telling import answers_in, figures_of
from brief.test_highlights import ANYTHING
from examples import examples
from mentorlog.brief.highlights import cut
from mentorlog.brief.telling import sentences, telling


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("raw", "thought"),
    [
        ("One thought only", "One thought only"),
        ("The scene. A detail. What I saw. What I made of it.", "What I saw. What I made of it."),
        ("I told myself it went fine. It didn't.\n\nNext week: print more.", "I told myself it went fine. It didn't."),
        ("I saw it then. It was me who tired. Anyway, marking.", "I saw it then. It was me who tired."),
        ("They do not need it. Do they need the talking, or do I?", "Do they need the talking, or do I?"),
        ("It took four minutes. Why?", "It took four minutes. Why?"),
        ("I was looking away. Ask Karen? She does the timetable.", "I was looking away."),
        ("A thought here. And one more.\n\n- print them\n- ring home\n- Tea.", "A thought here. And one more."),
        ("Need to print more. Tea.", "Need to print more."),
        ("It came to nothing... that is what I thought. So I left it.",
         "It came to nothing... that is what I thought. So I left it."),
        ("I asked Mr. Khan, e.g. about sets. He laughed.", "I asked Mr. Khan, e.g. about sets. He laughed."),
        ("First paragraph says this.\n\nThe last one says that.", "The last one says that."),
        ("A line that is wrapped\nover two. And more.", "A line that is wrapped\nover two. And more."),
    ],
)  # fmt: skip
def test_the_last_thought_before_plans_and_sign_offs_is_the_telling_one(raw: str, thought: str, end: str) -> None:
    assert telling(raw.replace("\n", end)) == thought.replace("\n", end)


@pytest.mark.parametrize(
    "behind",
    [
        "```\nx = 1\n\ny = 2\n```", "~~~\nno end. none", "| a | b |\n|---|---|\n| 1. x | 2 |", "![the board](b.jpg)",
        "%% a note. to myself", "<!-- a note. \n\n to myself -->", "## Notes", "What went well:", "---", "***", "…",
    ],
)  # fmt: skip
def test_what_is_not_prose_is_never_quoted(behind: str) -> None:
    assert telling(f"They saw it first.\n\n{behind}\n") == "They saw it first."
    assert telling(f"{behind}\n") == ""


@pytest.mark.parametrize("prompt", ["**What would you like to try?**", "__What would you like to try?__"])
def test_a_bold_prompt_of_a_form_is_never_quoted(prompt: str) -> None:
    assert telling(f"They saw it first.\n\n{prompt}\n\nAsk one pair why.\n") == "They saw it first."
    assert telling(f"{prompt}\n") == ""


def test_each_item_of_a_list_is_a_sentence_of_its_own() -> None:
    raw = "1. The kit says fifteen\n2. There are nine\n   of them\n> Said she\n"

    assert [sentence.text for sentence in sentences(raw)] == [
        "The kit says fifteen", "There are nine of them", "Said she",
    ]  # fmt: skip


@examples(200)
@given(ANYTHING)
def test_the_telling_sentence_is_a_substring_of_what_was_written(raw: str) -> None:
    assert telling(raw) in raw
    assert cut(telling(raw)) in raw


@examples(80)
@given(ANYTHING)
def test_any_text_with_a_plain_sentence_has_a_telling_one(raw: str) -> None:
    assert telling(f"Words of my own.\n\n{raw}")


def test_readers_would_have_chosen_the_same_in_three_answers_of_four_and_none_misleads() -> None:
    figures = figures_of(lambda answer: cut(telling(answer)), answers_in("unseen"))

    assert figures.marked >= 0.75
    assert figures.misleading <= 0.03


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["a. ", "ask. ", "it. ask. ", "...a ", "Mr. ", "- ", "> ", "```\n", "<!--", "\n", "x:\n", "| ", "x"]
)
def test_twice_as_much_text_makes_about_twice_as_many_steps(piece: str) -> None:
    number = [sum(1 for _ in sentences(piece * count)) for count in (20_000, 40_000)]

    assert number[1] <= 2 * number[0] + 2
    assert telling(piece * 200_000) in piece * 200_000

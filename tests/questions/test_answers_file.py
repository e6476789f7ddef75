"""A file of answers as values; a slip in it is named with its line."""

import pytest

from builders import a_question, the_shipped_bank
from mentorlog.dimensions import CREATIVITY, CRITIQUE
from mentorlog.entry.compose import Answer
from mentorlog.errors import ContentError
from mentorlog.questions.answers_file import answers_in
from mentorlog.questions.bank import Bank

QUESTION = a_question("own-e1", "What was there?", CREATIVITY)
BANK = Bank((QUESTION,))


def read(text: str) -> tuple[list[Answer], dict[str, object]]:
    return answers_in("a.toml", text, BANK, print)


def test_a_questions_id_and_a_dimension_are_headings_in_the_order_of_the_file() -> None:
    answers, head = read('Critique = "Nineteen ticks."\nown-e1 = """\nThe funnels\n\nhad gone."""\n')

    assert answers == [
        Answer("Nineteen ticks.", CRITIQUE),
        Answer("The funnels\n\nhad gone.", CREATIVITY, "What was there?"),
    ]
    assert head == {}


def test_front_matter_values_are_joined_into_one_line() -> None:
    answers, head = read(
        'moment = "no\\n funnels"\nnext = "Ask"\nask = "Could I watch?"\ntheory = ""\ncritique = " "\n'
    )

    assert (answers, head) == ([], {"title": "no funnels", "next": "Ask", "ask": "Could I watch?"})


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('critque = "x"\n', "a.toml, line 1: critque: it is neither a question's id nor a dimension"),
        ("\ncritique = 3\n", "a.toml, line 2: critique: the answer is text in quotes"),
        ('moment = "one"\ntitle = "two"\n', "a.toml, line 2: title: moment and title are the same; keep one"),
        ("critique = x\n", "a.toml, line 1: "),
    ],
)
def test_a_slip_is_named_with_its_line(text: str, sentence: str) -> None:
    with pytest.raises(ContentError) as caught:
        read(text)

    assert str(caught.value).startswith(sentence)


def test_changes_made_to_an_answer_are_reported() -> None:
    remarks: list[str] = []

    answers, _ = answers_in("a.toml", 'critique = "a\\u0007b"\n', the_shipped_bank(), remarks.append)

    assert answers == [Answer("ab", CRITIQUE)]
    assert remarks == ["critique: Control characters were left out."]

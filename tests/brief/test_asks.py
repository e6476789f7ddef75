"""What one person would like from the other stays in view until it is answered."""

import pytest

from builders import an_entry
from mentorlog.brief.asks import open_asks
from mentorlog.brief.quoting import quoted_first
from mentorlog.entry.compose import Answer
from mentorlog.entry.entry import Entry


def asks(entries: list[Entry], others: list[Entry]) -> list[str]:
    return [ask.words for ask in open_asks(entries, others)]


ASKED = an_entry("2026-10-07", ask="Could I watch somebody wait?")


def test_an_ask_is_open_however_old_it_is() -> None:
    later = an_entry("2026-11-20", ask="Could we plan 9B together?", letters="q7q7")

    assert asks([later, ASKED], []) == ["Could I watch somebody wait?", "Could we plan 9B together?"]


def test_an_entry_of_the_other_person_that_follows_it_answers_it() -> None:
    reply = an_entry("2026-10-08", Answer("Thursday, period 3."), kind="reply", follows=ASKED.id, letters="r1r1")

    assert asks([ASKED], [reply]) == []


def test_an_own_entry_that_follows_it_does_not_answer_it() -> None:
    own = an_entry("2026-10-08", follows=ASKED.id, letters="r1r1")

    assert asks([ASKED, own], []) == ["Could I watch somebody wait?"]


def test_a_meeting_of_either_person_can_answer_it() -> None:
    meeting = an_entry("2026-10-09", kind="meeting", answers=[ASKED.id], letters="m1m1")

    assert asks([ASKED, meeting], []) == []
    assert asks([ASKED], [meeting]) == []


def test_the_question_in_a_reply_is_asked_until_that_is_followed() -> None:
    reply = an_entry(
        "2026-10-08", Answer("I liked that. What did the ticks hide from you?"), kind="reply", letters="r1r1"
    )
    answer = an_entry("2026-10-09", follows=reply.id, letters="a1a1")

    assert asks([reply], []) == ["What did the ticks hide from you?"]
    assert asks([reply], [answer]) == []


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("==What did they see first?== Tell me on Friday. I might be wrong.", "What did they see first?"),
        ("What did they see first? Tell me on Friday. I might be wrong.", "What did they see first?"),
        ("Thursday, period 3. Come a little early.", "Thursday, period 3. Come a little early."),
    ],
    ids=["a highlight", "a question", "no question"],
)
def test_a_reply_asks_its_highlight_or_its_question_or_else_its_last_thought(words: str, asked: str) -> None:
    reply = an_entry("2026-10-08", Answer(words), kind="reply", letters="r1r1")

    assert asks([reply], []) == [asked] == [quoted_first(reply)]

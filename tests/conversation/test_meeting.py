"""A meeting as values."""

from datetime import date

import pytest

from mentorlog.conversation.meeting import NOTES, SUGGESTED, Meeting, Promise, meeting_with, outcome_in


@pytest.mark.parametrize(
    ("reply", "outcome"),
    [
        ("", ("carried", "")),
        ("1", ("done", "")),
        ("2", ("carried", "")),
        ("3", ("let go", "")),
        (" done ", ("done", "")),
        ("Done, it worked with 9B", ("done", "it worked with 9B")),
        ("3 the trip was called off", ("let go", "the trip was called off")),
        ("let go: no time", ("let go", "no time")),
        ("2 - next week", ("carried", "next week")),
        ("d", ("done", "")),
        ("4", None),
        ("12", None),
        ("yes", None),
        ("doing it", None),
    ],
)
def test_an_outcome_is_a_number_or_a_word_with_an_optional_reason(reply: str, outcome: tuple[str, str] | None) -> None:
    assert outcome_in(reply) == outcome


MINE = Promise("Sam", date(2026, 10, 7), "Ask one pair", "20261007-k3f9")
HERS = Promise("Priya", date(2026, 10, 7), "Ask one pair", "20261007-aaaa", is_own=False)


def walked(meeting: Meeting, *replies: str) -> Meeting:
    for reply in replies:
        meeting = meeting.answered(reply)
    return meeting


def test_a_meeting_asks_about_steps_then_notes_then_one_next_step_each() -> None:
    meeting = meeting_with("Priya", [MINE, HERS], me="Sam")

    choice = "1 done  2 carry  3 let go, and a word why if you like"
    assert [step.prompt for step in meeting.steps] == [
        f"You, 7 Oct: Ask one pair\n{choice}",
        f"Priya, 7 Oct: Ask one pair\n{choice}",
        "What would you like to keep from this conversation?",
        "One next thing for you?",
        "One next thing for Priya?",
    ]


def test_the_meeting_is_written_in_plain_words_without_any_count() -> None:
    replies = ("1 9B liked it", "", "We talked about ticks.", "Wait longer", "Find out who decides")

    meeting = walked(meeting_with("Priya", [MINE, HERS], me="Sam"), *replies)

    assert meeting.values() == {
        "title": "Meeting with Priya", "kind": "meeting", "with": "Priya",
        "next": "Wait longer", "suggested": "Find out who decides",
    }  # fmt: skip
    assert [answer.text for answer in meeting.body()] == [
        "We talked about ticks.\n\n"
        "Since last time:\n"
        "- Sam, 7 Oct: Ask one pair – done (9B liked it)\n"
        "- Priya, 7 Oct: Ask one pair – carried"
    ]


def test_only_a_step_that_is_done_or_let_go_is_closed() -> None:
    replies = {"1": "done", "2": None, "3 no time": "dropped"}

    assert {reply: walked(meeting_with("Priya", [MINE]), reply).settled[0].state for reply in replies} == replies


def test_an_unclear_answer_is_asked_again_and_never_lost() -> None:
    meeting = meeting_with("Priya", [MINE])

    assert meeting.slip_in("maybe").startswith("1, 2 or 3")
    assert meeting.slip_in("2 maybe") == ""
    assert walked(meeting, "maybe").settled[0].line == "- Sam, 7 Oct: Ask one pair – carried (maybe)"
    assert walked(meeting, "").slip_in("maybe") == ""


@pytest.mark.parametrize("answered", range(6))
def test_an_interrupted_meeting_resumes_where_it_stopped(answered: int) -> None:
    replies = ("1", "3 no time", "We talked.", "Wait longer", "A visit")
    before = walked(meeting_with("Priya", [MINE, HERS], me="Sam"), *replies[:answered])
    at = before.step.key if before.step else SUGGESTED

    after = meeting_with("Priya", [MINE, HERS], me="Sam", answers=before.answers, at=at)

    assert after.at == min(answered, 4)
    assert after.answers == before.answers


def test_steps_added_in_the_meantime_are_asked_about_first() -> None:
    after = meeting_with("Priya", [MINE, HERS], answers={MINE.key: "1", NOTES: "We"}, at=NOTES)

    assert after.step is not None
    assert after.step.key == HERS.key
    assert after.answered("").step == after.steps[2]


def test_words_too_long_for_the_front_matter_go_into_the_body() -> None:
    long = "word " * 1000

    meeting = walked(meeting_with("Priya", ()), "", long, "")

    assert len(str(meeting.values()["next"])) < 200
    assert meeting.body()[0].text == long.strip()


def test_notes_are_separated_from_the_steps_below_them() -> None:
    meeting = walked(meeting_with("Priya", [MINE]), "1", "We talked.\n\n- of ticks")
    asked = meeting_with("Priya", [MINE], answers={MINE.key: "1"}, at=NOTES)

    assert asked.notes_in(meeting.body()[0].text) == "We talked.\n\n- of ticks"
    assert meeting_with("Priya", ()).is_empty

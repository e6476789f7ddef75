"""A meeting as values."""

from datetime import date

import pytest

from mentorlog.conversation.meeting import NOTES, SUGGESTED, Meeting, meeting_with
from mentorlog.conversation.points import Point

MINE = Point("Sam", date(2026, 10, 7), "Ask one pair", "20261007-k3f9")
HERS = Point("Priya", date(2026, 10, 7), "Ask one pair", "20261007-aaaa", is_own=False)
ASKED_OF_ME = Point("Sam", date(2026, 10, 8), "What did the ticks hide?", "20261008-bbbb", is_own=False, kind="ask")
ASKED_OF_HER = Point("Priya", date(2026, 10, 9), "Could I watch you?", "20261009-cccc", kind="ask")


def walked(meeting: Meeting, *replies: str) -> Meeting:
    for reply in replies:
        meeting = meeting.answered(reply)
    return meeting


def test_a_meeting_asks_about_steps_then_notes_then_one_next_step_each() -> None:
    meeting = meeting_with("Priya", [MINE, HERS])

    choice = "1 done  2 carry forward  3 drop it  (add why if you like)"
    assert [step.prompt for step in meeting.steps] == [
        f"You, 7 Oct: Ask one pair\n{choice}",
        f"Priya, 7 Oct: Ask one pair\n{choice}",
        "What would you like to keep from this conversation?",
        "One next thing for you?",
        "One next thing for Priya?",
    ]


def test_the_meeting_is_written_in_plain_words_without_any_count() -> None:
    replies = ("1 9B liked it", "", "We talked about ticks.", "Wait longer", "Find out who decides")

    meeting = walked(meeting_with("Priya", [MINE, HERS]), *replies)

    assert meeting.values() == {
        "title": "Meeting with Priya", "kind": "meeting", "with": "Priya",
        "next": "Wait longer", "suggested": "Find out who decides",
    }  # fmt: skip
    assert [answer.text for answer in meeting.body()] == [
        "We talked about ticks.\n\n"
        "Since last time:\n"
        "- Sam, 7 Oct: Ask one pair – done (9B liked it)\n"
        "- Priya, 7 Oct: Ask one pair – carried forward"
    ]


def test_only_a_step_that_is_done_or_let_go_is_closed() -> None:
    replies = {"1": "done", "2": None, "3 no time": "dropped"}

    assert {reply: walked(meeting_with("Priya", [MINE]), reply).settled[0].state for reply in replies} == replies


def test_an_answer_without_a_choice_is_kept_and_only_the_choice_is_asked() -> None:
    meeting = walked(meeting_with("Priya", [MINE]), "Sam did it on Tuesday")

    assert meeting.step is not None
    assert (meeting.step.lead, meeting.step.prompt) == (
        "Noted: Sam did it on Tuesday\nNow choose:",
        "1 done  2 carry forward  3 drop it",
    )
    assert meeting.answer(meeting.step.key) == ""
    assert walked(meeting, "1").settled[0].line == "- Sam, 7 Oct: Ask one pair – done (Sam did it on Tuesday)"
    assert walked(meeting, "3 with 9B").settled[0].line.endswith("– dropped (Sam did it on Tuesday with 9B)")
    assert walked(meeting, "").settled[0].line.endswith("– carried forward (Sam did it on Tuesday)")


@pytest.mark.parametrize("slip", ["4", "12", "?!"])
def test_an_answer_without_words_or_a_choice_is_asked_again(slip: str) -> None:
    meeting = meeting_with("Priya", [MINE])

    assert meeting.slip_in(slip) == "1, 2 or 3, please."
    assert meeting.slip_in("2 maybe") == meeting.slip_in("maybe") == ""
    assert walked(meeting, "maybe").slip_in("not yet") == "1, 2 or 3, please."
    assert walked(meeting, "").slip_in(slip) == ""


def test_going_back_to_words_without_a_choice_asks_for_it_again_only_if_it_is_still_missing() -> None:
    meeting = walked(meeting_with("Priya", [MINE]), "maybe", "1").back().back()

    assert meeting.answer(MINE.key) == "maybe"
    assert walked(meeting, "3 no time").settled[0].line.endswith("– dropped (no time)")
    assert len(walked(meeting, "3 no time").steps) == 4
    assert walked(meeting, "perhaps", "2").settled[0].line.endswith("– carried forward (perhaps)")


@pytest.mark.parametrize("point", [MINE, ASKED_OF_ME])
def test_a_skip_records_no_outcome(point: Point) -> None:
    meeting = meeting_with("Priya", [point]).skipped("")

    assert (meeting.settled, meeting.is_empty) == ([], True)
    assert walked(meeting, "We talked.").body()[0].text == "We talked."
    assert meeting.back().skipped("/skip").settled == []


def test_a_skip_keeps_the_words_that_were_said() -> None:
    at_the_choice = walked(meeting_with("Priya", [MINE]), "Sam did it on Tuesday")
    with_a_choice = walked(meeting_with("Priya", [MINE]), "1 they liked it").back()

    assert at_the_choice.skipped("").settled[0].line == "- Sam, 7 Oct: Ask one pair – Sam did it on Tuesday"
    assert with_a_choice.skipped("1 they liked it").settled[0].line == "- Sam, 7 Oct: Ask one pair – they liked it"
    assert at_the_choice.skipped("").settled[0].state is None


def test_a_skip_at_the_notes_keeps_what_is_written() -> None:
    meeting = meeting_with("Priya", ()).skipped("We talked.")

    assert meeting.answer(NOTES) == "We talked."


def test_requests_are_asked_about_after_the_steps() -> None:
    meeting = meeting_with("Priya", [MINE, ASKED_OF_ME, ASKED_OF_HER])

    assert [step.prompt for step in meeting.steps[1:3]] == [
        "Priya asked you, 8 Oct: What did the ticks hide?\n"
        "1 I'll do it  2 keep it open  3 answered  (add a few words if you like)",
        "You asked Priya, 9 Oct: Could I watch you?\n"
        "1 Priya will do it  2 keep it open  3 answered  (add a few words if you like)",
    ]


def test_what_became_of_requests_is_a_list_of_its_own() -> None:
    meeting = walked(meeting_with("Priya", [MINE, ASKED_OF_ME, ASKED_OF_HER]), "1", "1 on Friday", "")

    assert meeting.body()[0].text == (
        "Since last time:\n- Sam, 7 Oct: Ask one pair – done\n\n"
        "Asked:\n"
        "- of Sam on 8 Oct: What did the ticks hide? – Sam will do it (on Friday)\n"
        "- of Priya on 9 Oct: Could I watch you? – kept open"
    )
    assert "answers" not in meeting.values()


def test_an_answered_request_is_named_in_the_front_matter() -> None:
    meeting = walked(meeting_with("Priya", [ASKED_OF_ME, ASKED_OF_HER]), "3", "1")

    assert meeting.values()["answers"] == [ASKED_OF_ME.entry_id]
    assert [outcome.is_theirs_to_do for outcome in meeting.settled] == [False, True]
    assert [outcome.is_mine_to_do for outcome in meeting.settled] == [False, False]
    assert [outcome.state for outcome in meeting.settled] == [None, None]


@pytest.mark.parametrize("answered", range(6))
def test_an_interrupted_meeting_resumes_where_it_stopped(answered: int) -> None:
    replies = ("1", "3 no time", "We talked.", "Wait longer", "A visit")
    before = walked(meeting_with("Priya", [MINE, HERS]), *replies[:answered])
    at = before.step.key if before.step else SUGGESTED

    after = meeting_with("Priya", [MINE, HERS], answers=before.answers, at=at)

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

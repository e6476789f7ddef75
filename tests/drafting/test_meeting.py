"""A meeting in a draft: its questions, and the points it may quote after resuming."""

from datetime import date

import pytest

from drafting.desk import Desk
from drafting.meetings import ALL, HERS, MINE, SHARED, begun, with_steps
from mentorlog.conversation.meeting import NOTES
from mentorlog.drafting.left_open import LeftOpen, meeting_again
from mentorlog.drafting.meeting import DraftedMeeting, resume_meeting
from mentorlog.files.toml import Values
from mentorlog.journal.settings import Person


@pytest.fixture
def desk(desk: Desk) -> Desk:
    return with_steps(desk)


def resumed(desk: Desk, flags: Values | None = None, *, is_finished: bool = False) -> DraftedMeeting:
    left = LeftOpen(desk.draft(), is_finished)
    return resume_meeting(desk.drafts, desk.journal, desk.contents, left, flags or {})


def test_a_meeting_asks_only_about_the_shared_steps_of_both_people(desk: Desk) -> None:
    meeting = begun(desk)

    assert [point.words for point in meeting.walk.points] == [MINE, HERS]
    assert (meeting.values["with"], meeting.missing) == ("Priya", "")


def test_a_missing_folder_is_reported(desk: Desk) -> None:
    (desk.base / "from-priya").rename(desk.base / "elsewhere")

    meeting = begun(desk)

    assert [point.words for point in meeting.walk.points] == [MINE]
    assert meeting.missing.startswith("Priya's folder is not at ")
    assert meeting.missing.endswith("; is the drive connected? This goes on without it.")


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_draft_resumes_at_the_step_where_it_was_left(desk: Desk, number: int) -> None:
    left = begun(desk, *ALL[:number])

    again = resumed(desk)

    assert again.walk.step == left.walk.step
    assert [again.walk.answer(step.key) for step in again.walk.steps] == [
        left.walk.answer(step.key) for step in left.walk.steps
    ]
    assert again.keeper.text == left.keeper.text


def test_a_step_shared_in_the_meantime_is_asked_about_too(desk: Desk) -> None:
    begun(desk, *ALL[:2])
    desk.writes("newr", *SHARED, 'next = "Count to ten"')

    again = resumed(desk)

    assert [point.words for point in again.walk.points] == [MINE, HERS, "Count to ten"]
    assert again.walk.step is not None
    assert "Count to ten" in again.walk.step.prompt


def test_a_step_made_private_in_the_meantime_is_not_quoted_and_its_reply_becomes_a_note(desk: Desk) -> None:
    begun(desk, *ALL[:3])
    desk.writes("mine", f'next = "{MINE}"')

    again = resumed(desk)

    assert [point.words for point in again.walk.points] == [HERS]
    assert again.walk.answer(NOTES) == "they liked it\nWe looked at ticks."
    again.keep(desk.journal)
    assert MINE not in again.keeper.text


def test_an_answer_left_in_an_editor_answers_its_step(desk: Desk) -> None:
    left = begun(desk, *ALL[:2])
    desk.drafts.answer_path(left.keeper.id).write_bytes(b"From the editor.\n")

    assert resumed(desk).walk.answer(NOTES) == "From the editor."


def test_a_record_in_an_unknown_form_is_ignored(desk: Desk) -> None:
    begun(desk, *ALL[:3])
    path = desk.draft().path
    text = path.read_text("utf-8")
    path.write_text(text.replace('["Priya", 2026-11-20', '["Priya", "one day"'), "utf-8")

    again = resumed(desk)

    assert path.read_text("utf-8") != text
    assert [point.words for point in again.walk.points] == [MINE, HERS]
    assert again.walk.step is not None
    assert HERS in again.walk.step.prompt


def test_a_flag_outranks_the_draft_and_a_finished_meeting_has_no_next_step(desk: Desk) -> None:
    begun(desk, *ALL[:2])

    again = resumed(desk, {"date": date(2026, 11, 24)}, is_finished=True)

    assert (again.values["date"], again.walk.step) == (date(2026, 11, 24), None)


def test_a_draft_resumes_where_only_the_choice_is_missing(desk: Desk) -> None:
    meeting = begun(desk, "Sam did it on Tuesday")
    meeting.with_walk(meeting.walk.typed("")).keep(desk.journal)  # as at Ctrl-C in an empty field

    again = resumed(desk)

    assert again.walk.step_key.endswith("mine")
    assert again.walk.answer(again.walk.step_key) == "Sam did it on Tuesday"
    again = again.with_walk(again.walk.answered("Sam did it on Tuesday").answered("1"))
    assert again.walk.settled[0].line.endswith("– done (Sam did it on Tuesday)")


def test_a_point_that_was_skipped_is_not_asked_about_again_after_resuming(desk: Desk) -> None:
    meeting = begun(desk)
    meeting = meeting.with_walk(meeting.walk.skipped("").answered("1"))
    meeting.keep(desk.journal)

    again = resumed(desk)

    assert again.walk.step_key == NOTES
    assert MINE not in "".join(answer.text for answer in again.walk.body())


def test_a_step_that_was_not_answered_yet_has_no_outcome_in_a_meeting_saved_as_it_is(desk: Desk) -> None:
    meeting = begun(desk, "1")
    meeting = meeting.with_walk(meeting.walk.typed(""))
    meeting.keep(desk.journal)

    again = resumed(desk, is_finished=True)

    assert [outcome.point.words for outcome in again.walk.settled] == [MINE]


def test_a_meeting_asks_about_what_each_asked_of_the_other(desk: Desk) -> None:
    desk.writes("aska", *SHARED, 'ask = "Could I watch you?"')
    desk.writes("askb", *SHARED[:1], 'kind = "reply"', body="I saw. What did the ticks hide?", who="priya")
    desk.writes("askp", 'ask = "Only mine?"')

    points = begun(desk).walk.points

    assert [(point.who, point.words) for point in points[2:]] == [
        ("Sam", "What did the ticks hide?"),
        ("Priya", "Could I watch you?"),
    ]


def test_an_answered_request_is_not_asked_about_at_the_next_meeting(desk: Desk) -> None:
    desk.writes("aska", *SHARED, 'ask = "Could I watch you?"')
    desk.writes("told", *SHARED, 'kind = "meeting"', 'answers = ["20261120-aska"]')

    assert [point.words for point in begun(desk).walk.points] == [MINE, HERS]


def test_a_draft_keeps_what_became_of_a_request(desk: Desk) -> None:
    desk.writes("aska", *SHARED, 'ask = "Could I watch you?"')
    left = begun(desk, "1", "2", "3 she said yes", "We talked.")

    again = resumed(desk)

    assert again.walk.values()["answers"] == ["20261120-aska"]
    assert again.walk.answer(NOTES) == "We talked."
    again.keep(desk.journal)
    assert again.keeper.text == left.keeper.text


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("## Critique: Q?\n\nA bell. They ticked it. It told nothing.", "“A bell. They ticked it. It told nothing.”"),
        ("The bell went. ==They had all\nticked it.== Fin.", "“They had all ticked it.”"),
        ("## Just for me\n\nNot this.\n", ""),
    ],
    ids=["with a dimension", "without a dimension", "with nothing to quote"],
)  # fmt: skip
def test_entries_to_talk_about_are_shown_with_their_words(body: str, lines: str, desk: Desk) -> None:
    desk.writes("talk", *SHARED, 'title = "Ticks"', "talk = true", body=body)

    lead = begun(desk).walk.steps[2].lead

    assert lead.split("\n") == ["To talk about:", "  20 Nov  Ticks  (talk)", *([f"    {lines}"] if lines else [])]


@pytest.mark.parametrize(
    ("others", "command"),
    [((), "mentorlog meeting"), (("Ali",), "mentorlog meeting --with Priya")],
)
def test_the_command_that_resumes_a_meeting_names_the_person_if_there_are_several(
    others: tuple[str, ...], command: str, desk: Desk
) -> None:
    people = [desk.priya, *(Person(name, "mentor") for name in others)]

    assert meeting_again(people, "Priya") == command
    assert meeting_again(people, "Sue") == "mentorlog new --resume"
    assert begun(desk).keeper.again == "mentorlog meeting"


def test_the_name_in_a_command_is_quoted_for_the_shell() -> None:
    people = [Person("Ms O'Hara", "mentor"), Person("Ali", "mentor")]

    assert meeting_again(people, "ms o'hara") == """mentorlog meeting --with 'Ms O'"'"'Hara'"""

"""A meeting in a draft: its questions, the steps it may quote after resuming, and the steps it closes."""

from datetime import date

import pytest

from drafting.desk import Desk
from mentorlog.conversation.meeting import NOTES
from mentorlog.drafting.left_open import LeftOpen
from mentorlog.drafting.meeting import DraftedMeeting, begin_meeting, resume_meeting, save_meeting
from mentorlog.files.toml import Values

DAY = date(2026, 11, 23)
SHARED = ('share = "mentor"', 'with = "Priya"')
MINE, HERS = "Ask one pair", "Find out who decides"


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A desk with a shared step from each person, and a private one of Sam's."""
    desk.writes("mine", *SHARED, f'next = "{MINE}"')
    desk.writes("hers", *SHARED[:1], 'with = "Sam"', f'next = "{HERS}"', who="priya")
    desk.writes("priv", 'next = "Private step"')
    return desk


def begun(desk: Desk, *answers: str) -> DraftedMeeting:
    """Begin a meeting and save its draft after each answer."""
    meeting = begin_meeting(desk.journal, desk.contents, "priya", {"date": DAY}, desk.keeper())
    for answer in answers:
        meeting = meeting.with_walk(meeting.walk.answered(answer))
        meeting.keep(desk.journal)
    return meeting


def resumed(desk: Desk, flags: Values | None = None, *, is_finished: bool = False) -> DraftedMeeting:
    left = LeftOpen(desk.draft(), is_finished)
    return resume_meeting(desk.drafts, desk.journal, desk.contents, left, flags or {})


def test_a_meeting_asks_only_about_the_shared_steps_of_both_people(desk: Desk) -> None:
    meeting = begun(desk)

    assert [promise.words for promise in meeting.walk.promises] == [MINE, HERS]
    assert (meeting.values["with"], meeting.missing) == ("Priya", "")


def test_a_missing_folder_is_reported(desk: Desk) -> None:
    (desk.base / "from-priya").rename(desk.base / "elsewhere")

    meeting = begun(desk)

    assert [promise.words for promise in meeting.walk.promises] == [MINE]
    assert meeting.missing.startswith("Priya's folder is not at ")
    assert meeting.missing.endswith("; is the drive connected? This goes on without it.")


ALL = ("1 they liked it", "3 no time", "We looked at ticks.", "Wait longer", "Book a visit")


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

    assert [promise.words for promise in again.walk.promises] == [MINE, HERS, "Count to ten"]
    assert again.walk.step is not None
    assert "Count to ten" in again.walk.step.prompt


def test_a_step_made_private_in_the_meantime_is_not_quoted_and_its_reply_becomes_a_note(desk: Desk) -> None:
    begun(desk, *ALL[:3])
    desk.writes("mine", f'next = "{MINE}"')

    again = resumed(desk)

    assert [promise.words for promise in again.walk.promises] == [HERS]
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
    assert [promise.words for promise in again.walk.promises] == [MINE, HERS]
    assert again.walk.step is not None
    assert HERS in again.walk.step.prompt


def test_a_flag_outranks_the_draft_and_a_finished_meeting_has_no_next_step(desk: Desk) -> None:
    begun(desk, *ALL[:2])

    again = resumed(desk, {"date": date(2026, 11, 24)}, is_finished=True)

    assert (again.values["date"], again.walk.step) == (date(2026, 11, 24), None)


def test_saving_writes_the_meeting_and_closes_the_writers_own_steps_as_one_change(desk: Desk) -> None:
    entry = save_meeting(desk.journal, begun(desk, *ALL))

    assert entry is not None
    assert (entry.title, entry.head.kind, entry.head.with_) == ("Meeting with Priya", "meeting", "Priya")
    assert (entry.head.next, entry.head.suggested) == ("Wait longer", "Book a visit")
    assert f"Ask one pair – done (they liked it)\n- Priya, 20 Nov: {HERS} – let go (no time)" in entry.text
    assert (desk.entry("mine").head.next_state, desk.entry("priv").head.next_state) == ("done", None)
    assert list(desk.drafts.folder.iterdir()) == []
    desk.journal.undo()
    assert desk.entry("mine").head.next_state is None
    assert len(desk.contents.entries) == 2


def test_a_step_is_closed_in_the_latest_version_of_its_entry(desk: Desk) -> None:
    meeting = begun(desk, *ALL)
    desk.writes("mine", *SHARED, f'next = "{MINE}"', 'class = "8Q"', body="More words.")

    save_meeting(desk.journal, meeting)

    mine = desk.entry("mine")
    assert (mine.head.next_state, mine.head.class_) == ("done", "8Q")
    assert "More words." in mine.text


@pytest.mark.parametrize("line", ["schema = 2", 'next_state = "dropped"', "next_state = '''\ndone'''"])
def test_the_meeting_is_saved_even_if_a_step_cannot_be_closed(desk: Desk, line: str) -> None:
    meeting = begun(desk, *ALL)
    before = desk.writes("mine", *SHARED, f'next = "{MINE}"', line).read_bytes()

    entry = save_meeting(desk.journal, meeting)

    assert entry is not None
    assert (desk.base / "sam" / "2026-11-20-mine.md").read_bytes() == before


def test_an_empty_meeting_is_not_saved(desk: Desk) -> None:
    meeting = begun(desk)

    assert save_meeting(desk.journal, meeting) is None
    assert len(desk.contents.entries) == 2
    assert desk.drafts.all() == []


def test_a_step_without_a_reply_is_carried_over(desk: Desk) -> None:
    entry = save_meeting(desk.journal, begun(desk, "", "", "", "Wait longer", ""))

    assert entry is not None
    assert "Ask one pair – carried" in entry.text
    assert desk.entry("mine").head.next_state is None
    assert (entry.head.next, entry.head.suggested) == ("Wait longer", "")

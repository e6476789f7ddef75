"""A meeting that is saved: the steps that it closes, those that it makes, and those that it could not close."""

from dataclasses import replace

import pytest

from drafting.desk import Desk
from drafting.meetings import ALL, HERS, MINE, SHARED, begun, with_steps
from mentorlog.drafting.saved_meeting import SavedMeeting, save_meeting

MINE_AGAIN = f'next = "{MINE}"'


@pytest.fixture
def desk(desk: Desk) -> Desk:
    return with_steps(desk)


WITH_WHY = "Could I watch you? – on Friday"


def saved(desk: Desk, *answers: str, **flags: object) -> SavedMeeting:
    """Hold a meeting with these answers and save it."""
    meeting = begun(desk, *answers)
    after = save_meeting(desk.journal, replace(meeting, values={**meeting.values, **flags}))
    assert after is not None
    return after


def test_saving_writes_the_meeting_and_closes_the_writers_own_steps_as_one_change(desk: Desk) -> None:
    entry = saved(desk, *ALL).entry

    assert (entry.title, entry.head.kind, entry.head.with_) == ("Meeting with Priya", "meeting", "Priya")
    assert (entry.head.next, entry.head.suggested) == ("Wait longer", "Book a visit")
    assert f"Ask one pair – done (they liked it)\n- Priya, 20 Nov: {HERS} – dropped (no time)" in entry.text
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


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ((MINE_AGAIN, "schema = 2"), "mentorlog cannot change its entry: "),
        ((MINE_AGAIN, 'next_state = "dropped"'), "It is dropped already."),
        (('next = "Ask two pairs"',), "It has been reworded since."),
    ],
)
def test_a_step_that_cannot_be_closed_is_named_with_the_reason(lines: tuple[str, ...], reason: str, desk: Desk) -> None:
    meeting = begun(desk, *ALL)
    before = desk.writes("mine", *SHARED, *lines).read_bytes()

    after = save_meeting(desk.journal, meeting)

    assert after is not None
    [left] = after.not_closed
    assert left.reason.startswith(reason)
    assert left.settled.line in after.entry.text
    assert (desk.base / "sam" / "2026-11-20-mine.md").read_bytes() == before


def test_a_step_whose_entry_was_deleted_is_named(desk: Desk) -> None:
    meeting = begun(desk, *ALL)
    (desk.base / "sam" / "2026-11-20-mine.md").unlink()

    after = save_meeting(desk.journal, meeting)

    assert after is not None
    assert [left.reason for left in after.not_closed] == ["Its entry is no longer in your journal."]
    assert "they liked it" in after.entry.text


def test_a_step_that_was_closed_the_same_way_meanwhile_needs_no_word(desk: Desk) -> None:
    meeting = begun(desk, *ALL)
    desk.writes("mine", *SHARED, MINE_AGAIN, 'next_state = "done"')

    after = save_meeting(desk.journal, meeting)

    assert after is not None
    assert after.not_closed == ()


ASK = (*SHARED[:1], 'with = "Sam"', 'ask = "Could I watch you?"')


@pytest.mark.parametrize("is_shared", [True, False])
def test_what_the_writer_will_do_becomes_a_step_that_follows_the_request(is_shared: bool, desk: Desk) -> None:
    desk.writes("aska", *ASK, who="priya")
    flags = {"share": "mentor"} if is_shared else {}

    after = saved(desk, "2", "2", "1 on Friday", "We talked.", **flags)

    [step] = after.steps
    assert (step.head.kind, step.head.next, step.title) == ("step", WITH_WHY, WITH_WHY)
    assert (step.head.follows, step.head.with_, step.is_shared) == ("20261120-aska", "Priya", is_shared)
    assert "of Sam on 20 Nov: Could I watch you? – Sam will do it (on Friday)" in after.entry.text
    assert after.entry.head.answers == ()
    desk.journal.undo()
    assert len(desk.contents.entries) == 2


def test_two_requests_in_the_same_words_become_two_steps(desk: Desk) -> None:
    for letters in ("aska", "askb"):
        desk.writes(letters, *ASK, who="priya")

    after = saved(desk, "2", "2", "1", "1")

    assert [step.head.follows for step in after.steps] == ["20261120-aska", "20261120-askb"]
    assert len({step.path for step in after.entries}) == len({step.id for step in after.entries}) == 3


def test_a_request_taken_up_before_makes_no_second_step(desk: Desk) -> None:
    desk.writes("aska", *ASK, who="priya")
    desk.writes("step", 'kind = "step"', 'next = "Could I watch you?"', 'follows = "20261120-aska"')

    assert saved(desk, "2", "2", "1").steps == ()


def test_what_the_other_person_will_do_stays_asked_until_they_do_it(desk: Desk) -> None:
    desk.writes("aska", *SHARED, 'ask = "Could I watch you?"')

    after = saved(desk, "2", "2", "1 on Friday")

    assert "of Priya on 20 Nov: Could I watch you? – Priya will do it (on Friday)" in after.entry.text
    assert (after.steps, after.entry.head.answers) == ((), ())
    assert [point.words for point in begun(desk).walk.points if point.is_ask] == ["Could I watch you?"]


def test_an_answered_request_is_named_in_the_meeting(desk: Desk) -> None:
    desk.writes("aska", *ASK, who="priya")

    assert saved(desk, "2", "2", "3 yes").entry.head.answers == ("20261120-aska",)


def test_a_meeting_in_which_everything_was_skipped_is_not_saved(desk: Desk) -> None:
    meeting = begun(desk)
    meeting = meeting.with_walk(meeting.walk.skipped("").skipped(""))

    assert save_meeting(desk.journal, meeting) is None


def test_an_empty_meeting_is_not_saved(desk: Desk) -> None:
    meeting = begun(desk)

    assert save_meeting(desk.journal, meeting) is None
    assert len(desk.contents.entries) == 2
    assert desk.drafts.all() == []


def test_a_step_without_a_reply_is_carried_over(desk: Desk) -> None:
    entry = saved(desk, "", "", "", "Wait longer", "").entry

    assert "Ask one pair – carried forward" in entry.text
    assert desk.entry("mine").head.next_state is None
    assert (entry.head.next, entry.head.suggested) == ("Wait longer", "")

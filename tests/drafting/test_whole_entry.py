"""A whole entry in a draft, before and after it is edited."""

from datetime import date

import pytest

from builders import a_question
from drafting.desk import Desk
from mentorlog.drafting.details import Details
from mentorlog.drafting.whole_entry import begin_edit, begin_whole, save_edit, save_whole, untouched
from mentorlog.errors import ContentError

DAY = date(2026, 11, 23)
DETAILS = Details(DAY, (), {"date": DAY, "title": "No funnels"})


def begun(desk: Desk) -> bytes:
    return begin_whole(desk.drafts, desk.journal, desk.keeper(), DETAILS, [a_question("cre-e1", "What was there?")])


def test_a_new_draft_has_the_front_matter_and_a_heading_for_each_question(desk: Desk) -> None:
    data = begun(desk)

    assert desk.draft().path.read_bytes() == data
    assert data.decode().endswith('title = "No funnels"\n+++\n\n## Creativity: What was there?\n\n')
    assert desk.draft().is_whole
    assert desk.drafts.of(desk.journal.marks) == [desk.draft()]


def test_a_draft_counts_as_untouched_until_there_is_text_under_its_headings(desk: Desk) -> None:
    data = begun(desk)
    assert untouched(desk.draft()) == data

    desk.draft().path.write_bytes(data + b"The funnels had gone.\n")

    assert untouched(desk.draft()) == b""


def test_the_edited_text_is_saved_byte_for_byte(desk: Desk) -> None:
    data = begun(desk) + b"The funnels  had gone.\r\n"

    entry = save_whole(desk.journal, desk.keeper(), data)

    assert (desk.journal.root / entry.path).read_bytes() == data
    assert (entry.date, entry.head.title) == (DAY, "No funnels")
    assert desk.drafts.all() == []


def test_an_unreadable_entry_stays_in_the_draft_that_the_error_names(desk: Desk) -> None:
    begun(desk)
    data = b"+++\ntitle = no quotes\n+++\n\nThe funnels had gone.\n"
    desk.draft().path.write_bytes(data)

    with pytest.raises(ContentError, match=r"cannot be read as an entry \(line 2: .*k3f9\.md\Z"):
        save_whole(desk.journal, desk.keeper(), data)

    assert desk.draft().path.read_bytes() == data
    assert desk.contents.entries == ()


def test_an_edit_begins_with_the_present_entry_and_replaces_it(desk: Desk) -> None:
    path = desk.writes("mine")
    entry = desk.entry("mine")
    keeper = begin_edit(desk.drafts, desk.journal, entry)
    assert keeper.path.read_bytes() == entry.data
    assert [draft.id for draft in desk.drafts.edits_of(desk.journal.marks, entry.path)] == [keeper.id]

    saved = save_edit(desk.journal, keeper, entry, entry.data + b"More.\n")

    assert saved.data == path.read_bytes() == entry.data + b"More.\n"
    assert desk.drafts.all() == []


def test_an_edit_stays_in_its_draft_if_the_entry_changed_in_the_meantime(desk: Desk) -> None:
    path = desk.writes("mine")
    entry = desk.entry("mine")
    keeper = begin_edit(desk.drafts, desk.journal, entry)
    edited = entry.data + b"More.\n"
    keeper.path.write_bytes(edited)
    desk.writes("mine", body="Somebody else's words.")

    with pytest.raises(ContentError, match=r"Your version is kept in .*-mine-edit-") as told:
        save_edit(desk.journal, keeper, entry, edited)

    assert told.value.hint == "mentorlog edit mine"
    assert "Somebody else's words." in path.read_text("utf-8")
    assert keeper.path.read_bytes() == edited

"""The entries that other people share with the reader, each with its writer."""

import shutil
from pathlib import Path

import pytest

from mentorlog.errors import MentorlogError, NotFoundError, UsageError
from mentorlog.journal.journal import Journal
from mentorlog.sharing.shared_with_me import newest_shared, refuse_theirs, shared_by, shared_with_me
from two_journals import hand_over, only_person, write


@pytest.fixture
def shared(sam: Journal, priya: Journal) -> Journal:
    """Priya's journal after Sam has shared one of two entries."""
    write(sam, title="Open", share="mentor", with_="Priya", letters="aaaa")
    write(sam, title="Closed", letters="bbbb", day="2026-11-19")
    hand_over(sam)
    return priya


def test_only_shared_entries_are_listed_under_the_readers_name_for_the_writer(shared: Journal) -> None:
    theirs = shared_with_me(shared)

    [(writer, entry)] = theirs.written
    assert (writer, entry.title) == (only_person(shared), "Open")
    assert theirs.by(writer) == theirs.entries == [entry]
    assert theirs.named("aaaa") == (writer, entry)
    assert (theirs.name_of_writer(entry), theirs.name_of_writer(write(shared))) == ("Sam", "")


def test_a_private_entry_cannot_be_named(shared: Journal) -> None:
    with pytest.raises(NotFoundError):
        shared_with_me(shared).named("bbbb")


def test_an_unknown_name_is_refused(shared: Journal) -> None:
    with pytest.raises(UsageError, match="nobody called 'Ann' here"):
        shared_with_me(shared, "Ann")


def test_a_folder_that_is_missing_or_overlaps_the_journal_is_skipped_with_a_remark(shared: Journal) -> None:
    folder = only_person(shared).their_folder
    shutil.rmtree(folder)
    missing = shared_with_me(shared)
    shared.root.rename(folder)
    moved = Journal(shared.root.parent / "from-sam", shared.state, shared.settings)
    write(moved, share="mentor")
    overlapping = shared_with_me(moved)

    assert missing.entries == overlapping.entries == newest_shared(moved, 20) == []
    assert missing.remarks == [f"Sam's folder is not at {folder}; is the drive connected?"]
    assert "are the same or one inside the other" in overlapping.remarks[0]


def test_one_person_whose_folder_is_missing_is_refused(shared: Journal) -> None:
    shutil.rmtree(only_person(shared).their_folder)

    with pytest.raises(MentorlogError, match=r"Sam's folder is not at .*; is the drive connected\?"):
        shared_by(shared, "sam")


def test_shared_files_that_cannot_be_read_are_counted_in_a_remark(shared: Journal) -> None:
    broken = '+++\nshare = "mentor"\ntitle = “Poetry”\n+++\n'
    (Path(only_person(shared).their_folder) / "2026-11-18-poetry.md").write_text(broken, "utf-8")

    theirs = shared_with_me(shared)

    assert [entry.title for entry in theirs.entries] == ["Open"]
    assert theirs.remarks == ["1 file in Sam's folder could not be read; Sam can see why with mentorlog check"]


def test_an_entry_that_is_not_found_may_be_in_a_folder_that_is_missing(shared: Journal) -> None:
    shutil.rmtree(only_person(shared).their_folder)

    with pytest.raises(NotFoundError, match="no entry matches 'aaaa'; Sam's folder is not at"):
        shared_with_me(shared).named("aaaa")


def test_only_the_writer_of_an_entry_can_change_it(shared: Journal) -> None:
    with pytest.raises(UsageError, match="aaaa is Sam's entry, so only Sam can change it") as refusal:
        refuse_theirs(shared, "aaaa", "change it")

    assert refusal.value.hint == "mentorlog reply aaaa"
    refuse_theirs(shared, "bbbb", "change it")
    refuse_theirs(shared, "last", "change it")


def test_the_newest_are_chosen_by_the_names_of_files_and_only_among_shared_entries(shared: Journal) -> None:
    folder = Path(only_person(shared).their_folder)
    (folder / "2026-11-22-private.md").write_text("Not shared.\n", "utf-8")
    (folder / "2026-11-01-older.md").write_text('+++\nshare = "mentor"\n+++\nShared.\n', "utf-8")

    assert [entry.title for entry in newest_shared(shared, 2)] == ["Open"]

"""The entries that other people share with the reader, each with its writer."""

import shutil

import pytest

from mentorlog.errors import NotFoundError, UsageError
from mentorlog.journal.journal import Journal
from mentorlog.sharing.shared_with_me import shared_with_me
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


def test_a_folder_that_is_missing_or_overlaps_the_journal_is_skipped(shared: Journal) -> None:
    folder = only_person(shared).their_folder
    shutil.rmtree(folder)
    missing = shared_with_me(shared).entries
    shared.root.rename(folder)
    moved = Journal(shared.root.parent / "from-sam", shared.state, shared.settings)
    write(moved, share="mentor")

    assert missing == shared_with_me(moved).entries == []

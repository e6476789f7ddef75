"""People who still have copies of entries that are no longer shared, one line each."""

import shutil
from pathlib import Path

import pytest

from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Settings
from mentorlog.sharing.still_shared import StillShared, still_shared
from two_journals import hand_over, only_person, write


def test_nobody_is_listed_if_every_copy_is_still_shared(sam: Journal) -> None:
    write(sam, share="mentor", with_="Priya")
    hand_over(sam)

    assert still_shared(sam) == []


def test_a_person_with_copies_of_private_entries_is_listed_with_their_number(sam: Journal) -> None:
    entry = write(sam, share="mentor", with_="Priya")
    hand_over(sam)
    sam.set_values(entry, {"share": None})

    assert still_shared(sam) == [StillShared("Priya", 1, is_only=True)]


def test_a_missing_folder_is_skipped(sam: Journal) -> None:
    entry = write(sam, share="mentor", with_="Priya")
    hand_over(sam)
    sam.delete([entry])
    shutil.rmtree(only_person(sam).my_folder)

    assert still_shared(sam) == []


def test_the_journal_is_not_read_if_nobody_is_set_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Journal, "walk", lambda *_: pytest.fail("the journal was read"))

    assert still_shared(Journal(tmp_path, tmp_path / "state", Settings())) == []


def test_the_line_says_how_to_withdraw_the_copies_and_names_one_of_several_people() -> None:
    assert StillShared("Priya", 1, is_only=True).sentence == (
        "1 entry that you do not share now is still with Priya until: mentorlog share"
    )
    assert StillShared("Priya", 2, is_only=False).sentence == (
        "2 entries that you do not share now are still with Priya until: mentorlog share --with 'Priya'"
    )

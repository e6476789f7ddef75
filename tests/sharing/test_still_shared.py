"""Who still has copies of entries that are not shared any more, in one line each."""

import shutil
from pathlib import Path

import pytest

from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Settings
from mentorlog.sharing.still_shared import StillShared, still_shared
from sharing.two_journals import hand_over, only, write


def test_nobody_has_more_than_is_shared(sam: Journal) -> None:
    write(sam, share="mentor", with_="Priya")
    hand_over(sam)

    assert still_shared(sam) == []


def test_whoever_has_a_copy_of_a_private_entry_is_named_with_how_many(sam: Journal) -> None:
    entry = write(sam, share="mentor", with_="Priya")
    hand_over(sam)
    sam.set_values(entry, {"share": None})

    assert still_shared(sam) == [StillShared("Priya", 1, is_only=True)]


def test_a_missing_folder_is_skipped(sam: Journal) -> None:
    entry = write(sam, share="mentor", with_="Priya")
    hand_over(sam)
    sam.delete([entry])
    shutil.rmtree(only(sam).my_folder)

    assert still_shared(sam) == []


def test_without_anybody_to_share_with_the_journal_is_not_even_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Journal, "walk", lambda *_: pytest.fail("the journal was read"))

    assert still_shared(Journal(tmp_path, tmp_path / "state", Settings())) == []


def test_the_line_says_how_to_take_the_copies_back_and_from_whom_where_there_are_several() -> None:
    assert StillShared("Priya", 1, is_only=True).sentence == (
        "1 entry that you do not share now is still with Priya until: mentorlog share"
    )
    assert StillShared("Priya", 2, is_only=False).sentence == (
        "2 entries that you do not share now are still with Priya until: mentorlog share --with 'Priya'"
    )

"""Who a brief is about: chosen by a name or by a folder."""

from pathlib import Path

import pytest

from mentorlog.errors import MentorlogError, UsageError
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person, add_person, read_settings
from mentorlog.together.pair import pair_in_folder, pair_set_up
from two_journals import hand_over, only_person, write


def test_an_ects_brief_is_about_themselves_and_a_mentors_about_their_ect(sam: Journal, priya: Journal) -> None:
    write(sam, title="Open", share="mentor", with_="Priya")
    write(sam, title="Closed", day="2026-11-19")
    hand_over(sam)

    own, others = pair_set_up(sam, ""), pair_set_up(priya, "")

    assert (own.is_own, own.name, own.other) == (True, "Sam", "Priya")
    assert [entry.title for entry in own.writer.entries] == ["Closed", "Open"]
    assert (others.is_own, others.name, others.other) == (False, "Sam", "Priya")
    assert [entry.title for entry in others.writer.entries] == ["Open"]


def test_the_entries_of_the_other_person_are_told_apart_on_both_sides(sam: Journal, priya: Journal) -> None:
    write(sam, title="By Sam", share="mentor", with_="Priya")
    write(priya, title="By Priya", share="mentor", with_="Sam")
    hand_over(sam)
    hand_over(priya)

    assert [entry.title for entry in pair_set_up(priya, "").theirs] == ["By Sam"]
    assert [entry.title for entry in pair_set_up(sam, "").theirs] == ["By Priya"]


def test_a_missing_folder_of_the_ect_is_an_error_for_the_mentor(priya: Journal) -> None:
    with pytest.raises(MentorlogError, match="Sam's folder is not at"):
        pair_set_up(priya, "")


def test_a_page_of_your_own_needs_a_name_if_there_are_several_people(sam: Journal, tmp_path: Path) -> None:
    add_person(sam.root, Person("Ann", "mentor", str(tmp_path / "ann")))
    both = Journal(sam.root, sam.state, read_settings(sam.root))

    assert pair_set_up(both, "").other == ""
    with pytest.raises(UsageError, match="with whom"):
        pair_set_up(both, "", is_handed_on=True)


def test_a_meeting_written_down_by_one_person_counts_for_both(sam: Journal, priya: Journal) -> None:
    meeting = write(priya, kind="meeting", with_="Sam")
    write(sam, title="Open", share="mentor", with_="Priya", day="2026-11-19")
    hand_over(sam)

    assert pair_set_up(priya, "").met == {meeting.date}


def test_a_folder_belongs_to_the_person_in_the_settings_whatever_name_is_given(sam: Journal, priya: Journal) -> None:
    write(sam, title="Open", share="mentor", with_="Priya")
    hand_over(sam)
    root = Path(only_person(sam).my_folder)

    assert pair_in_folder(root, priya, "sam").other == "Priya"
    for journal, name in ((priya, "Ann"), (None, "Sam")):
        with pytest.raises(UsageError, match="a folder and --with name two people"):
            pair_in_folder(root, journal, name)


def test_a_folder_can_be_read_without_a_journal_of_your_own(sam: Journal) -> None:
    write(sam, title="Open", share="mentor", with_="Priya")
    hand_over(sam)

    pair = pair_in_folder(Path(only_person(sam).my_folder), None, "")

    assert (pair.name, pair.other, pair.others) == ("Sam", "", ())

"""Whom a brief is about: from a name, or from a folder."""

from pathlib import Path

import pytest

from mentorlog.errors import MentorlogError, UsageError
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person, add_person, read_settings
from mentorlog.sharing.pair import pair_in_folder, pair_set_up
from sharing.two_journals import hand_over, only, write


def test_an_ects_brief_is_about_themselves_and_a_mentors_about_their_ect(sam: Journal, priya: Journal) -> None:
    write(sam, title="Open", share="mentor", with_="Priya")
    write(sam, title="Closed", day="2026-11-19")
    hand_over(sam)

    own, others = pair_set_up(sam, ""), pair_set_up(priya, "")

    assert (own.is_own, own.name, own.other) == (True, "Sam", "Priya")
    assert [entry.title for entry in own.writer.entries] == ["Closed", "Open"]
    assert (others.is_own, others.name, others.other) == (False, "Sam", "Priya")
    assert [entry.title for entry in others.writer.entries] == ["Open"]


def test_a_mentor_whose_ect_has_no_folder_there_is_told_so(priya: Journal) -> None:
    with pytest.raises(MentorlogError, match="Sam's folder is not at"):
        pair_set_up(priya, "")


def test_a_page_of_ones_own_needs_a_name_where_there_are_several_people(sam: Journal, tmp_path: Path) -> None:
    add_person(sam.root, Person("Ann", "mentor", str(tmp_path / "ann")))
    both = Journal(sam.root, sam.state, read_settings(sam.root))

    assert pair_set_up(both, "").other == ""
    with pytest.raises(UsageError, match="with whom"):
        pair_set_up(both, "", is_handed_on=True)


def test_both_know_the_day_of_a_meeting_that_only_one_wrote_down(sam: Journal, priya: Journal) -> None:
    meeting = write(priya, kind="meeting", with_="Sam")
    write(sam, title="Open", share="mentor", with_="Priya", day="2026-11-19")
    hand_over(sam)

    assert pair_set_up(priya, "").met == {meeting.date}


def test_a_folder_is_whose_it_is_set_up_as_and_a_name_may_not_say_otherwise(sam: Journal, priya: Journal) -> None:
    write(sam, title="Open", share="mentor", with_="Priya")
    hand_over(sam)
    root = Path(only(sam).my_folder)

    assert pair_in_folder(root, priya, "sam").other == "Priya"
    for journal, name in ((priya, "Ann"), (None, "Sam")):
        with pytest.raises(UsageError, match="a folder and --with name two people"):
            pair_in_folder(root, journal, name)


def test_a_folder_can_be_read_without_a_journal_of_ones_own(sam: Journal) -> None:
    write(sam, title="Open", share="mentor", with_="Priya")
    hand_over(sam)

    pair = pair_in_folder(Path(only(sam).my_folder), None, "")

    assert (pair.name, pair.other, pair.others) == ("Sam", "", ())

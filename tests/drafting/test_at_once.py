"""An entry written without questions is in a draft before the journal is opened."""

from datetime import date
from typing import NoReturn

import pytest

from drafting.desk import Desk
from mentorlog.dimensions import CREATIVITY, CRITIQUE, Dimension
from mentorlog.drafting.at_once import entry_of_text, keep_at_once, save_at_once
from mentorlog.drafting.details import Details
from mentorlog.entry.compose import Answer
from mentorlog.errors import InputNeededError
from mentorlog.journal.journal import Journal
from mentorlog.journal.keeper import NotSavedError

DAY = date(2026, 11, 23)
VALUES = {"date": DAY, "title": "No funnels"}
ANSWERS = [Answer("The funnels had gone.")]


@pytest.mark.parametrize(
    ("dimensions", "heading"),
    [((), None), ((CRITIQUE,), CRITIQUE), ((CRITIQUE, CREATIVITY), None)],
)
def test_one_dimension_becomes_a_heading_and_several_become_tags(
    dimensions: tuple[Dimension, ...], heading: Dimension | None
) -> None:
    values, answers = entry_of_text(Details(DAY, dimensions, {"date": DAY}), "The funnels\nhad gone.")

    assert answers == [Answer("The funnels\nhad gone.", heading)]
    assert values == {"date": DAY, "title": "The funnels", "dimensions": [dimension.id for dimension in dimensions]}


def test_a_given_title_is_used_instead_of_the_text() -> None:
    values, _ = entry_of_text(Details(DAY, (), VALUES), "The funnels had gone.")

    assert values["title"] == "No funnels"


def test_the_draft_records_its_journals_path_without_links(desk: Desk) -> None:
    (desk.base / "link").symlink_to(desk.journal.root)

    keep_at_once(desk.keeper(), desk.base / "link", VALUES, ANSWERS)

    assert desk.draft().keys.journal == str(desk.journal.root.resolve())


def test_without_a_journal_the_draft_is_for_any_journal(desk: Desk) -> None:
    keep_at_once(desk.keeper(), None, VALUES, ANSWERS)

    assert desk.draft().keys.journal is None


def test_saving_signs_the_entry_and_deletes_the_draft(desk: Desk) -> None:
    keeper = desk.keeper()
    keep_at_once(keeper, desk.journal.root, VALUES, ANSWERS)

    _, entry = save_at_once(keeper, lambda: desk.journal, {**VALUES, "share": "mentor"}, ANSWERS)

    assert (entry.id, entry.role, entry.head.with_) == (keeper.id, "ect", "Priya")
    assert desk.drafts.all() == []


def test_the_error_names_the_draft_if_the_journal_cannot_be_found(desk: Desk) -> None:
    def find_journal() -> NoReturn:
        raise InputNeededError("there is no journal yet", hint="mentorlog init")

    keeper = desk.keeper()
    keep_at_once(keeper, None, VALUES, ANSWERS)

    with pytest.raises(NotSavedError) as told:
        save_at_once(keeper, find_journal, VALUES, ANSWERS)

    assert str(told.value) == f"there is no journal yet. Your words are kept in {keeper.path}"
    assert (told.value.hint, told.value.exit_code) == ("mentorlog init", InputNeededError.exit_code)
    assert "The funnels had gone." in keeper.path.read_text("utf-8")


def test_text_that_would_not_read_back_stays_in_the_draft(desk: Desk) -> None:
    keeper, answers = desk.keeper(), [Answer("half a face \ud83d")]
    keep_at_once(keeper, desk.journal.root, VALUES, answers)

    def find_journal() -> Journal:
        return desk.journal

    with pytest.raises(NotSavedError, match="cannot be saved"):
        save_at_once(keeper, find_journal, VALUES, answers)

    assert b"half a face" in keeper.path.read_bytes()
    assert desk.contents.entries == ()

"""The sheet for a first meeting, with the names and folders from the settings."""

from pathlib import Path

import pytest

from mentorlog.errors import UsageError
from mentorlog.journal.settings import Person, Settings
from mentorlog.together.agreement import agreement_sheet

PRIYA, ANN = Person("Priya", "mentor", "/for-priya", "/from-priya"), Person("Ann", "mentor")


def name_only(folder: Path) -> str:
    return folder.name


def test_the_ect_comes_first_for_either_reader() -> None:
    assert agreement_sheet(Settings(name="Sam", people=(PRIYA,)), "", name_only).names == ("Sam", "Priya")
    mentors = Settings(name="Priya", role="mentor", people=(Person("Sam", "ect"),))
    assert agreement_sheet(mentors, "", name_only).names == ("Sam", "Priya")


def test_the_agreement_names_each_persons_folder() -> None:
    made = agreement_sheet(Settings(name="Sam", people=(PRIYA,)), "", name_only)

    assert made.points[1].lines[-2:] == ("Sam's copies are in for-priya", "Priya's copies are in from-priya")


def test_with_several_people_the_agreement_names_only_a_chosen_one() -> None:
    several = Settings(name="Sam", people=(PRIYA, ANN))

    assert agreement_sheet(several, "", name_only).names == ("Sam", "")
    assert agreement_sheet(several, "ann", name_only).names == ("Sam", "Ann")
    with pytest.raises(UsageError):
        agreement_sheet(several, "Jo", name_only)

"""Finding the two shared folders: the one for a person's copies and the one with their own."""

from pathlib import Path
from typing import Literal

import pytest

from mentorlog.errors import MentorlogError
from mentorlog.journal.settings import Person
from mentorlog.sharing.shared_folder import shared_folder

Side = Literal["to", "from"]


def test_each_folder_is_an_absolute_path_without_links(tmp_path: Path) -> None:
    for name in ("mine", "theirs"):
        (tmp_path / name).mkdir()
        (tmp_path / f"link-{name}").symlink_to(tmp_path / name)
    person = Person("Priya", "mentor", str(tmp_path / "link-mine"), str(tmp_path / "link-theirs"))

    assert shared_folder(person, "to") == (tmp_path / "mine").resolve()
    assert shared_folder(person, "from") == (tmp_path / "theirs").resolve()


@pytest.mark.parametrize(
    ("side", "sentence", "hint"),
    [
        ("to", "no folder is set up for Priya", "mentorlog share --with 'Priya' --to FOLDER"),
        ("from", "no folder of Priya's is set up", "mentorlog share --with 'Priya' --from FOLDER"),
    ],
)
def test_a_folder_that_was_never_set_up_is_an_error_that_says_how_to_do_it(
    side: Side, sentence: str, hint: str
) -> None:
    with pytest.raises(MentorlogError, match=f"^{sentence}$") as missing:
        shared_folder(Person("Priya", "mentor"), side)

    assert missing.value.hint == hint


@pytest.mark.parametrize(
    ("side", "sentence"), [("to", "the folder for Priya is not at /gone;"), ("from", "Priya's folder is not at /gone;")]
)
def test_a_missing_folder_is_an_error_that_asks_about_the_drive(side: Side, sentence: str) -> None:
    with pytest.raises(MentorlogError, match=f"^{sentence} is the drive connected"):
        shared_folder(Person("Priya", "mentor", "/gone", "/gone"), side)

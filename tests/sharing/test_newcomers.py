"""A new person is checked before anything is written, and a known person gets the missing folders."""

from pathlib import Path

import pytest

from mentorlog.errors import MentorlogError, UsageError
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person, read_settings
from mentorlog.sharing.newcomers import Newcomers, PersonDetails
from two_journals import only_person


def people(journal: Journal) -> tuple[Person, ...]:
    return read_settings(journal.root).people


def test_a_name_or_a_folder_asks_for_a_person_and_both_make_a_new_one(tmp_path: Path) -> None:
    wanted = [PersonDetails(), PersonDetails("Ann"), PersonDetails(to=tmp_path), PersonDetails("Ann", theirs=tmp_path)]

    assert [(person.is_given, person.is_new) for person in wanted] == [
        (False, False), (True, False), (True, False), (True, True),
    ]  # fmt: skip


def test_a_new_person_has_the_other_role_by_default(sam: Journal, tmp_path: Path) -> None:
    newcomers = Newcomers.of(sam)

    assert newcomers.check(PersonDetails(" Ann ", to=tmp_path / "ann")) == Person(
        "Ann", "mentor", str(tmp_path / "ann")
    )
    assert newcomers.check(PersonDetails("Ann", "ECT", to=tmp_path / "ann")).role == "ect"


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        (PersonDetails("", to=Path("/a")), "say who that is"),
        (PersonDetails("A" * 1_000, to=Path("/a")), "a name has at most"),
        (PersonDetails("Ann", "head", to=Path("/a")), "'head' is not a role"),
    ],
)
def test_an_impossible_name_or_role_is_refused(wanted: PersonDetails, sentence: str, sam: Journal) -> None:
    with pytest.raises(UsageError, match=sentence):
        Newcomers.of(sam).check(wanted)


@pytest.mark.parametrize("place", ["sam", "sam-state", "from-sam/ann", "from-priya"])
def test_another_persons_folder_is_refused_and_nothing_is_written(place: str, sam: Journal, tmp_path: Path) -> None:
    before = (sam.root / "mentorlog.toml").read_bytes()

    with pytest.raises(UsageError, match="choose a folder apart"):
        Newcomers.of(sam).check(PersonDetails("Ann", to=tmp_path / place))

    assert (sam.root / "mentorlog.toml").read_bytes() == before


def test_a_new_person_is_saved_and_gets_a_folder(sam: Journal, tmp_path: Path) -> None:
    newcomers = Newcomers.of(sam)

    newcomers.add(newcomers.check(PersonDetails("Ann", to=tmp_path / "ann")))

    assert [person.name for person in people(sam)] == ["Priya", "Ann"]
    assert (tmp_path / "ann").is_dir()


def test_nobody_is_saved_if_the_folder_cannot_be_made(sam: Journal, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    newcomers = Newcomers.of(sam)
    person = newcomers.check(PersonDetails("Ann", to=tmp_path / "file" / "ann"))

    with pytest.raises(MentorlogError, match="cannot be made"):
        newcomers.add(person)

    assert [person.name for person in people(sam)] == ["Priya"]


def test_a_known_person_gets_the_missing_folder(sam: Journal, tmp_path: Path) -> None:
    newcomers = Newcomers.of(sam)
    newcomers.add(newcomers.check(PersonDetails("Ann", theirs=tmp_path / "from-ann")))
    known = people(sam)[1]

    completed = newcomers.complete(known, PersonDetails(to=tmp_path / "ann"))

    assert completed == Person("Ann", "mentor", str(tmp_path / "ann"), str(tmp_path / "from-ann"))
    assert people(sam)[1] == completed
    assert (tmp_path / "ann").is_dir()


def test_a_known_person_keeps_their_folder_and_another_one_is_refused(sam: Journal, tmp_path: Path) -> None:
    known, before = only_person(sam), (sam.root / "mentorlog.toml").read_bytes()

    assert Newcomers.of(sam).complete(known, PersonDetails(to=Path(known.my_folder))) == known
    with pytest.raises(UsageError, match="another folder is set up for Priya"):
        Newcomers.of(sam).complete(known, PersonDetails(to=tmp_path / "other"))
    assert (sam.root / "mentorlog.toml").read_bytes() == before

"""Who a name means, and the writer and reader in a new entry."""

import pytest

from mentorlog.errors import UsageError
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person
from mentorlog.sharing.people import only_person, signed

PRIYA, ANN = Person("Priya", "mentor", formerly="Pri"), Person("Ann", "mentor")


@pytest.mark.parametrize("name", ["Priya", "PRIYA", "pri"])
def test_a_present_or_former_name_means_the_person(name: str) -> None:
    assert only_person((ANN, PRIYA), name) is PRIYA


def test_the_only_person_need_not_be_named() -> None:
    assert only_person((PRIYA,), "") is PRIYA


@pytest.mark.parametrize(
    ("people", "name", "sentence"),
    [
        ((), "", "nobody is set up yet"),
        ((), "Ann", "nobody called 'Ann' here (nobody is set up yet)"),
        ((PRIYA,), "Ann", "nobody called 'Ann' here (Priya)"),
        ((PRIYA, ANN), "", "never put together"),
    ],
)
def test_an_ambiguous_name_means_nobody(people: tuple[Person, ...], name: str, sentence: str) -> None:
    with pytest.raises(UsageError) as unclear:
        only_person(people, name)

    assert sentence in str(unclear.value)


def test_an_ects_entry_names_its_reader_only_if_it_is_shared(sam: Journal) -> None:
    assert signed(sam, {}) == {"role": "ect"}
    assert signed(sam, {"share": "mentor"}) == {"role": "ect", "share": "mentor", "with": "Priya"}


def test_a_mentors_entry_is_about_their_ect_by_default(priya: Journal) -> None:
    assert signed(priya, {}) == {"role": "mentor", "with": "Sam"}
    assert signed(priya, {"with": "Ann"}) == {"role": "mentor", "with": "Ann"}

"""The other person: who is meant by a name, and whom a new entry is for."""

from collections.abc import Sequence

from mentorlog.errors import UsageError
from mentorlog.files.toml import Values
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person, person_called
from mentorlog.text import safe_line


def only_person(people: Sequence[Person], name: str) -> Person:
    """The person called `name`, or the only one. Raises UsageError with the reason where it is not clear."""
    if name:
        if found := person_called(people, name):
            return found
        known = ", ".join(safe_line(each.name) for each in people) or "nobody is set up yet"
        raise UsageError(
            f"there is nobody called '{safe_line(name)}' here ({known})", hint="mentorlog share --with NAME"
        )
    if not people:
        raise UsageError("nobody is set up yet", hint="mentorlog share --with NAME --to FOLDER --from THEIR-FOLDER")
    if len(people) > 1:
        names = " or ".join(f"--with '{safe_line(each.name)}'" for each in people)
        raise UsageError("with whom? What two people write is never put together", hint=names)
    return people[0]


def signed(journal: Journal, values: Values) -> Values:
    """The values of a new entry, with its writer's role and, where they share with only one person, whom it is for.

    A mentor's entry is about their ECT whether it is shared or not; an ECT's names nobody until it is shared.
    """
    people, role = journal.settings.people, journal.settings.role
    is_theirs = bool(values.get("share")) or (role == "mentor" and people[:1] and people[0].role == "ect")
    return {"role": role, **({"with": people[0].name} if is_theirs and len(people) == 1 else {}), **values}

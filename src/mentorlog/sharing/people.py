"""The other person: look up a name, and say in a new entry whom it is for."""

from collections.abc import Sequence

from mentorlog.entry.entry import Entry
from mentorlog.errors import UsageError
from mentorlog.files.toml import Values
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person, person_called
from mentorlog.sharing.audience import is_with_somebody
from mentorlog.text import safe_line


def only_person(people: Sequence[Person], name: str) -> Person:
    """The person called `name`, or the only one. Raises UsageError if it is not clear who is meant."""
    if name:
        if person := person_called(people, name):
            return person
        names = ", ".join(safe_line(other.name) for other in people) or "nobody is set up yet"
        raise UsageError(
            f"there is nobody called '{safe_line(name)}' here ({names})", hint="mentorlog share --with NAME"
        )
    if not people:
        raise UsageError("nobody is set up yet", hint="mentorlog share --with NAME --to FOLDER --from THEIR-FOLDER")
    if len(people) > 1:
        names = " or ".join(f"--with '{safe_line(person.name)}'" for person in people)
        raise UsageError("with whom? What two people write is never put together", hint=names)
    return people[0]


def signed(journal: Journal, values: Values) -> Values:
    """Add the writer's role to a new entry's values and, if only one person is set up, whom the entry is for.

    A mentor's entry names their ECT whether it is shared or not. An ECT's entry names nobody until it is shared.
    """
    people, role = journal.settings.people, journal.settings.role
    is_theirs = bool(values.get("share")) or (role == "mentor" and people[:1] and people[0].role == "ect")
    return {"role": role, **({"with": people[0].name} if is_theirs and len(people) == 1 else {}), **values}


def with_person(journal: Journal, entry: Entry, values: Values) -> Values:
    """Complete values for an entry with the person's name as set up; if only one is set up, sharing is with them.

    Raises UsageError if nobody is set up under the name in `with`.
    """
    people = journal.settings.people
    if values.get("with"):
        return {**values, "with": only_person(people, str(values["with"])).name}
    if values.get("share") and len(people) == 1 and not is_with_somebody(entry):
        return {"with": people[0].name, **values}
    return values

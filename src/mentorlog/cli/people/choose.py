"""Who a command is about, where two people share: found among those set up, or set up now."""

from collections.abc import Sequence

from mentorlog.cli.people.set_up import Newcomers, Wanted
from mentorlog.cli.world import World
from mentorlog.errors import InputNeededError, StoppedError, UsageError
from mentorlog.files.toml import Values
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person, person_called
from mentorlog.render.lines import say
from mentorlog.text import safe_line


def only_person(people: Sequence[Person], name: str) -> Person:
    """The person meant by `--with NAME`, or the only one. Raises UsageError with the reason where it is not clear."""
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
    """The values of a new entry with its writer's role, and with whom it is where there is only one to share with.

    A mentor's entries are about their ECT, shared or not; an ECT's may be nobody's business.
    """
    people, role = journal.settings.people, journal.settings.role
    is_theirs = bool(values.get("share")) or (role == "mentor" and people[:1] and people[0].role == "ect")
    return {"role": role, **({"with": people[0].name} if is_theirs and len(people) == 1 else {}), **values}


def person_for(world: World, journal: Journal, wanted: Wanted) -> Person:
    """The person that a command is about; somebody new is set up, from the flags or by asking."""
    newcomers, people = Newcomers(world, journal.root, journal.settings.role), journal.settings.people
    known = person_called(people, wanted.name) if wanted.name else None
    if known is None and people and not wanted.is_new and not (wanted.name and world.can_ask):
        known = only_person(people, wanted.name)
    try:
        return newcomers.with_folder(newcomers.completed(known, wanted)) if known else _set_up(newcomers, wanted)
    except (KeyboardInterrupt, EOFError):
        raise StoppedError("Nothing was set up.") from None


def _set_up(newcomers: Newcomers, wanted: Wanted) -> Person:
    if wanted.is_new:
        return newcomers.write_down(newcomers.checked(wanted))
    if not newcomers.world.can_ask:
        raise InputNeededError(
            "nobody is set up to share with", hint="mentorlog share --with NAME --to FOLDER --from THEIR-FOLDER"
        )
    person = newcomers.asked(wanted)
    if person is None:
        raise StoppedError("Nobody was set up.")
    return newcomers.write_down(person)


def introduce(world: World, journal: Journal, wanted: Wanted) -> None:
    """For `init`: set up whoever is wanted. With nobody to ask, what the flags say is all; Enter means later."""
    newcomers = Newcomers(world, journal.root, journal.settings.role)
    if known := person_called(journal.settings.people, wanted.name):
        if newcomers.completed(known, wanted) == known:
            say(f"{safe_line(known.name)} is set up already.")
    elif wanted.is_new or not world.can_ask:
        newcomers.write_down(newcomers.checked(wanted))
    elif person := newcomers.asked(wanted):
        newcomers.write_down(person)

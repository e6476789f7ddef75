"""Who a command is about, where two people share: found among those set up, or set up now."""

from mentorlog.cli.people.set_up import Newcomers, Wanted
from mentorlog.cli.world import World
from mentorlog.errors import InputNeededError, StoppedError
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person, person_called
from mentorlog.render.lines import say
from mentorlog.sharing.people import only_person
from mentorlog.text import safe_line


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

"""Sets up a person to share with, from the flags or by asking."""

from dataclasses import dataclass, replace
from pathlib import Path

from mentorlog.ask.asker import Asker
from mentorlog.cli.confirm import asker_for
from mentorlog.cli.world import World, whole
from mentorlog.errors import InputNeededError, StoppedError, UsageError
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person, person_called
from mentorlog.render.lines import say
from mentorlog.sharing.newcomers import Newcomers, PersonDetails, clean_name
from mentorlog.sharing.people import only_person
from mentorlog.text import safe_line, typed

_LATER = "(Enter for later)"


def wanted_of(name: str, role: str, to: Path | None, theirs: Path | None) -> PersonDetails:
    """The person that the flags describe, with absolute paths."""
    return PersonDetails(name, role, whole(to) if to else None, whole(theirs) if theirs else None)


def person_for(world: World, journal: Journal, wanted: PersonDetails) -> Person:
    """The person that a command is about; a new person is set up, from the flags or by asking."""
    newcomers, people = Newcomers.of(journal), journal.settings.people
    known = person_called(people, wanted.name) if wanted.name else None
    if known is None and people and not wanted.is_new and not (wanted.name and world.can_ask):
        known = only_person(people, wanted.name)
    try:
        return _completed(world, newcomers, known, wanted) if known else _set_up(world, newcomers, wanted)
    except (KeyboardInterrupt, EOFError):
        raise StoppedError("Nothing was set up.") from None


def introduce(world: World, journal: Journal, wanted: PersonDetails) -> None:
    """Set up the person wanted at `init`, asking for what is missing if there is a terminal; Enter means later."""
    newcomers = Newcomers.of(journal)
    if known := person_called(journal.settings.people, wanted.name):
        if _complete(newcomers, known, wanted) == known:
            say(f"{safe_line(known.name)} is set up already.")
    elif wanted.is_new or not world.can_ask:
        _add(newcomers, newcomers.check(wanted))
    elif person := _Questions(asker_for(world), newcomers).person(wanted):
        _add(newcomers, person)


def _set_up(world: World, newcomers: Newcomers, wanted: PersonDetails) -> Person:
    if wanted.is_new:
        return _add(newcomers, newcomers.check(wanted))
    if not world.can_ask:
        raise InputNeededError(
            "nobody is set up to share with", hint="mentorlog share --with NAME --to FOLDER --from THEIR-FOLDER"
        )
    person = _Questions(asker_for(world), newcomers).person(wanted)
    if person is None:
        raise StoppedError("Nobody was set up.")
    return _add(newcomers, person)


def _completed(world: World, newcomers: Newcomers, known: Person, wanted: PersonDetails) -> Person:
    """Add the folders wanted to a known person. Asks for a missing folder for copies; Enter skips it."""
    person = _complete(newcomers, known, wanted)
    if person.my_folder or not world.can_ask:
        return person
    theirs = whole(Path(person.their_folder)) if person.their_folder else None
    answered = _Questions(asker_for(world), newcomers).with_to(PersonDetails(person.name, person.role, theirs=theirs))
    return _complete(newcomers, person, PersonDetails(to=answered.to))


def _add(newcomers: Newcomers, person: Person) -> Person:
    newcomers.add(person)
    say(f"Set up {safe_line(person.name)} ({person.role}).")
    return person


def _complete(newcomers: Newcomers, known: Person, wanted: PersonDetails) -> Person:
    person = newcomers.complete(known, wanted)
    if person != known:
        say(f"Set up the folders for {safe_line(person.name)}.")
    return person


@dataclass(frozen=True, slots=True)
class _Questions:
    """The questions about a person, for what the flags leave open."""

    asker: Asker
    newcomers: Newcomers

    def person(self, wanted: PersonDetails) -> Person | None:
        """Ask about a new person, and check the answers; None if the answer is Enter, for later."""
        if not wanted.name:
            wanted = self._answered("Who will you share with?", wanted, "name")
        if not wanted.name:
            return None
        if wanted.theirs is None:
            question = f"The folder where {clean_name(wanted.name)} puts copies for you?"
            wanted = self._answered(question, wanted, "theirs")
        return self.newcomers.check(self.with_to(wanted) if wanted.to is None else wanted)

    def with_to(self, wanted: PersonDetails) -> PersonDetails:
        return self._answered(f"Your folder of copies for {clean_name(wanted.name)}?", wanted, "to")

    def _answered(self, question: str, wanted: PersonDetails, part: str) -> PersonDetails:
        """Ask for one part of `wanted`, again after an answer that is refused, and return `wanted` with it."""
        while True:
            words = typed(self.asker.line(question, _LATER, "", lambda _: None).text)[0].strip()
            if not words:
                return wanted
            answered = replace(wanted, **{part: words if part == "name" else whole(Path(words))})  # type: ignore[arg-type]
            try:
                self.newcomers.check(answered)
            except UsageError as error:
                self.asker.say(f"{str(error)[:1].upper()}{str(error)[1:]}.")
            else:
                return answered

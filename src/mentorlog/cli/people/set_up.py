"""Somebody to share with is written down in the journal's settings: from the flags, or by asking."""

from dataclasses import dataclass, replace
from pathlib import Path

from mentorlog.ask.asker import Asker
from mentorlog.cli.confirm import asker_for
from mentorlog.cli.options import role_option
from mentorlog.cli.world import World, whole
from mentorlog.dimensions import Role
from mentorlog.errors import MentorlogError, UsageError
from mentorlog.journal import disk
from mentorlog.journal.settings import LONGEST_NAME, Person, add_person, complete_person, read_settings
from mentorlog.render.lines import say
from mentorlog.sharing.folders_apart import refuse_nested
from mentorlog.text import safe_line, typed, typed_line

_OTHER: dict[Role, Role] = {"ect": "mentor", "mentor": "ect"}
_LATER = "(Enter for later)"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the flags say about a person: `to` is the folder for them, `theirs` the one that is theirs for me."""

    name: str = ""
    role: str = ""
    to: Path | None = None
    theirs: Path | None = None

    @property
    def is_given(self) -> bool:
        """Whether the flags speak of anybody."""
        return bool(self.name) or self.to is not None or self.theirs is not None

    @property
    def is_new(self) -> bool:
        """Whether the flags say enough to set somebody up."""
        return bool(self.name) and (self.to is not None or self.theirs is not None)


NOBODY = Wanted()


@dataclass(frozen=True, slots=True)
class Newcomers:
    """Whoever is new to the journal at `root`, whose writer has this role."""

    world: World
    root: Path
    role: Role

    def checked(self, wanted: Wanted) -> Person:
        """Who is wanted, with both folders whole. Nothing is written. Raises UsageError where it cannot be so."""
        role = role_option(wanted.role) if wanted.role else _OTHER[self.role]
        person = Person(
            name=_name(wanted.name),
            role=role,
            my_folder=str(whole(wanted.to)) if wanted.to else "",
            their_folder=str(whole(wanted.theirs)) if wanted.theirs else "",
        )
        return self._apart(person)

    def asked(self, wanted: Wanted) -> Person | None:
        """The same, asking for what the flags leave open; None where the answer is Enter, for later."""
        asker = asker_for(self.world)
        if not wanted.name:
            wanted = self._answered(asker, "Who will you share with?", wanted, "name")
        if not wanted.name:
            return None
        name = _name(wanted.name)
        if wanted.theirs is None:
            wanted = self._answered(asker, f"The folder where {name} puts copies for you?", wanted, "theirs")
        if wanted.to is None:
            wanted = self._with_to(asker, wanted, name)
        return self.checked(wanted)

    def _with_to(self, asker: Asker, wanted: Wanted, name: str) -> Wanted:
        return self._answered(asker, f"Your folder of copies for {name}?", wanted, "to")

    def _answered(self, asker: Asker, prompt: str, wanted: Wanted, part: str) -> Wanted:
        """`wanted` with the answer to one prompt; asked again, with the reason, where it cannot be so."""
        while True:
            words = typed(asker.line(prompt, _LATER, "", lambda _: None).text)[0].strip()
            if not words:
                return wanted
            answered = replace(wanted, **{part: words if part == "name" else Path(words)})  # type: ignore[arg-type]
            try:
                self.checked(answered)
            except UsageError as error:
                asker.say(f"{str(error)[:1].upper()}{str(error)[1:]}.")
            else:
                return answered

    def write_down(self, person: Person) -> Person:
        """Make the folder for the copies where there is none, and add the person to the settings."""
        _make(person)
        add_person(self.root, person)
        say(f"Set up {safe_line(person.name)} ({person.role}).")
        return person

    def completed(self, known: Person, wanted: Wanted) -> Person:
        """Somebody known, with the folders wanted where none was set yet. Raises UsageError for another folder."""
        for folder, held in ((wanted.to, known.my_folder), (wanted.theirs, known.their_folder)):
            if folder is not None and held and str(whole(folder)) != held:
                shown = safe_line(known.name)
                raise UsageError(
                    f"another folder is set up for {shown}; to change that, edit mentorlog.toml in your journal"
                )
        person = replace(
            known,
            my_folder=str(whole(wanted.to)) if wanted.to else known.my_folder,
            their_folder=str(whole(wanted.theirs)) if wanted.theirs else known.their_folder,
        )
        if person != known:
            _make(self._apart(person))
            complete_person(self.root, person)
            say(f"Set up the folders for {safe_line(person.name)}.")
        return person

    def with_folder(self, known: Person) -> Person:
        """Somebody known, with a folder for copies; asked for where none was set yet, which Enter leaves so."""
        if known.my_folder or not self.world.can_ask:
            return known
        held = Wanted(known.name, known.role, theirs=Path(known.their_folder) if known.their_folder else None)
        return self.completed(known, Wanted(to=self._with_to(asker_for(self.world), held, known.name).to))

    def _apart(self, person: Person) -> Person:
        """The person, if both folders are apart from all others that are known. Raises UsageError."""
        others = [each for each in read_settings(self.root).people if each.name != person.name]
        refuse_nested(person, others, self.root, self.world.state)
        return person


def _name(words: str) -> str:
    clean = typed_line(words)
    if not clean:
        raise UsageError("say who that is", hint="--with NAME")
    if len(clean) > LONGEST_NAME:
        raise UsageError(f"a name has at most {LONGEST_NAME} characters")
    return clean


def _make(person: Person) -> None:
    if not person.my_folder:
        return
    try:
        disk.make_folder(Path(person.my_folder))
    except OSError as error:
        raise MentorlogError(f"{safe_line(person.my_folder)} cannot be made: {disk.reason(error)}") from None

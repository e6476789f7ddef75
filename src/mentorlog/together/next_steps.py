"""Next steps of two people: list the open ones, close one's own, and take up suggestions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mentorlog.brief.asks import open_asks
from mentorlog.conversation.steps import STATES, NextStep, open_steps
from mentorlog.entry.entry import Entry
from mentorlog.errors import ContentError
from mentorlog.files.toml import Values
from mentorlog.journal.folder import Contents
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person
from mentorlog.sharing.audience import audience_of
from mentorlog.sharing.people import only_person
from mentorlog.sharing.shared_with_me import shared_with_me
from mentorlog.text import shortened, typed_line


@dataclass(frozen=True, slots=True)
class OpenStep:
    """An open step with the names of its doer and its writer. `doer` is "" if there is no name to give."""

    doer: str
    writer: str
    step: NextStep


@dataclass(frozen=True, slots=True)
class OpenSteps:
    """Every open step, the oldest first. `can_be_taken` is true if one was suggested to the reader by somebody else.

    `remarks` are sentences on what of other people's could not be read.
    """

    steps: tuple[OpenStep, ...]
    can_be_taken: bool
    remarks: tuple[str, ...] = ()


def open_between(journal: Journal, contents: Contents, name: str = "") -> OpenSteps:
    """List the reader's open steps and those that others share with them; with `name`, only those with this person.

    Raises UsageError if no person has this name.
    """
    everybody = journal.settings.people
    people = (only_person(everybody, name),) if name else everybody
    shared = shared_with_me(journal, name)
    own = _own_entries(journal, contents, people[0] if name else None)
    me = (journal.settings.name or "You") if people else ""
    mine = list(_steps_of_mine(open_steps(own, shared.entries), me, people[0].name if len(people) == 1 else ""))
    theirs = [step for person in people for step in _steps_of(person, open_steps(shared.by(person), own), me)]
    steps = sorted([*mine, *theirs], key=lambda listed: listed.step.entry.order)
    return OpenSteps(tuple(steps), any(listed.step.is_suggested for listed in theirs), tuple(shared.remarks))


def _own_entries(journal: Journal, contents: Contents, person: Person | None) -> Sequence[Entry]:
    """The reader's own entries; with a person, only those for that person, and an ECT's that name nobody."""
    if person is None:
        return contents.entries
    audience = audience_of(journal, contents.entries, person)
    is_theirs = audience.holds if journal.settings.role == "mentor" else audience.may_hold
    return list(filter(is_theirs, contents.entries))


def _steps_of_mine(steps: Iterable[NextStep], me: str, other: str) -> Iterator[OpenStep]:
    """The reader's own steps. A suggestion is for the person that its entry names, or else for `other`."""
    for step in steps:
        yield OpenStep((step.entry.head.with_ or other) if step.is_suggested else me, me or "you", step)


def _steps_of(person: Person, steps: Iterable[NextStep], me: str) -> Iterator[OpenStep]:
    """Another person's steps. A suggestion is for the reader."""
    for step in steps:
        yield OpenStep(me if step.is_suggested else person.name, person.name, step)


def close_step(journal: Journal, entry: Entry, action: str, *, is_suggested: bool = False) -> NextStep:
    """Give an entry's step the state that `action` of STATES stands for. Returns the step as it was.

    With `is_suggested`, or if the entry has no next step, close its suggestion. Raises ContentError if it has neither.
    """
    step = NextStep(entry, is_suggested or (not entry.head.next and bool(entry.head.suggested)))
    if not step.words:
        name = entry.short_id
        what, key = ("suggests nothing", "suggested") if step.is_suggested else ("has no next step", "next")
        raise ContentError(f"{name} {what}", hint=f"mentorlog edit {name} --set {key}='…'")
    journal.set_values(entry, step.closed_by(STATES[action]), "next")
    return step


def steps_to_take(journal: Journal, names: Sequence[str], person: str, day: date, *, is_shared: bool) -> list[Values]:
    """Make the front matter of new entries that take up suggestions or requests. Each follows one of those in `names`.

    Raises MentorlogError if `person` shares no entry of that name, or it has nothing to take up.
    """
    shared = shared_with_me(journal, person)
    own = journal.read().entries
    marks: Values = {"share": "mentor"} if is_shared else {}
    return [{"date": day, **_values(*shared.named(name), own), **marks} for name in names]


def _values(writer: Person, entry: Entry, own: Sequence[Entry]) -> Values:
    is_suggested = NextStep(entry, is_suggested=True) in open_steps([entry], own)
    words = entry.head.suggested if is_suggested else " ".join(ask.words for ask in open_asks([entry], own))
    if not words:
        raise ContentError(f"{entry.short_id} has no open suggestion or request to take up", hint="mentorlog next")
    return step_after(entry.id, words, writer.name)


def step_after(entry_id: str, words: str, other: str) -> Values:
    """Make the front matter of a step of one's own, in an entry that follows the one where `other` asks for it."""
    line = typed_line(words)
    return {"kind": "step", "title": shortened(line), "next": line, "follows": entry_id, "with": other}

"""Next steps of two people: which are open and whose they are, closing one's own, and taking up a suggestion."""

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mentorlog.conversation.steps import STATES, NextStep, open_steps
from mentorlog.entry.entry import Entry
from mentorlog.errors import ContentError, NotFoundError, UsageError
from mentorlog.files.toml import Values
from mentorlog.journal.folder import Contents
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person
from mentorlog.sharing.audience import between_us
from mentorlog.sharing.people import only_person
from mentorlog.sharing.shared_with_me import shared_with_me
from mentorlog.text import safe_line, shortened, typed_line


@dataclass(frozen=True, slots=True)
class OpenStep:
    """An open step, who is to do it and who wrote it down. The name of the doer is "" where it would say nothing."""

    doer: str
    writer: str
    step: NextStep


@dataclass(frozen=True, slots=True)
class OpenSteps:
    """Every open step, the oldest first. `can_be_taken` tells that somebody suggests one of them to the reader."""

    steps: tuple[OpenStep, ...]
    can_be_taken: bool


def open_between(journal: Journal, contents: Contents, name: str = "") -> OpenSteps:
    """The reader's open steps and those that others share with them; with `name`, between these two people only.

    Raises UsageError for a name that nobody has.
    """
    known = journal.settings.people
    people = (only_person(known, name),) if name else known
    shared = shared_with_me(journal, name)
    own = _own_entries(journal, contents, people[0] if name else None)
    me = (journal.settings.name or "You") if people else ""
    mine = list(_steps_of_mine(open_steps(own, shared.entries), me, people[0].name if len(people) == 1 else ""))
    theirs = [step for person in people for step in _steps_of(person, open_steps(shared.by(person), own), me)]
    steps = sorted([*mine, *theirs], key=lambda listed: listed.step.entry.order)
    return OpenSteps(tuple(steps), can_be_taken=any(listed.step.is_suggested for listed in theirs))


def _own_entries(journal: Journal, contents: Contents, person: Person | None) -> Sequence[Entry]:
    """All of one's own; with a person, those between the two, and an ECT's that name nobody."""
    if person is None:
        return contents.entries
    ours = between_us(journal, contents.entries, person)
    is_ours = ours.holds if journal.settings.role == "mentor" else ours.may_hold
    return list(filter(is_ours, contents.entries))


def _steps_of_mine(steps: Iterable[NextStep], me: str, other: str) -> Iterator[OpenStep]:
    """My steps; a suggestion is for whoever its entry is with, or else the `other`."""
    for step in steps:
        yield OpenStep((step.entry.head.with_ or other) if step.is_suggested else me, me or "you", step)


def _steps_of(person: Person, steps: Iterable[NextStep], me: str) -> Iterator[OpenStep]:
    """Another person's steps; a suggestion is for me."""
    for step in steps:
        yield OpenStep(me if step.is_suggested else person.name, person.name, step)


def close_step(journal: Journal, entry: Entry, action: str, *, is_suggested: bool = False) -> NextStep:
    """Do to an entry's step what `action` of STATES says. Returns the step as it was.

    Without a step of its own, or with `is_suggested`, that is what the entry suggests. Raises ContentError for neither.
    """
    step = NextStep(entry, is_suggested or (not entry.head.next and bool(entry.head.suggested)))
    if not step.words:
        name = entry.short_id
        what, key = ("suggests nothing", "suggested") if step.is_suggested else ("has no next step", "next")
        raise ContentError(f"{name} {what}", hint=f"mentorlog edit {name} --set {key}='…'")
    journal.set_values(entry, step.closed_by(STATES[action]), "next")
    return step


def refuse_theirs(journal: Journal, name: str) -> None:
    """Raise UsageError where `name` is an entry that another person shares, who closes its step themselves."""
    shared = shared_with_me(journal)
    with contextlib.suppress(NotFoundError):
        whose = safe_line(shared.named(name)[0].name)
        raise UsageError(f"that step is {whose}'s, and {whose} closes it", hint="mentorlog next")


def steps_to_take(journal: Journal, names: Sequence[str], person: str, day: date, *, is_shared: bool) -> list[Values]:
    """The values of new entries that take up suggestions: for each name, one that follows the entry of that name.

    Raises MentorlogError for a name that is no entry of `person`'s, or one with nothing to take up.
    """
    shared = shared_with_me(journal, person)
    own = journal.read().entries
    marks: Values = {"share": "mentor"} if is_shared else {}
    return [{"date": day, **_values(*shared.named(name), own), **marks} for name in names]


def _values(writer: Person, entry: Entry, own: Sequence[Entry]) -> Values:
    if NextStep(entry, is_suggested=True) not in open_steps([entry], own):
        raise ContentError(f"{entry.short_id} suggests nothing that is still open", hint="mentorlog next")
    words = typed_line(entry.head.suggested)
    return {"kind": "step", "title": shortened(words), "next": words, "follows": entry.id, "with": writer.name}

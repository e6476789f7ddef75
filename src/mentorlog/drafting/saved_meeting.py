"""Saves a meeting from its draft, as one change: its notes, the steps that it closes, and those that it makes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mentorlog.conversation.points import Settled, quoted
from mentorlog.conversation.steps import NextStep
from mentorlog.drafting.meeting import DraftedMeeting
from mentorlog.entry.compose import new_text
from mentorlog.entry.entry import Entry
from mentorlog.entry.frontmatter import with_values
from mentorlog.errors import ContentError
from mentorlog.files.toml import Values
from mentorlog.journal.folder import new_id
from mentorlog.journal.journal import Journal, NewEntry
from mentorlog.journal.keeper import random_letters
from mentorlog.sharing.people import signed
from mentorlog.together.next_steps import step_after


@dataclass(frozen=True, slots=True)
class NotClosed:
    """A step of the writer's that a meeting settled, but could not close, and the reason, as a sentence."""

    settled: Settled
    reason: str


@dataclass(frozen=True, slots=True)
class SavedMeeting:
    """A meeting's entry, the steps of the writer's that it made, and those that it could not close."""

    entry: Entry
    steps: tuple[Entry, ...] = ()
    not_closed: tuple[NotClosed, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry that the meeting made."""
        return (self.entry, *self.steps)


def save_meeting(journal: Journal, drafted: DraftedMeeting) -> SavedMeeting | None:
    """Save the meeting, close the writer's own steps and make new ones, as one change. None if nothing was written.

    Where the other person will do what was asked of them, only the notes say so: the step is theirs to make, and their
    entry with it answers the request. Raises NotSavedError, which names the draft.
    """
    meeting, keeper = drafted.walk, drafted.keeper
    if meeting.is_empty:
        keeper.discard_draft()
        return None
    drafted.keep(journal)
    values = {"id": keeper.id, **signed(journal, {**drafted.values, **meeting.values()})}
    entries = _entries_now(journal, meeting.settled)
    changes, not_closed = _closing(journal, meeting.settled, entries)
    steps: list[Entry] = []

    def write() -> Entry:
        notes = NewEntry(values["date"], values["title"], new_text(values, meeting.body()))
        new = [notes, *_new_steps(journal, meeting.settled, entries, values)]
        entry, *steps[:] = journal.add_with(new, changes, verb="meeting")
        return entry

    return SavedMeeting(keeper.save_by(keeper.text, write), tuple(steps), tuple(not_closed))


def _entries_now(journal: Journal, settled: Sequence[Settled]) -> Sequence[Entry]:
    """The journal's entries, if the meeting changes or follows any. Other programs may have changed them meanwhile."""
    is_needed = any((outcome.point.is_own and outcome.state) or outcome.is_mine_to_do for outcome in settled)
    return journal.read().entries if is_needed else ()


def _closing(
    journal: Journal, settled: Sequence[Settled], entries: Sequence[Entry]
) -> tuple[list[tuple[Entry, Values]], list[NotClosed]]:
    """The writer's entries whose steps the meeting closes, with the values that close them, and what stays open."""
    by_id = {entry.id: entry for entry in entries}
    changes: dict[str, Values] = {}
    not_closed = []
    for outcome in settled:
        if not outcome.point.is_own or not outcome.state:
            continue
        entry = by_id.get(outcome.point.entry_id)
        step = NextStep(entry, outcome.point.kind == "suggested") if entry else None
        if reason := _why_not(journal, step, outcome):
            not_closed.append(NotClosed(outcome, reason))
        elif step and step.is_open:
            changes[step.entry.id] = {**changes.get(step.entry.id, {}), **step.closed_by(outcome.state)}
    return [(by_id[entry_id], values) for entry_id, values in changes.items()], not_closed


def _why_not(journal: Journal, step: NextStep | None, outcome: Settled) -> str:
    """Why a step cannot be given the state of this outcome, as a sentence; "" if it can, or has it already."""
    if step is None:
        return "Its entry is no longer in your journal."
    if quoted(step.words) != outcome.point.words:
        return "It has been reworded since."
    if step.state not in (None, outcome.state):
        return f"It is {step.state} already."
    try:
        journal.refuse_newer(step.entry)
        with_values(step.entry.text, step.closed_by(outcome.state))
    except ContentError as error:
        return f"mentorlog cannot change its entry: {error}."
    return ""


def _new_steps(
    journal: Journal, settled: Sequence[Settled], entries: Sequence[Entry], meeting: Values
) -> Iterator[NewEntry]:
    """Yield a step of the writer's for everything they said they would do, shared if the meeting is.

    A private entry that took it up before is enough.
    """
    taken = {entry.head.follows for entry in entries if entry.head.next.strip()}
    marks: Values = {key: value for key, value in meeting.items() if key in ("date", "role", "share")}
    ids = {str(meeting["id"])}
    for outcome in settled:
        point = outcome.point
        words = f"{point.words} – {outcome.why}" if outcome.why else point.words
        values = {**step_after(point.entry_id, words, str(meeting["with"])), **marks}
        if outcome.is_mine_to_do and point.entry_id not in taken:
            while (step_id := new_id(journal.root, meeting["date"], random_letters)) in ids:
                pass
            ids.add(step_id)
            yield NewEntry(meeting["date"], str(values["title"]), new_text({"id": step_id, **values}, []))

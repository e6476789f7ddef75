"""A meeting in a draft: begin it, resume it, and save it with the steps that it closes."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mentorlog.conversation.meeting import NEXT, NOTES, SUGGESTED, Meeting, Promise, Settled, meeting_with, outcome_in
from mentorlog.conversation.steps import NextStep
from mentorlog.drafting.conversation import DraftedConversation
from mentorlog.drafting.left_open import LeftOpen
from mentorlog.entry.compose import new_text
from mentorlog.entry.entry import Entry
from mentorlog.entry.frontmatter import with_values
from mentorlog.errors import ContentError
from mentorlog.files.toml import Values
from mentorlog.journal.drafts import DRAFT, Draft, DraftKeys, Drafts
from mentorlog.journal.folder import Contents
from mentorlog.journal.journal import Journal
from mentorlog.journal.keeper import Keeper
from mentorlog.sharing.people import only_person, signed
from mentorlog.together.at_one_screen import Together, together

_REMADE = {"schema", "id", "title", "kind", "next", "suggested", *DRAFT.fields}


@dataclass(frozen=True)
class DraftedMeeting(DraftedConversation[Meeting]):
    """A meeting and its draft.

    `missing` is a sentence on why the other person's entries cannot be read; "" if they can.
    """

    missing: str = ""

    def keep(self, journal: Journal) -> None:
        """Write everything so far to the draft, with the keys that let the meeting be resumed here."""
        meeting = self.walk
        if meeting.is_empty and not self.keeper.text:
            return
        answered = [promise for promise in meeting.promises if promise.key in meeting.answers]
        ours = DraftKeys(
            journal=str(journal.root),
            replies=tuple(_record(promise, meeting.answers[promise.key]) for promise in answered),
            step=meeting.step.key if meeting.step else SUGGESTED,
        )
        self.keeper.keep_entry({**self.values, **meeting.values(), **ours.values}, meeting.body())


def begin_meeting(journal: Journal, contents: Contents, other: str, values: Values, keeper: Keeper) -> DraftedMeeting:
    """Begin a meeting about every step open between the two. `contents` are the journal's present contents."""
    both = together(journal, contents, other)
    meeting = _meeting_about(both, [], values["date"], {}, "")
    return DraftedMeeting(meeting, {**values, "with": both.other}, keeper, both.missing)


def resume_meeting(
    drafts: Drafts, journal: Journal, contents: Contents, left: LeftOpen, flags: Values
) -> DraftedMeeting:
    """Resume the meeting in a draft, and add every other step that is open between the two by now."""
    other = left.entry.head.with_ or only_person(journal.settings.people, "").name
    both = together(journal, contents, other)
    values = {**left.values(_REMADE), "with": both.other, **flags}
    promises, answers = _without_private(_kept_meeting(left, both.other), contents.entries)
    answers |= left.answer_in_editor(drafts)
    meeting = _meeting_about(both, promises, values["date"], answers, left.step)
    meeting = replace(meeting, at=len(meeting.steps)) if left.is_finished else meeting
    return DraftedMeeting(meeting, values, left.keeper(drafts), both.missing)


def _kept_meeting(left: LeftOpen, other: str) -> Meeting:
    """Read the meeting in a draft, with the steps that it had asked about."""
    head, replies = left.entry.head, list(_replies_in(left.draft))
    answers = {promise.key: reply for promise, reply in replies}
    answers |= {key: words for key, words in ((NEXT, head.next), (SUGGESTED, head.suggested)) if words}
    meeting = meeting_with(other, [promise for promise, _ in replies], answers=answers, at=left.step)
    notes = meeting.notes_in("\n\n".join(section.text for section in left.entry.sections if section.text))
    return replace(meeting, answers={**answers, NOTES: notes})


def _without_private(meeting: Meeting, entries: Sequence[Entry]) -> tuple[list[Promise], dict[str, str]]:
    """The promises that a resumed meeting may still quote, and its answers.

    If the writer has made an entry private since, its promise is left out and the reply moves to the notes.
    """
    private = {entry.id for entry in entries if not entry.is_shared}
    hidden = [promise.key for promise in meeting.promises if promise.is_own and promise.entry_id in private]
    notes = [*(_reason_in(meeting.answers[key]) for key in hidden), meeting.answers[NOTES]]
    answers = {key: words for key, words in meeting.answers.items() if key not in {*hidden, NOTES}}
    answers |= {NOTES: "\n".join(filter(None, notes))} if any(notes) else {}
    return [promise for promise in meeting.promises if promise.key not in hidden], answers


def _reason_in(reply: str) -> str:
    """The words of a reply, without the outcome."""
    outcome = outcome_in(reply)
    return outcome[1] if outcome else reply


def _meeting_about(both: Together, asked: Sequence[Promise], day: date, answers: Mapping[str, str], at: str) -> Meeting:
    """Make a meeting about the promises already `asked`, and all others open between the two."""
    asked_keys = {promise.key for promise in asked}
    promises = [*asked, *(promise for promise in both.promises if promise.key not in asked_keys)]
    return meeting_with(both.other, promises, me=both.me, lead=both.to_talk_about(day), answers=answers, at=at)


def _record(promise: Promise, reply: str) -> list[object]:
    """Record a reply with its promise, whose entry may be out of reach when the draft is resumed."""
    return [promise.who, promise.day, promise.words, promise.entry_id, promise.is_own, promise.is_suggested, reply]


def _replies_in(draft: Draft) -> Iterator[tuple[Promise, str]]:
    """Yield each promise that a draft records, with its reply. Skips a record in another form."""
    for record in draft.keys.replies:
        match record:
            case [str(who), date() as day, str(words), str(entry_id), bool(is_own), bool(is_suggested), str(reply)]:
                yield Promise(who, day, words, entry_id, is_own=is_own, is_suggested=is_suggested), reply


def save_meeting(journal: Journal, drafted: DraftedMeeting) -> Entry | None:
    """Save the meeting and close the writer's own steps, as one change. None if there is nothing to save.

    Raises NotSavedError, which names the draft.
    """
    meeting, keeper = drafted.walk, drafted.keeper
    if meeting.is_empty:
        keeper.discard_draft()
        return None
    drafted.keep(journal)
    values = {"id": keeper.id, **signed(journal, {**drafted.values, **meeting.values()})}
    closed = _closed_by(journal, meeting.settled)
    return keeper.save_by(
        keeper.text,
        lambda: journal.add_with(
            values["date"], values["title"], new_text(values, meeting.body()), closed, verb="meeting"
        ),
    )


def _closed_by(journal: Journal, settled: Collection[Settled]) -> list[tuple[Entry, Values]]:
    """The writer's own entries whose steps the meeting closes, each with the values that close them.

    Reads the journal again: a meeting takes an hour, and other programs may have changed it meanwhile.
    """
    closing = [outcome for outcome in settled if outcome.promise.is_own and outcome.state]
    entries = {entry.id: entry for entry in journal.read().entries} if closing else {}
    changes: dict[str, Values] = {}
    for outcome in closing:
        entry = entries.get(outcome.promise.entry_id)
        step = NextStep(entry, outcome.promise.is_suggested) if entry else None
        if step and step.is_open and _is_changeable(journal, step.entry):
            changes[step.entry.id] = {**changes.get(step.entry.id, {}), **step.closed_by(outcome.state)}
    return [(entries[entry_id], values) for entry_id, values in changes.items()]


def _is_changeable(journal: Journal, entry: Entry) -> bool:
    """Whether mentorlog can safely set values in the entry. If not, its writer closes the step by hand."""
    try:
        journal.refuse_newer(entry)
        with_values(entry.text, {"next_state": "done", "suggested_state": "done"})
    except ContentError:
        return False
    return True

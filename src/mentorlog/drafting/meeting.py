"""A meeting in a draft: begin it, and resume it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mentorlog.conversation.meeting import NEXT, NOTES, SUGGESTED, Meeting, meeting_with
from mentorlog.conversation.points import Point
from mentorlog.drafting.conversation import DraftedConversation
from mentorlog.drafting.left_open import LeftOpen, meeting_again
from mentorlog.entry.entry import Entry
from mentorlog.files.toml import Values
from mentorlog.journal.drafts import DRAFT, Draft, DraftKeys, Drafts
from mentorlog.journal.folder import Contents
from mentorlog.journal.journal import Journal
from mentorlog.journal.keeper import Keeper
from mentorlog.sharing.people import only_person
from mentorlog.together.at_one_screen import Together, together

_REMADE = {"schema", "id", "title", "kind", "next", "suggested", "answers", *DRAFT.fields}


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
        ours = DraftKeys(
            journal=str(journal.root),
            replies=tuple(_record(point, reply) for point, reply in _replies_to(meeting)),
            step=meeting.step_key or SUGGESTED,
        )
        self.keeper.keep_entry({**self.values, **meeting.values(), **ours.values}, meeting.body())


def _replies_to(meeting: Meeting) -> Iterator[tuple[Point, str]]:
    """Yield each point that was asked about, with its reply. The present one has a reply once words are typed."""
    for point in meeting.points:
        reply = meeting.reply_about(point)
        if reply or (reply is not None and point.key != meeting.step_key):
            yield point, reply


def begin_meeting(journal: Journal, contents: Contents, other: str, values: Values, keeper: Keeper) -> DraftedMeeting:
    """Begin a meeting about every point open between the two. `contents` are the journal's present contents."""
    both = together(journal, contents, other)
    keeper.again = meeting_again(journal.settings.people, both.other)
    meeting = _meeting_about(both, [], values["date"], {}, "")
    return DraftedMeeting(meeting, {**values, "with": both.other}, keeper, both.missing)


def resume_meeting(
    drafts: Drafts, journal: Journal, contents: Contents, left: LeftOpen, flags: Values
) -> DraftedMeeting:
    """Resume the meeting in a draft, and add every other point that is open between the two by now."""
    other = left.entry.head.with_ or only_person(journal.settings.people, "").name
    both = together(journal, contents, other)
    values = {**left.values(_REMADE), "with": both.other, **flags}
    points, answers = _without_private(_kept_meeting(left, both.other), contents.entries)
    answers |= left.answer_in_editor(drafts)
    meeting = _meeting_about(both, points, values["date"], answers, left.step)
    meeting = replace(meeting, at=len(meeting.steps)) if left.is_finished else meeting
    keeper = left.keeper(drafts)
    keeper.again = meeting_again(journal.settings.people, both.other)
    return DraftedMeeting(meeting, values, keeper, both.missing)


def _kept_meeting(left: LeftOpen, other: str) -> Meeting:
    """Read the meeting in a draft, with the points that it had asked about."""
    head, replies = left.entry.head, list(_replies_in(left.draft))
    answers = {point.key: reply for point, reply in replies}
    answers |= {key: words for key, words in ((NEXT, head.next), (SUGGESTED, head.suggested)) if words}
    meeting = meeting_with(other, [point for point, _ in replies], answers=answers, at=left.step)
    notes = meeting.notes_in("\n\n".join(section.text for section in left.entry.sections if section.text))
    return replace(meeting, answers={**answers, NOTES: notes})


def _without_private(meeting: Meeting, entries: Sequence[Entry]) -> tuple[list[Point], dict[str, str]]:
    """The points that a resumed meeting may still quote, and its answers.

    If the writer has made an entry private since, its point is left out and what was said moves to the notes.
    """
    private = {entry.id for entry in entries if not entry.is_shared}
    hidden = {point.key: point for point in meeting.points if point.is_own and point.entry_id in private}
    notes = [*(_words_in(meeting.answers[key], point) for key, point in hidden.items()), meeting.answers[NOTES]]
    answers = {key: words for key, words in meeting.answers.items() if key not in {*hidden, NOTES}}
    answers |= {NOTES: "\n".join(filter(None, notes))} if any(notes) else {}
    return [point for point in meeting.points if point.key not in hidden], answers


def _words_in(reply: str, point: Point) -> str:
    """The words of a reply, without the choice."""
    choice = point.choice_in(reply)
    return choice[1] if choice else reply


def _meeting_about(both: Together, asked: Sequence[Point], day: date, answers: Mapping[str, str], at: str) -> Meeting:
    """Make a meeting about the points already `asked`, and all others open between the two."""
    asked_keys = {point.key for point in asked}
    points = [*asked, *(point for point in both.points if point.key not in asked_keys)]
    return meeting_with(both.other, points, lead=both.to_talk_about(day), answers=answers, at=at)


def _record(point: Point, reply: str) -> list[object]:
    """Record a reply with its point, whose entry may be out of reach when the draft is resumed."""
    return [point.who, point.day, point.words, point.entry_id, point.is_own, point.kind, reply]


def _replies_in(draft: Draft) -> Iterator[tuple[Point, str]]:
    """Yield each point that a draft records, with its reply. Skips a record in another form."""
    for record in draft.keys.replies:
        match record:
            case [
                str(who), date() as day, str(words), str(entry_id), bool(is_own),
                "next" | "suggested" | "ask" as kind, str(reply),
            ]:  # fmt: skip
                yield Point(who, day, words, entry_id, is_own=is_own, kind=kind), reply

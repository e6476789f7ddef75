"""Drafts that were left open: list them, describe them, and collect what is needed to resume one."""

import shlex
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from mentorlog.days import short
from mentorlog.entry.entry import Entry
from mentorlog.files.toml import Values
from mentorlog.journal.drafts import Draft, Drafts
from mentorlog.journal.folder import Contents
from mentorlog.journal.journal import Journal
from mentorlog.journal.keeper import NEW_AGAIN, Keeper
from mentorlog.journal.settings import Person, person_called


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """A draft that the person resumes. If it `is_finished`, it is only to be saved as it is."""

    draft: Draft
    is_finished: bool

    @property
    def is_whole(self) -> bool:
        """Whether it is a whole file from an editor."""
        return self.draft.is_whole

    @property
    def is_meeting(self) -> bool:
        """Whether the draft is a meeting's."""
        return is_meeting(self.draft)

    @property
    def entry(self) -> Entry:
        """The entry in the draft so far."""
        assert self.draft.entry is not None  # noqa: S101 -- `Drafts.of` gives only drafts that can be read
        return self.draft.entry

    @property
    def step(self) -> str:
        """The key of the step that was being answered; "" if the draft has none."""
        return self.draft.keys.step

    def values(self, remade: Collection[str]) -> Values:
        """The draft's front matter without the keys `remade`, which the resumed conversation makes again."""
        values = self.entry.matter.values
        return {**{key: value for key, value in values.items() if key not in remade}, "date": self.entry.date}

    def answer_in_editor(self, drafts: Drafts) -> dict[str, str]:
        """The answer that was open in an editor at an interruption, by the key of its step; empty if there was none."""
        answer = drafts.answer(self.draft.id) if self.step else ""
        return {self.step: answer} if answer else {}

    def keeper(self, drafts: Drafts) -> Keeper:
        """A keeper for the draft, which already has its text."""
        keeper = Keeper(drafts, self.draft.id)
        keeper.adopt(self.entry.text)
        return keeper


def open_drafts(drafts: Drafts, journal: Journal, contents: Contents | None = None) -> list[Draft]:
    """List the journal's drafts, the latest first. `contents` are the journal's, if it has just been read.

    Discards a draft whose entry was saved, but which was left because the power failed just then.
    """
    candidates = drafts.of(journal.marks)
    if not candidates:
        return []
    entries = {entry.id: entry for entry in (contents or journal.read()).entries}
    saved = [draft for draft in candidates if _is_saved(draft, entries.get(draft.id))]
    for draft in saved:
        drafts.discard(draft.id)
    return [draft for draft in candidates if draft not in saved]


def _is_saved(draft: Draft, entry: Entry | None) -> bool:
    """Whether `entry` has every section of the draft, and the same next steps and request."""
    if draft.entry is None or entry is None:
        return False
    texts = {section.text for section in entry.sections}
    is_whole_body = all(section.text in texts for section in draft.entry.sections if section.text)
    return is_whole_body and _steps_in(draft.entry) == _steps_in(entry)


def _steps_in(entry: Entry) -> tuple[str, ...]:
    return (entry.head.next, entry.head.ask, entry.head.theory, entry.head.suggested)


def is_meeting(draft: Draft, other: Person | None = None) -> bool:
    """Whether the draft is a meeting's; with `other`, a meeting with that person, or without a name."""
    head = draft.entry.head if draft.entry and not draft.is_whole else None
    return head is not None and head.kind == "meeting" and (other is None or head.with_ in ("", *other.names))


def command_to_resume(draft: Draft, people: Sequence[Person]) -> str:
    """The command that resumes a draft, in a journal that shares with these `people`."""
    return meeting_again(people, draft.entry.head.with_) if draft.entry and is_meeting(draft) else NEW_AGAIN


def meeting_again(people: Sequence[Person], other: str) -> str:
    """The command that resumes a meeting with `other`, who may no longer be one of these `people`."""
    person = person_called(people, other) if other or len(people) > 1 else next(iter(people), None)
    if person is None:
        return NEW_AGAIN
    return "mentorlog meeting" + (f" --with {shlex.quote(person.name)}" if len(people) > 1 else "")


def describe(draft: Draft) -> str:
    """Describe a draft in a few words: `Mon 23 Nov, 8Q: "no funnels"`."""
    if draft.entry is None:
        return f"a text that cannot be read as an entry, in {draft.path}"
    class_ = f", {draft.entry.head.class_}" if draft.entry.head.class_ else ""
    return f'{short(draft.entry.date)}{class_}: "{draft.entry.title}"'

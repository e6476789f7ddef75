"""The entry that was left open: go on with it, start another, save it as it is, or throw it away."""

from collections.abc import Sequence
from dataclasses import dataclass

from mentorlog.ask.asker import Asker
from mentorlog.cli.guided.reflection_draft import Conversation
from mentorlog.cli.world import World
from mentorlog.cli.writing.flags import Details
from mentorlog.conversation.reflection import ASK, MOMENT, NEXT, key_of, opened
from mentorlog.days import short
from mentorlog.entry.compose import Answer
from mentorlog.entry.entry import Entry
from mentorlog.errors import NotFoundError, StoppedError
from mentorlog.journal import disk
from mentorlog.journal.drafts import JOURNAL_KEY, QUESTIONS_KEY, STEP_KEY, Draft
from mentorlog.journal.journal import Journal
from mentorlog.journal.keeper import Keeper
from mentorlog.journal.question_files import journal_bank
from mentorlog.questions.bank import Bank
from mentorlog.text import text_from, typed

_OURS = {"schema", "id", "title", "next", "ask", JOURNAL_KEY, QUESTIONS_KEY, STEP_KEY}
_OVER = ""  # no step: the conversation is over
GO_ON, START_ANOTHER, SAVE, THROW_AWAY = "1", "2", "3", "4"


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """A draft that the person takes up again, to go on with or to save as it is."""

    draft: Draft
    is_finished: bool

    @property
    def is_whole(self) -> bool:
        return self.draft.is_whole

    @property
    def is_meeting(self) -> bool:
        return is_meeting(self.draft)


def left_open(world: World, asker: Asker, drafts: Sequence[Draft], *, is_resumed: bool = False) -> LeftOpen | None:
    """The draft to go on with, if there is one and the person wants it; None to begin a new one.

    Raises StoppedError at Ctrl-C, and NotFoundError where one is asked for and there is none.
    """
    if not drafts and is_resumed:
        raise NotFoundError("there is no draft to go on with", hint="mentorlog new")
    try:
        return _wanted(world, asker, drafts, is_resumed=is_resumed) if drafts else None
    except (KeyboardInterrupt, EOFError):
        raise StoppedError("Nothing was changed.") from None


def _wanted(world: World, asker: Asker, drafts: Sequence[Draft], *, is_resumed: bool) -> LeftOpen | None:
    draft = drafts[0] if len(drafts) == 1 else _chosen(asker, drafts)
    wish = GO_ON if is_resumed else _wish(asker, draft)
    if wish == THROW_AWAY:
        world.drafts.discard(draft.id)
    return None if wish in (START_ANOTHER, THROW_AWAY) else LeftOpen(draft, is_finished=wish == SAVE)


def open_drafts(world: World, journal: Journal) -> list[Draft]:
    """This journal's drafts. One whose entry was saved after all (the power went just then) is let go."""
    found = world.drafts.of(journal.marks)
    entries = {entry.id: entry for entry in journal.read().entries} if found else {}
    drafts = []
    for draft in found:
        if draft.entry and draft.id in entries and _says_the_same(draft.entry, entries[draft.id]):
            world.drafts.discard(draft.id)
        else:
            drafts.append(draft)
    return drafts


def is_meeting(draft: Draft, other: str = "") -> bool:
    """Whether it is of a meeting; with `other`, one with them, or with nobody who is named."""
    head = draft.entry.head if draft.entry and not draft.is_whole else None
    return head is not None and head.kind == "meeting" and (not other or head.with_ in ("", other))


def _says_the_same(draft: Entry, entry: Entry) -> bool:
    words = [section.text for section in draft.sections if section.text]
    return all(text in [section.text for section in entry.sections] for text in words) and (
        (draft.head.next, draft.head.ask, draft.head.suggested)
        == (entry.head.next, entry.head.ask, entry.head.suggested)
    )


def describe(draft: Draft) -> str:
    """`Mon 23 Nov, 8Q: "no funnels"`."""
    if draft.entry is None:
        return f"a text that cannot be read as an entry, in {draft.path}"
    class_ = f", {draft.entry.head.class_}" if draft.entry.head.class_ else ""
    return f'{short(draft.entry.date)}{class_}: "{draft.entry.title}"'


def _chosen(asker: Asker, drafts: Sequence[Draft]) -> Draft:
    """Which of several drafts is meant; Enter is the one written last."""
    asker.say(f"You left {len(drafts)} open:")
    for number, draft in enumerate(drafts, start=1):
        asker.say(f"  {number}  {describe(draft)}")
    while True:
        said = asker.line("Which one?", "[1]", "", lambda _: None).text.strip() or "1"
        if said.isdecimal() and 1 <= int(said) <= len(drafts):
            return drafts[int(said) - 1]
        asker.say(f"A number from 1 to {len(drafts)}, please.")


def _wish(asker: Asker, draft: Draft) -> str:
    asker.say(f"You left one open on {describe(draft)}.")
    while True:
        reply = asker.line("1 go on  2 start another  3 save it as it is  4 throw it away", "[1]", "", lambda _: None)
        wish = reply.text.strip() or GO_ON
        if wish in (GO_ON, START_ANOTHER, SAVE, THROW_AWAY):
            return wish
        asker.say("A number from 1 to 4, please.")


def resumed(world: World, journal: Journal, left: LeftOpen, details: Details) -> Conversation:
    """The conversation as the draft holds it. Words that belong to none of its questions come along as they are."""
    draft, entry = left.draft, left.draft.entry
    assert entry is not None  # noqa: S101 -- `Drafts.of` gives only drafts that can be read
    bank = journal_bank(journal.root)
    ids = draft.value(QUESTIONS_KEY)
    questions = tuple(found for each in (ids if isinstance(ids, list) else []) if (found := bank.question(str(each))))
    answers, earlier = _answers(bank, entry, {question.id for question in questions})
    at = _OVER if left.is_finished else str(draft.value(STEP_KEY) or NEXT)
    answers |= from_editor(world, draft, str(draft.value(STEP_KEY) or ""))
    session = opened(questions, entry.role, answers=answers, at=at, earlier=tuple(earlier))
    values = {key: value for key, value in entry.matter.values.items() if key not in _OURS}
    keeper = Keeper(world.drafts, draft.id)
    keeper.adopt(entry.text)
    return Conversation(session, {**values, "date": entry.date, **details.flags}, keeper)


def from_editor(world: World, draft: Draft, at: str) -> dict[str, str]:
    """The answer that an editor held when everything ended, if it did."""
    try:
        answer = typed(text_from(disk.read(world.drafts.answer_path(draft.id))))[0]
    except OSError:
        return {}
    return {at: answer} if at and answer else {}


def _answers(bank: Bank, entry: Entry, asked: set[str]) -> tuple[dict[str, str], list[Answer]]:
    answers = {MOMENT: entry.head.title, NEXT: entry.head.next, ASK: entry.head.ask}
    earlier = []
    for section in entry.sections:
        question_id = bank.id_of(section.question) if section.question else None
        if question_id in asked and question_id:
            answers[key_of(question_id)] = section.text
        elif section.text and not section.private:
            earlier.append(Answer(section.text, section.dimension, section.question))
    return answers, earlier

"""A meeting on its way: what is asked in it, the draft that holds it, and saving it with the steps that it closes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mentorlog.ask.asker import Asker
from mentorlog.cli.guided.ask import asked, without_names
from mentorlog.cli.guided.draft import in_a_draft
from mentorlog.cli.guided.resume import LeftOpen, from_editor
from mentorlog.cli.guided.talk import Talk
from mentorlog.cli.world import World
from mentorlog.cli.writing.saving import tell
from mentorlog.conversation.meeting import NEXT, NOTES, SUGGESTED, Meeting, Promise, Settled, met, outcome_in
from mentorlog.conversation.steps import STATES, NextStep
from mentorlog.days import spoken
from mentorlog.entry.compose import new_text
from mentorlog.entry.entry import Entry
from mentorlog.entry.frontmatter import with_values
from mentorlog.errors import ContentError
from mentorlog.files.toml import Values
from mentorlog.journal.drafts import JOURNAL_KEY, REPLIES_KEY, STEP_KEY, Draft
from mentorlog.journal.journal import Journal
from mentorlog.journal.keeper import Keeper
from mentorlog.render.lines import say
from mentorlog.sharing.at_one_screen import Together, together
from mentorlog.sharing.people import only_person, signed
from mentorlog.text import safe_line

_MADE_ANEW = {"schema", "id", "title", "kind", "next", "suggested", JOURNAL_KEY, REPLIES_KEY, STEP_KEY}
_ACTIONS = {state: action for action, state in STATES.items()}


@dataclass(frozen=True)
class Minutes(Talk[Meeting]):
    """What makes the entry of a meeting. `missing` says what of the other person's cannot be read now."""

    missing: str = ""

    def keep(self, journal: Journal) -> None:
        meeting = self.walk
        if meeting.is_empty and not self.keeper.text:
            return
        replies = [_record(each, meeting.answers[each.key]) for each in meeting.promises if each.key in meeting.answers]
        step = meeting.step.key if meeting.step else SUGGESTED
        ours = {JOURNAL_KEY: str(journal.root), REPLIES_KEY: replies, STEP_KEY: step}
        self.keeper.keep_entry({**self.values, **meeting.values(), **ours}, meeting.body())


def begun(journal: Journal, other: str, values: Values, keeper: Keeper) -> Minutes:
    """A new meeting, about all that is open between the two."""
    both = together(journal, other)
    meeting = _met(both, [], values["date"], {}, "")
    return Minutes(meeting, {**values, "with": both.other}, keeper, both.missing)


def taken_up(world: World, journal: Journal, left: LeftOpen, flags: Values) -> Minutes:
    """The meeting as the draft holds it, with whatever else is open between the two by now."""
    draft, entry = left.draft, left.draft.entry
    assert entry is not None  # noqa: S101 -- `Drafts.of` gives only drafts that can be read
    values = {key: value for key, value in entry.matter.values.items() if key not in _MADE_ANEW}
    both = together(journal, entry.head.with_ or only_person(journal.settings.people, "").name)
    values = {**values, "with": both.other, "date": entry.date, **flags}
    at, replies = str(draft.value(STEP_KEY) or ""), list(_replies(draft))
    answers = {promise.key: reply for promise, reply in replies}
    answers |= {key: words for key, words in ((NEXT, entry.head.next), (SUGGESTED, entry.head.suggested)) if words}
    said = met(both.other, [promise for promise, _ in replies], answers=answers, at=at)
    kept = _still_shared(journal, said.promises)
    notes = [_why(answers.pop(each.key, "")) for each in said.promises if each not in kept]
    notes += [said.notes_in("\n\n".join(section.text for section in entry.sections if section.text))]
    answers |= {NOTES: "\n".join(filter(None, notes))} if any(notes) else {}
    answers |= from_editor(world, draft, at)
    meeting = _met(both, kept, values["date"], answers, at)
    meeting = replace(meeting, at=len(meeting.steps)) if left.is_finished else meeting
    keeper = Keeper(world.drafts, draft.id)
    keeper.adopt(entry.text)
    return Minutes(meeting, values, keeper, both.missing)


def _why(reply: str) -> str:
    """The words of a reply to a step that is not asked about any more: they go on as notes."""
    outcome = outcome_in(reply)
    return outcome[1] if outcome else reply


def _still_shared(journal: Journal, said: Sequence[Promise]) -> list[Promise]:
    """Without the writer's own that they have made private since: a meeting that is shared would quote them."""
    private = {entry.id for entry in journal.read().entries if not entry.is_shared}
    return [promise for promise in said if not (promise.is_own and promise.entry_id in private)]


def _met(both: Together, said: Sequence[Promise], day: date, answers: dict[str, str], at: str) -> Meeting:
    known = {each.key for each in said}
    found = [*said, *(each for each in both.promises if each.key not in known)]
    return met(both.other, found, me=both.me, lead=both.to_talk_about(day), answers=answers, at=at)


def _record(promise: Promise, reply: str) -> list[object]:
    """What a draft holds of a step that was asked about, whose entry may be out of reach when it is taken up again."""
    return [promise.who, promise.day, promise.words, promise.entry_id, promise.is_own, promise.is_suggested, reply]


def _replies(draft: Draft) -> Iterator[tuple[Promise, str]]:
    records = draft.value(REPLIES_KEY)
    for record in records if isinstance(records, list) else []:
        match record:
            case [str(who), date() as day, str(words), str(entry_id), bool(is_own), bool(is_suggested), str(reply)]:
                yield Promise(who, day, words, entry_id, is_own=is_own, is_suggested=is_suggested), reply


def hold(world: World, asker: Asker, journal: Journal, minutes: Minutes, *, as_json: bool = False) -> None:
    """Ask, keep, save. Raises StoppedError where the person stops; then the draft is there."""
    with in_a_draft(world, minutes.keeper):
        if minutes.missing:
            asker.say(minutes.missing)
        about = f"{spoken(minutes.values['date'])} · with {minutes.walk.other}"
        minutes = without_names(asker, journal, asked(world, asker, journal, minutes, about))
        save(world, journal, minutes, as_json=as_json)


def save(world: World, journal: Journal, minutes: Minutes, *, as_json: bool = False) -> Entry | None:
    """Write the meeting down, and close the writer's own steps with it, as one change. None if it is empty."""
    meeting, keeper = minutes.walk, minutes.keeper
    if meeting.is_empty:
        keeper.let_go()
        say("Nothing was written, so nothing was saved.")
        return None
    minutes.keep(journal)
    values = {"id": keeper.id, **signed(journal, {**minutes.values, **meeting.values()})}
    closed = _closed(journal, meeting.settled)
    day, title = values["date"], values["title"]
    entry = keeper.save_by(
        keeper.text,
        lambda: journal.add_with(day, title, new_text(values, meeting.body()), closed, "meeting"),
    )
    tell(world, journal, entry, as_json=as_json)
    if not as_json:
        _say_what_is_left(meeting, entry)
    return entry


def _closed(journal: Journal, settled: Sequence[Settled]) -> list[tuple[Entry, Values]]:
    """The writer's own entries with what closes their steps, where they are open yet and can be changed."""
    entries = {entry.id: entry for entry in journal.read().entries}
    changes: dict[str, Values] = {}
    for each in settled:
        entry = entries.get(each.promise.entry_id) if each.promise.is_own else None
        step = NextStep(entry, each.promise.is_suggested) if entry else None
        if step and each.state and step.is_open and _is_changeable(journal, step.entry):
            changes[step.entry.id] = {**changes.get(step.entry.id, {}), **step.closed_by(each.state)}
    return [(entries[key], values) for key, values in changes.items()]


def _is_changeable(journal: Journal, entry: Entry) -> bool:
    """Not what a newer version wrote, nor front matter in which no line can be put: its writer closes it by hand."""
    try:
        journal.refuse_newer(entry)
        with_values(entry.text, {"next_state": "done", "suggested_state": "done"})
    except ContentError:
        return False
    return True


def _say_what_is_left(meeting: Meeting, entry: Entry) -> None:
    for each in meeting.settled:
        if each.state and not each.promise.is_own:
            more = " --suggested" if each.promise.is_suggested else ""
            name = each.promise.entry_id.rpartition("-")[2]
            say(f"{safe_line(meeting.other)} closes theirs with: mentorlog next {_ACTIONS[each.state]} {name}{more}")
    if not entry.is_shared:
        say(f"Only you can see it. Share it when you are ready: mentorlog share {entry.short_id}")

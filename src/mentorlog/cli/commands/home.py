"""`mentorlog` without a command: an overview of the journal, and what to do next. Never an error."""

import os
from collections.abc import Collection, Iterable, Iterator

from mentorlog.cli.world import World
from mentorlog.conversation.steps import NextStep
from mentorlog.days import bare, short
from mentorlog.drafting.left_open import command_to_resume, describe, open_drafts
from mentorlog.errors import MentorlogError
from mentorlog.journal.drafts import Draft
from mentorlog.journal.folder import Contents
from mentorlog.journal.journal import Journal
from mentorlog.render.lines import say
from mentorlog.sharing.shared_with_me import SharedWithMe, shared_with_me
from mentorlog.sharing.still_shared import still_shared
from mentorlog.text import count, safe_line, with_full_stop
from mentorlog.together.news import all_from, news_from
from mentorlog.together.seen import read_seen

_MOST = 5  # open next steps to show


def home(world: World) -> None:
    """Print an overview of the journal in a few lines."""
    if _is_first_run(world):
        say("mentorlog is a reflective journal for early career teachers and their mentors.")
        say("Begin with:  mentorlog new     or see a sample:  mentorlog demo")
        _say_all(_other_drafts(world))
        return
    try:
        journal = world.journal()
    except MentorlogError as error:
        say(f"{error}.")
        if error.hint:
            say(f"Try: {error.hint}")
        _say_all(_other_drafts(world))
        return
    _say_all(_lines(world, journal, journal.read()))


def _is_first_run(world: World) -> bool:
    try:
        return world.expected_root() is None
    except MentorlogError:
        return False


def _say_all(lines: Iterable[str]) -> None:
    for line in lines:
        say(line)


def _lines(world: World, journal: Journal, contents: Contents) -> Iterator[str]:
    name = f"{safe_line(journal.settings.name)} · " if journal.settings.name else ""
    yield f"{name}{safe_line(str(journal.root))}"
    shared = shared_with_me(journal)
    if contents.entries:
        latest = contents.entries[-1]
        number = count(len(contents.entries), "entry", "entries")
        yield f'{number}, the latest on {short(latest.date)}: "{safe_line(latest.title)}"'
    elif not shared.entries:
        yield "Nothing is written yet, and that is fine."
    yield from _from_others(journal, shared, with_all=not contents.entries)
    yield from _drafts(world, journal, contents)
    yield from _next_steps(contents)
    yield from (left.sentence for left in still_shared(journal, contents))
    if contents.problems:
        files = len({problem.path for problem in contents.problems})
        yield f"{count(files, 'file')} would like a look: mentorlog check"
    yield ""
    yield "mentorlog new        after a lesson"
    yield "mentorlog summary    before a meeting"
    yield "mentorlog --help     everything else"


def _from_others(journal: Journal, shared: SharedWithMe, *, with_all: bool) -> Iterator[str]:
    """A line for each person with something new; `with_all`, one for each who shares anything. Then the remarks."""
    seen = read_seen(journal)
    for person in journal.settings.people:
        entries = shared.by(person)
        line = news_from(person.name, entries, seen) or (all_from(person.name, entries) if with_all else "")
        if line:
            yield line
    yield from (with_full_stop(remark[:1].upper() + remark[1:]) for remark in shared.remarks)


def _drafts(world: World, journal: Journal, contents: Contents) -> Iterator[str]:
    """The drafts that are not in use: this journal's first, with the command that resumes the latest."""
    drafts = open_drafts(world.drafts, journal, contents)
    for place, draft in enumerate(drafts):
        also = "Left open too" if place else "Left open"
        how = "" if place else f" Carry on with: {safe_line(command_to_resume(draft, journal.settings.people))}"
        yield f"{also}: {safe_line(describe(draft))}.{how}"
    yield from _other_drafts(world, journal.marks, {draft.id for draft in drafts})


def _other_drafts(
    world: World, marks: Collection[str] = frozenset(), shown: Collection[str] = frozenset()
) -> Iterator[str]:
    """The drafts that are not in `shown`: edits in the journal with these `marks`, and drafts of other journals."""
    for draft in world.drafts.all():
        if draft.id in shown:
            continue
        if draft.keys.entry and draft.keys.journal in marks:
            yield f"An edit was not saved: {safe_line(describe(draft))}."
            yield f"  Carry on with: mentorlog edit {safe_line(draft.keys.entry)}"
        else:
            yield f"In a draft{_elsewhere(draft, marks)}: {safe_line(describe(draft))}"


def _elsewhere(draft: Draft, marks: Collection[str]) -> str:
    """The words for a draft of another journal, with its folder if the draft records it; "" for this journal."""
    journal = draft.keys.journal
    if journal is None or journal in marks:
        return ""
    return f" for {safe_line(journal)}" if os.path.isabs(journal) else " for another journal"


def _next_steps(contents: Contents) -> Iterator[str]:
    steps = [step for entry in contents.entries if (step := NextStep(entry)).is_open]
    if steps:
        yield "To try next:"
    for step in steps[-_MOST:]:
        yield f"  {safe_line(step.words)}  ({bare(step.entry.date)}, {step.entry.short_id})"
    if len(steps) > _MOST:
        yield f"  and {count(len(steps) - _MOST, 'earlier one')}: mentorlog next"

"""`mentorlog` alone: where things stand, and what can be done next. Never an error."""

from collections.abc import Iterator

from mentorlog.cli.context import World, say
from mentorlog.cli.leftover import describe, open_drafts
from mentorlog.errors import MentorlogError
from mentorlog.journal.drafts import JOURNAL_KEY
from mentorlog.journal.folder import Contents
from mentorlog.journal.journal import Journal
from mentorlog.period import bare, short
from mentorlog.text import count, safe_line

_MOST = 5  # open next steps that are shown


def home(world: World) -> None:
    """Say it in a few lines."""
    if world.expected_root() is None:
        say("mentorlog is a reflective journal for early career teachers and their mentors.")
        say("Begin with:  mentorlog new     or see a sample:  mentorlog demo")
        return
    try:
        journal = world.journal()
    except MentorlogError as error:
        say(f"{error}.")
        if error.hint:
            say(f"Try: {error.hint}")
        return
    for line in _lines(world, journal, journal.read()):
        say(line)


def _lines(world: World, journal: Journal, contents: Contents) -> Iterator[str]:
    name = f"{safe_line(journal.settings.name)} · " if journal.settings.name else ""
    yield f"{name}{safe_line(str(journal.root))}"
    if contents.entries:
        latest = contents.entries[-1]
        held = count(len(contents.entries), "entry", "entries")
        yield f'{held}, the latest on {short(latest.date)}: "{safe_line(latest.title)}"'
    else:
        yield "Nothing is written yet, and that is fine."
    yield from _drafts(world, journal)
    yield from _next_steps(contents)
    if contents.problems:
        files = len({problem.path for problem in contents.problems})
        yield f"{count(files, 'file')} would like a look: mentorlog check"
    yield ""
    yield "mentorlog new        after a lesson"
    yield "mentorlog summary    before a meeting"
    yield "mentorlog --help     everything else"


def _drafts(world: World, journal: Journal) -> Iterator[str]:
    drafts = open_drafts(world, journal)
    if drafts:
        yield f"Left open: {safe_line(describe(drafts[0]))}. Go on with: mentorlog new --resume"
    others = {draft.id for draft in drafts[1:]}
    for draft in world.drafts.all():
        if draft.edits and draft.value(JOURNAL_KEY) in journal.marks:
            yield f"An edit was not saved: {safe_line(describe(draft))}."
            yield f"  Go on with: mentorlog edit {safe_line(draft.edits)}"
        elif draft.id in others or (draft.entry is None and not draft.is_whole):
            yield f"Also in a draft: {safe_line(describe(draft))}"


def _next_steps(contents: Contents) -> Iterator[str]:
    steps = [entry for entry in contents.entries if entry.is_next_open]
    if steps:
        yield "To try next:"
    for entry in steps[-_MOST:]:
        yield f"  {safe_line(entry.head.next)}  ({bare(entry.date)}, {entry.short_id})"
    if len(steps) > _MOST:
        yield f"  and {count(len(steps) - _MOST, 'earlier one')}: mentorlog next"

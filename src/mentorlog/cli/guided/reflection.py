"""The guided entry: a conversation at the terminal, with every word in a draft."""

import contextlib
from collections.abc import Iterator

from mentorlog.ask.asker import Asker
from mentorlog.cli.confirm import asker_for
from mentorlog.cli.guided.ask import announce, ask_steps, without_names
from mentorlog.cli.guided.draft import in_a_draft
from mentorlog.cli.guided.meeting import hold_meeting
from mentorlog.cli.guided.resume import ask_left_open
from mentorlog.cli.world import World
from mentorlog.cli.writing.editor import go_on_in_editor
from mentorlog.cli.writing.flags import FROM_A_PIPE, new_keeper
from mentorlog.cli.writing.saving import journal_for, say_nothing_saved, tell
from mentorlog.conversation.reflection import FIRST_PROMPT
from mentorlog.days import spoken
from mentorlog.drafting.details import Details
from mentorlog.drafting.left_open import LeftOpen, open_drafts
from mentorlog.drafting.meeting import resume_meeting
from mentorlog.drafting.questions import questions_for
from mentorlog.drafting.reflection import (
    DraftedReflection,
    begin_reflection,
    resume_reflection,
    save_reflection,
)
from mentorlog.entry.entry import Entry
from mentorlog.errors import InputNeededError
from mentorlog.files.toml import Values
from mentorlog.journal.journal import Journal
from mentorlog.render.lines import say
from mentorlog.signals import ended_by_signals


def guide(world: World, details: Details, *, number: int, is_resumed: bool, as_json: bool) -> None:
    """Guide a new entry, or resume a draft. Raises StoppedError if the person stops; the draft remains.

    `number` is how many questions a new entry answers. With `is_resumed`, there must be a draft to resume.
    """
    if not world.can_ask:
        raise _needs_a_terminal(is_resumed=is_resumed)
    journal = journal_for(world)
    world.drafts.prepare()
    asker = asker_for(world)
    with ended_by_signals(), _at_rest_after(asker):
        left = ask_left_open(world, asker, open_drafts(world.drafts, journal), is_resumed=is_resumed)
        if left:
            _go_on(world, asker, journal, left, details.flags, as_json=as_json)
        else:
            _hold(world, asker, journal, _begun(world, asker, journal, details, number), "", as_json=as_json)


def _needs_a_terminal(*, is_resumed: bool) -> InputNeededError:
    if is_resumed:
        return InputNeededError("going on with a draft needs a terminal", hint="mentorlog new --resume in a terminal")
    return InputNeededError("a guided entry needs a terminal", hint=FROM_A_PIPE)


@contextlib.contextmanager
def _at_rest_after(asker: Asker) -> Iterator[None]:
    try:
        yield
    finally:
        asker.rest()


def _go_on(world: World, asker: Asker, journal: Journal, left: LeftOpen, flags: Values, *, as_json: bool) -> None:
    """Resume a draft of any kind: a file from an editor, a meeting or a reflection."""
    if left.is_whole:
        go_on_in_editor(world, journal, left, as_json=as_json)
    elif left.is_meeting:
        meeting = resume_meeting(world.drafts, journal, journal.read(), left, flags)
        hold_meeting(world, asker, journal, meeting, as_json=as_json)
    else:
        reflection = resume_reflection(world.drafts, journal, left, flags)
        _hold(world, asker, journal, reflection, _about(reflection.values), as_json=as_json)


def _begun(world: World, asker: Asker, journal: Journal, details: Details, number: int) -> DraftedReflection:
    """Begin a reflection on the next questions. The first prompt is printed before they are looked for."""
    announce(asker, _about(details.values))
    if "title" not in details.values:
        asker.ahead(FIRST_PROMPT, "")
    questions = questions_for(journal, details, number, tell=asker.say)
    return begin_reflection(journal, details, questions, new_keeper(world, details.day))


def _about(values: Values) -> str:
    facts = [spoken(values["date"]), str(values.get("class", "")), str(values.get("subject", ""))]
    return " · ".join(fact for fact in facts if fact)


def _hold(
    world: World, asker: Asker, journal: Journal, reflection: DraftedReflection, about: str, *, as_json: bool
) -> None:
    with in_a_draft(world, reflection.keeper):
        reflection = without_names(asker, journal, ask_steps(world, asker, journal, reflection, about))
        _tell(world, journal, save_reflection(journal, reflection), as_json=as_json)


def _tell(world: World, journal: Journal, entry: Entry | None, *, as_json: bool) -> None:
    if entry is None:
        say_nothing_saved()
        return
    if not as_json:
        say()
    tell(world, journal, entry, as_json=as_json)
    if journal.settings.people and not entry.is_shared and not as_json:
        say(f"Share it when you are ready: mentorlog share {entry.short_id}")

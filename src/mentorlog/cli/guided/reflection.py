"""The guided entry: a conversation at the terminal, every word of it in a draft."""

import contextlib
from collections.abc import Iterator

from mentorlog.ask.asker import Asker
from mentorlog.cli.confirm import asker_for
from mentorlog.cli.guided.ask import announce, asked, without_names
from mentorlog.cli.guided.draft import in_a_draft
from mentorlog.cli.guided.meeting import hold, taken_up
from mentorlog.cli.guided.reflection_draft import WORDS, Conversation, questions_for
from mentorlog.cli.guided.resume import left_open, open_drafts, resumed
from mentorlog.cli.world import World
from mentorlog.cli.writing.editor import save_whole, write_on
from mentorlog.cli.writing.flags import Details, new_keeper
from mentorlog.cli.writing.saving import journal_for, tell
from mentorlog.conversation.reflection import ASK, FIRST_PROMPT, MOMENT, NEXT, opened
from mentorlog.days import spoken
from mentorlog.files.toml import Values
from mentorlog.journal.journal import Journal
from mentorlog.render.lines import say
from mentorlog.sharing.people import signed
from mentorlog.signals import ended_by_signals
from mentorlog.text import shortened

_FLAGS = {"title": MOMENT, "next": NEXT, "ask": ASK}


def guide(world: World, details: Details, *, number: int, is_resumed: bool, as_json: bool) -> None:
    """Ask, keep, save. Raises StoppedError where the person stops; then the draft is there."""
    journal = journal_for(world)
    world.drafts.prepare()
    asker = asker_for(world)
    with ended_by_signals(), _at_rest_after(asker):
        _guide(world, asker, journal, details, number=number, is_resumed=is_resumed, as_json=as_json)


@contextlib.contextmanager
def _at_rest_after(asker: Asker) -> Iterator[None]:
    try:
        yield
    finally:
        asker.rest()


def _guide(
    world: World, asker: Asker, journal: Journal, details: Details, *, number: int, is_resumed: bool, as_json: bool
) -> None:
    left = left_open(world, asker, open_drafts(world, journal), is_resumed=is_resumed)
    if left and left.is_whole:
        go_on = save_whole if left.is_finished else write_on
        go_on(world, journal, left.draft, as_json=as_json)
        return
    if left and left.is_meeting:
        hold(world, asker, journal, taken_up(world, journal, left, details.flags), as_json=as_json)
        return
    conversation = resumed(world, journal, left, details) if left else _begun(world, asker, journal, details, number)
    with in_a_draft(world, conversation.keeper):
        about = _about(conversation.values) if left else ""
        conversation = asked(world, asker, journal, conversation, about)
        conversation = without_names(asker, journal, conversation)
        _save(world, journal, conversation, as_json=as_json)


def _begun(world: World, asker: Asker, journal: Journal, details: Details, number: int) -> Conversation:
    """A new conversation, with the questions whose turn it is. What comes first anyway is on the screen meanwhile."""
    given = {_FLAGS[key] for key in _FLAGS if key in details.values}
    announce(asker, _about(details.values))
    if MOMENT not in given:
        asker.ahead(FIRST_PROMPT, "")
    questions = questions_for(journal, details, number, tell=asker.say)
    session = opened(questions, journal.settings.role, given=given)
    return Conversation(session, details.values, new_keeper(world, details.day))


def _about(values: Values) -> str:
    facts = [spoken(values["date"]), str(values.get("class", "")), str(values.get("subject", ""))]
    return " · ".join(fact for fact in facts if fact)


def _save(world: World, journal: Journal, conversation: Conversation, *, as_json: bool) -> None:
    if conversation.is_empty:
        conversation.keeper.let_go()
        say("Nothing was written, so nothing was saved.")
        return
    values = signed(journal, {**conversation.walk.values(), **conversation.values})
    if "title" not in values:
        values["title"] = shortened(next(str(values[key]) for key in WORDS if values.get(key)))
    entry = conversation.keeper.save(journal, values, conversation.walk.body())
    if not as_json:
        say()
    tell(world, journal, entry, as_json=as_json)
    if journal.settings.people and not entry.is_shared and not as_json:
        say(f"Share it when you are ready: mentorlog share {entry.short_id}")

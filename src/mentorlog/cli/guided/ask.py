"""Asks the steps of any conversation, one after the other, and keeps every word in its draft."""

from typing import Any, TypeVar

from mentorlog.ask.asker import Asker, Command, LeftOffError, Reply
from mentorlog.ask.editor import EditorError, edited
from mentorlog.cli.name_guard import reworded_texts
from mentorlog.cli.world import World
from mentorlog.conversation.walk import Step
from mentorlog.drafting.conversation import DraftedConversation, W
from mentorlog.journal import disk
from mentorlog.journal.journal import Journal
from mentorlog.text import text_from, typed

C = TypeVar("C", bound=DraftedConversation[Any])
_COMMANDS = "/skip  /another  /back  /editor  /stop keeps a draft"


def ask_steps(world: World, asker: Asker, journal: Journal, conversation: C, about: str) -> C:
    """Ask the remaining steps, and return the conversation with the answers. Raises LeftOffError after /stop.

    `about` is printed first; "" if that has been done.
    """
    conversation.keep(journal)
    if conversation.walk.step and about:
        announce(asker, about)
    while step := conversation.walk.step:
        reply = _ask(asker, journal, conversation, step)
        conversation = conversation.with_walk(_next_walk(world, asker, conversation, reply))
        conversation.keep(journal)
        if conversation.keeper.is_kept:
            disk.discard(world.drafts.answer_path(conversation.keeper.id))  # the draft has the editor's answer now
        if reply.command is Command.STOP:
            raise LeftOffError
    return conversation


def announce(asker: Asker, about: str) -> None:
    """Print the subject of the conversation, and the commands that can be typed instead of an answer."""
    asker.say(f"{about}    {_COMMANDS}")


def without_names(asker: Asker, journal: Journal, conversation: C) -> C:
    """Show the words that may be names, and return the conversation as its writer rewords it."""
    other = str(conversation.values.get("with", ""))  # set in a meeting, and in a resumed draft
    known = (*journal.settings.known_names, *([other] if other else []))
    reworded = conversation.with_texts(reworded_texts(asker, conversation.texts(), known))
    reworded.keep(journal)
    return reworded


def _ask(asker: Asker, journal: Journal, conversation: DraftedConversation[W], step: Step) -> Reply:
    """Ask one step, and keep every change in the draft."""

    def keep(text: str) -> None:
        conversation.with_walk(conversation.walk.typed(typed(text)[0])).keep(journal)

    if step.lead:
        asker.say(f"\n{step.lead}")
    ask = asker.long if step.is_long else asker.line
    return ask(step.asked, step.note, conversation.walk.answer(step.key), keep)


def _next_walk(world: World, asker: Asker, conversation: DraftedConversation[W], reply: Reply) -> W:
    """The walk after a reply."""
    walk, (text, remark) = conversation.walk, typed(reply.text)
    if remark:
        asker.say(remark)
    if reply.command is Command.BACK:
        return walk.typed(text).back()
    if reply.command is Command.STOP:
        return walk.typed(text)
    if reply.command is Command.ANOTHER:
        return _with_another(asker, conversation, text)
    if reply.command is Command.SKIP:
        return walk.skipped(text)
    if reply.command is Command.EDITOR:
        return _from_editor(world, asker, conversation, text)
    return _answered(asker, walk, text)


def _with_another(asker: Asker, conversation: DraftedConversation[W], text: str) -> W:
    """The walk with another question in place of the present one. Words that were typed stay."""
    walk = conversation.walk.typed(text)
    other = conversation.with_walk(walk).another()
    if other is None:
        asker.say("There is no other question here. /skip leaves it out.")
    return other or walk


def _answered(asker: Asker, walk: W, text: str) -> W:
    """The walk at its next step; at the same step if the words do not answer it."""
    if slip := walk.slip_in(text):
        asker.say(slip)
        return walk.typed(text)
    return walk.answered(text)


def _from_editor(world: World, asker: Asker, conversation: DraftedConversation[W], text: str) -> W:
    """The walk with an answer from the editor; at the same step if the editor failed."""
    walk, draft_id = conversation.walk, conversation.keeper.id
    path = world.drafts.answer_path(draft_id)
    try:
        disk.overwrite(path, text.encode("utf-8"))
        answer, remark = typed(text_from(edited(path)))
    except EditorError as error:
        asker.say(f"{error}.")
        return walk.typed(world.drafts.answer(draft_id) or text)
    except OSError as error:
        asker.say(f"The editor cannot be used: {disk.reason(error)}.")
        return walk.typed(text)
    if remark:
        asker.say(remark)
    if text and not answer:
        asker.say("The editor left nothing, so what you had written stays.")
        return walk.typed(text)
    return _answered(asker, walk, answer)

"""Asking one step after the other, whatever the conversation is about; every word is in its draft on the way."""

from pathlib import Path
from typing import Any, TypeVar

from mentorlog.ask.asker import Asker, Command, LeftOffError, Reply
from mentorlog.ask.editor import EditorError, edited
from mentorlog.cli.guided.talk import Talk, W
from mentorlog.cli.name_guard import reworded_texts
from mentorlog.cli.world import World
from mentorlog.conversation.walk import Step
from mentorlog.journal import disk
from mentorlog.journal.journal import Journal
from mentorlog.text import text_from, typed

T = TypeVar("T", bound=Talk[Any])
_COMMANDS = "/skip  /back  /editor  /stop keeps a draft"


def asked(world: World, asker: Asker, journal: Journal, talk: T, about: str) -> T:
    """The conversation when everything has been asked. Raises LeftOffError after /stop.

    `about` is said first; "" where that has been done.
    """
    talk.keep(journal)
    if talk.walk.step and about:
        announce(asker, about)
    while step := talk.walk.step:
        reply = _reply(asker, journal, talk, step)
        talk = talk.with_walk(_after(world, asker, talk, reply))
        talk.keep(journal)
        if talk.keeper.is_kept:
            disk.discard(world.drafts.answer_path(talk.keeper.id))  # what an editor left is in the draft now
        if reply.command is Command.STOP:
            raise LeftOffError
    return talk


def announce(asker: Asker, about: str) -> None:
    """What this is about, and what may be typed instead of an answer."""
    asker.say(f"{about}    {_COMMANDS}")


def without_names(asker: Asker, journal: Journal, talk: T) -> T:
    """The conversation after a look at the words that may name somebody."""
    other = str(talk.values.get("with", ""))  # where it is a meeting, or a reply that was taken up
    known = (*journal.settings.known_names, *([other] if other else []))
    found = talk.with_texts(reworded_texts(asker, talk.texts(), known))
    found.keep(journal)
    return found


def _reply(asker: Asker, journal: Journal, talk: Talk[W], step: Step) -> Reply:
    """What the person says to one step; every change on the way goes into the draft."""

    def keep(text: str) -> None:
        talk.with_walk(talk.walk.typed(typed(text)[0])).keep(journal)

    if step.lead:
        asker.say(f"\n{step.lead}")
    ask = asker.long if step.is_long else asker.line
    return ask(step.asked, step.note, talk.walk.answer(step.key), keep)


def _after(world: World, asker: Asker, talk: Talk[W], reply: Reply) -> W:
    """The walk after a reply. A skip never throws away words that are there."""
    walk, (text, remark) = talk.walk, typed(reply.text)
    if remark:
        asker.say(remark)
    if reply.command is Command.BACK:
        return walk.typed(text).back()
    if reply.command is Command.STOP:
        return walk.typed(text)
    if reply.command is Command.EDITOR:
        return _from_editor(world, asker, talk, text)
    return _answered(asker, walk, text)


def _answered(asker: Asker, walk: W, text: str) -> W:
    """The next step; the same again where the words do not answer it."""
    if slip := walk.slip_in(text):
        asker.say(slip)
        return walk.typed(text)
    return walk.answered(text)


def _from_editor(world: World, asker: Asker, talk: Talk[W], text: str) -> W:
    """The walk with an answer that was written in the editor; the same step again where that failed."""
    path = world.drafts.answer_path(talk.keeper.id)
    try:
        disk.overwrite(path, text.encode("utf-8"))
        answer, remark = typed(text_from(edited(path)))
    except EditorError as error:
        asker.say(f"{error}.")
        return talk.walk.typed(_left_in(path, text))
    except OSError as error:
        asker.say(f"The editor cannot be used: {disk.reason(error)}.")
        return talk.walk.typed(text)
    if remark:
        asker.say(remark)
    if text and not answer:
        asker.say("The editor left nothing, so what you had written stays.")
        return talk.walk.typed(text)
    return _answered(asker, talk.walk, answer)


def _left_in(path: Path, otherwise: str) -> str:
    """What an editor that failed left of an answer."""
    try:
        return typed(text_from(disk.read(path)))[0] or otherwise
    except OSError:
        return otherwise

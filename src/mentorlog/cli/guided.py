"""The guided entry: a conversation at the terminal, every word of it in a draft."""

import contextlib
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from mentorlog.ask import Asker, Command, Reply
from mentorlog.ask.editor import EditorError, edited
from mentorlog.cli.asking import asker_for
from mentorlog.cli.context import World
from mentorlog.cli.conversation import WORDS, Conversation, questions_for
from mentorlog.cli.details import Details, new_keeper
from mentorlog.cli.guarding import reworded_answers
from mentorlog.cli.leftover import left_open, resumed
from mentorlog.cli.pipe import text_in
from mentorlog.cli.saving import journal_for, tell
from mentorlog.cli.signals import ended_by_signals
from mentorlog.cli.writing import save_whole, write_on
from mentorlog.errors import ExitCode, StoppedError
from mentorlog.journal import disk
from mentorlog.journal.journal import Journal
from mentorlog.journal.keeping import Keeper
from mentorlog.period import spoken
from mentorlog.render.lines import say, warn
from mentorlog.session import ASK, MOMENT, NEXT, Session, Step, opened
from mentorlog.text import shortened, typed
from mentorlog.toml import Values

_FLAGS = {"title": MOMENT, "next": NEXT, "ask": ASK}
_COMMANDS = "/skip  /back  /editor  /stop keeps a draft"


def guide(world: World, details: Details, *, number: int, is_resumed: bool, as_json: bool) -> None:
    """Ask, keep, save. Raises StoppedError where the person stops; then the draft is there."""
    journal = journal_for(world)
    world.drafts.prepare()
    asker = asker_for(world)
    try:
        left = left_open(world, asker, journal, is_resumed=is_resumed)
    except (KeyboardInterrupt, EOFError):
        raise StoppedError("Nothing was changed.") from None
    if left and left.is_whole:
        go_on = save_whole if left.is_finished else write_on
        go_on(world, journal, left.draft, as_json=as_json)
        return
    conversation = resumed(world, journal, left, details) if left else _begun(world, journal, details, number)
    with world.drafts.held(conversation.keeper.id), ended_by_signals():
        try:
            conversation = _asked(world, asker, journal, conversation)
            conversation = _without_names(asker, journal, conversation)
            _save(world, journal, conversation, as_json=as_json)
        except (KeyboardInterrupt, EOFError):
            _stop(conversation.keeper, ExitCode.INTERRUPTED)
        except SystemExit:
            with contextlib.suppress(OSError):  # after a hang-up there is nobody to tell
                warn(_where_it_is(conversation.keeper))
            raise


def _begun(world: World, journal: Journal, details: Details, number: int) -> Conversation:
    """A new conversation, with the questions whose turn it is."""
    questions = questions_for(journal, details, number)
    given = {_FLAGS[key] for key in _FLAGS if key in details.values}
    session = opened(questions, journal.settings.role, given=given)
    return Conversation(session, details.values, new_keeper(world, details.day))


def _asked(world: World, asker: Asker, journal: Journal, conversation: Conversation) -> Conversation:
    """The conversation when everything has been asked. Raises StoppedError after /stop."""
    conversation.keep(journal)
    if conversation.session.step:
        asker.say(_header(conversation.values))
    while step := conversation.session.step:
        reply = _reply(asker, journal, conversation, step)
        conversation = conversation.with_session(_after(world, asker, conversation, reply))
        conversation.keep(journal)
        if conversation.keeper.is_kept:
            disk.discard(world.drafts.answer_path(conversation.keeper.id))  # what an editor left is in the draft now
        if reply.command is Command.STOP:
            _stop(conversation.keeper, ExitCode.DONE)
    return conversation


def _without_names(asker: Asker, journal: Journal, conversation: Conversation) -> Conversation:
    """The conversation after a look at the words that may name somebody."""
    session = conversation.session
    found = conversation.with_session(replace(session, answers=reworded_answers(asker, journal, session.answers)))
    found.keep(journal)
    return found


def _header(values: Values) -> str:
    facts = [spoken(values["date"]), str(values.get("class", "")), str(values.get("subject", ""))]
    return " · ".join(fact for fact in facts if fact) + "    " + _COMMANDS


def _reply(asker: Asker, journal: Journal, conversation: Conversation, step: Step) -> Reply:
    """What the person says to one step; every change on the way goes into the draft."""

    def keep(text: str) -> None:
        conversation.with_session(conversation.session.typed(typed(text)[0])).keep(journal)

    before = conversation.session.answer(step.key)
    if step.question:
        return asker.long(f"{step.question.dimension.name} · {step.prompt}", "(Enter twice to finish)", before, keep)
    note = "" if step.key == MOMENT else "(Enter for none)"
    return asker.line(step.prompt, note, before, keep)


def _after(world: World, asker: Asker, conversation: Conversation, reply: Reply) -> Session:
    """The session after a reply. A skip never throws away words that are there."""
    session, (text, remark) = conversation.session, typed(reply.text)
    if remark:
        asker.say(remark)
    if reply.command is Command.BACK:
        return session.typed(text).back()
    if reply.command is Command.STOP:
        return session.typed(text)
    if reply.command is Command.EDITOR:
        return _from_editor(world, asker, conversation, text)
    return session.answered(text)


def _from_editor(world: World, asker: Asker, conversation: Conversation, text: str) -> Session:
    """The session with an answer that was written in the editor; the same step again where that failed."""
    path = world.drafts.answer_path(conversation.keeper.id)
    try:
        disk.overwrite(path, text.encode("utf-8"))
        answer, remark = typed(text_in(edited(path)))
    except EditorError as error:
        asker.say(f"{error}.")
        return conversation.session.typed(_left_in(path, text))
    except OSError as error:
        asker.say(f"The editor cannot be used: {disk.reason(error)}.")
        return conversation.session.typed(text)
    if remark:
        asker.say(remark)
    if text and not answer:
        asker.say("The editor left nothing, so what you had written stays.")
        return conversation.session.typed(text)
    return conversation.session.answered(answer)


def _left_in(path: Path, otherwise: str) -> str:
    """What an editor that failed left of an answer."""
    try:
        return typed(text_in(disk.read(path)))[0] or otherwise
    except OSError:
        return otherwise


def _stop(keeper: Keeper, status: ExitCode) -> NoReturn:
    """End with a word about where everything is."""
    is_lost = bool(keeper.text) and not keeper.is_kept
    raise StoppedError(_where_it_is(keeper), ExitCode.FAILED if is_lost else status)


def _where_it_is(keeper: Keeper) -> str:
    if keeper.is_kept:
        return "Kept in a draft. Go on with: mentorlog new --resume"
    if keeper.text:
        return f"No draft could be kept ({keeper.fault}). Here is your text to copy:\n\n{keeper.text}"
    return "Nothing was written."


def _save(world: World, journal: Journal, conversation: Conversation, *, as_json: bool) -> None:
    if conversation.is_empty:
        conversation.keeper.let_go()
        say("Nothing was written, so nothing was saved.")
        return
    values = {"role": journal.settings.role, **conversation.session.values(), **conversation.values}
    if "title" not in values:
        values["title"] = shortened(next(str(values[key]) for key in WORDS if values.get(key)))
    entry = conversation.keeper.save(journal, values, conversation.session.body())
    if not as_json:
        say()
    tell(world, journal, entry, as_json=as_json)

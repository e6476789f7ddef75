"""`mentorlog reply`: answers an entry with a question, saved in the writer's own journal."""

from collections.abc import Sequence
from typing import Annotated

import typer

from mentorlog.ask.asker import Command, LeftOffError
from mentorlog.cli import options
from mentorlog.cli.confirm import asker_for
from mentorlog.cli.guided.draft import in_a_draft
from mentorlog.cli.name_guard import reworded_texts
from mentorlog.cli.people.theirs import mark_seen
from mentorlog.cli.world import World, world_of
from mentorlog.cli.writing.flags import new_keeper
from mentorlog.cli.writing.saving import keep_at_once, save_at_once, saved
from mentorlog.entry.compose import Answer
from mentorlog.errors import InputNeededError
from mentorlog.journal.keeper import Keeper
from mentorlog.render.lines import say
from mentorlog.text import typed
from mentorlog.together.reply import Reply, reply_to

Text = Annotated[list[str] | None, typer.Argument(metavar="[TEXT]", help="Your question, saved at once.")]


def command(
    context: typer.Context,
    name: options.ReplyName,
    text: Text = None,
    with_: options.With = "",
    is_shared: options.Share = False,
) -> None:
    """Answer an entry with a question of your own. It follows that entry, and stands in your own journal."""
    world = world_of(context)
    journal = world.journal(to_write=True)
    reply = reply_to(journal, name, with_, world.today, is_shared=is_shared)
    mark_seen(world, journal, [reply.entry] if reply.is_to_other else [])
    keeper = new_keeper(world, world.today)
    if text:
        answer = _answer(" ".join(text), name)
        save_at_once(world, keeper, reply.values(answer.text), [answer], as_json=False)
    elif world.can_ask:
        _guide(world, keeper, reply, (journal.settings.name, reply.other))
    else:
        raise InputNeededError("there is nobody to ask for the words", hint="mentorlog reply ENTRY 'What …?'")
    if not is_shared:
        say(f"Only you can see it. Share it when you are ready: mentorlog share {keeper.id.rpartition('-')[2]}")


def _answer(words: str, name: str) -> Answer:
    clean = typed(words)[0]
    if not clean:
        raise InputNeededError("a reply without words was not saved", hint=f"mentorlog reply {name} 'What …?'")
    return Answer(clean)


def _guide(world: World, keeper: Keeper, reply: Reply, known: Sequence[str]) -> None:
    """Ask for the question, show the words in it that may be names, and save it; a draft keeps every word."""
    world.drafts.prepare()
    asker = asker_for(world)

    def keep(words: str) -> None:
        if clean := typed(words)[0]:
            keep_at_once(world, keeper, reply.values(clean), [Answer(clean)])

    with in_a_draft(world, keeper):
        answered = asker.long(f"Your question about “{reply.entry.title}”?", "(Enter twice to finish)", "", keep)
        if answered.command is Command.STOP:
            raise LeftOffError
        words = _answer(answered.text, reply.entry.short_id).text
        answer = Answer(reworded_texts(asker, {"question": words}, known)["question"])
        saved(world, keeper, reply.values(answer.text), [answer], as_json=False)

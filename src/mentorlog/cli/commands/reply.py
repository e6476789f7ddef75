"""`mentorlog reply`: answer somebody's entry with a question of your own, in your own journal."""

from collections.abc import Sequence
from typing import Annotated

import typer

from mentorlog.ask.asker import Command, LeftOffError
from mentorlog.cli import options
from mentorlog.cli.confirm import asker_for
from mentorlog.cli.guided.draft import in_a_draft
from mentorlog.cli.name_guard import reworded_texts
from mentorlog.cli.world import World, world_of
from mentorlog.cli.writing.flags import new_keeper
from mentorlog.cli.writing.saving import keep_at_once, save_at_once, saved
from mentorlog.entry.compose import Answer
from mentorlog.entry.entry import Entry
from mentorlog.errors import InputNeededError
from mentorlog.files.toml import Values
from mentorlog.finding.selection import entry_named
from mentorlog.journal.journal import Journal
from mentorlog.journal.keeper import Keeper
from mentorlog.render.lines import say
from mentorlog.sharing.copy import shared_title
from mentorlog.sharing.pair import shared_with_me
from mentorlog.sharing.people import only_person
from mentorlog.text import shortened, typed

Text = Annotated[list[str] | None, typer.Argument(metavar="[TEXT]", help="Your question, saved at once.")]


def command(
    context: typer.Context,
    name: options.EntryName,
    text: Text = None,
    with_: options.With = "",
    is_shared: options.Share = False,
) -> None:
    """Answer an entry with a question of your own. It follows that entry, and stands in your own journal."""
    world = world_of(context)
    journal = world.journal(to_write=True)
    whose, entry = _entry(journal, name, with_)
    keeper = new_keeper(world, world.today)
    values: Values = {
        "date": world.today,
        "kind": "reply",
        **({"title": shortened(f"On “{shared_title(entry)}”")} if entry.is_shared else {}),
        "follows": entry.id,
        **({"with": whose} if whose else {}),
        **({"share": "mentor"} if is_shared else {}),
    }
    if text:
        answer = _answer(" ".join(text), name)
        save_at_once(world, keeper, _titled(values, answer), [answer], as_json=False)
    elif world.can_ask:
        _guide(world, keeper, values, entry, (journal.settings.name, whose))
    else:
        raise InputNeededError("there is nobody to ask for the words", hint="mentorlog reply ENTRY 'What …?'")
    if not is_shared:
        say(f"Only you can see it. Share it when you are ready: mentorlog share {keeper.id.rpartition('-')[2]}")


def _entry(journal: Journal, name: str, with_: str) -> tuple[str, Entry]:
    """With whom the reply is, "" where nobody is named, and the entry: what others share comes first."""
    theirs = shared_with_me(journal, only_person(journal.settings.people, with_).name if with_ else "")
    entry = entry_named(name, [entry for _, entry in theirs] or journal.read().entries)
    return next((person.name for person, each in theirs if each is entry), entry.head.with_), entry


def _titled(values: Values, answer: Answer) -> Values:
    """With the reply's own first words for a title, where that of the entry it follows is private."""
    return {"title": shortened(answer.text), **values}


def _answer(words: str, name: str) -> Answer:
    clean = typed(words)[0]
    if not clean:
        raise InputNeededError("a reply without words was not saved", hint=f"mentorlog reply {name} 'What …?'")
    return Answer(clean)


def _guide(world: World, keeper: Keeper, values: Values, entry: Entry, known: Sequence[str]) -> None:
    """Ask for the words, look at those that may name somebody, and save; every word is in a draft on the way."""
    world.drafts.prepare()
    asker = asker_for(world)

    def keep(words: str) -> None:
        if clean := typed(words)[0]:
            keep_at_once(world, keeper, _titled(values, Answer(clean)), [Answer(clean)])

    with in_a_draft(world, keeper):
        reply = asker.long(f"Your question about “{entry.title}”?", "(Enter twice to finish)", "", keep)
        if reply.command is Command.STOP:
            raise LeftOffError
        answer = _answer(reply.text, entry.short_id)
        texts = reworded_texts(asker, {"question": answer.text}, known)
        answer = Answer(texts["question"])
        saved(world, keeper, _titled(values, answer), [answer], as_json=False)

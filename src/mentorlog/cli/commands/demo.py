"""`mentorlog demo`: writes an entry and shows the mentor's brief, in a temporary folder."""

import tempfile
from pathlib import Path

import typer

from mentorlog.brief.brief import brief
from mentorlog.brief.sources import Sources
from mentorlog.cli.commands import demo_journal
from mentorlog.cli.world import World, world_of
from mentorlog.cli.writing.saving import tell
from mentorlog.conversation.reflection import Session, session_about
from mentorlog.days import Period
from mentorlog.dimensions import Dimension
from mentorlog.journal.folder import read_folder
from mentorlog.journal.journal import Journal
from mentorlog.journal.keeper import Keeper, random_letters
from mentorlog.journal.question_files import shipped_bank
from mentorlog.journal.settings import create_journal
from mentorlog.render.lines import say


def command(context: typer.Context) -> None:
    """See a sample. In a temporary folder an entry is written, and the mentor's brief is made from it."""
    asked_from = world_of(context)
    folder = Path(tempfile.mkdtemp(prefix="mentorlog-demo-"))
    world = World(
        folder / "journal",
        asked_from.plain_option,
        no_input=True,
        environment={**asked_from.environment, "MENTORLOG_STATE": str(folder / "state")},
    )
    journal = Journal(folder / "journal", world.state, create_journal(folder / "journal", demo_journal.NAME, "ect"))
    for entry in demo_journal.ENTRIES:
        journal.add(entry.day(world.today), entry.title, entry.text(world.today, random_letters(4)))
    say(f"A sample journal with {len(demo_journal.ENTRIES)} entries is in {folder / 'journal'}\n")
    _write(world, journal)
    _prepare(world, journal)
    say("\nNow your own: mentorlog new")


def _write(world: World, journal: Journal) -> None:
    """Show the ECT's half: answer the sample's questions in a real conversation, and save the entry."""
    dimension, question, answer = demo_journal.ANSWERED
    session = _answered(dimension, question, answer)
    say("After a lesson, mentorlog new asks:\n")
    for step in session.steps:
        say(f"{step.prompt}\n> " + session.answer(step.key).replace("\n", "\n  ") + "\n")
    keeper = Keeper(world.drafts, f"{world.today:%Y%m%d}-{random_letters(4)}")
    values = {"date": world.today, "role": "ect", "class": "8Q", "share": "mentor", **session.values()}
    tell(world, journal, keeper.save(journal, values, session.body()), as_json=False)


def _answered(dimension: Dimension, question: str, answer: str) -> Session:
    bank = shipped_bank()
    asked = tuple(item for item in bank.for_writing("ect") if item.dimension == dimension and item.text == question)
    session = session_about(asked, "ect")
    for words in (demo_journal.MOMENT, answer, demo_journal.TRY_NEXT, ""):
        session = session.answered(words)
    return session


def _prepare(world: World, journal: Journal) -> None:
    """Show the mentor's half: the brief, made from shared entries."""
    from mentorlog.render.brief_terminal import brief_page

    entries = [entry for entry in read_folder(journal.root).entries if entry.is_shared]
    say("\nBefore the meeting, mentorlog summary shows the mentor:\n")
    made = brief(
        Sources(demo_journal.NAME, entries, shipped_bank(), Period(), seed=world.today.isoformat(), is_own=False)
    )
    brief_page(world.screen, made)

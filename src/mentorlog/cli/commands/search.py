"""`mentorlog search`: finds the entries that contain all of some words."""

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.people.theirs import Theirs
from mentorlog.cli.world import World, world_of
from mentorlog.errors import ExitCode
from mentorlog.finding.search import Hit, Words, results
from mentorlog.render import formats
from mentorlog.render.lines import out, say, warn_of_unread

Wanted = Annotated[list[str], typer.Argument(metavar="WORDS…", help="Plain words; an entry must hold all of them.")]


def command(
    context: typer.Context,
    words: Wanted,
    with_: options.By = "",
    since: options.Since = "",
    until: options.Until = "",
    on: options.On = "",
    term: options.Term = "",
    dimension: options.DimensionName = "",
    class_: options.ClassName = "",
    tag: options.Tag = "",
    kind: options.Kind = "",
    limit: options.Limit = None,
    as_json: options.AsJson = False,
) -> None:
    """Search for words, in capitals or not. Looks in your entries and those shared with you.

    Also searches your files that cannot be read as entries.
    """
    world = world_of(context)
    journal, wanted = world.journal(), Words(words)
    theirs = Theirs.of(world, journal, with_)
    selection = options.selection_of(
        theirs.last_meeting, world.today, since=since, until=until, on=on,
        term=term, dimension=dimension, class_=class_, tag=tag, kind=kind, limit=limit,
    )  # fmt: skip
    files = theirs.own(journal.walk(wanted.may_be_in))
    result = results(files, wanted, selection, theirs.written, theirs.news_of())
    cards = [hit.card for hit in result.hits if hit.card]
    if as_json:
        out(formats.as_json(formats.list_json(cards, result.problems)))
    else:
        _print(world, result.hits)
    warn_of_unread(result.unreadable)
    theirs.finish(cards)
    if not result.hits:
        raise typer.Exit(ExitCode.NOT_FOUND)


def _print(world: World, hits: Sequence[Hit]) -> None:
    if world.is_piped:
        for line in formats.tab_lines(_rows(hits)):
            out(line)
    elif not hits:
        say("No entry holds those words.")
    else:
        from mentorlog.render.pages import hit_rows

        hit_rows(world.screen, hits)


def _rows(hits: Sequence[Hit]) -> Iterator[tuple[str, ...]]:
    for hit in hits:
        known = (hit.card.id, hit.card.date.isoformat(), hit.card.title) if hit.card else ("", "", "")
        yield (*known, hit.path, hit.line, hit.card.by if hit.card else "")

"""`mentorlog summary`: the brief for a meeting, on one page."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from mentorlog.brief.brief import Brief, Sources, brief
from mentorlog.cli import options
from mentorlog.cli.output import Format, write_out
from mentorlog.cli.people.pair import pair_for
from mentorlog.cli.world import World, world_of
from mentorlog.days import EVER, Period
from mentorlog.entry.entry import Entry
from mentorlog.finding.selection import Selection
from mentorlog.journal.question_files import journal_bank, shipped_bank
from mentorlog.questions.bank import Bank
from mentorlog.render import formats
from mentorlog.render.lines import is_terminal, note, warn_of_unread
from mentorlog.sharing.pair import Pair

Folders = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[FOLDER]", help="An ECT's folder, instead of your own journal.", show_default=False),
]


def command(
    context: typer.Context,
    folders: Folders = None,
    with_: options.With = "",
    since: options.Since = "",
    until: options.Until = "",
    on: options.On = "",
    term: options.Term = "",
    dimension: options.DimensionName = "",
    class_: options.ClassName = "",
    tag: options.Tag = "",
    kind: options.Kind = "",
    limit: options.Limit = None,
    format_: Annotated[Format, typer.Option("--format", help="How to write it.")] = Format.TERMINAL,
    as_json: options.AsJson = False,
    output: options.Output = None,
    is_opened: options.Open = False,
) -> None:
    """One page for a meeting. Since the last one, by dimension, in the writer's own words.

    A mentor with one ECT set up needs no argument. With a FOLDER that is not your own journal, only what its writer
    shares is read. At your terminal your own entries are all there; a page, a file or a pipe holds only what you share.
    """
    world = world_of(context)
    form = _form(format_, output, as_json=as_json, is_opened=is_opened)
    is_handed_on = form is not Format.TERMINAL or world.is_piped
    pair = pair_for(world, folders or [], with_, is_handed_on=is_handed_on)
    seen, meeting = pair.writer, pair.last_meeting(world.today)
    period = options.period_of(lambda: meeting, world.today, since=since, until=until, on=on, term=term)
    since_meeting = period == EVER and meeting is not None
    period = Period(first=meeting) if since_meeting else period
    chosen = Selection(dimension=options.dimension_option(dimension), class_=class_, tag=tag, kind=kind)
    sources = Sources(
        writer=pair.name,
        entries=_limited(chosen.of(seen.entries), period, limit),
        bank=_bank(world, pair),
        period=period,
        seed=f"{seen.settings.id} {world.today.isoformat()}",
        written=frozenset(each for entry in seen.entries if period.holds(entry.date) for each in entry.dimensions),
        other=pair.other,
        others=pair.others,
        is_own=pair.is_own,
        is_handed_on=is_handed_on,
        since_meeting=since_meeting,
        problems=seen.problems,
    )
    made = brief(sources)
    _emit(world, made, form, output, is_opened=is_opened)
    if made.is_empty and pair.is_own and is_handed_on and is_terminal(sys.stderr):
        note("A page, a file or a pipe holds only what you share. At your terminal, summary shows all you wrote.")
    warn_of_unread(seen.unreadable, is_own=pair.is_own)


def _bank(world: World, pair: Pair) -> Bank:
    """The questions of one's own journal; somebody else's folder has none that are obeyed."""
    return journal_bank(world.root()) if pair.is_own else shipped_bank()


def _limited(entries: list[Entry], period: Period, limit: int | None) -> list[Entry]:
    """The newest `limit` of the period, and all before it: what is still open there belongs in a brief."""
    inside = [entry for entry in entries if period.holds(entry.date)][:limit]
    return [*inside, *(entry for entry in entries if not period.holds(entry.date))]


def _form(form: Format, output: Path | None, *, as_json: bool, is_opened: bool) -> Format:
    """What was asked for; what is opened, and a file that is called so, is a page."""
    if as_json:
        return Format.JSON
    if form is Format.TERMINAL and (is_opened or (output is not None and output.suffix == ".html")):
        return Format.HTML
    return Format.MARKDOWN if form is Format.TERMINAL and output is not None else form


def _emit(world: World, made: Brief, form: Format, output: Path | None, *, is_opened: bool) -> None:
    if form is Format.TERMINAL:
        from mentorlog.render.brief_terminal import brief_page

        brief_page(world.screen, made)
        return
    write_out(world, _written(made, form), output, is_opened=is_opened, name="brief")


def _written(made: Brief, form: Format) -> str:
    if form is Format.JSON:
        return formats.as_json(formats.brief_json(made)) + "\n"
    if form is Format.HTML:
        from mentorlog.render.brief_html import brief_html

        return brief_html(made)
    from mentorlog.render.brief_markdown import brief_markdown

    return brief_markdown(made)

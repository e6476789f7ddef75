"""`mentorlog next`: lists next steps, closes them, and takes up the other person's suggestions."""

from collections.abc import Sequence
from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.world import World, world_of
from mentorlog.conversation.steps import STATES
from mentorlog.errors import UsageError
from mentorlog.render import formats
from mentorlog.render.lines import out, say, warn, warn_of_unread
from mentorlog.text import safe_line
from mentorlog.together.next_steps import close_step, open_between, steps_to_take

_TAKE = "take"
_ACTIONS = [*STATES, _TAKE]
_DEED = "close its step"
_CLOSED = {"done": "Done", "drop": "Let go", "reopen": "Open again"}


def _ids(ctx: typer.Context, incomplete: str) -> list[str]:
    """The entries to complete: other people's to take up a suggestion, else the writer's own."""
    is_theirs = ctx.params.get("action") == _TAKE
    return options.complete_their_ids(ctx, incomplete) if is_theirs else options.complete_ids(ctx, incomplete)


Action = Annotated[
    str, typer.Argument(metavar="[done|drop|reopen|take]", autocompletion=lambda: _ACTIONS, show_default=False)
]
Names = Annotated[list[str] | None, typer.Argument(metavar="[ENTRY…]", autocompletion=_ids, show_default=False)]

Suggested = Annotated[bool, typer.Option("--suggested", help="What you suggested to them, not a step of yours.")]
Share = Annotated[bool, typer.Option("--share", help="With take: let the other person see it.")]


def command(
    context: typer.Context,
    action: Action = "",
    names: Names = None,
    with_: options.With = "",
    is_suggested: Suggested = False,
    is_shared: Share = False,
) -> None:
    """What each wants to try next. `next done ENTRY` closes one of yours, drop lets it go, reopen opens it again.

    `next take ENTRY` turns somebody's suggestion or request into a step of your own, linked to their entry.
    """
    world = world_of(context)
    if not action:
        _list(world, with_)
    elif action not in _ACTIONS or not names:
        raise UsageError("say which: mentorlog next done ENTRY", hint="mentorlog next")
    elif action == _TAKE:
        _take(world, names, with_, is_shared=is_shared)
    else:
        _close(world, names, action, is_suggested=is_suggested)


def _list(world: World, name: str) -> None:
    journal = world.journal()
    contents = journal.read()
    open_now = open_between(journal, contents, name)
    if world.is_piped:
        for line in formats.tab_lines(map(formats.step_row, open_now.steps)):
            out(line)
    elif open_now.steps:
        from mentorlog.render.pages import step_rows

        step_rows(world.screen, open_now.steps)
        if open_now.can_be_taken:
            say("To make a suggestion yours: mentorlog next take ENTRY")
    else:
        say("Nothing is open. An entry can end with one thing to try next.")
    warn_of_unread(contents.unreadable)
    for remark in open_now.remarks:
        warn(remark)


def _take(world: World, names: Sequence[str], person: str, *, is_shared: bool) -> None:
    """Save each suggestion or request as the writer's own step, in a new entry that follows it."""
    from mentorlog.cli.writing.flags import new_keeper
    from mentorlog.cli.writing.saving import save_at_once

    journal = world.journal(to_write=True)
    for values in steps_to_take(journal, names, person, world.today, is_shared=is_shared):
        save_at_once(world, new_keeper(world, world.today), values, [], as_json=False)


def _close(world: World, names: Sequence[str], action: str, *, is_suggested: bool) -> None:
    journal = world.journal(to_write=True)
    contents = journal.read()
    entries = {entry.path: entry for entry in (world.own_entry(name, journal, contents, _DEED) for name in names)}
    for entry in entries.values():
        step = close_step(journal, entry, action, is_suggested=is_suggested)
        say(f"{_CLOSED[action]}: {safe_line(step.words)}")

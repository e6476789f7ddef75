"""`mentorlog check`: lists files with a problem, with line and reason, and repairs what is safe to repair."""

import shlex
from collections.abc import Iterator, Mapping
from typing import Annotated

import typer

from mentorlog.cli.confirm import agrees
from mentorlog.cli.world import World, world_of
from mentorlog.entry.difference import difference
from mentorlog.entry.entry import Entry
from mentorlog.entry.mend import mendable
from mentorlog.errors import ContentError, ExitCode
from mentorlog.finding.duplicates import copies
from mentorlog.journal.journal import Journal
from mentorlog.journal.question_files import journal_bank
from mentorlog.journal.settings import Settings, read_settings
from mentorlog.render.lines import out, say
from mentorlog.text import count, safe_line

Fix = Annotated[bool, typer.Option("--fix", help="Mend what is certain, after showing it and asking.")]
_MOST_SHOWN = 40  # lines to show of the difference between two copies
Yes = Annotated[bool, typer.Option("--yes", help="With --fix: do not ask.")]


def command(context: typer.Context, is_fix: Fix = False, is_agreed: Yes = False) -> None:
    """List what needs a look. Every entry, the settings and your own questions; without --fix, nothing is changed."""
    world = world_of(context)
    if is_fix:
        _fix(world, is_agreed=is_agreed)
    else:
        _list(world)


def _list(world: World) -> None:
    root = world.root()
    try:
        settings, broken = read_settings(root), []
    except ContentError as error:
        settings, broken = Settings(), [f"{error}."]
    journal = Journal(root, world.state, settings)
    contents = journal.read()
    problems = [*contents.problems, *journal_bank(journal).problems]
    lines = [*broken, *map(str, problems)]
    totals = (
        f"{count(len(contents.entries), 'entry', 'entries')}, {count(len(world.drafts.of(journal.marks)), 'draft')}."
    )
    if not lines:
        say(f"{totals} Every file can be read.")
        return
    files = len({problem.path for problem in problems}) + len(broken)
    say(f"{totals} {count(files, 'file needs', 'files need')} a look; nothing was changed.")
    for line in lines:
        say(f"  {line}")
    for original, *others in copies(contents.entries):
        for other in others:
            _show_copy(original, other)
    if mendable(contents.unread):
        say("Mend what is certain: mentorlog check --fix")
    raise typer.Exit(ExitCode.CONTENT)


def _show_copy(original: Entry, other: Entry) -> None:
    """Print the lines that only one of two copies has, for their writer to choose from."""
    lines = list(difference(original.text, other.text))
    if lines:
        out(f"\n- {safe_line(original.path)}\n+ {safe_line(other.path)}")
    for line in lines[:_MOST_SHOWN]:
        out(_shown(line))
    if len(lines) > _MOST_SHOWN:
        say(f"  and {count(len(lines) - _MOST_SHOWN, 'line')} more")
    wish = "Keep what you want in the first; the other can go" if lines else "One of the two can go"
    say(f"{wish}: mentorlog delete {shlex.quote(safe_line(other.path))}")


def _fix(world: World, *, is_agreed: bool) -> None:
    journal = world.journal(to_write=True)
    contents = journal.read()
    texts = mendable(contents.unread)
    if texts:
        _mend(world, journal, texts, is_agreed=is_agreed)
    else:
        say("There is nothing that can be mended with certainty.")
    unopened = len(contents.folders) + sum(file.is_unopened for file in contents.unread)
    if unopened:
        raise ContentError(f"{count(unopened, 'file')} could not be opened", hint="mentorlog check")


def _mend(world: World, journal: Journal, texts: Mapping[str, tuple[str, str]], *, is_agreed: bool) -> None:
    for line in _difference(texts):
        out(line)
    if not is_agreed and not agrees(
        world, f"Mend {count(len(texts), 'file')} like this?", hint="mentorlog check --fix --yes"
    ):
        say("Nothing was changed.")
        return
    journal.mend(texts)
    say(f"Mended {count(len(texts), 'file')}. Back with: mentorlog undo")


def _difference(texts: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    """The lines that a repair would change, before and after."""
    for path, (before, after) in texts.items():
        yield safe_line(path)
        yield from map(_shown, difference(before, after))


def _shown(line: str) -> str:
    """Format a line of a difference, such as `- title = "Funnels"`, for printing."""
    return f"  {line[0]} {safe_line(line[2:])}"

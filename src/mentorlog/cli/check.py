"""`mentorlog check`: every file that a person should look at, with line and reason. It changes nothing."""

import typer

from mentorlog.cli.context import say, world_of
from mentorlog.errors import ContentError, ExitCode
from mentorlog.journal.journal import Journal
from mentorlog.journal.prompts import journal_bank
from mentorlog.journal.settings import Settings, read_settings
from mentorlog.text import count


def command(context: typer.Context) -> None:
    """List what needs a look. Every entry, the settings and your own questions; nothing is changed."""
    world = world_of(context)
    root = world.root()
    try:
        settings, broken = read_settings(root), []
    except ContentError as error:
        settings, broken = Settings(), [f"{error}."]
    contents = Journal(root, world.state, settings).read()
    problems = [*contents.problems, *journal_bank(root).problems]
    lines = [*broken, *map(str, problems)]
    held = f"{count(len(contents.entries), 'entry', 'entries')}, {count(len(world.drafts.all()), 'draft')}."
    if not lines:
        say(f"{held} Every file can be read.")
        return
    files = len({problem.path for problem in problems}) + len(broken)
    say(f"{held} {count(files, 'file needs', 'files need')} a look; nothing was changed.")
    for line in lines:
        say(f"  {line}")
    raise typer.Exit(ExitCode.CONTENT)

"""`mentorlog init`: makes a folder a journal, and sets up a person to share with."""

from pathlib import Path
from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.people.first_run import set_up
from mentorlog.cli.people.set_up import introduce, wanted_of
from mentorlog.cli.world import world_of
from mentorlog.errors import StoppedError

Folder = Annotated[Path | None, typer.Argument(metavar="[FOLDER]", help="Where entries will live.")]
Name = Annotated[str, typer.Option(metavar="NAME", help="Your name, as the other person knows you.")]
RoleName = Annotated[str, typer.Option("--role", metavar="ect|mentor", help="Which of the two you are.")]
SettingName = Annotated[
    str,
    typer.Option(
        "--setting",
        metavar="KIND",
        help="early years, primary, secondary, special or college: the questions then use its words.",
        autocompletion=options.complete_settings,
    ),
]
With = Annotated[str, typer.Option("--with", metavar="NAME", help="Who you will share with.", show_default=False)]


def command(
    context: typer.Context,
    folder: Folder = None,
    name: Name = "",
    role: RoleName = "",
    setting: SettingName = "",
    with_: With = "",
    to: options.To = None,
    theirs: options.From = None,
) -> None:
    """Make a folder your journal, or take up one that is there. Asks only for what the flags leave open."""
    world, wanted = world_of(context), wanted_of(with_, "", to, theirs)
    journal, is_new = set_up(world, folder or world.journal_option, name, role, setting, wanted)
    if wanted.is_given or (is_new and world.can_ask):
        try:
            introduce(world, journal, wanted)
        except (KeyboardInterrupt, EOFError):
            raise StoppedError("Nobody was set up to share with; your journal is there.") from None

"""`mentorlog init`: a folder becomes a journal. And the welcome that the first `new` gives."""

import os
from pathlib import Path
from typing import Annotated

import typer

from mentorlog.ask.asker import Asker
from mentorlog.cli import options
from mentorlog.cli.people.choose import introduce
from mentorlog.cli.people.set_up import NOBODY, Newcomers, Wanted
from mentorlog.cli.world import World, whole, with_tilde, world_of
from mentorlog.dimensions import Role
from mentorlog.errors import InputNeededError, MentorlogError, StoppedError, UsageError
from mentorlog.guard.safeguarding import SAFEGUARDING
from mentorlog.journal import disk
from mentorlog.journal.folder import SETTINGS_NAME
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import found_journal, read_settings
from mentorlog.journal.state import can_be_remembered, default_journal, remember_journal
from mentorlog.render.lines import say
from mentorlog.text import safe_line, typed_line

MAY_BE_READ = "If this folder is in OneDrive or on a school drive, your school may be able to read it."
WELCOME = (
    "Welcome. mentorlog keeps your reflections as plain files in a folder of yours.\n"
    "Nothing leaves this computer unless you share it."
)

Folder = Annotated[Path | None, typer.Argument(metavar="[FOLDER]", help="Where entries will live.")]
Name = Annotated[str, typer.Option(metavar="NAME", help="Your name, as the other person knows you.")]
RoleName = Annotated[str, typer.Option("--role", metavar="ect|mentor", help="Which of the two you are.")]
With = Annotated[str, typer.Option("--with", metavar="NAME", help="Who you will share with.", show_default=False)]


def command(
    context: typer.Context,
    folder: Folder = None,
    name: Name = "",
    role: RoleName = "",
    with_: With = "",
    to: options.To = None,
    theirs: options.From = None,
) -> None:
    """Make a folder your journal, or take up one that is there. Asks only for what the flags leave open."""
    world, wanted = world_of(context), Wanted(with_, "", to, theirs)
    journal, is_new = set_up(world, folder or world.journal_option, name, role, wanted)
    if wanted.is_given or (is_new and world.can_ask):
        try:
            introduce(world, journal, wanted)
        except (KeyboardInterrupt, EOFError):
            raise StoppedError("Nobody was set up to share with; your journal is there.") from None


def welcome(world: World) -> None:
    """The first run of `new`: say what this is, and ask where, who and which role."""
    say(WELCOME)
    set_up(world, None, "", "")


def set_up(world: World, folder: Path | None, name: str, role: str, wanted: Wanted = NOBODY) -> tuple[Journal, bool]:
    """The journal, and whether it is new. Somebody `wanted` who cannot be set up is refused before anything is made."""
    given_role = _role(role) if role else None
    try:
        root = whole(folder) if folder else _asked_folder(world)
        is_new = not os.path.isfile(root / SETTINGS_NAME)
        whose = _whose(world, root, name, given_role) if is_new else None
    except (KeyboardInterrupt, EOFError):
        raise StoppedError("Nothing was made.") from None
    if whose:
        _make(world, root, *whose, wanted)
    else:
        _take_up(world, root, name, given_role, is_changed=wanted.is_given)
    return Journal(root, world.state, read_settings(root)), is_new


def _whose(world: World, root: Path, name: str, role: Role | None) -> tuple[str, Role]:
    """The name and the role of whoever begins a journal."""
    if not can_be_remembered(root):
        raise UsageError(f"{safe_line(str(root))} has a letter in its name that is not UTF-8; choose another name")
    clean = typed_line(name) or _asked_name(world)
    return clean, role or _asked_role(world)


def _make(world: World, root: Path, name: str, role: Role, wanted: Wanted) -> None:
    if wanted.name or (wanted.is_given and not world.can_ask):
        Newcomers(world, root, role).checked(wanted)
    found_journal(root, name, role)
    _remember(world, root)
    say(f"Made {safe_line(with_tilde(root))}.")
    say(MAY_BE_READ)
    say(SAFEGUARDING)


def _take_up(world: World, root: Path, name: str, role: Role | None, *, is_changed: bool) -> None:
    settings = read_settings(root)
    if (name and name != settings.name) or (role and role != settings.role):
        whose = f"{safe_line(settings.name)}, {settings.role}"
        raise UsageError(f"this is the journal of somebody else ({whose}); to change that, edit {SETTINGS_NAME} in it")
    _remember(world, root)
    whose = f" ({safe_line(settings.name)}, {settings.role})" if settings.name else ""
    unchanged = "" if is_changed else " Nothing in it was changed."
    say(f"{safe_line(with_tilde(root))} is your journal now{whose}.{unchanged}")


def _remember(world: World, root: Path) -> None:
    try:
        remember_journal(world.state, root)
    except OSError as error:
        raise MentorlogError(
            f"the journal is there, but where it is cannot be remembered: {disk.reason(error)}",
            hint=f"MENTORLOG_JOURNAL='{safe_line(str(root))}'",
        ) from None


def _role(words: str) -> Role:
    return options.role_option({"1": "ect", "2": "mentor"}.get(words.strip(), words))


def _asker(world: World) -> Asker:
    if not world.can_ask:
        raise InputNeededError(
            "a new journal needs a folder, a name and a role", hint="mentorlog init FOLDER --name NAME --role ect"
        )
    from mentorlog.cli.confirm import asker_for

    return asker_for(world)


def _asked_folder(world: World) -> Path:
    usual = default_journal()
    reply = _asker(world).line("Where should entries live?", f"[{with_tilde(usual)}]", "", lambda _: None)
    return whole(Path(reply.text.strip() or usual))


def _asked_name(world: World) -> str:
    other = "as the other person knows you"
    reply = _asker(world).line(f"Your name, {other}?", "", "", lambda _: None)
    return typed_line(reply.text)


def _asked_role(world: World) -> Role:
    asker = _asker(world)
    while True:
        reply = asker.line("Are you  1 the ECT  2 the mentor?", "[1]", "", lambda _: None)
        try:
            return _role(reply.text or "1")
        except UsageError:
            asker.say("1 or 2, please.")

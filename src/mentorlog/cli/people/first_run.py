"""Sets up the writer's own journal: for `init`, and as the welcome of the first `new`."""

import os
from pathlib import Path

from mentorlog.ask.asker import Asker
from mentorlog.cli.confirm import asker_for
from mentorlog.cli.world import World, whole, with_tilde
from mentorlog.dimensions import Role, read_role
from mentorlog.errors import InputNeededError, StoppedError, UsageError
from mentorlog.guard.safeguarding import SAFEGUARDING
from mentorlog.journal.begin import begin_journal, refuse_unwritable_name, use_existing_journal
from mentorlog.journal.folder import SETTINGS_NAME
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import read_settings
from mentorlog.journal.state import default_journal
from mentorlog.questions.school_words import Setting, read_setting
from mentorlog.render.lines import say
from mentorlog.sharing.newcomers import Newcomers, PersonDetails
from mentorlog.text import safe_line, typed_line

MAY_BE_READ = "If this folder is in OneDrive or on a school drive, your school may be able to read it."
WELCOME = (
    "Welcome. mentorlog keeps your reflections as plain files in a folder of yours.\n"
    "Nothing leaves this computer unless you share it."
)
_NOBODY = PersonDetails()


def welcome(world: World) -> None:
    """Welcome the writer at the first `new`: say what mentorlog is, and ask for a folder, a name and a role."""
    say(WELCOME)
    set_up(world, None, "", "")


def set_up(
    world: World, folder: Path | None, name: str, role: str, setting: str = "", wanted: PersonDetails = _NOBODY
) -> tuple[Journal, bool]:
    """Make a journal or use one that exists, asking for what is missing. Returns it, and whether it is new.

    If the person `wanted` cannot be set up, UsageError is raised before anything is made.
    """
    given_role = _role(role) if role else None
    given_setting = read_setting(setting) if setting else None
    try:
        root = whole(folder) if folder else _asked_folder(world)
        is_new = not os.path.isfile(root / SETTINGS_NAME)
        whose = _whose(world, root, name, given_role) if is_new else None
    except (KeyboardInterrupt, EOFError):
        raise StoppedError("Nothing was made.") from None
    if whose:
        _make(world, root, *whose, given_setting, wanted)
    else:
        _take_up(world, root, name, given_role, given_setting, is_changed=wanted.is_given)
    return Journal(root, world.state, read_settings(root)), is_new


def _whose(world: World, root: Path, name: str, role: Role | None) -> tuple[str, Role]:
    """The name and role of the writer of a new journal."""
    refuse_unwritable_name(root)
    clean = typed_line(name) or _asked_name(world)
    return clean, role or _asked_role(world)


def _make(world: World, root: Path, name: str, role: Role, setting: Setting | None, wanted: PersonDetails) -> None:
    if wanted.name or (wanted.is_given and not world.can_ask):
        Newcomers(root, world.state, role).check(wanted)
    begin_journal(root, world.state, name, role, setting)
    say(f"Made {safe_line(with_tilde(root))}.")
    say(MAY_BE_READ)
    say(SAFEGUARDING)


def _take_up(
    world: World, root: Path, name: str, role: Role | None, setting: Setting | None, *, is_changed: bool
) -> None:
    settings = use_existing_journal(root, world.state, name, role, setting)
    whose = f" ({safe_line(settings.name)}, {settings.role})" if settings.name else ""
    unchanged = "" if is_changed or setting else " Nothing in it was changed."
    worded = f" Questions now use the words of: {setting}." if setting else ""
    say(f"{safe_line(with_tilde(root))} is your journal now{whose}.{unchanged}{worded}")


def _role(words: str) -> Role:
    return read_role({"1": "ect", "2": "mentor"}.get(words.strip(), words))


def _asker(world: World) -> Asker:
    if not world.can_ask:
        raise InputNeededError(
            "a new journal needs a folder, a name and a role", hint="mentorlog init FOLDER --name NAME --role ect"
        )
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

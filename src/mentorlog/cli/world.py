"""The world that a command runs in: its journal, the day, the environment and the terminal."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from mentorlog.entry.entry import Entry
from mentorlog.errors import ContentError, InputNeededError, MentorlogError, NotFoundError, UsageError
from mentorlog.finding.selection import entry_named
from mentorlog.journal.folder import SETTINGS_NAME, Contents
from mentorlog.journal.state import default_state, remembered_journal
from mentorlog.render.lines import is_terminal, warn
from mentorlog.render.progress import watched
from mentorlog.text import count, safe_line

if TYPE_CHECKING:  # a completion needs none of these, and must be quick
    from mentorlog.journal.drafts import Drafts
    from mentorlog.journal.journal import Journal
    from mentorlog.journal.settings import Settings
    from mentorlog.render.screen import Screen


def expanded(path: Path) -> Path:
    """Replace ~ in `path` by the home folder; `~name` stays if there is no such account."""
    return Path(os.path.expanduser(path))


def whole(folder: Path) -> Path:
    """The absolute path of a folder, with links resolved."""
    return Path(os.path.realpath(expanded(folder)))


def with_tilde(path: Path) -> str:
    """Shorten `path` for a person to read, with ~ for the home folder."""
    home = Path.home()
    return f"~/{path.relative_to(home).as_posix()}" if path.is_relative_to(home) and path != home else str(path)


def local_day() -> date:
    """Today, in the time zone of this computer."""
    return date.today()  # noqa: DTZ011 -- a lesson's day is local


@dataclass
class World:
    """A command's surroundings, made once from the options before the command. It opens files only on demand."""

    journal_option: Path | None = None
    plain_option: bool = False
    no_input: bool = False
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)

    @cached_property
    def today(self) -> date:
        """The local day on which the command began."""
        return local_day()

    @cached_property
    def state(self) -> Path:
        named = self.environment.get("MENTORLOG_STATE")
        return expanded(Path(named)).absolute() if named else default_state()

    @property
    def drafts(self) -> "Drafts":
        from mentorlog.journal.drafts import Drafts

        return Drafts(self.state)

    @property
    def is_plain(self) -> bool:
        accessible = self.environment.get("ACCESSIBLE", "") not in ("", "0")
        return self.plain_option or accessible or self.environment.get("TERM") == "dumb"

    @property
    def can_ask(self) -> bool:
        return not self.no_input and is_terminal(sys.stdin) and is_terminal(sys.stdout)

    @property
    def is_piped(self) -> bool:
        return not is_terminal(sys.stdout)

    @cached_property
    def screen(self) -> "Screen":
        from mentorlog.render.screen import Screen

        return Screen(plain=self.is_plain)

    def named_journal(self) -> Path | None:
        """The folder named by an option or the environment, whether or not it exists; None if neither names one."""
        if self.journal_option is not None and str(self.journal_option) in ("", "."):
            raise UsageError("--journal needs a folder's name; for this one say its whole path")
        named = self.journal_option or self.environment.get("MENTORLOG_JOURNAL") or None
        return expanded(Path(named)) if named else None

    def expected_root(self) -> Path | None:
        """Where the journal should be, whether or not it is there now; None before the first `init`.

        Raises MentorlogError if the file that remembers it cannot be read.
        """
        return self.named_journal() or remembered_journal(self.state)

    def known_root(self) -> Path | None:
        """Where the journal should be, if that is known; None before the first `init`, or if it cannot be read now."""
        try:
            return self.expected_root()
        except MentorlogError:
            return None

    def root(self) -> Path:
        """The journal's folder. Raises MentorlogError if it is not there; never creates it."""
        named = self.named_journal()
        root = self.expected_root()
        if root is None:
            raise InputNeededError("there is no journal yet", hint="mentorlog init FOLDER --name NAME --role ect")
        if not os.path.isdir(root):
            raise _not_there(root, is_named=named is not None)
        if named is None and not os.path.isfile(root / SETTINGS_NAME):
            raise _not_there(root, is_named=False)
        return Path(os.path.realpath(root))

    def entry(self, name: str, journal: "Journal", contents: Contents) -> Entry:
        """The entry that `name` means: `last`, an id or the end of one, or a path."""
        entries = contents.entries
        if name == "last" and entries:
            last_day = max(entry.date for entry in entries)
            return journal.latest([entry for entry in entries if entry.date == last_day])
        try:
            return entry_named(self.path_in(journal, name), entries)
        except NotFoundError as error:
            if not contents.unreadable:
                raise
            number = count(contents.unreadable, "file")
            raise NotFoundError(f"{error}; {number} could not be read", hint="mentorlog check") from None

    def own_entry(self, name: str, journal: "Journal", contents: Contents, deed: str) -> Entry:
        """The writer's own entry called `name`. Raises UsageError for another person's: only they can do the `deed`."""
        try:
            return self.entry(name, journal, contents)
        except NotFoundError:
            if journal.settings.people:
                from mentorlog.sharing.shared_with_me import refuse_theirs

                refuse_theirs(journal, name, deed)
            raise

    def path_in(self, journal: "Journal", name: str) -> str:
        """Turn a path from the current folder into one inside the journal; leave any other `name` as it is."""
        if name.casefold().endswith(".md"):
            here = whole(Path(name))
            if here.is_relative_to(journal.root) and os.path.lexists(here):
                return here.relative_to(journal.root).as_posix()
        return name

    def journal(self, *, to_write: bool = False) -> "Journal":
        """Open the journal. Broken settings stop a command that writes; one that reads warns and carries on."""
        from mentorlog.journal.journal import Journal

        root = self.root()
        watch = iter if self.is_plain else watched
        return Journal(root, self.state, self._settings(root, to_write=to_write), watch)

    def journal_if_any(self) -> "Journal | None":
        """Open the journal, for a command that can do without; None if there is none or it cannot be reached."""
        try:
            return self.journal() if self.expected_root() else None
        except MentorlogError:
            return None

    def _settings(self, root: Path, *, to_write: bool) -> "Settings":
        from mentorlog.journal.settings import Settings, read_settings

        try:
            return read_settings(root)
        except ContentError as error:
            if to_write:
                raise
            warn(f"{error}; going on without it")
            return Settings()


def _not_there(root: Path, *, is_named: bool) -> MentorlogError:
    shown = safe_line(str(root))
    if is_named:
        return NotFoundError(f"there is no folder {shown}", hint=f"mentorlog init '{shown}'")
    return MentorlogError(
        f"your journal is not at {shown}; is the drive connected?", hint="mentorlog init FOLDER if it has moved"
    )


def world_of(context: typer.Context) -> World:
    """The world of this command line. A completion runs before `start`, so it gets one from the options alone."""
    root = context.find_root()
    return root.obj if isinstance(root.obj, World) else World(journal_option=root.params.get("journal"))

"""Setting up a journal: make a new one or use an existing one, and remember it for later commands."""

from pathlib import Path

from mentorlog.dimensions import Role
from mentorlog.errors import MentorlogError, UsageError
from mentorlog.journal import disk
from mentorlog.journal.folder import SETTINGS_NAME
from mentorlog.journal.settings import Settings, create_journal, read_settings, set_setting
from mentorlog.journal.state import can_be_remembered, remember_journal
from mentorlog.questions.school_words import Setting
from mentorlog.text import safe_line


def refuse_unwritable_name(root: Path) -> None:
    """Raise UsageError for a folder whose name cannot be stored as text."""
    if not can_be_remembered(root):
        raise UsageError(f"{safe_line(str(root))} has a letter in its name that is not UTF-8; choose another name")


def begin_journal(root: Path, state: Path, name: str, role: Role, setting: Setting | None = None) -> None:
    """Make a new journal for a writer with this name and role. Raises MentorlogError."""
    create_journal(root, name, role, setting)
    _remember(state, root)


def use_existing_journal(
    root: Path, state: Path, name: str, role: Role | None, setting: Setting | None = None
) -> Settings:
    """Use the journal at `root`, and return its settings, with the `setting` if one is given.

    Raises UsageError if they have another name or role.
    """
    settings = read_settings(root)
    if (name and name != settings.name) or (role and role != settings.role):
        whose = f"{safe_line(settings.name)}, {settings.role}"
        raise UsageError(f"this is the journal of somebody else ({whose}); to change that, edit {SETTINGS_NAME} in it")
    if setting and setting != settings.setting:
        settings = set_setting(root, setting)
    _remember(state, root)
    return settings


def _remember(state: Path, root: Path) -> None:
    try:
        remember_journal(state, root)
    except OSError as error:
        raise MentorlogError(
            f"the journal is there, but where it is cannot be remembered: {disk.reason(error)}",
            hint=f"MENTORLOG_JOURNAL='{safe_line(str(root))}'",
        ) from None

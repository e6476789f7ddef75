"""The state folder: this account's drafts and history, and the path of its journal. It is outside every journal."""

from pathlib import Path

from mentorlog.errors import MentorlogError
from mentorlog.files.toml import TomlError, parse, written
from mentorlog.journal import disk
from mentorlog.text import safe_line

_POINTER = "journal.toml"


def default_state() -> Path:
    """The default state folder on this operating system."""
    import platformdirs

    return platformdirs.user_state_path("mentorlog", appauthor=False)


def default_journal() -> Path:
    """The default folder of a new journal."""
    import platformdirs

    return platformdirs.user_documents_path() / "mentorlog"


def remembered_journal(state: Path) -> Path | None:
    """The journal that `init` set up, even if its folder is missing now; None before the first `init`.

    Raises MentorlogError if its path was stored but cannot be read, since this is not a first run.
    """
    path = state / _POINTER
    try:
        folder = parse(disk.read(path).decode("utf-8")).get("folder")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unknown(path, disk.reason(error)) from None
    except (UnicodeDecodeError, TomlError):
        raise _unknown(path, "it is damaged") from None
    return Path(folder) if isinstance(folder, str) and folder else None


def _unknown(path: Path, reason: str) -> MentorlogError:
    return MentorlogError(
        f"where your journal is cannot be read in {safe_line(str(path))}: {reason}", hint="mentorlog init FOLDER"
    )


def remember_journal(state: Path, root: Path) -> None:
    """Make `root` the default journal of all commands. Raises OSError."""
    disk.make_folder(state)
    disk.overwrite(state / _POINTER, f"folder = {written(str(root))}\n".encode())


def can_be_remembered(root: Path) -> bool:
    """Whether the path `root` can be stored as UTF-8. On some systems a name may be any bytes."""
    return not any("\ud800" <= char <= "\udfff" for char in str(root))

"""This account's own folder, outside every journal and never synced: drafts, history, and where the journal is."""

from pathlib import Path

from mentorlog.errors import MentorlogError
from mentorlog.files.toml import TomlError, parse, written
from mentorlog.journal import disk
from mentorlog.text import safe_line

_POINTER = "journal.toml"


def default_state() -> Path:
    """Where this kind of computer keeps an account's state."""
    import platformdirs

    return platformdirs.user_state_path("mentorlog", appauthor=False)


def default_journal() -> Path:
    """Where a journal goes unless the person says otherwise."""
    import platformdirs

    return platformdirs.user_documents_path() / "mentorlog"


def remembered_journal(state: Path) -> Path | None:
    """The journal that `init` set up, whether or not its folder is there now; None before the first `init`.

    Raises MentorlogError where that is written down and cannot be read: to take it for a first run would be wrong.
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
    """Make `root` the journal that commands use when none is named. Raises OSError."""
    disk.make_folder(state)
    disk.overwrite(state / _POINTER, f"folder = {written(str(root))}\n".encode())


def can_be_remembered(root: Path) -> bool:
    """Whether `root` has a name that can be written down: on some systems a name may be any bytes."""
    return not any("\ud800" <= char <= "\udfff" for char in str(root))

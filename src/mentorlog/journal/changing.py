"""The lock that is held while files change, and one sentence for whatever the file system says meanwhile."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from mentorlog.errors import ContentError, MentorlogError
from mentorlog.journal import disk
from mentorlog.journal.locks import locked
from mentorlog.text import safe_line


@contextlib.contextmanager
def changing(state: Path, otherwise: str) -> Iterator[None]:
    """Hold the lock in `state`. Raises MentorlogError for every fault, with a sentence that begins with `otherwise`."""
    try:
        disk.make_folder(state)
        with locked(state / "lock"):
            yield
    except TimeoutError:
        raise MentorlogError(f"{otherwise}: another mentorlog is writing", hint="try again in a moment") from None
    except disk.ChangedError as error:
        raise ContentError(f"{otherwise}: {safe_line(error.path.name)} has changed since it was read") from None
    except FileExistsError as error:
        raise ContentError(f"{otherwise}: {safe_line(str(error.filename2 or error.filename))} is there again") from None
    except OSError as error:
        raise MentorlogError(f"{otherwise}: {disk.reason_at(error)}") from None

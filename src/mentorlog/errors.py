"""The errors of mentorlog: one sentence each, with the exit status.

Code below `cli/` never prints or exits on an error. It raises one of these, and `cli/app.py` prints the line.
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit statuses that a script can rely on (docs/cli.md)."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    NOT_FOUND = 3
    CONTENT = 4
    INPUT_NEEDED = 5
    INTERRUPTED = 130


class MentorlogError(Exception):
    """An error with one sentence for the person and, where it helps, a hint on what to try next."""

    exit_code = ExitCode.FAILED

    def __init__(self, sentence: str, *, hint: str = "") -> None:
        super().__init__(sentence)
        self.hint = hint


class UsageError(MentorlogError):
    """The command line makes no sense as it was typed."""

    exit_code = ExitCode.USAGE


class NotFoundError(MentorlogError):
    """The entry, draft, file or change that the person asked for does not exist."""

    exit_code = ExitCode.NOT_FOUND


class ContentError(MentorlogError):
    """A file has a fault. It was left unchanged."""

    exit_code = ExitCode.CONTENT


class InputNeededError(MentorlogError):
    """A command needs an answer from a person, and there is no terminal."""

    exit_code = ExitCode.INPUT_NEEDED


class StoppedError(MentorlogError):
    """The person stopped half-way. The sentence says where the words are; it is printed without a prefix."""

    exit_code = ExitCode.INTERRUPTED

    def __init__(self, sentence: str, exit_code: ExitCode = ExitCode.INTERRUPTED) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code

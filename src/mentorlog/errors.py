"""What can go wrong, in one sentence each, with the exit status it ends in.

Nothing below `cli/` prints or exits: it raises one of these, and `cli/app.py` turns it into a line.
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """The statuses a script can rely on (docs/cli.md)."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    NOT_FOUND = 3
    CONTENT = 4
    INPUT_NEEDED = 5
    INTERRUPTED = 130


class MentorlogError(Exception):
    """One sentence for the person, and where it helps, what to try next."""

    exit_code = ExitCode.FAILED

    def __init__(self, sentence: str, *, hint: str = "") -> None:
        super().__init__(sentence)
        self.hint = hint


class UsageError(MentorlogError):
    """The command line asks for something that cannot be meant."""

    exit_code = ExitCode.USAGE


class NotFoundError(MentorlogError):
    """No entry, no draft, nothing to undo: whatever was asked for is not there."""

    exit_code = ExitCode.NOT_FOUND


class ContentError(MentorlogError):
    """A file is not what it should be; it was left as it is."""

    exit_code = ExitCode.CONTENT


class InputNeededError(MentorlogError):
    """Only a person could answer, and there is no terminal to ask at."""

    exit_code = ExitCode.INPUT_NEEDED


class StoppedError(MentorlogError):
    """The person stopped half-way. The sentence says where the words are, and stands without a prefix."""

    exit_code = ExitCode.INTERRUPTED

    def __init__(self, sentence: str, exit_code: ExitCode = ExitCode.INTERRUPTED) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code

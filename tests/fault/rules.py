"""The rules for the files and messages of a command when a call to the disk fails."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fault.bench import Attempt, Case, Snapshot
from mentorlog.errors import ExitCode
from mentorlog.journal import disk

_WORDS_FOLLOW = "here is the text to copy:\n\n"
_DONE = (
    *("Saved", "Changed", "Deleted", "Mended", "Removed", "Done:", "Made", "written to"),
    *("Brought back", "Took out", "is as it was"),
)
_NOT_DONE = "nothing was"
_NOT_ALL = re.compile(r"could not be (read|opened)")  # about files that were skipped


def files_of(snapshot: Snapshot) -> dict[str, bytes]:
    """Return the person's files: all except the state folder, but with its note of where the journal is."""
    named = {name: data for name, data in snapshot.items() if data is not None and disk.TEMPORARY not in name}
    return {name: data for name, data in named.items() if not name.startswith("state/") or name == "state/journal.toml"}


def texts_of(snapshot: Snapshot) -> set[bytes]:
    """Return every text in the journal, the history and the drafts, except temporary files."""
    return {data for name, data in snapshot.items() if name.endswith(".md") and data and disk.TEMPORARY not in name}


@dataclass(frozen=True)
class Trial:
    """An attempt, the files before it, and the same command on a disk without a fault."""

    case: Case
    base: Path
    start: Snapshot
    whole: Attempt
    attempt: Attempt

    @property
    def is_done(self) -> bool:
        is_held = bool(self.case.purges) and any(self.case.purges in text for text in texts_of(self.attempt.left))
        return files_of(self.attempt.left) == files_of(self.whole.left) and not is_held

    @property
    def is_untouched(self) -> bool:
        return files_of(self.attempt.left) == files_of(self.start)

    def faults(self) -> list[str]:
        """Describe each rule that this attempt broke."""
        faults = (f"{self.attempt}: {rule.__name__}: {fault}" for rule in RULES for fault in rule(self))
        return [fault.replace(str(self.base), "{base}") for fault in faults]


def nothing_is_raised(trial: Trial) -> Iterator[str]:
    if trial.attempt.raised or "Traceback" in trial.attempt.result.stderr:
        yield trial.attempt.raised or trial.attempt.result.stderr


def status_0_only_when_done(trial: Trial) -> Iterator[str]:
    result = trial.attempt.result
    if result.exit_code == ExitCode.DONE and not trial.is_done and not _NOT_ALL.search(result.stderr):
        yield f"{result}"


def a_failure_is_one_line(trial: Trial) -> Iterator[str]:
    result = trial.attempt.result
    lines = [line for line in result.stderr.split(_WORDS_FOLLOW)[0].splitlines() if not line.startswith("  try: ")]
    if result.exit_code and not (len(lines) == 1 and lines[0].startswith("mentorlog: ")):
        yield f"status {result.exit_code} and {result.stderr!r}"


def every_file_is_old_or_new(trial: Trial) -> Iterator[str]:
    old, new, left = (files_of(snapshot) for snapshot in (trial.start, trial.whole.left, trial.attempt.left))
    for name in old | new | left:
        if left.get(name) not in (old.get(name), new.get(name)):
            yield f"{name} holds {left.get(name)!r}"


def no_text_is_lost(trial: Trial) -> Iterator[str]:
    for text in texts_of(trial.start) - texts_of(trial.attempt.left):
        if not trial.case.purges or trial.case.purges not in text:
            yield f"{text!r}"


def typed_words_are_saved_or_named_or_printed(trial: Trial) -> Iterator[str]:
    words, message = trial.case.brings, trial.attempt.result.stderr
    holding = [name for name, data in trial.attempt.left.items() if data and words.encode() in data]
    is_saved = any(name.startswith("journal/") and disk.TEMPORARY not in name for name in holding)
    is_named = any(str(trial.base / name) in message for name in holding)
    if words and trial.attempt.is_typed and not (is_saved or is_named or words in message):
        yield f"the words are in {holding}, and this was said: {message!r}"


def every_message_is_true(trial: Trial) -> Iterator[str]:
    output = trial.attempt.result.stdout + trial.attempt.result.stderr.split(_WORDS_FOLLOW)[0]
    is_done = trial.is_done or _NOT_ALL.search(output)
    yield from (f"it said {word!r}" for word in _DONE if word in output and not is_done)
    if _NOT_DONE in output and not trial.is_untouched:
        yield f"it said {output!r}"


def nothing_temporary_is_left(trial: Trial) -> Iterator[str]:
    stuck = {"unlink", "link"} if trial.attempt.fault.stays else {"unlink"}
    for name in trial.attempt.left:
        if disk.TEMPORARY in name and not any(
            str(trial.base / name) == path and call in stuck for call, path in trial.attempt.disk.failed
        ):
            yield name


RULES: tuple[Callable[[Trial], Iterator[str]], ...] = (
    nothing_is_raised,
    status_0_only_when_done,
    a_failure_is_one_line,
    every_file_is_old_or_new,
    no_text_is_lost,
    typed_words_are_saved_or_named_or_printed,
    every_message_is_true,
    nothing_temporary_is_left,
)

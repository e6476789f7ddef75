"""The rules that must hold after each kill."""

import shutil
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kill.lives import AGREED, MEETING, MET, OLD, Folder, Life, words_in
from kill.terminal import Outcome, Terminal, watch
from kill.victim import Victim

_FINE = (0, 3, 4)  # the exit statuses of commands that work: done, not found, a file has a problem
_NEW = ("new", "The next day", "--title", "T")
_LATER: tuple[tuple[str, ...], ...] = ((), ("list",), ("check",), ("undo", "--list"), ("search", OLD), ("undo",), _NEW)
_ALSO_EVERY = 3  # kills between two checks that are as slow as a kill


@dataclass
class Kill:
    """One killed command: the files that it left, and its screen."""

    victim: Victim
    folder: Folder
    outcome: Outcome

    def __post_init__(self) -> None:
        self.left = self.folder.entries()
        self.is_purge = self.victim.life.is_purge
        self.words = self._words()
        self.typed = set() if self.is_purge else self.outcome.drafted | self._answers()

    def _words(self) -> set[str]:
        """Return the words that must still be somewhere. A purge removes the history first and the file last."""
        if self.is_purge:
            return words_in(self.victim.start.saved_text()) if self.left == self.victim.old else set()
        return words_in(self.victim.start.text_with_history())

    def _answers(self) -> set[str]:
        """Return the complete answers: those to the prompts before the last one on the screen."""
        return {step.answer for step in self.victim.life.steps[: max(self.outcome.prompts_shown - 1, 0)]}

    @property
    def is_done(self) -> bool:
        """True if the new state is on the disk; after a purge, if no word of the entry is left."""
        return self.left == self.victim.new and not (self.is_purge and words_in(self.folder.all_text()))

    def faults(self) -> Iterator[str]:
        """Yield the faults of this kill and of the commands after it, which depend on its number."""
        yield from self._faults_of_state()
        yield from _lost(self.words, self.folder.text_with_history, "is lost")
        yield from _lost(self.typed, self.folder.saved_text, "is lost")
        if self.victim.life.steps:
            yield from self._faults_of_home()
        yield from self._faults_of_next(_LATER[self.victim.kills % len(_LATER)])
        yield from _lost(
            self.words | self.typed, self.folder.text_with_history, "is lost, if not by the kill then by what followed"
        )
        if self.victim.life.is_between_two:
            yield from self._faults_of_sharing()
        if self.victim.kills % _ALSO_EVERY == 0:
            yield from self._faults_of_again()

    def _faults_of_state(self) -> Iterator[str]:
        if self.outcome.status != -signal.SIGKILL or (self.victim.is_killed_at_call and not self.outcome.has_ended):
            yield f"it hung, or ended in {self.outcome.status}: {self.outcome.terminal.text()}"
        if self._is_torn():
            yield f"neither old nor new: {self.left}"
        if self.outcome.terminal.shows(self.victim.life.message) and not self.is_done:
            yield f"it said {self.victim.life.message!r} too soon"

    def _is_torn(self) -> bool:
        """True if the state is neither old nor new. If two people share, several files change and each is checked."""
        old, new = self.victim.old, self.victim.new
        if not self.victim.life.is_between_two:
            return self.left not in (old, new)
        return any(self.left.get(name) not in (old.get(name), new.get(name)) for name in {*old, *new, *self.left})

    def _faults_of_sharing(self) -> Iterator[str]:
        """The next share must give the same folder as a first share of the journal."""
        yield from _faults_of_command(self.folder, ("share", "--yes"), (0,))
        anew = self.folder.unshared(self.folder.base.with_name("anew"))
        anew.run("share", "--yes")
        wanted, copies = anew.shared(), self.folder.shared()
        shutil.rmtree(anew.base)
        if not wanted:
            copies.pop("mentorlog.toml", None)  # which stays after an earlier share
        if copies != wanted:
            yield f"then the shared folder holds {copies}, and not {wanted}"
        yield from _faults_of_command(self.folder, ("check",), (0,))

    def _faults_of_home(self) -> Iterator[str]:
        """The overview must mention a draft unless its entry was saved."""
        is_open = bool(self.folder.drafts()) and self.left == self.victim.old
        _, output = self.folder.run()
        if is_open and "Left open" not in output and "draft" not in output:
            yield f"its draft is not spoken of: {output}"

    def _faults_of_next(self, words: tuple[str, ...]) -> Iterator[str]:
        """No command may break; only undo after a purge may fail, and must say so."""
        fine = (*_FINE, 1) if self.is_purge and words == ("undo",) else _FINE
        yield from _faults_of_command(self.folder, words, fine)

    def _faults_of_again(self) -> Iterator[str]:
        """Repeating a purge must remove every word, and resuming a draft must save every word."""
        if self.is_purge and OLD in self.folder.saved_text():
            yield from _faults_of_command(self.folder, self.victim.life.command)
            yield from (f"{word!r} is not gone" for word in sorted(words_in(self.folder.all_text())))
        elif self.victim.life.steps and self.folder.drafts():
            yield from _faults_of_resuming(self.folder, self.victim.life)


def _lost(words: set[str], text: Callable[[], str], what: str) -> Iterator[str]:
    present = text() if words else ""
    yield from (f"{word!r} {what}" for word in sorted(words) if word not in present)


def _faults_of_command(folder: Folder, words: tuple[str, ...], fine: tuple[int, ...] = _FINE) -> Iterator[str]:
    status, output = folder.run(*words)
    if status not in fine or "Traceback" in output:
        yield f"then {words} ended in {status}: {output}"
    if ".mentorlog-" in output:
        yield f"then {words} showed what was left half-done: {output}"
    if words == _NEW and b"The next day" not in b"".join(folder.entries().values()):
        yield "then the next entry was not saved"


def _faults_of_resuming(folder: Folder, life: Life) -> Iterator[str]:
    """Yield the faults of `new --resume` with Enter at every prompt."""
    words = words_in(folder.draft_text())
    outcome = watch(folder, Terminal(folder, ("new", "--resume")), MET if life.steps == MEETING else AGREED)
    if outcome.status != 0 or folder.drafts():
        yield f"going on with the draft ended in {outcome.status}: {outcome.terminal.text()}"
    yield from _lost(words, folder.saved_text, "is lost on the way from draft to entry")

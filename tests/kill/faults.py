"""What must hold after each kill."""

import shutil
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kill.lives import AGREED, MEETING, MET, OLD, Folder, Life, words_in
from kill.terminal import Lived, Terminal, lived
from kill.victim import Victim

_FINE = (0, 3, 4)  # the statuses of commands that work: done, there is none, a file needs a look
_NEW = ("new", "The next day", "--title", "T")
_LATER: tuple[tuple[str, ...], ...] = ((), ("list",), ("check",), ("undo", "--list"), ("search", OLD), ("undo",), _NEW)
_ALSO_EVERY = 3  # kills: what is as slow as a kill itself


@dataclass
class Kill:
    """One killed command: what it leaves, and what could be seen of it."""

    victim: Victim
    folder: Folder
    life: Lived

    def __post_init__(self) -> None:
        self.left = self.folder.entries()
        self.is_purge = self.victim.life.is_purge
        self.words = self._words()
        self.said = set() if self.is_purge else self.life.drafted | self._answers()

    def _words(self) -> set[str]:
        """Words that stood somewhere, and still must. A purge lets go of the history first, and of the file last."""
        if self.is_purge:
            return words_in(self.victim.start.kept()) if self.left == self.victim.old else set()
        return words_in(self.victim.start.held())

    def _answers(self) -> set[str]:
        """The whole answers to the questions before the last one that stood on the screen."""
        return {step.answer for step in self.victim.life.steps[: max(self.life.asked - 1, 0)]}

    @property
    def is_done(self) -> bool:
        """Whether the new state is on the disk; after a purge, with nothing left of the entry."""
        return self.left == self.victim.new and not (self.is_purge and words_in(self.folder.everything()))

    def faults(self) -> Iterator[str]:
        """What is wrong with it, and with the commands after it; which of them follow, its number says."""
        yield from self._faults_of_state()
        yield from _lost(self.words, self.folder.held, "is lost")
        yield from _lost(self.said, self.folder.kept, "is lost")
        if self.victim.life.steps:
            yield from self._faults_of_home()
        yield from self._faults_of_next(_LATER[self.victim.kills % len(_LATER)])
        yield from _lost(self.words | self.said, self.folder.held, "is lost, if not by the kill then by what followed")
        if self.victim.life.is_between_two:
            yield from self._faults_of_sharing()
        if self.victim.kills % _ALSO_EVERY == 0:
            yield from self._faults_of_again()

    def _faults_of_state(self) -> Iterator[str]:
        if self.life.status != -signal.SIGKILL or (self.victim.is_killed_at_call and not self.life.has_ended):
            yield f"it hung, or ended in {self.life.status}: {self.life.terminal.text()}"
        if self._is_torn():
            yield f"neither old nor new: {self.left}"
        if self.life.terminal.shows(self.victim.life.said) and not self.is_done:
            yield f"it said {self.victim.life.said!r} too soon"

    def _is_torn(self) -> bool:
        """Whether it is neither old nor new. Between two, where more than one file changes, that is asked of each."""
        old, new = self.victim.old, self.victim.new
        if not self.victim.life.is_between_two:
            return self.left not in (old, new)
        return any(self.left.get(name) not in (old.get(name), new.get(name)) for name in {*old, *new, *self.left})

    def _faults_of_sharing(self) -> Iterator[str]:
        """The next share brings the folder to what a first one would make of the journal as it is now."""
        yield from _faults_of_command(self.folder, ("share", "--yes"), (0,))
        anew = self.folder.unshared(self.folder.base.with_name("anew"))
        anew.run("share", "--yes")
        wanted, found = anew.shared(), self.folder.shared()
        shutil.rmtree(anew.base)
        if not wanted:
            found.pop("mentorlog.toml", None)  # which stays where something was shared before
        if found != wanted:
            yield f"then the shared folder holds {found}, and not {wanted}"
        yield from _faults_of_command(self.folder, ("check",), (0,))

    def _faults_of_home(self) -> Iterator[str]:
        """A draft is spoken of, unless its entry was saved."""
        is_open = bool(self.folder.drafts()) and self.left == self.victim.old
        _, said = self.folder.run()
        if is_open and "Left open" not in said and "draft" not in said:
            yield f"its draft is not spoken of: {said}"

    def _faults_of_next(self, words: tuple[str, ...]) -> Iterator[str]:
        """Nothing may break; only what a purge was taking away cannot be brought back, and undo says so."""
        fine = (*_FINE, 1) if self.is_purge and words == ("undo",) else _FINE
        yield from _faults_of_command(self.folder, words, fine)

    def _faults_of_again(self) -> Iterator[str]:
        """A purge can be asked for again, and a draft gone on with; then nothing is left, or everything saved."""
        if self.is_purge and OLD in self.folder.kept():
            yield from _faults_of_command(self.folder, self.victim.life.command)
            yield from (f"{word!r} is not gone" for word in sorted(words_in(self.folder.everything())))
        elif self.victim.life.steps and self.folder.drafts():
            yield from _faults_of_resuming(self.folder, self.victim.life)


def _lost(words: set[str], text: Callable[[], str], what: str) -> Iterator[str]:
    held = text() if words else ""
    yield from (f"{word!r} {what}" for word in sorted(words) if word not in held)


def _faults_of_command(folder: Folder, words: tuple[str, ...], fine: tuple[int, ...] = _FINE) -> Iterator[str]:
    status, said = folder.run(*words)
    if status not in fine or "Traceback" in said:
        yield f"then {words} ended in {status}: {said}"
    if ".mentorlog-" in said:
        yield f"then {words} showed what was left half-done: {said}"
    if words == _NEW and b"The next day" not in b"".join(folder.entries().values()):
        yield "then the next entry was not saved"


def _faults_of_resuming(folder: Folder, begun: Life) -> Iterator[str]:
    """What is wrong with `new --resume`, where every question is answered by Enter."""
    words = words_in(folder.drafted())
    life = lived(folder, Terminal(folder, ("new", "--resume")), MET if begun.steps == MEETING else AGREED)
    if life.status != 0 or folder.drafts():
        yield f"going on with the draft ended in {life.status}: {life.terminal.text()}"
    yield from _lost(words, folder.kept, "is lost on the way from draft to entry")

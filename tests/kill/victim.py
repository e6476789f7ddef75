"""A command that is killed again and again, each time in a copy of the same folder."""

import json
import random
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from kill.calls import KillingOs
from kill.lives import NEW, Folder, Life, words_in
from kill.planted import PLANTED
from kill.terminal import PATIENCE, Lived, Terminal, lived

_LINGER = 0.06  # seconds between the last key and the kill, in which drafts are written
_LATEST = 1.2  # of the time that a command took last: the next may take longer
_ATTEMPTS = 30  # to kill a command before it has ended by itself


class TooFastError(Exception):
    """A command that cannot be killed before it ends."""


@dataclass(frozen=True)
class Moment:
    """When a command is killed: at a call to the file system, or so long after its start, or after its last key."""

    call: int = 0
    is_after: bool = False
    seconds: float = PATIENCE
    keys: int | None = None

    def __str__(self) -> str:
        if self.call:
            return f"{'after' if self.is_after else 'before'} call {self.call}"
        return f"{self.seconds * 1000:.1f} ms after {f'key {self.keys}' if self.keys else 'its start'}"


@dataclass
class Victim:
    """One command and one way to kill it. It is run whole once: what it leaves, how long it takes, its calls."""

    name: str
    life: Life
    way: str
    start: Folder
    base: Path
    planted: str
    kills: int = 0
    kept_at: set[Moment] = field(default_factory=set)  # where the new word was found, and where it was not
    not_kept_at: set[Moment] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.base.mkdir()
        folder = self.start.copy(self.base / "whole")
        whole = self._run(folder, Moment())
        assert whole.status == 0, whole.terminal.text()
        assert whole.terminal.shows(self.life.said), whole.terminal.text()
        assert all(step.answer in folder.kept() for step in self.life.steps), folder.kept()
        self.calls, self.in_places = json.loads((folder.base / "calls").read_text("utf-8"))
        self.seconds, self.old, self.new = whole.seconds, self.start.entries(), folder.entries()

    @property
    def is_killed_at_call(self) -> bool:
        return self.way in ("call", "saving")

    def killed(self, chance: random.Random) -> tuple[Folder, Lived, Moment]:
        """Kill it once, and count that. Raises TooFastError."""
        for _ in range(_ATTEMPTS):
            moment, folder = self._moment(chance), self.start.copy(self.base / "killed")
            life = self._run(folder, moment)
            if life.status:
                self.kills += 1
                return folder, life, moment
            self.seconds = life.seconds  # the machine may have been busier, or less busy, when it was measured
            shutil.rmtree(folder.base)
        raise TooFastError(f"{self.name}, {self.way}")

    def _moment(self, chance: random.Random) -> Moment:
        if self.way == "keys":
            return Moment(
                keys=chance.randint(1, sum(len(step.keys) for step in self.life.steps)),
                seconds=chance.uniform(0, _LINGER),
            )
        if self.way == "moment":
            return Moment(seconds=chance.triangular(0, _LATEST * self.seconds, self.seconds))  # most changes come late
        anywhere = range(1, self.calls + 1)  # most of which are about drafts and history
        return Moment(chance.choice(chance.choice((anywhere, self.in_places))), is_after=chance.random() < 0.5)

    def _run(self, folder: Folder, moment: Moment) -> Lived:
        killing = KillingOs(folder.places, moment.call, moment.is_after, self.way == "saving")

        def before() -> None:
            PLANTED[self.planted]()
            killing.take_over()

        def after() -> None:
            (folder.base / "calls").write_text(json.dumps((killing.calls, killing.in_places)), "utf-8")

        terminal = Terminal(folder, self.life.command, before, after)
        return lived(folder, terminal, self.life.steps, moment.seconds, moment.keys)

    def note(self, folder: Folder, moment: Moment) -> None:
        """Remember whether the new word is kept, where the same call is the same moment each time."""
        if moment.call and not self.life.steps and not self.life.is_purge:
            (self.kept_at if NEW in words_in(folder.held()) else self.not_kept_at).add(moment)

    def lost_again(self) -> list[str]:
        """Words that were kept at one moment must be kept at every later one."""
        first = min(map(_order, self.kept_at), default=(0, False))
        later = (moment for moment in self.not_kept_at if self.kept_at and _order(moment) > first)
        return [f"{self.name}: {NEW!r} is kept at call {first[0]}, and is not {moment}" for moment in later]


def _order(moment: Moment) -> tuple[int, bool]:
    return moment.call, moment.is_after

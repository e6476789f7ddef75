"""A command that is killed many times, each time in a copy of the same folder."""

import json
import random
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from kill.calls import KillingOs
from kill.lives import NEW, Folder, Life, words_in
from kill.planted import PLANTED
from kill.terminal import PATIENCE, Outcome, Terminal, watch

_LINGER = 0.06  # most seconds between the last key and the kill, while drafts are written
_LATEST = 1.2  # times the duration of the last run: the next may take longer
_ATTEMPTS = 30  # to kill a command before it ends by itself


class TooFastError(Exception):
    """A command that cannot be killed before it ends."""


@dataclass(frozen=True)
class Moment:
    """The moment of a kill: at a call to the file system, or so many seconds after the start or the last key."""

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
    """One command and one way to kill it. One whole run gives its result, its duration and its calls."""

    name: str
    life: Life
    way: str
    start: Folder
    base: Path
    planted: str
    kills: int = 0
    kept_at: set[Moment] = field(default_factory=set)  # moments with the new word kept, and moments without
    not_kept_at: set[Moment] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.base.mkdir()
        folder = self.start.copy(self.base / "whole")
        whole = self._run(folder, Moment())
        assert whole.status == 0, whole.terminal.text()
        assert whole.terminal.shows(self.life.message), whole.terminal.text()
        assert all(step.answer in folder.saved_text() for step in self.life.steps), folder.saved_text()
        self.calls, self.in_places = json.loads((folder.base / "calls").read_text("utf-8"))
        self.seconds, self.old, self.new = whole.seconds, self.start.entries(), folder.entries()

    @property
    def is_killed_at_call(self) -> bool:
        return self.way in ("call", "saving")

    def kill(self, chance: random.Random) -> tuple[Folder, Outcome, Moment]:
        """Kill the command once and count the kill. Raises TooFastError."""
        for _ in range(_ATTEMPTS):
            moment, folder = self._moment(chance), self.start.copy(self.base / "killed")
            outcome = self._run(folder, moment)
            if outcome.status:
                self.kills += 1
                return folder, outcome, moment
            self.seconds = outcome.seconds  # the machine may have been more or less busy during the measurement
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
        anywhere = range(1, self.calls + 1)  # most calls are about drafts and history
        return Moment(chance.choice(chance.choice((anywhere, self.in_places))), is_after=chance.random() < 0.5)

    def _run(self, folder: Folder, moment: Moment) -> Outcome:
        killing = KillingOs(folder.places, moment.call, moment.is_after, self.way == "saving")

        def before() -> None:
            PLANTED[self.planted]()
            killing.take_over()

        def after() -> None:
            (folder.base / "calls").write_text(json.dumps((killing.calls, killing.in_places)), "utf-8")

        terminal = Terminal(folder, self.life.command, before, after)
        return watch(folder, terminal, self.life.steps, moment.seconds, moment.keys)

    def note(self, folder: Folder, moment: Moment) -> None:
        """Record whether the new word is kept, if the same call is the same moment in every run."""
        if moment.call and not self.life.steps and not self.life.is_purge:
            (self.kept_at if NEW in words_in(folder.text_with_history()) else self.not_kept_at).add(moment)

    def lost_again(self) -> list[str]:
        """Return a fault for each moment that lost words kept at an earlier one."""
        first = min(map(_order, self.kept_at), default=(0, False))
        later = (moment for moment in self.not_kept_at if self.kept_at and _order(moment) > first)
        return [f"{self.name}: {NEW!r} is kept at call {first[0]}, and is not {moment}" for moment in later]


def _order(moment: Moment) -> tuple[int, bool]:
    return moment.call, moment.is_after

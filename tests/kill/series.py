"""A series of kills: each ends one command at random, and looks at what that leaves."""

import multiprocessing
import os
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from kill.faults import Kill
from kill.lives import LIVES, Folder
from kill.terminal import prepare
from kill.victim import Victim

State = tuple[str, str, bool]  # the life, the way it was killed, and whether that left the new state


def kills(count: int, seed: int, lives: Sequence[str], planted: str) -> tuple[Counter[State], list[str]]:
    """Kill `count` commands of these lives: how many were left in the old and in the new state, and what went wrong."""
    with tempfile.TemporaryDirectory() as name:
        base = Path(name).resolve()
        prepare(base)
        victims = _victims(base, lives, planted)
        done, faults = _kills(victims, count, seed)
        os.chdir("/")  # away from the last journal, which goes now
    return done, [*faults, *(fault for victim in victims for fault in victim.lost_again())]


def _kills(victims: Sequence[Victim], count: int, seed: int) -> tuple[Counter[State], list[str]]:
    chance = random.Random(seed)  # noqa: S311 -- moments, no secrets
    done: Counter[State] = Counter()
    faults: list[str] = []
    for number in range(seed, seed + count):
        victim = victims[number % len(victims)]
        is_new, found = _kill(victim, chance)
        done[victim.name, victim.way, is_new] += 1
        faults += found
    return done, faults


def _victims(base: Path, lives: Sequence[str], planted: str) -> list[Victim]:
    found = []
    for place, name in enumerate(lives):
        life = LIVES[name]
        start = Folder(base / f"start-{place}").begun(life)
        found += [Victim(name, life, way, start, base / f"{place}-{way}", planted) for way in life.ways]
    return found


def _kill(victim: Victim, chance: random.Random) -> tuple[bool, list[str]]:
    """Kill it once. Whether that left the new state, and what is wrong with it."""
    folder, life, moment = victim.killed(chance)
    victim.note(folder, moment)
    kill = Kill(victim, folder, life)
    faults = [f"{victim.name}, kill {victim.kills}, {moment}: {fault}" for fault in kill.faults()]
    shutil.rmtree(folder.base)
    return kill.left == victim.new, faults


def shared_out(
    count: int, seed: int, jobs: int, lives: Sequence[str], planted: str
) -> tuple[Counter[State], list[str]]:
    """Share the kills out to `jobs` processes: the same figures. Each starts afresh: one with threads must not fork."""
    shares = [
        (count * (job + 1) // jobs - count * job // jobs, seed * jobs + job, lives, planted) for job in range(jobs)
    ]
    done: Counter[State] = Counter()
    faults: list[str] = []
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        for done_here, faults_here in pool.starmap(kills, shares):
            done += done_here
            faults += faults_here
    return done, faults

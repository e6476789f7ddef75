"""A series of kills, each at a random point of one command and followed by checks."""

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

State = tuple[str, str, bool]  # the life, the way to kill it, and True for the new state


def run_kills(count: int, seed: int, lives: Sequence[str], planted: str) -> tuple[Counter[State], list[str]]:
    """Kill `count` commands of these lives; return how many left the old and the new state, and every fault."""
    with tempfile.TemporaryDirectory() as name:
        base = Path(name).resolve()
        prepare(base)
        victims = _victims(base, lives, planted)
        done, faults = _kills(victims, count, seed)
        os.chdir("/")  # leave the last journal, which is deleted now
    return done, [*faults, *(fault for victim in victims for fault in victim.lost_again())]


def _kills(victims: Sequence[Victim], count: int, seed: int) -> tuple[Counter[State], list[str]]:
    chance = random.Random(seed)  # noqa: S311 -- moments, no secrets
    done: Counter[State] = Counter()
    faults: list[str] = []
    for number in range(seed, seed + count):
        victim = victims[number % len(victims)]
        is_new, kill_faults = _kill(victim, chance)
        done[victim.name, victim.way, is_new] += 1
        faults += kill_faults
    return done, faults


def _victims(base: Path, lives: Sequence[str], planted: str) -> list[Victim]:
    victims = []
    for place, name in enumerate(lives):
        life = LIVES[name]
        start = Folder(base / f"start-{place}").set_up(life)
        victims += [Victim(name, life, way, start, base / f"{place}-{way}", planted) for way in life.ways]
    return victims


def _kill(victim: Victim, chance: random.Random) -> tuple[bool, list[str]]:
    """Kill the victim once; return True if it left the new state, and every fault."""
    folder, outcome, moment = victim.kill(chance)
    victim.note(folder, moment)
    kill = Kill(victim, folder, outcome)
    faults = [f"{victim.name}, kill {victim.kills}, {moment}: {fault}" for fault in kill.faults()]
    shutil.rmtree(folder.base)
    return kill.left == victim.new, faults


def kill_in_parallel(
    count: int, seed: int, jobs: int, lives: Sequence[str], planted: str
) -> tuple[Counter[State], list[str]]:
    """Divide the kills among `jobs` fresh processes, since one with threads must not fork; add up the figures."""
    shares = [
        (count * (job + 1) // jobs - count * job // jobs, seed * jobs + job, lives, planted) for job in range(jobs)
    ]
    done: Counter[State] = Counter()
    faults: list[str] = []
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        for done_here, faults_here in pool.starmap(run_kills, shares):
            done += done_here
            faults += faults_here
    return done, faults

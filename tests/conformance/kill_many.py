"""Kills mentorlog at random moments in a terminal, and looks whether what it leaves is old or new, and whole.

    .venv/bin/python tests/conformance/kill_many.py 10000 [SEED] [--jobs N] [--life NAME]

Each kill (SIGKILL: no clean-up runs) ends a process of its own in a pseudo-terminal of its own: at a random call that
changes files, before it, after it or in the middle of a write; at a random moment; or after a random key of a guided
entry. The same seed and jobs bring the same calls and keys; what a moment hits is as busy as the machine is.
"""

import argparse
import multiprocessing
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from kill_faults import Kill
from kill_lives import LIVES, Folder
from kill_planted import PLANTED
from kill_terminal import prepare
from kill_victim import Victim

_MOST_SHOWN = 20  # faults; one cause has many

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
    """The same in so many processes. They are started afresh, since one with threads must not fork."""
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


def _words() -> argparse.Namespace:
    words = argparse.ArgumentParser(description="Kill mentorlog at random moments.")
    words.add_argument("count", type=int, nargs="?", default=1000)
    words.add_argument("seed", type=int, nargs="?", default=1)
    words.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    words.add_argument("--life", choices=LIVES, action="append", help="only this one; may be repeated")
    words.add_argument("--planted", choices=PLANTED, default="nothing", help="a fault that has to be found")
    return words.parse_args()


def main() -> int:
    words, start = _words(), time.monotonic()
    done, faults = shared_out(words.count, words.seed, words.jobs, words.life or tuple(LIVES), words.planted)
    print("   old    new")
    for name, way in sorted({(name, way) for name, way, _ in done}):
        print(f"{done[name, way, False]:>6} {done[name, way, True]:>6}  {name}, {way}")
    print(f"{sum(done.values())} killed in {time.monotonic() - start:.0f} s, {len(faults)} faults")
    print(*faults[:_MOST_SHOWN], sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

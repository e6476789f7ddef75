"""Kill mentorlog at random moments in a terminal, and check that every file is old or new, and whole.

    .venv/bin/python tests/kill 10000 [SEED] [--jobs N] [--life NAME]

Each kill (SIGKILL: no clean-up runs) ends a separate process in its own pseudo-terminal: at a random call that changes
files, before it, after it or in the middle of a write; at a random moment; or after a random key of a guided entry. The
same seed and jobs give the same calls and keys; the call at a random moment depends on the machine.
"""

import argparse
import os
import sys
import time
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[1])  # the folder of tests, so that this package can be imported

from kill.lives import LIVES  # noqa: E402
from kill.planted import PLANTED  # noqa: E402
from kill.series import kill_in_parallel  # noqa: E402

_MOST_SHOWN = 20  # faults; one cause leads to many


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
    done, faults = kill_in_parallel(words.count, words.seed, words.jobs, words.life or tuple(LIVES), words.planted)
    print("   old    new")
    for name, way in sorted({(name, way) for name, way, _ in done}):
        print(f"{done[name, way, False]:>6} {done[name, way, True]:>6}  {name}, {way}")
    print(f"{sum(done.values())} killed in {time.monotonic() - start:.0f} s, {len(faults)} faults")
    print(*faults[:_MOST_SHOWN], sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

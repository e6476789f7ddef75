"""Read briefs for another person from thousands of random journals, and look for private words, days and numbers.

    .venv/bin/python tests/leak 10000 [SEED]

Each private place has a canary, a unique word, so that a leak reveals its source. Private entries have even days. A
brief must be the same as the brief of the journal without its private parts. Every eighth journal is shared as well.
"""

import sys
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[1])  # the folder of tests, so that this package can be imported

from leak.journals import leaks  # noqa: E402


def main() -> int:
    figures, faults = leaks(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    figures["faults"] = len(faults)
    print(*(f"{number:>9,}  {name.replace('_', ' ')}" for name, number in figures.items()), *faults[:50], sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

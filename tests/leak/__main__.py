"""Read briefs for somebody else from thousands of random journals: no private word, day or number is in one.

    .venv/bin/python tests/leak 10000 [SEED]

A canary, a word of its own, stands in each private place, so that a leak says where it comes from. Private entries
are of even days. And a brief must be the one that the journal gives when all that is private is taken out of it. Every
eighth journal is shared as well.
"""

import sys
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[1])  # the folder of tests, where this package has its name

from leak.journals import leaks  # noqa: E402


def main() -> int:
    figures, faults = leaks(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    figures["faults"] = len(faults)
    print(*(f"{number:>9,}  {name.replace('_', ' ')}" for name, number in figures.items()), *faults[:50], sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

"""The floor under everything that opens entries: one loop that reads their bytes and does nothing with them.

Run in a process of its own by run.py. It prints what the loop alone took: seconds, and seconds of processor time.
"""

import os
import sys
import time


def read_all(folder: str) -> int:
    """How many bytes there are in the entries under `folder`, each of them read."""
    total = 0
    with os.scandir(folder) as found:
        for each in found:
            if each.is_dir():
                total += read_all(each.path)
            elif each.name.endswith(".md"):
                with open(each.path, "rb") as file:
                    total += len(file.read())
    return total


def main() -> int:
    wall, cpu = time.perf_counter(), time.process_time()
    total = read_all(sys.argv[1])
    print(time.perf_counter() - wall, time.process_time() - cpu)
    return 0 if total else 1


if __name__ == "__main__":
    sys.exit(main())

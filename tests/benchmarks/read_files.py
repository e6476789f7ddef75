"""The lower limit for any command that opens entries: a loop that only reads their bytes.

run.py runs it in a separate process. It prints the cost of the loop alone: seconds, and seconds of processor time.
"""

import os
import sys
import time


def read_all(folder: str) -> int:
    """Read every entry under `folder`; return the number of bytes."""
    total = 0
    with os.scandir(folder) as items:
        for item in items:
            if item.is_dir():
                total += read_all(item.path)
            elif item.name.endswith(".md"):
                with open(item.path, "rb") as file:
                    total += len(file.read())
    return total


def main() -> int:
    wall, cpu = time.perf_counter(), time.process_time()
    total = read_all(sys.argv[1])
    print(time.perf_counter() - wall, time.process_time() - cpu)
    return 0 if total else 1


if __name__ == "__main__":
    sys.exit(main())

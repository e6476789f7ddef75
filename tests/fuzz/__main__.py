"""Fuzz the reading and writing of entries, following the branches of the code.

    PYTHONPATH=src python tests/fuzz -max_total_time=300 -max_len=4096 [CORPUS]

It runs in a virtualenv of its own with atheris, which is no part of this project.
"""

import importlib
import sys
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[1])  # the folder of tests, where this package has its name


def main() -> None:
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["mentorlog"]):
        properties = importlib.import_module("fuzz.properties")
    atheris.Setup(sys.argv, properties.everything_holds)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

"""Measure mentorlog against other programs on this machine and print a table, which README.md explains.

.venv/bin/python tests/benchmarks/run.py [--rows list,new] [--repeat N] [--jrnl PATH] [--folder FOLDER]
"""

import argparse
import contextlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from clock import FailedError, on_one_core
from lab import Lab, install_jrnl
from rows import Row, rows_of
from table import HEAD, Round, lines_of, skipped

FEWEST = 3  # rounds of a long row


def rounds_of(row: Row, repeat: int) -> list[Round]:
    """Run every side once to warm up and then all in turn, so that a busy moment affects each equally."""
    with contextlib.nullcontext() if row.has_all_cores else on_one_core():
        _round(row)
        number = max(min(FEWEST, repeat), repeat // 3) if row.is_long else repeat
        return [_round(row) for _ in range(number)]


def _round(row: Row) -> Round:
    ours = row.ours()
    return (ours.less(row.less()) if row.less else ours), row.theirs()


def measure(rows: Sequence[Row], missing: frozenset[str], repeat: int) -> int:
    """Print the table, each row as soon as it is measured; return how many failed."""
    print(HEAD, flush=True)
    failed = 0
    for row in rows:
        print(f"measuring {row.key}", file=sys.stderr)
        reason = " and ".join(sorted(row.needs & missing)) + " is missing" if row.needs & missing else ""
        try:
            lines = [] if reason else lines_of(row, rounds_of(row, repeat))
        except FailedError as error:
            lines, reason = [], str(error)
        if reason:
            print(f"{row.key} was NOT MEASURED: {reason}", file=sys.stderr)
        print(*lines or [skipped(row, reason.splitlines()[0])], sep="\n", flush=True)
        failed += bool(reason)
    return failed


def setting(programs: Mapping[str, Path], repeat: int) -> str:
    """Return a paragraph about this machine and its programs for the top of the table."""
    versions = "; ".join(_version(name, path) for name, path in programs.items())
    system = f"{platform.system()} {platform.release()}, {_processor()}, {os.cpu_count()} cores"
    load = f"load {os.getloadavg()[0]:.1f} at the start"
    return f"Python {platform.python_version()}; {versions}; {system}; {load}; {repeat} rounds.\n"


def _version(name: str, path: Path) -> str:
    if not path.is_file():
        return f"no {name}"
    done = subprocess.run([path, "--version"], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[0]


def _processor() -> str:
    with contextlib.suppress(OSError):
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
        return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine())
    return platform.machine()


@contextlib.contextmanager
def _folder(kept: Path | None) -> Iterator[Path]:
    """Yield the folder for journals: `kept`, or a temporary one."""
    if kept:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept
        return
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def _words() -> argparse.Namespace:
    words = argparse.ArgumentParser(description="Measure mentorlog against other programs.")
    words.add_argument("--rows", default="", help="only these, with commas between; ? lists them")
    words.add_argument("--repeat", type=int, default=15, help="rounds; long rows have a third of them")
    words.add_argument("--jrnl", type=Path, help="a jrnl to measure against; else one is installed in the folder")
    words.add_argument("--mentorlog", type=Path, default=Path(sys.executable).with_name("mentorlog"))
    words.add_argument("--folder", type=Path, help="where to make the journals, to use them again next time")
    return words.parse_args()


def _chosen(rows: Sequence[Row], keys: str) -> list[Row]:
    wanted = [key for key in keys.split(",") if key]
    if unknown := sorted(set(wanted) - {row.key for row in rows}):
        sys.exit(f"rows are {', '.join(row.key for row in rows)}; not {', '.join(unknown)}")
    return [row for row in rows if not wanted or row.key in wanted]


def main() -> int:
    words = _words()
    with _folder(words.folder) as folder:
        jrnl = words.jrnl or folder / "jrnl" / "bin" / "jrnl"
        programs = {"mentorlog": words.mentorlog, "jrnl": jrnl, "rg": Path(shutil.which("rg") or "rg")}
        rows = _chosen(rows_of(Lab(folder, **programs)), words.rows)
        if not words.jrnl and not jrnl.is_file() and any("jrnl" in row.needs for row in rows):
            install_jrnl(jrnl)
        print(setting(programs, words.repeat))
        missing = frozenset(name for name, path in programs.items() if not path.is_file())
        return 1 if measure(rows, missing, words.repeat) else 0


if __name__ == "__main__":
    sys.exit(main())

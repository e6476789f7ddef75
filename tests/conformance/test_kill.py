"""kill -9 at any moment of a change: the files are old or new, no word is lost, and the next command works.

Three hundred kills here; `python tests/kill 10000` runs the same loop for longer. It runs in a separate process,
because it forks, and a test run has threads.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from kill.lives import LIVES

pytestmark = [pytest.mark.terminal, pytest.mark.slow]

KILL = Path(__file__).parents[1] / "kill"


def kill(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(KILL), *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=250, check=False)


def test_a_killed_command_leaves_old_or_new_files_and_loses_no_word() -> None:
    ended = kill("300")

    rows = re.findall(r"^ +(\d+) +(\d+)  (.+)$", ended.stdout, re.MULTILINE)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ", 0 faults" in ended.stdout
    assert sum(int(old) + int(new) for old, new, _ in rows) == 300
    assert {name for _, _, name in rows} == {f"{name}, {way}" for name, life in LIVES.items() for way in life.ways}
    assert all(any(int(row[place]) for row in rows) for place in (0, 1))


@pytest.mark.parametrize(
    ("planted", "life", "count", "found"),
    [
        ("written in place", "edit --set", 200, "neither old nor new"),  # for three moments in each, out of fifty
        ("unlinked first", "edit --set", 80, "neither old nor new"),
        ("no history", "delete", 40, "'heron' is lost"),
        ("no drafts", "new, guided", 16, "'thirty faces' is lost"),
        ("said too soon", "new TEXT", 40, "it said 'Saved' too soon"),
        ("handed over late", "share", 30, "then the shared folder holds"),
    ],
)
def test_a_planted_fault_is_found(planted: str, life: str, count: int, found: str) -> None:
    ended = kill(str(count), "--life", life, "--planted", planted)

    assert ended.returncode == 1, ended.stdout + ended.stderr
    assert found in ended.stdout

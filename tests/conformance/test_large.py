"""Files and folders that are far too large: bounded in cost, listed, and no obstacle to other commands.

Several commands run in one separate process, which then reports its peak memory.
"""

import json
import os
import string
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice, product
from pathlib import Path
from typing import Any

import pytest

from conftest import Run, Write
from mentorlog.errors import ExitCode

pytestmark = pytest.mark.slow

MB = 1024 * 1024
MORE = 90 * MB  # bytes of memory that a large file may cost: less than the file of 100 MB, or 18 of an opened one
SOON = 15  # seconds of processor time for all commands of a row, which take one or two
GOOD = b'+++\nid = "20261120-good"\ndate = 2026-11-20\ntitle = "The good one"\n+++\n\nAll is well.\n'
BODY = b"\nA kestrel over the field.\n"
READING = ("list", "check", "search kestrel", "summary --json", "show 20261120-good")
WRITING = ("check --fix --yes", "edit 20261120-good --set class=9B")
ODD = ("next", "show odd.md", "edit odd.md --set subject=Physics", "")
PROGRAM = """
import io, json, os, resource, sys
from contextlib import redirect_stderr, redirect_stdout
from mentorlog.cli import app

def most():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)

def said(command):
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    with redirect_stdout(out), redirect_stderr(err):
        status = app.run(command.split())
    return [status, text(out), text(err)]

def text(stream):
    stream.flush()
    return stream.buffer.getvalue()[:1_000_000].decode("utf-8", "ignore")

aside, place, *commands = sys.argv[1:]
for command in commands[:5]:
    said(command)
usual = most()
os.rename(aside, place)
said = {command: said(command) for command in commands}
print(json.dumps({"said": said, "more": most() - usual}))
"""


@dataclass(frozen=True)
class Ended:
    """The output of each command, and the extra peak memory that the large file cost."""

    said: dict[str, Any]
    more: int

    def status(self, command: str) -> int:
        return int(self.said[command][0])

    def out(self, command: str) -> str:
        return str(self.said[command][1])

    @property
    def errors(self) -> str:
        return "".join(err for _, _, err in self.said.values())


def ended(aside: Path, place: Path, *commands: str) -> Ended:
    """Read the journal without the file `aside`, move that into its place, and run the commands one by one.

    The shell in between keeps the memory of these tests out of the measurement.
    """
    place.with_name("good.md").write_bytes(GOOD)
    finished = subprocess.run(
        ["sh", "-c", f'ulimit -t {SOON}; "$@"; exit $?', "sh", sys.executable, "-c", PROGRAM, aside, place, *commands],
        capture_output=True, text=True, timeout=240, check=True,
    )  # fmt: skip
    return Ended(**json.loads(finished.stdout))


def assert_other_commands_work(outcome: Ended) -> None:
    """Assert that the good entry is listed, shown and changed as usual, and that memory stays flat."""
    assert "20261120-good\t2026-11-20\tThe good one" in outcome.out("list")
    assert outcome.out("show 20261120-good").encode() == GOOD
    assert [outcome.status(command) for command in ("list", "summary --json", WRITING[1])] == [ExitCode.DONE] * 3
    assert "Changed good.md." in outcome.out("edit 20261120-good --set class=9B")
    assert "Traceback" not in outcome.errors
    assert outcome.more < MORE


def head(*lines: bytes, body: bytes = BODY) -> bytes:
    return b"\n".join([b"+++", b"date = 2026-11-19", *lines, b"+++", body])


SHORT_KEYS = [bytes(letters) + b"=1" for letters in islice(product(string.ascii_uppercase.encode(), repeat=3), 10_000)]
NOT_READ, NOT_TOML, NOT_OPENED = "this is over 64 KB of TOML, so it was not read", "TOML cannot read", "it is over 5 MB"
FILES: dict[str, tuple[Callable[[], bytes], str]] = {  # the file, and the output of `check` about it
    "100 MB": (head, NOT_OPENED),
    "front matter of 10 MB": (lambda: head(b'x = "' + b"x" * 10 * MB + b'"'), NOT_OPENED),
    "front matter of 4 MB": (lambda: head(b'x = "' + b"x" * 4 * MB + b'"'), NOT_READ),
    "40,000 brackets opened": (lambda: head(b"x = " + b"[" * 40_000), NOT_TOML),
    "40,000 brackets opened and closed": (lambda: head(b"x = " + b"[" * 40_000 + b"]" * 40_000), NOT_READ),
    "32,000 brackets opened and closed": (lambda: head(b"x = " + b"[" * 32_000 + b"]" * 32_000), NOT_TOML),
    "20,000 tables opened": (lambda: head(b"x = " + b"{a=" * 20_000), NOT_TOML),
    "12,000 tables opened and closed": (lambda: head(b"x = " + b"{a=" * 12_000 + b"1" + b"}" * 12_000), NOT_TOML),
    "5,000 tables in a list": (lambda: head(*[b"[[x]]\na=1"] * 5_000), ""),
    "10,000 long keys": (lambda: head(*(b"k%d = 1" % number for number in range(10_000))), NOT_READ),
    "10,000 short keys": (lambda: head(*SHORT_KEYS), ""),
    "one line of 4 MB": (lambda: head(body=b"\nA kestrel " + b"over the field " * 280_000), ""),
    "one word of 4 MB": (lambda: head(body=b"\nkestrel" + b"x" * 4 * MB), ""),
    "40,000 brackets in the text": (lambda: head(body=BODY + b"[" * 40_000 + b"](x)" * 40_000), ""),
    "40,000 quotes inside one another": (lambda: head(body=BODY + b">" * 40_000 + b" ## Critique\n"), ""),
}


@pytest.mark.parametrize("row", FILES)
def test_a_large_file_is_listed_at_a_bounded_cost_and_hinders_no_command(
    row: str, journal: Path, tmp_path: Path
) -> None:
    make, message = FILES[row]
    (tmp_path / "aside").write_bytes(data := make())
    if row == "100 MB":
        os.truncate(tmp_path / "aside", 100 * MB)

    outcome = ended(tmp_path / "aside", journal / "odd.md", *READING, *WRITING, *ODD)

    assert_other_commands_work(outcome)
    assert outcome.status("check") == (ExitCode.CONTENT if message else ExitCode.DONE)
    assert message in outcome.out("check")
    assert outcome.status("check --fix --yes") == (ExitCode.CONTENT if message == NOT_OPENED else ExitCode.DONE)
    assert outcome.out("list").count("2026-11-19") == (0 if message else 1)
    assert outcome.status("search kestrel") == (ExitCode.NOT_FOUND if message == NOT_OPENED else ExitCode.DONE)
    with (journal / "odd.md").open("rb") as file:
        kept = b"".join(line for line in islice(file, 20_000) if line != b'subject = "Physics"\n')
    assert kept[: len(data)] == data
    assert outcome.status("edit odd.md --set subject=Physics") == (ExitCode.NOT_FOUND if message else ExitCode.DONE)


SLIPS = "\n".join(f"k{number} = “x”" for number in range(90)).encode()


def test_many_slips_before_a_long_text_are_mended_soon(journal: Path, tmp_path: Path) -> None:
    (tmp_path / "aside").write_bytes(head(SLIPS, body=b"kestrel\n" * (MB // 4)))

    outcome = ended(tmp_path / "aside", journal / "slips.md", *READING, *WRITING)

    assert_other_commands_work(outcome)
    assert "Mended 1 file." in outcome.out("check --fix --yes")
    assert (journal / "slips.md").read_bytes().count(b'"x"') == 90


def many_folders(folder: Path) -> None:
    for number in range(5_000):
        (folder / f"{number}").mkdir()


def many_files(folder: Path) -> None:
    for number in range(20_000):
        (folder / f"{number}.{'txt' if number % 8 else 'md'}").write_bytes(b"A kestrel.\n")


def many_of_one_id(folder: Path) -> None:
    for number in range(3_000):
        text = f'+++\nid = "20261119-same"\ndate = 2026-11-19\n+++\n\n## Critique\n\nA kestrel {number}.\n'
        (folder / f"{number}.md").write_bytes(text.encode())


FOLDERS: dict[str, tuple[Callable[[Path], None], int, int]] = {  # files that `check` names, and the number of entries
    "5,000 folders": (many_folders, 0, 0),
    "20,000 files that are no entries": (many_files, 2_500, 0),
    "3,000 entries of one id": (many_of_one_id, 2_999, 3_000),
}


@pytest.mark.parametrize("row", FOLDERS)
def test_a_large_folder_is_listed_in_full_and_hinders_no_command(row: str, journal: Path, tmp_path: Path) -> None:
    make, problems, entries = FOLDERS[row]
    (tmp_path / "aside").mkdir()
    make(tmp_path / "aside")

    outcome = ended(tmp_path / "aside", journal / "many", *READING, *WRITING)

    assert_other_commands_work(outcome)
    assert sum(".md, line 1: " in line for line in outcome.out("check").splitlines()) == problems
    assert len(outcome.out("list").splitlines()) == entries + 1
    assert outcome.out("summary --json").count("A kestrel") <= 1


BESIDE: dict[
    str, tuple[str, bytes, Sequence[str]]
] = {  # a damaged file of our own, and the command that must report it
    "settings of 6 MB": ("mentorlog.toml", b"#" * 6 * MB, ("list", "check")),
    "settings with 32,000 brackets": ("mentorlog.toml", b"x = " + b"[" * 32_000 + b"]" * 32_000, ("list", "check")),
    "questions of 6 MB": ("prompts/mine.toml", b"#" * 6 * MB, ("check", "questions")),
    "questions with 32,000 brackets": ("prompts/mine.toml", b"x = " + b"[" * 32_000, ("check", "questions")),
}


@pytest.mark.parametrize("row", BESIDE)
def test_large_settings_and_question_files_are_named_and_reading_works(row: str, write: Write, run: Run) -> None:
    name, data, commands = BESIDE[row]
    write("good.md", GOOD)
    write(name, data)

    results = [run(command) for command in commands]

    assert all(name in result.stdout + result.stderr for result in results)
    assert "The good one" in run("list").stdout
    assert "Traceback" not in "".join(result.stderr for result in results)


@pytest.mark.parametrize("data", [b"[" * 4 * MB, b"critique = " + b"[" * 4 * MB, b".".join([b"a"] * MB) + b" = 1"])
def test_answers_nested_too_deeply_are_an_error_of_one_line(
    data: bytes, journal: Path, tmp_path: Path, run: Run
) -> None:
    (tmp_path / "answers.toml").write_bytes(data)

    result = run(["new", "--answers", str(tmp_path / "answers.toml")])

    assert result.exit_code == ExitCode.CONTENT
    assert "answers.toml, line 1: TOML cannot read this" in result.stderr
    assert list(journal.glob("2*")) == []

"""All that another person sees of a journal, and the signs of private text in it."""

import io
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from datetime import date
from functools import cache
from pathlib import Path
from unittest.mock import patch

from leak.author import Author
from mentorlog.cli import app
from mentorlog.cli import world as command_world
from mentorlog.journal.question_files import shipped_bank

CANARY = re.compile("(?i)qz[a-z]{3,}")
_DAY = re.compile(r"2026-\d\d-(\d\d)|2026\d\d(\d\d)-|\b(\d{1,2}) (?:Sep|Oct|Nov)\b")
_ENTRIES = re.compile(r'"entries": (\d+)|\b(\d+) (?:entry|entries|earlier one)')
_FILES = re.compile(r"(\d+) files?")
_STYLE = re.compile(r"(?s)<style>.*?</style>|aria-hidden")  # parts of a page where these words mean something else
_HASH = re.compile(r"sha256-[\w+/=]+")  # of the style sheet: any letters can be in it
_TOLD = re.compile(r"(?i)\b(?:hidden|private|withheld|held back)\b")


@contextmanager
def somebody_else() -> Iterator[Path]:
    """Run as another account without a journal, on a fixed day; yield a folder for its files."""
    with tempfile.TemporaryDirectory() as base, ExitStack() as world:
        world.enter_context(patch.dict(os.environ, {"MENTORLOG_STATE": f"{base}/reader", "MENTORLOG_JOURNAL": ""}))
        world.enter_context(patch.object(os, "fsync", lambda _: None))  # no power is cut here
        world.enter_context(patch.object(command_world, "local_day", lambda: date(2026, 11, 23)))
        world.enter_context(
            patch("mentorlog.cli.commands.summary.shipped_bank", cache(shipped_bank))
        )  # the slowest part
        yield Path(base)


def put(root: Path, files: Mapping[str, bytes | None]) -> Path:
    shutil.rmtree(root.parent, ignore_errors=True)
    root.mkdir(parents=True)
    for name, data in files.items():
        if data is not None:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(data)
    return root


def run_command(*words: str) -> tuple[int, str]:
    """Run a command; return its status and the output of both streams."""
    output = io.StringIO()
    with redirect_stdout(output), redirect_stderr(output):
        status = app.run(words)
    return status, output.getvalue()


def brief_of(root: Path, words: Sequence[str]) -> str:
    """Return the brief of the journal at `root` for another account, from its screen or a file."""
    output = root.parent / "brief"
    status, screen = run_command("summary", str(root), *(str(output) if word == "FILE" else word for word in words))
    written = output.read_text("utf-8") if "FILE" in words and status == 0 else ""
    return f"{status}\n{screen}{written}".replace(str(root.parent), "")


def faults_in(output: str, author: Author) -> Iterator[str]:
    for word in sorted({word.casefold() for word in CANARY.findall(_HASH.sub("", output))}):
        yield f"{word} stands in {author.places.get(word, 'part of some place')}"
    plain = _STYLE.sub("", output)
    days = [int("".join(match.groups(""))) for match in _DAY.finditer(plain)]
    yield from (f"the day {day}, which is even" for day in days if day % 2 == 0)
    for pattern, most in ((_ENTRIES, author.shared), (_FILES, author.unread), (_TOLD, 0)):
        numbers = (int(match[match.lastindex]) if match.lastindex else 1 for match in pattern.finditer(plain))
        yield from (f"{number} of at most {most}, {pattern.pattern}" for number in numbers if number > most)

"""The place of measurements: a folder with journals, and for each a home with both programs set up."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from clock import Cost, Environment, FailedError, in_a_terminal, to_its_end

JRNL = "jrnl==4.6"
BESIDE = Path(__file__).parent
# The settings of jrnl 4.6 for a new account, except: no editor, so that it asks at its own prompt; a date that it reads
# at once; and only @ for tags, since it would read the marks of a heading as one.
JRNL_SETTINGS = """\
colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: true
indent_character: '|'
journals: {{default: {{journal: {journal}}}, fewer: {{journal: {fewer}}}}}
linewrap: 79
tagsymbols: '@'
template: false
timeformat: '%Y-%m-%d %H:%M'
version: '4.6'
"""
CLASS_TAG = re.compile(r" @\d+[A-Z]$")

Measure = Callable[[], Cost]


class Lab:
    """Makes each journal for its first measurement. The caller checks that the programs are installed."""

    def __init__(self, base: Path, mentorlog: Path, jrnl: Path, rg: Path) -> None:
        self._base = base.resolve()
        self._mentorlog, self._jrnl, self._rg = mentorlog, jrnl, rg
        self._said = self._base / "said.txt"

    def ours(self, count: int, *words: str, **more: str) -> Measure:
        """Measure mentorlog on a journal of so many entries. `more` goes into its environment."""
        return lambda: self._run(count, self._mentorlog, *words, **more)

    def ours_shown(self, count: int, *words: str, until: str = "") -> Measure:
        """Measure mentorlog in a terminal, until `until` is on the screen or to its end."""
        return lambda: self._shown(count, self._mentorlog, *words, until=until)

    def ours_undone(self, count: int, *words: str) -> Measure:
        """Measure mentorlog adding a file, which is removed afterwards, so that every run has the same journal."""
        return lambda: self._undone(count, *words)

    def jrnl(self, count: int, *words: str) -> Measure:
        return lambda: self._run(count, self._jrnl, *words)

    def jrnl_shown(self, count: int, *words: str, until: str = "") -> Measure:
        return lambda: self._shown(count, self._jrnl, *words, until=until)

    def rg(self, count: int, *words: str) -> Measure:
        return lambda: self._run(count, self._rg, *words, str(self._journal(count)))

    def python(self, *words: str) -> Measure:
        """Measure the Python that runs mentorlog."""
        return lambda: self._run(0, self._mentorlog.with_name("python"), *words)

    def reading(self, count: int) -> Measure:
        """Measure a loop that reads the bytes of the same files, by its own clock."""
        return lambda: self._reading(count)

    def _run(self, count: int, program: Path, *words: str, **more: str) -> Cost:
        return to_its_end([str(program), *words], {**self._environment(count), **more}, self._said)

    def _shown(self, count: int, program: Path, *words: str, until: str) -> Cost:
        return in_a_terminal([str(program), *words], self._environment(count), until)

    def _undone(self, count: int, *words: str) -> Cost:
        places = (self._journal(count), self._base / f"home-{count}")
        before = _all_in(*places)
        cost = self._run(count, self._mentorlog, *words)
        added = _all_in(*places) - before
        if not any(path.suffix == ".md" for path in added):
            raise FailedError("no entry was written")
        for path in sorted(added, reverse=True):  # a folder after its files
            path.rmdir() if path.is_dir() else path.unlink()
        return cost

    def _reading(self, count: int) -> Cost:
        self._run(count, self._mentorlog.with_name("python"), str(BESIDE / "read_files.py"), str(self._journal(count)))
        wall, cpu = map(float, self._said.read_text("utf-8").split())
        return Cost(wall, cpu)

    def _journal(self, count: int) -> Path:
        """Return a journal of so many entries, with the same texts for jrnl and both programs set up in its home."""
        folder, home = self._base / f"{count}", self._base / f"home-{count}"
        if not _settings_in(home).is_file():
            shutil.rmtree(folder, ignore_errors=True)  # an unfinished one
            print(f"making a journal of {count:,} entries", file=sys.stderr)
            texts = self._base / f"{count}.txt"
            maker = [sys.executable, str(BESIDE / "make_journal.py"), str(count), str(folder), "--jrnl", str(texts)]
            subprocess.run(maker, check=True)
            self._set_up(home, folder, texts)
        return folder

    def _set_up(self, home: Path, folder: Path, texts: Path) -> None:
        settings = _settings_in(home)
        settings.parent.mkdir(parents=True, exist_ok=True)
        to_its_end([str(self._mentorlog), "init", str(folder)], environment_in(home), self._said)
        fewer = texts.with_suffix(".fewer.txt")
        with open(texts, encoding="utf-8") as lines, open(fewer, "w", encoding="utf-8") as kept:
            kept.writelines(CLASS_TAG.sub("", line) for line in lines)
        settings.write_text(
            JRNL_SETTINGS.format(journal=texts, fewer=fewer), "utf-8"
        )  # last: it marks the journal as complete

    def _environment(self, count: int) -> Environment:
        self._journal(count)
        return environment_in(self._base / f"home-{count}")


def environment_in(home: Path) -> Environment:
    """Return an environment with the programs of this account, and settings and state in `home`."""
    return {"HOME": str(home), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}


def _all_in(*folders: Path) -> set[Path]:
    return {path for folder in folders for path in folder.rglob("*")}


def _settings_in(home: Path) -> Path:
    return home / ".config" / "jrnl" / "jrnl.yaml"


def install_jrnl(program: Path) -> None:
    """Install jrnl in its own environment as `program`. A failure prints its reason on stderr."""
    environment = program.parents[1]
    print(f"installing {JRNL}", file=sys.stderr)
    try:
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        subprocess.run([environment / "bin" / "python", "-m", "pip", "install", "--quiet", JRNL], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"jrnl cannot be installed: {error}", file=sys.stderr)

"""A random journal that is shared: checks of the shared folder and of its reader's view.

The copies must be the same as those of the journal without its private parts, and sharing again must change nothing.
After any change to the journal, the next share must give the same folder as a first share.
"""

import os
import random
import re
import shutil
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from leak.author import Author, Files
from leak.reader import brief_of, faults_in, put, run_command
from mentorlog.journal.folder import read_folder

FOLDER = "for-priya"
EARLIER = 1_790_000_000  # the time of every file of a journal: a day and an hour of September 2026
_SHARE = re.compile(rb'(?:(?<=[\r\n])|\A)"?share"? ?= ?["\']ment(?:or|\\u006fr)["\']')
_NAMES = re.compile(r"\d{4}(?:/\d{4}-\d\d-\d\d-[a-z0-9-]+\.md)?|mentorlog\.toml")
_OPEN = re.compile("(?i)ok[a-y]{8}")
_STAYS = ("the name of", "what is not in the format")  # places of a shared entry that are not in its copy
_FOR_ALI = 'share = "mentor"\nwith = "Ali"'  # shared, but with another person
_TWO_DAYS = 2 * 24 * 3600.0

Copies = Mapping[str, bytes]


@dataclass(frozen=True)
class Writer:
    """The writer of a journal, with their own account and folder for Priya."""

    root: Path

    @property
    def folder(self) -> Path:
        return self.root.parent / FOLDER

    def does(self, *words: str) -> tuple[int, str]:
        with patch.dict(os.environ, {"MENTORLOG_STATE": str(self.root.parent / "state")}):
            return run_command("--journal", str(self.root), *words)

    def meets_priya(self) -> tuple[int, str]:
        """Share for the first time, which sets Priya up."""
        return self.does("share", "--with", "Priya", "--to", str(self.folder), "--yes")

    def copies(self) -> Copies:
        """Return every file in the shared folder, and every subfolder as empty bytes."""
        paths = {path.relative_to(self.folder).as_posix(): path for path in sorted(self.folder.rglob("*"))}
        return {name: path.read_bytes() if path.is_file() else b"" for name, path in paths.items()}

    def times(self) -> dict[str, float]:
        """Return the time of each file; a folder has the time of the sharing."""
        return {name: (self.folder / name).stat().st_mtime for name, data in self.copies().items() if data}

    def entries(self) -> Copies:
        return {name: data for name, data in self.copies().items() if name.endswith(".md")}


def writer(base: Path, files: Mapping[str, bytes | None]) -> Writer:
    """Return a writer with these files, all of them old."""
    made = Writer(put(base / "journal", files))
    for path in made.root.rglob("*"):
        os.utime(path, (EARLIER, EARLIER))
    return made


@dataclass
class Sharing:
    """A journal with its private parts and the same one without; both are shared."""

    author: Author
    base: Path
    files: Files
    figures: Counter[str]

    def __post_init__(self) -> None:
        self.whole = writer(self.base / "whole", {name: data for name, (data, _) in self.files.items()})
        self.left = writer(self.base / "left", {name: data for name, (_, data) in self.files.items()})

    def faults(self) -> Iterator[str]:
        ended = [writer.meets_priya() for writer in (self.whole, self.left)]
        yield from (f"it ended in {status}: {output}" for status, output in ended if status)
        yield from self._faults_of_copies()
        if self.whole.copies() != self.left.copies():
            yield f"not what it is without the private parts: {ended}"
        yield from self._faults_of_again()
        yield from self._faults_of_reading()
        yield from self._faults_of_later()

    def _faults_of_copies(self) -> Iterator[str]:
        """Yield the faults of the files and folders: their words, names, times and number."""
        for name, data in self.whole.copies().items():
            yield from (f"{name}: {fault}" for fault in self._faults_in(f"{name}\n{data.decode()}"))
            if not _NAMES.fullmatch(name):
                yield f"{name} is no name of a copy"
        times = self.whole.times()
        yield from (f"{name} was written at {time.ctime(at)}" for name, at in times.items() if not _is_of_today(at))
        if len(self.whole.entries()) > self.author.shared:
            yield f"more copies than the {self.author.shared} entries"
        self.figures.update(shares=1, copies=len(self.whole.entries()))

    def _faults_in(self, output: str) -> Iterator[str]:
        yield from faults_in(output, self.author)
        places = {word: self.author.places.get(word.casefold(), "") for word in _OPEN.findall(output)}
        yield from (f"{word} stands in {place}" for word, place in places.items() if place.startswith(_STAYS))

    def _faults_of_again(self) -> Iterator[str]:
        before = self.whole.copies(), self.whole.times()
        status, output = self.whole.does("share", "--yes")
        if status or (self.whole.copies(), self.whole.times()) != before:
            yield f"sharing again changed something: {output}"

    def _faults_of_reading(self) -> Iterator[str]:
        """Yield the faults of Priya's view, in the folder itself and from her own journal."""
        ids = [re.sub(r".*-([^-]+)\.md", r"\1", name) for name in self.whole.entries()] or ["last"]
        seen = {form: brief_of(self.whole.folder, ("--format", form)) for form in ("terminal", "markdown")}
        found = ("list", "list --with Sam --json", "search ok", "search qz", "")
        for words in ("summary --json", "summary --format html", "next", f"show {' '.join(ids[:2])}", *found):
            status, seen[words] = run_command("--journal", str(self._reader()), *words.split())
            if status not in (0, 3):
                yield f"{words} ended in {status}: {seen[words]}"
        yield from (f"{words}: {fault}" for words, output in seen.items() for fault in self._faults_in(output))

    def _reader(self) -> Path:
        """Return Priya's journal, set up with this folder."""
        root = self.base / "priya"
        if not root.is_dir():
            root.mkdir()
            sam = f'[[people]]\nname = "Sam"\nrole = "ect"\ntheir_folder = "{self.base / "whole" / FOLDER}"\n'
            (root / "mentorlog.toml").write_text(f'name = "Priya"\nrole = "mentor"\n\n{sam}', "utf-8")
        return root

    def _faults_of_later(self) -> Iterator[str]:
        """Yield the faults after a change and the next share."""
        shared = [name for name, (_, left) in self.files.items() if left is not None and name.casefold().endswith("md")]
        if shared and self.whole.entries():
            change = self.author.pick(CHANGES)
            status, output = change(self.whole, self.author.pick(shared))
            self.figures[change.__name__.strip("_") + "_refused" * bool(status)] += 1
            if not status and self.whole.entries() != self._anew().entries():
                yield f"{change.__name__}, and not what a first share would make: {output}"

    def _anew(self) -> Writer:
        """Return the same journal as if it had never been shared."""
        shutil.rmtree(self.base / "anew", ignore_errors=True)
        shutil.copytree(self.whole.root, self.base / "anew" / "journal")
        made = Writer(self.base / "anew" / "journal")
        (made.root / "mentorlog.toml").write_bytes(self.files["mentorlog.toml"][0])
        made.meets_priya()
        return made


def _is_of_today(moment: float) -> bool:
    return time.localtime(moment)[3:6] == (0, 0, 0) and time.time() - moment < _TWO_DAYS


def _made_private(whole: Writer, name: str) -> tuple[int, str]:
    """Make an entry private by hand, in an editor, and share again."""
    path = whole.root / name
    path.write_bytes(_SHARE.sub(b'share = "no"', path.read_bytes()))
    return whole.does("share", "--yes")


def _deleted(whole: Writer, name: str) -> tuple[int, str]:
    """Delete an entry and all unreadable files, since no copy is removed while there are any."""
    contents = read_folder(whole.root)
    for path in {name, *(unread.path for unread in contents.unread)}:
        (whole.root / path).unlink()
    for folder in contents.folders:
        shutil.rmtree(whole.root / folder.path)
    return whole.does("share", "--yes")


def _withdrawn(whole: Writer, name: str) -> tuple[int, str]:
    return whole.does("share", "--withdraw", name, "--yes")


def _undone(whole: Writer, _name: str) -> tuple[int, str]:
    """Undo the share, which must remove every copy, and share again."""
    status, output = whole.does("undo")
    left = whole.entries()
    return (status, f"{output}{left}") if status or left else whole.does("share", "--yes")


CHANGES = (_made_private, _deleted, _withdrawn, _undone)


def _for_priya(data: bytes) -> bytes:
    """Return the file with Priya as its reader if it is shared; with two people, an unaddressed one is not."""
    return _SHARE.sub(rb'\g<0>\nwith = "Priya"', data)


def faults_of_sharing(author: Author, files: Files, base: Path, figures: Counter[str]) -> Iterator[str]:
    """Share this journal, and yield every fault."""
    settings = author.filled("the settings", 'name = "{}"\nrole = "ect"\n', is_open=True)
    own_id = author.filled("the settings' id", 'id = "{}"\n')
    if author.pick((True, False)):
        files = {name: (_for_priya(whole), left and _for_priya(left)) for name, (whole, left) in files.items()}
        files |= author.entry("an entry for somebody else", _FOR_ALI)
    files = files | {"mentorlog.toml": ((settings + own_id).encode(), settings.encode())}
    yield from Sharing(author, base, files, figures).faults()


def shares(count: int, seed: int, base: Path, figures: Counter[str]) -> Iterator[str]:
    """Share so many random journals, and yield every fault."""
    for number in range(count):
        author = Author(random.Random(f"{seed} {number}"))  # noqa: S311 -- journals, no secrets
        yield from (f"{number}: {fault}" for fault in faults_of_sharing(author, author.journal(), base, figures))

"""Random use of a journal: writing, editing by hand and by command, deleting, undoing, copying and sharing.

A sync service copies entries; they are shared with Priya, who writes in her copies, and withdrawn again. The model is
a dictionary of files and a list of changes. After every step, no text that was ever written is lost, Priya's folder
and briefs for her have no private text, and every command runs.
"""

import io
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from examples import examples
from mentorlog.cli import app
from mentorlog.dimensions import DIMENSIONS

pytestmark = pytest.mark.slow

Files = dict[str, bytes]
READING = ("list", "list --json", "summary", "summary --format json", "check", "next", "search word", "undo --list")
FINE = {0, 3, 4}


@dataclass
class Change:
    """One change by command: the files it touched, before and after."""

    before: dict[str, bytes | None]
    after: dict[str, bytes | None]
    is_undone: bool = False


class Journal(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.base = Path(self._folder.name)
        self.root, self.shared = self.base / "journal", self.base / "for-priya"
        self.changes: list[Change] = []
        self.words: set[str] = set()
        self.count = 0
        self.mentorlog("init", str(self.root), "--name", "Sam", "--role", "ect")
        self.mentorlog("share", "--with", "Priya", "--to", str(self.shared), "--yes")

    def teardown(self) -> None:
        self._folder.cleanup()

    def mentorlog(self, *words: str, as_reader: bool = False) -> tuple[int, str]:
        """Run one command with the writer's account, or with another one as the reader."""
        out = io.StringIO()
        state = str(self.base / ("reader" if as_reader else "state"))
        with _environment(MENTORLOG_STATE=state), redirect_stdout(out), redirect_stderr(out):
            status = app.run(list(words))
        return status, out.getvalue()

    def files(self) -> Files:
        """The entries and their copies, by path from the folder that contains both."""
        paths = [path for top in (self.root, self.shared) for path in top.rglob("*.md")]
        return {path.relative_to(self.base).as_posix(): path.read_bytes() for path in paths}

    def entries(self) -> list[str]:
        return sorted(path.relative_to(self.root).as_posix() for path in self.root.rglob("*.md"))

    def copies(self) -> list[Path]:
        return sorted(self.shared.rglob("*.md"))

    def new_word(self, kind: str) -> str:
        """Return a unique word."""
        self.count += 1
        self.words.add(word := f"{kind}word{self.count:04}x")
        return word

    @contextmanager
    def change(self) -> Iterator[None]:
        """Record the changes that a command makes to the files."""
        before = self.files()
        yield
        after = self.files()
        touched = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
        if touched:
            self.changes.append(
                Change({path: before.get(path) for path in touched}, {path: after.get(path) for path in touched})
            )

    @rule(
        dimension=st.sampled_from([dimension.id for dimension in DIMENSIONS]),
        is_shared=st.booleans(),
        more=st.text(max_size=40),
    )
    def write(self, dimension: str, is_shared: bool, more: str) -> None:
        kind = "shared" if is_shared else "private"
        text = f"{self.new_word(kind)} {more}"
        with self.change():
            status, output = self.mentorlog("new", "-d", dimension, *(["--share"] if is_shared else []), "--", text)
        assert status == 0, output

    @precondition(lambda self: self.entries())
    @rule(data=st.data(), is_private=st.booleans())
    def edit_by_hand(self, data: st.DataObject, is_private: bool) -> None:
        path = self.root / data.draw(st.sampled_from(self.entries()))
        is_shared = b'share = "mentor"' in path.read_bytes() and not is_private
        word = self.new_word("shared" if is_shared else "private")
        heading = "\n\n## Just for me\n\n" if is_private else "\n"
        path.write_bytes(path.read_bytes() + f"{heading}{word}\n".encode())

    @precondition(lambda self: self.entries())
    @rule(data=st.data(), key=st.sampled_from(["class", "next", "share"]))
    def edit_by_command(self, data: st.DataObject, key: str) -> None:
        path = data.draw(st.sampled_from(self.entries()))
        with self.change():
            status, output = self.mentorlog("edit", path, "--set", f"{key}={'' if key == 'share' else '8Q'}")
        assert status in FINE, output

    @precondition(lambda self: self.entries())
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        path = data.draw(st.sampled_from(self.entries()))
        with self.change():
            status, output = self.mentorlog("delete", path)
        assert status in FINE, output

    @rule()
    def undo(self) -> None:
        last = next((change for change in reversed(self.changes) if not change.is_undone), None)
        before = self.files()
        status, output = self.mentorlog("undo")
        after = self.files()
        if last is None:
            assert (status, before) == (3, after), output
        elif all(before.get(path) == data for path, data in last.after.items()):
            last.is_undone = True
            assert status == 0, output
            assert all(after.get(path) == data for path, data in last.before.items())
        else:
            assert after == before or status == 0, output
            last.is_undone = status == 0

    @precondition(lambda self: self.entries())
    @rule(data=st.data(), is_changed=st.booleans())
    def conflict_copy(self, data: st.DataObject, is_changed: bool) -> None:
        path = self.root / data.draw(st.sampled_from(self.entries()))
        self.count += 1
        copy = path.with_name(f"{path.stem} (Sam's MacBook {self.count}).md")
        copy.write_bytes(path.read_bytes() + (f"{self.new_word('private')}\n".encode() if is_changed else b""))
        if is_changed:
            copy.write_bytes(copy.read_bytes().replace(b'share = "mentor"\n', b""))

    @precondition(lambda self: self.entries())
    @rule(data=st.data())
    def break_a_head_and_mend_it(self, data: st.DataObject) -> None:
        path = self.root / data.draw(st.sampled_from(self.entries()))
        path.write_bytes(path.read_bytes().replace(b'role = "ect"', "role = “ect”".encode()))
        with self.change():
            status, output = self.mentorlog("check", "--fix", "--yes")
        assert status == 0, output
        assert "“ect”".encode() not in path.read_bytes()

    @rule()
    def share(self) -> None:
        with self.change():
            status, output = self.mentorlog("share", "--yes")
        ours = [path.read_bytes() for path in self.copies() if b"theirsword" not in path.read_bytes()]
        assert status == (0 if len(ours) == len(self.copies()) else 4), output
        for copy in ours:
            files = [data for data in map(self.read, self.entries()) if line_of_id(copy) in data]
            assert files or self.is_broken(), "the copy of an entry that is gone"
            assert all(b'share = "mentor"' in data for data in files), "the copy of an entry that is not shared"

    def read(self, entry: str) -> bytes:
        return (self.root / entry).read_bytes()

    def is_broken(self) -> bool:
        """True if a file cannot be read because its mending was undone; until it can, no copy is removed."""
        return any("“ect”".encode() in data for data in map(self.read, self.entries()))

    @precondition(lambda self: self.entries())
    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        entry = data.draw(st.sampled_from(self.entries()))
        taken_back = line_of_id(self.read(entry))
        with self.change():
            status, output = self.mentorlog("share", "--withdraw", entry, "--yes")
        left = [path.read_bytes() for path in self.copies() if taken_back in path.read_bytes()]
        assert status in FINE, output
        assert status or all(b"theirsword" in data for data in left), output

    @precondition(lambda self: self.copies())
    @rule(data=st.data())
    def she_writes_in_a_copy(self, data: st.DataObject) -> None:
        path = data.draw(st.sampled_from(self.copies()))
        path.write_bytes(path.read_bytes() + f"\n{self.new_word('theirs')}\n".encode())

    @invariant()
    def nothing_is_lost(self) -> None:
        """Every word that a person wrote is in a place where that person may look for it."""
        own = b"".join(path.read_bytes() for top in (self.root, self.base / "state") for path in top.rglob("*.md"))
        hers = b"".join(path.read_bytes() for path in self.copies())
        texts = {word: hers if word.startswith("theirs") else own for word in self.words}
        assert [word for word in sorted(texts) if word.encode() not in texts[word]] == []

    @invariant()
    def nothing_private_is_shared(self) -> None:
        for path in self.shared.rglob("*"):
            assert "private" not in path.name
            assert path.is_dir() or b"private" not in path.read_bytes()
            assert not path.name.startswith("."), "something half-done"

    @invariant()
    def nothing_private_is_shown(self) -> None:
        briefs = {self.root: ("terminal", "markdown", "json"), self.shared: ("html", "json")}
        for folder, form in ((folder, form) for folder, forms in briefs.items() for form in forms):
            _, output = self.mentorlog("summary", str(folder), "--format", form, as_reader=True)
            assert "private" not in output, output

    @invariant()
    def every_command_runs(self) -> None:
        for command in READING:
            status, output = self.mentorlog(*command.split())
            assert status in FINE, output
            assert "Traceback" not in output


def line_of_id(data: bytes) -> bytes:
    """Return the line of front matter that identifies an entry in each of its files."""
    return next(line for line in data.split(b"\n") if line.startswith(b"id = "))


@contextmanager
def _environment(**values: str) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in values.items():
            patch.setenv(name, value)
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b""), "utf-8"))
        yield


TestJournal = Journal.TestCase
TestJournal.settings = settings(
    examples(12),
    stateful_step_count=12,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # every step is thirteen commands: shrinking takes minutes
)

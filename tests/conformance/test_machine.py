"""A journal lived in at random: written to, edited by hand and by command, deleted, undone, copied by a sync service.

The model is a dictionary of files and a list of changes. After every step nothing that was ever written is lost,
nothing private is in what somebody else would read, and every command runs.
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

from mentorlog.cli import app
from mentorlog.model import DIMENSIONS

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
        self.root = self.base / "journal"
        self.changes: list[Change] = []
        self.words: set[str] = set()
        self.count = 0
        self.mentorlog("init", str(self.root), "--name", "Sam", "--role", "ect")

    def teardown(self) -> None:
        self._folder.cleanup()

    def mentorlog(self, *words: str, as_reader: bool = False) -> tuple[int, str]:
        """Run one command; as the reader, with an account that is not the writer's."""
        out = io.StringIO()
        state = str(self.base / ("reader" if as_reader else "state"))
        with _environment(MENTORLOG_STATE=state), redirect_stdout(out), redirect_stderr(out):
            status = app.run(list(words))
        return status, out.getvalue()

    def files(self) -> Files:
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in self.root.rglob("*.md")}

    def new_word(self, kind: str) -> str:
        """A word that stands nowhere else, so that finding it means something."""
        self.count += 1
        self.words.add(word := f"{kind}word{self.count:04}x")
        return word

    @contextmanager
    def change(self) -> Iterator[None]:
        """Note what a command does to the files."""
        before = self.files()
        yield
        after = self.files()
        touched = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
        if touched:
            self.changes.append(
                Change({path: before.get(path) for path in touched}, {path: after.get(path) for path in touched})
            )

    @rule(
        dimension=st.sampled_from([each.id for each in DIMENSIONS]), is_shared=st.booleans(), more=st.text(max_size=40)
    )
    def write(self, dimension: str, is_shared: bool, more: str) -> None:
        kind = "shared" if is_shared else "private"
        text = f"{self.new_word(kind)} {more}"
        with self.change():
            status, said = self.mentorlog("new", "-d", dimension, *(["--share"] if is_shared else []), "--", text)
        assert status == 0, said

    @precondition(lambda self: self.files())
    @rule(data=st.data(), is_private=st.booleans())
    def edit_by_hand(self, data: st.DataObject, is_private: bool) -> None:
        path = self.root / data.draw(st.sampled_from(sorted(self.files())))
        is_shared = b'share = "mentor"' in path.read_bytes() and not is_private
        word = self.new_word("shared" if is_shared else "private")
        heading = "\n\n## Just for me\n\n" if is_private else "\n"
        path.write_bytes(path.read_bytes() + f"{heading}{word}\n".encode())

    @precondition(lambda self: self.files())
    @rule(data=st.data(), key=st.sampled_from(["class", "next", "share"]))
    def edit_by_command(self, data: st.DataObject, key: str) -> None:
        path = data.draw(st.sampled_from(sorted(self.files())))
        with self.change():
            status, said = self.mentorlog("edit", path, "--set", f"{key}={'' if key == 'share' else '8Q'}")
        assert status in FINE, said

    @precondition(lambda self: self.files())
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        path = data.draw(st.sampled_from(sorted(self.files())))
        with self.change():
            status, said = self.mentorlog("delete", path)
        assert status in FINE, said

    @rule()
    def undo(self) -> None:
        last = next((change for change in reversed(self.changes) if not change.is_undone), None)
        before = self.files()
        status, said = self.mentorlog("undo")
        after = self.files()
        if last is None:
            assert (status, before) == (3, after), said
        elif all(before.get(path) == data for path, data in last.after.items()):
            last.is_undone = True
            assert status == 0, said
            assert all(after.get(path) == data for path, data in last.before.items())
        else:
            assert after == before or status == 0, said
            last.is_undone = status == 0

    @precondition(lambda self: self.files())
    @rule(data=st.data(), is_changed=st.booleans())
    def conflict_copy(self, data: st.DataObject, is_changed: bool) -> None:
        path = self.root / data.draw(st.sampled_from(sorted(self.files())))
        self.count += 1
        copy = path.with_name(f"{path.stem} (Sam's MacBook {self.count}).md")
        copy.write_bytes(path.read_bytes() + (f"{self.new_word('private')}\n".encode() if is_changed else b""))
        if is_changed:
            copy.write_bytes(copy.read_bytes().replace(b'share = "mentor"\n', b""))

    @precondition(lambda self: self.files())
    @rule(data=st.data())
    def break_a_head_and_mend_it(self, data: st.DataObject) -> None:
        path = self.root / data.draw(st.sampled_from(sorted(self.files())))
        path.write_bytes(path.read_bytes().replace(b'role = "ect"', "role = “ect”".encode()))
        with self.change():
            status, said = self.mentorlog("check", "--fix", "--yes")
        assert status == 0, said
        assert "“ect”".encode() not in path.read_bytes()

    @invariant()
    def nothing_is_lost(self) -> None:
        held = b"".join(path.read_bytes() for path in self.base.rglob("*.md"))
        assert [word for word in sorted(self.words) if word.encode() not in held] == []

    @invariant()
    def nothing_private_is_shown(self) -> None:
        for form in ("terminal", "markdown", "json"):
            _, said = self.mentorlog("summary", str(self.root), "--format", form, as_reader=True)
            assert "private" not in said, said

    @invariant()
    def every_command_runs(self) -> None:
        for command in READING:
            status, said = self.mentorlog(*command.split())
            assert status in FINE, said
            assert "Traceback" not in said


@contextmanager
def _environment(**values: str) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in values.items():
            patch.setenv(name, value)
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b""), "utf-8"))
        yield


TestJournal = Journal.TestCase
TestJournal.settings = settings(
    max_examples=12,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # every step is thirteen commands: shrinking takes minutes
)

"""Reading and writing files: never over another file, never half, and no temporary file left behind."""

import errno
import os
import re
import socket
import stat
from collections.abc import Callable, Collection, Iterator
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest

from mentorlog.journal import disk

OLD, NEW, OTHER = b"what was there\n", b"what is to be there\n", b"what a sync service wrote\n"
WRITING = ("write", "mkdir", "link")  # what a full disk refuses
_CAN_FAIL = {
    *("open", "read", "write", "fsync", "close", "lstat", "fstat"),
    *("link", "unlink", "replace", "rename", "chmod", "mkdir"),
}


class Faults:
    """A substitute for the `os` of `mentorlog.journal.disk`: notes each call, and fails one or all from one on."""

    def __init__(
        self, fail_at: int = 0, error: int = errno.EIO, *, of: Collection[str] = _CAN_FAIL, stays: bool = False
    ) -> None:
        self.calls: list[str] = []
        self.fired = ""
        self._fail_at, self._error, self._of, self._stays = fail_at, error, of, stays
        self._counted = 0

    def __getattr__(self, name: str) -> object:
        real = getattr(os, name)
        return self._noting(name, real) if name in _CAN_FAIL else real

    def _noting(self, name: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **kwargs: object) -> object:
            self.calls.append(name)
            self._counted += name in self._of
            if name in self._of and self._is_turn():
                self.fired = f"call {len(self.calls)}, os.{name}"
                if name == "close":
                    real(*args, **kwargs)  # a close that fails has closed all the same
                raise OSError(self._error, os.strerror(self._error))
            return real(*args, **kwargs)

        return call

    def _is_turn(self) -> bool:
        return 0 < self._fail_at <= self._counted if self._stays else self._fail_at == self._counted


@pytest.fixture
def open_umask() -> Iterator[None]:
    """An account on which every new file is open to all, unless the program says otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def make_link(path: Path) -> None:
    target = path.with_name("target.txt")
    target.write_bytes(OLD)
    path.symlink_to(target)


def make_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(path))  # the name of a socket may have 107 characters


def make_large(path: Path) -> None:
    path.touch()
    os.truncate(path, disk.LARGEST + 1)


UNUSUAL: dict[str, tuple[Callable[[Path], None], str]] = {
    "a link": (make_link, "it is a link, and links are not followed"),
    "a link to itself": (lambda path: path.symlink_to(path), "it is a link, and links are not followed"),
    "a pipe": (os.mkfifo, "it is not an ordinary file"),
    "a socket": (make_socket, "it is not an ordinary file"),
    "a folder": (lambda path: path.mkdir(), "it is not an ordinary file"),
    "a large file": (make_large, "it is over 5 MB, so it was not opened"),
    "nothing": (lambda _: None, "it is not there"),
}


@pytest.mark.parametrize("kind", UNUSUAL)
def test_only_an_ordinary_file_is_opened(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make, reason = UNUSUAL[kind]
    make(tmp_path / "entry.md")
    monkeypatch.setattr(disk, "os", faults := Faults())

    with pytest.raises(OSError) as caught:  # noqa: PT011 -- the reason is what counts
        disk.read(tmp_path / "entry.md")

    assert disk.reason(caught.value) == reason
    assert "open" not in faults.calls


@pytest.mark.parametrize("kind", ["a link", "a pipe", "a folder", "a large file"])
def test_a_file_that_is_swapped_between_two_calls_is_not_read(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, reason = UNUSUAL[kind]
    make(tmp_path / "entry.md")
    (tmp_path / "ordinary.md").write_bytes(OLD)
    ordinary = os.lstat(tmp_path / "ordinary.md")
    monkeypatch.setattr(disk, "os", faults := Faults())
    monkeypatch.setattr(faults, "lstat", lambda _: ordinary, raising=False)

    with pytest.raises(OSError) as caught:  # noqa: PT011
        disk.read(tmp_path / "entry.md")

    assert disk.reason(caught.value) == reason
    assert "read" not in faults.calls


@pytest.mark.parametrize(("key", "flag"), [("st_flags", 0x40000000), ("st_file_attributes", 0x400000)])
def test_a_file_that_is_still_in_the_cloud_is_not_fetched(
    key: str, flag: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "entry.md").write_bytes(OLD)
    monkeypatch.setattr(disk, "os", faults := Faults())
    status = SimpleNamespace(st_mode=stat.S_IFREG | 0o600, st_size=10, **{key: flag})
    monkeypatch.setattr(faults, "lstat", lambda _: status, raising=False)

    with pytest.raises(disk.UnreadableError, match="has not been downloaded"):
        disk.read(tmp_path / "entry.md")

    assert faults.calls == []


TAKEN: dict[str, Callable[[Path], object]] = {
    "a file": lambda path: path.write_bytes(OLD),
    "an empty file": lambda path: path.touch(),
    "a folder": lambda path: path.mkdir(),
    "a link": make_link,
    "a link to nowhere": lambda path: path.symlink_to("nowhere"),
}


@pytest.mark.parametrize("no_links", [0, errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK])
@pytest.mark.parametrize("kind", TAKEN)
def test_an_existing_file_is_never_overwritten(
    kind: str, no_links: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    TAKEN[kind](tmp_path / "entry.md")
    before, names = contents(tmp_path), sorted(os.listdir(tmp_path))
    monkeypatch.setattr(disk, "os", Faults(1 if no_links else 0, no_links, of=["link"], stays=True))

    with pytest.raises(FileExistsError):
        disk.create(tmp_path / "entry.md", NEW)

    assert contents(tmp_path) == before
    assert sorted(os.listdir(tmp_path)) == names


@pytest.mark.parametrize("no_links", [0, errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EINVAL])
@pytest.mark.usefixtures("open_umask")
def test_a_new_file_is_whole_private_and_alone(no_links: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "os", Faults(1 if no_links else 0, no_links, of=["link"], stays=True))

    disk.create(tmp_path / "entry.md", NEW)

    assert contents(tmp_path) == {"entry.md": NEW}
    assert mode_of(tmp_path / "entry.md") == 0o600
    assert (tmp_path / "entry.md").stat().st_nlink == 1


def test_partial_writes_are_continued_to_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "os", faults := Faults())
    monkeypatch.setattr(faults, "write", lambda where, data: os.write(where, bytes(data[:3])), raising=False)

    disk.create(tmp_path / "entry.md", NEW)

    assert contents(tmp_path) == {"entry.md": NEW}


ORDER = {
    "create": "open write fsync close link unlink open fsync close",
    "replace": "lstat open write fsync close lstat open fstat read read close replace open fsync close",
    "overwrite": "open write fsync close replace open fsync close",
    "remove": "rename lstat open fstat read read close unlink open fsync close",
}
CHANGES: dict[str, tuple[bytes | None, bytes | None, Callable[[Path], None]]] = {
    "create": (None, NEW, lambda path: disk.create(path, NEW)),
    "replace": (OLD, NEW, lambda path: disk.replace(path, OLD, NEW)),
    "overwrite": (OLD, NEW, lambda path: disk.overwrite(path, NEW)),
    "remove": (OLD, None, lambda path: disk.remove(path, OLD)),
}


def files(data: bytes | None) -> dict[str, bytes]:
    return {} if data is None else {"entry.md": data}


def put(folder: Path, data: bytes | None) -> Path:
    folder.mkdir(exist_ok=True)
    for name, content in files(data).items():
        (folder / name).write_bytes(content)
        (folder / name).chmod(0o600)
    return folder / "entry.md"


@pytest.mark.parametrize("change", CHANGES)
def test_a_file_is_synced_before_it_is_named_and_its_folder_afterwards(
    change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, after, make = CHANGES[change]
    path = put(tmp_path / "there", before)
    monkeypatch.setattr(disk, "os", faults := Faults())

    make(path)

    assert " ".join(faults.calls) == ORDER[change]
    assert contents(path.parent) == files(after)


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EACCES, errno.EIO], ids=errno.errorcode.get)
@pytest.mark.parametrize("change", CHANGES)
def test_a_failing_call_leaves_the_old_or_the_new_file_and_nothing_else(
    change: str, error: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, after, make = CHANGES[change]

    for number in count(1):
        path = put(tmp_path / str(number), before)
        monkeypatch.setattr(disk, "os", faults := Faults(number, error))
        failed = False
        try:
            make(path)
        except OSError:
            failed = True

        assert contents(path.parent) in ([files(before), files(after)] if failed else [files(after)]), faults.fired
        if not faults.fired:
            break

    assert number > len(ORDER[change].split())


@pytest.mark.parametrize("change", ["replace", "remove"])
@pytest.mark.parametrize("found", [OTHER, b"", OLD + b" "])
def test_a_file_that_has_changed_is_left_alone(change: str, found: bytes, tmp_path: Path) -> None:
    path = put(tmp_path / "there", found)

    with pytest.raises(disk.ChangedError):
        CHANGES[change][2](path)

    assert contents(path.parent) == files(found)


def test_a_file_that_changes_just_before_it_is_removed_is_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path / "there", OLD)
    monkeypatch.setattr(disk, "os", faults := Faults())

    def rename_late(source: Path, target: Path) -> None:
        path.write_bytes(OTHER)
        os.rename(source, target)

    monkeypatch.setattr(faults, "rename", rename_late, raising=False)
    with pytest.raises(disk.ChangedError):
        disk.remove(path, OLD)

    assert contents(path.parent) == files(OTHER)


@pytest.mark.parametrize("change", ["replace", "remove"])
def test_a_link_is_neither_followed_nor_removed(change: str, tmp_path: Path) -> None:
    make_link(tmp_path / "entry.md")

    with pytest.raises(OSError, match="link"):
        CHANGES[change][2](tmp_path / "entry.md")

    assert (tmp_path / "entry.md").is_symlink()
    assert (tmp_path / "target.txt").read_bytes() == OLD


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644])
@pytest.mark.usefixtures("open_umask")
def test_a_changed_file_keeps_its_permissions(mode: int, tmp_path: Path) -> None:
    path = put(tmp_path / "there", OLD)
    path.chmod(mode)

    disk.replace(path, OLD, NEW)

    assert mode_of(path) == mode


@pytest.mark.usefixtures("open_umask")
def test_our_own_file_is_private_even_if_it_replaces_an_open_one(tmp_path: Path) -> None:
    path = put(tmp_path / "there", OLD)
    path.chmod(0o644)

    disk.overwrite(path, NEW)

    assert mode_of(path) == 0o600


@pytest.mark.usefixtures("open_umask")
def test_new_folders_are_private_and_existing_ones_keep_their_permissions(tmp_path: Path) -> None:
    (tmp_path / "open").mkdir(mode=0o755)

    disk.make_folder(tmp_path / "open" / "one" / "two")
    disk.make_folder(tmp_path / "open" / "one" / "two")

    assert [mode_of(tmp_path / name) for name in ("open", "open/one", "open/one/two")] == [0o755, 0o700, 0o700]


def test_a_file_moved_aside_comes_back_beside_one_that_took_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file changes before its removal, and then a sync service writes another in its place."""
    path = put(tmp_path / "there", b"changed by hand")
    real = os.rename

    def rename(source: Path, target: Path) -> None:
        real(source, target)
        path.write_bytes(b"put there meanwhile")

    monkeypatch.setattr(os, "rename", rename)

    with pytest.raises(disk.ChangedError):
        disk.remove(path, OLD)

    left = contents(path.parent)
    assert left.pop("entry.md") == b"put there meanwhile"
    assert list(left.values()) == [b"changed by hand"]
    assert all(re.fullmatch(r"entry-[0-9a-f]{4}\.md", name) for name in left)


def test_discarding_a_missing_file_is_no_error(tmp_path: Path) -> None:
    path = put(tmp_path / "there", OLD)

    disk.discard(path)
    disk.discard(path)

    assert contents(path.parent) == {}


def test_a_folder_that_cannot_be_listed_has_no_names(tmp_path: Path) -> None:
    path = put(tmp_path / "there", OLD)

    assert disk.names_in(path) == []
    assert disk.names_in(tmp_path / "missing") == []
    assert disk.names_in(path.parent) == ["entry.md"]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "your space on this disk is used up"),
        (errno.EACCES, "this account may not open it"),
        (errno.EROFS, "the disk cannot be written to"),
        (errno.ENAMETOOLONG, "its name is too long"),
        (errno.EIO, "the disk reports a fault"),
        (errno.EBUSY, "device or resource busy"),
    ],
)
def test_a_fault_is_described_in_plain_words(error: int, words: str) -> None:
    assert disk.reason(OSError(error, os.strerror(error))) == words

"""Folders as real machines have them: each unusable file is listed and hides no other."""

import errno
import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from mentorlog.entry.entry import Entry
from mentorlog.finding.duplicates import originals
from mentorlog.journal import disk
from mentorlog.journal.folder import Contents, new_id, read_file, read_folder
from mentorlog.text import safe

GOOD = "2026/2026-11-23-good.md"
TEXT = '+++\nschema = 1\nid = "20261123-k3f9"\ndate = 2026-11-23\n+++\n\nThe funnels had gone.\n'
as_another_account = pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="NOT TESTED: root may read every file; run the tests as another user"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A journal with one good entry in it."""
    put(tmp_path / "root", GOOD, TEXT)
    return tmp_path / "root"


def put(root: Path, name: str, text: str = "A day.\n") -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="")
    return path


def paths(contents: Contents) -> list[str]:
    return [entry.path for entry in contents.entries]


def link_outside(path: Path) -> None:
    path.symlink_to(put(path.parents[2], "outside/2026-11-23-theirs.md"))


def large(path: Path) -> None:
    path.touch()
    os.truncate(path, disk.LARGEST + 1)


LISTED: dict[str, tuple[Callable[[Path], object], str]] = {
    "a link to a file outside": (link_outside, "it is a link, and links are not followed"),
    "a link to itself": (lambda path: path.symlink_to(path), "it is a link, and links are not followed"),
    "a link to nowhere": (lambda path: path.symlink_to("nowhere"), "it is a link, and links are not followed"),
    "a link to a folder": (lambda path: path.symlink_to(path.parent), "it is a link, and links are not followed"),
    "a pipe": (os.mkfifo, "it is not an ordinary file"),
    "an empty file": (Path.touch, "the file is empty"),
    "zeros": (lambda path: path.write_bytes(bytes(512)), "the file is empty"),
    "a large file": (large, "it is over 5 MB, so it was not opened"),
    "no text": (lambda path: path.write_bytes(b"bad \xff"), "it is not UTF-8 here"),
}


@pytest.mark.parametrize("kind", LISTED)
def test_a_file_that_cannot_be_an_entry_is_listed_with_the_reason(kind: str, root: Path) -> None:
    make, reason = LISTED[kind]
    make(root / "2026" / "2026-11-24-odd.md")

    contents = read_folder(root)

    assert paths(contents) == [GOOD]
    assert [str(problem) for problem in contents.problems] == [f"2026/2026-11-24-odd.md, line 1: {reason}."]
    assert contents.unreadable == 1


def test_a_folder_whose_name_ends_in_md_is_a_folder(root: Path) -> None:
    put(root, "2026/2026-11-24-box.md/2026-11-25-inside.md")

    contents = read_folder(root)

    assert paths(contents) == [GOOD, "2026/2026-11-24-box.md/2026-11-25-inside.md"]
    assert contents.problems == ()


def test_links_to_folders_are_not_followed(root: Path) -> None:
    put(root.parent, "outside/2026-11-24-theirs.md")
    (root / "outside").symlink_to(root.parent / "outside")
    (root / "2026" / "again").symlink_to(root)

    assert paths(read_folder(root)) == [GOOD]


@as_another_account
def test_a_file_and_a_folder_that_this_account_may_not_read_are_listed(root: Path) -> None:
    put(root, "2026/2026-11-24-closed.md").chmod(0)
    put(root, "2025/2025-11-24-inside.md").parent.chmod(0)

    contents = read_folder(root)
    (root / "2025").chmod(0o700)

    assert paths(contents) == [GOOD]
    assert [str(problem) for problem in contents.problems] == [
        "2025, line 1: this folder cannot be read: this account may not open it.",
        "2026/2026-11-24-closed.md, line 1: this account may not open it.",
    ]


FAULTS = [
    (errno.EACCES, "this account may not open it"),
    (errno.EIO, "the disk reports a fault"),
    (errno.ENOENT, "it is not there"),
]


@pytest.mark.parametrize(("error", "reason"), FAULTS)
def test_a_folder_that_fails_or_vanishes_is_listed_and_hides_no_other(
    error: int, reason: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(root, "2025/2025-11-24-inside.md")
    scandir = os.scandir

    def failing(path: str) -> Iterator[os.DirEntry[str]]:
        if Path(path).name == "2025":
            raise OSError(error, os.strerror(error))
        return scandir(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", failing)
        contents = read_folder(root)

    assert paths(contents) == [GOOD]
    assert [str(problem) for problem in contents.problems] == [f"2025, line 1: this folder cannot be read: {reason}."]


@pytest.mark.parametrize(("error", "reason"), FAULTS)
def test_a_file_that_fails_or_vanishes_is_listed(
    error: int, reason: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(root, "2026/2026-11-24-lost.md")
    read = disk.read

    def failing(path: str) -> bytes:
        if "lost" in Path(path).name:
            raise OSError(error, os.strerror(error))
        return read(path)

    monkeypatch.setattr(disk, "read", failing)
    contents = read_folder(root)

    assert paths(contents) == [GOOD]
    assert [str(problem) for problem in contents.problems] == [f"2026/2026-11-24-lost.md, line 1: {reason}."]


def test_a_missing_journal_is_a_problem_and_not_an_exception(tmp_path: Path) -> None:
    assert [problem.text for problem in read_folder(tmp_path / "gone").problems] == [
        "this folder cannot be read: it is not there"
    ]


IGNORED = [
    ".2026-11-24-hidden.md",
    ".obsidian/2026-11-24-note.md",
    ".mentorlog-0123456789ab.tmp",
    ".mentorlog-0123456789ab.md",
    "~$2026-11-24-word.md",
    "2026-11-24.txt",
    "2026-11-24.md~",
    "2026-11-24.md.swp",
    "README.md",
    "readme.md",
    "prompts/2026-11-24-mine.md",
    "2026/.2026-11-24-hidden.md",
    "2026/.mentorlog-0123456789ab.tmp",
]


@pytest.mark.parametrize("name", IGNORED)
def test_hidden_and_temporary_files_and_those_of_others_are_ignored(name: str, root: Path) -> None:
    put(root, name)

    contents = read_folder(root)

    assert paths(contents) == [GOOD]
    assert contents.problems == ()


def test_folders_too_deep_to_look_into_are_named(root: Path) -> None:
    put(root, "1/2/3/4/5/6/7/8/9/2026-11-24-deep.md")

    contents = read_folder(root)

    assert paths(contents) == [GOOD]
    assert [str(problem) for problem in contents.problems] == [
        "1/2/3/4/5/6/7/8/9, line 1: folders more than 8 deep are not looked into."
    ]


@pytest.mark.parametrize(
    "name",
    ["2026-11-24.md", "2026-11-24.MD", "2026/readme 2026-11-24.md", "a/b/2026-11-24.md", "2026/prompts/2026-11-24.md"],
)
def test_an_entry_may_have_any_folder_and_any_name(name: str, root: Path) -> None:
    put(root, name)

    assert paths(read_folder(root)) == [GOOD, name]


def test_entries_are_sorted_by_day_whatever_their_names(root: Path) -> None:
    put(root, "a.md", TEXT.replace("2026-11-23", "2026-11-25").replace("k3f9", "aaaa"))
    put(root, "b.md", TEXT.replace("2026-11-23", "2026-11-22").replace("k3f9", "bbbb"))

    assert paths(read_folder(root)) == ["b.md", GOOD, "a.md"]


COPIES = [
    ("2026/2026-11-23-good-DESKTOP-7Q.md", TEXT, "the two are the same to the letter"),
    ("2026/2026-11-23-good (Sam's conflicted copy).md", TEXT.replace("gone", "left"), "1 line differs; both were kept"),
    ("2026/2026-11-23-good.sync-conflict-20261123.md", TEXT + "Two\nmore.\n", "2 lines differ; both were kept"),
    ("elsewhere/x.md", TEXT.replace("gone.", "left.\nThen") + "Two\nmore.\n", "4 lines differ; both were kept"),
]


@pytest.mark.parametrize(("name", "text", "difference"), COPIES)
def test_a_conflict_copy_is_recognised_by_its_id_and_listed_with_the_difference(
    name: str, text: str, difference: str, root: Path
) -> None:
    put(root, name, text)

    contents = read_folder(root)

    assert sorted(paths(contents)) == sorted([GOOD, name])
    (problem,) = contents.problems
    assert {GOOD, name} == {problem.path, problem.text.removeprefix("it has the same id as ").partition(";")[0]}
    assert problem.text.endswith(f"; {difference}")
    assert len(originals(contents.entries)) == 1


def test_entries_without_an_id_do_not_count_as_copies(root: Path) -> None:
    put(root, "2026-11-24-a.md")
    put(root, "2026-11-24-b.md")

    contents = read_folder(root)

    assert contents.problems == ()
    assert len(originals(contents.entries)) == 3


@pytest.mark.parametrize("mark", ["\n", "\x1b[2J", "\u202e", "\r"])
def test_a_hostile_file_name_is_made_harmless_everywhere(mark: str, root: Path) -> None:
    put(root, f"2026/2026-11-23-a{mark}mentorlog: all is well.md", TEXT)
    put(root, f"2026/2026-11-24{mark}.md", "+++\n")

    lines = [safe(str(problem)) for problem in read_folder(root).problems]

    assert len(lines) == 2
    assert [line for line in lines if mark in line] == []


def test_a_name_that_is_not_utf_8_is_an_entry_like_any_other(root: Path) -> None:
    put(root, os.fsdecode(b"2026/2026-11-24-caf\xe9.md"))

    contents = read_folder(root)

    assert len(contents.entries) == 2
    assert contents.problems == ()


def test_one_file_is_read_with_the_role_of_its_journal(root: Path) -> None:
    entry = read_file(root, GOOD, "mentor")

    assert isinstance(entry, Entry)
    assert (entry.path, entry.role) == (GOOD, "mentor")


def test_a_new_id_is_unique_for_its_day(root: Path) -> None:
    letters = iter(["k3f9", "k3f9", "m4g8"])

    assert new_id(root, date(2026, 11, 23), lambda _: next(letters)) == "20261123-m4g8"


@pytest.mark.parametrize("there", [True, False])
def test_a_new_id_needs_no_journal(there: bool, tmp_path: Path) -> None:
    root = tmp_path / "missing" if there else None

    assert new_id(root, date(2026, 11, 23), lambda number: "k" * number) == "20261123-kkkk"

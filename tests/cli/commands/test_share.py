"""`mentorlog share`: shows the copies first, shares nothing by default, and can take copies back."""

import errno
import os
import stat
import time
from pathlib import Path

import pytest

from cli.two_people import One
from conftest import Run
from mentorlog.errors import ExitCode

CANARY = "canary"


def entries(one: One) -> dict[str, bytes]:
    return {name: data for name, data in one.copies().items() if name.endswith(".md")}


def test_nothing_is_shared_until_something_is_marked(sam: One) -> None:
    sam.does("new 'A private thought'")

    output = sam.does("share")

    assert output == "Nothing is marked to share. To share one: mentorlog share ENTRY\n"
    assert sam.copies() == {}


def test_marked_and_named_entries_are_listed_and_then_shared(sam: One) -> None:
    sam.does("new 'The bell went' --share --title 'The bell'")
    sam.does("new 'It rained' --title 'The rain'")

    rain = next(line.split("\t")[0] for line in sam.does("list").splitlines() if "rain" in line)

    output = sam.does(f"share {rain} --yes")

    assert "2 entries would go to Priya's folder:" in output
    assert {name.rpartition("-")[0] for name in entries(sam)} == {
        "2026/2026-11-23-the-bell",
        "2026/2026-11-23-the-rain",
    }
    assert sam.does("list").count("\tmentor\t") == 2


def test_nothing_is_shared_without_a_yes(sam: One) -> None:
    sam.does("new 'The bell went' --share")

    asked, dry = sam.run("share"), sam.run("share --dry-run")

    assert (asked.exit_code, dry.exit_code) == (ExitCode.INPUT_NEEDED, ExitCode.DONE)
    assert "The bell went" in dry.stdout
    assert entries(sam) == {}


def test_a_second_share_changes_neither_bytes_nor_times(sam: One) -> None:
    sam.does("new 'The bell went' --share")
    sam.does("share --yes")
    before = {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in sam.for_other.rglob("*")}

    output = sam.does("share --yes")

    assert output == "1 entry is shared with Priya, and nothing has changed.\n"
    assert {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in sam.for_other.rglob("*")} == before


def test_a_changed_entry_changes_its_copy(sam: One) -> None:
    sam.does("new 'The bell went' --share")
    sam.does("share --yes")
    [name] = entries(sam)
    sam.does("edit last --set class=9B")

    sam.does("share --yes")

    assert list(entries(sam)) == [name]
    assert b'class = "9B"' in entries(sam)[name]


@pytest.mark.parametrize("command", ["share --withdraw last --yes", "undo"])
def test_a_share_can_be_taken_back(command: str, sam: One) -> None:
    sam.does("new 'The bell went' --title Bell")
    sam.does("share last --yes")
    assert len(entries(sam)) == 1

    sam.does(command)

    assert entries(sam) == {}
    assert "mentor" not in sam.does("list")
    assert sam.does("share --yes").startswith("Nothing is marked")


@pytest.mark.parametrize("change", ["edit last --set share=", "delete last"])
def test_the_next_share_removes_copies_that_are_no_longer_shared(change: str, sam: One) -> None:
    sam.does("new 'The bell went' --share")
    sam.does("share --yes")
    sam.does(change)

    output = sam.does("share --yes")

    assert "1 entry would be taken out of Priya's folder:" in output
    assert entries(sam) == {}


def test_no_copy_is_removed_while_a_file_cannot_be_read(sam: One) -> None:
    sam.does("new 'The bell went' --share")
    sam.does("share --yes")
    [path] = sam.root.rglob("2026-*.md")
    path.write_bytes(path.read_bytes().replace(b'title = "', b"title = \xe2\x80\x9c"))

    result = sam.run("share --yes")

    assert len(entries(sam)) == 1
    assert result.stderr == "mentorlog: 1 file could not be read; see mentorlog check\n"


@pytest.mark.parametrize("change", ["edit last --set class=9B", "share --withdraw last --yes"])
def test_a_copy_that_the_reader_changed_stays_and_is_reported(change: str, sam: One) -> None:
    sam.does("new 'The bell went' --share")
    sam.does("share --yes")
    [name] = entries(sam)
    (sam.for_other / name).write_bytes(b"+++\ndate = 2026-11-23\n+++\n\nPriya's note.\n")

    results = [sam.run(change), sam.run("share --yes")]

    assert results[-1].exit_code == ExitCode.CONTENT
    assert f"{name} in Priya's folder is not what you shared, and was left alone" in results[-1].stderr
    assert b"Priya's note." in entries(sam)[name]


TWINS = ("2026/2026-11-20 rain.md", "2026/2026-11-20 rain (1).md")  # without ids, as from a sync service
RAIN = '+++\nshare = "mentor"\n+++\n\nThe rain stood at the window all day.\n'


def twins(sam: One) -> None:
    for name in TWINS:
        (sam.root / name).parent.mkdir(exist_ok=True)
        (sam.root / name).write_text(RAIN, "utf-8")
    sam.does("share --yes")


def test_an_entry_in_two_files_is_shared_once(sam: One) -> None:
    twins(sam)

    assert len(entries(sam)) == 1


@pytest.mark.parametrize("name", TWINS)
def test_an_entry_in_two_files_can_be_withdrawn_by_either_name(name: str, sam: One) -> None:
    twins(sam)

    sam.does(["share", "--withdraw", name, "--yes"])

    assert entries(sam) == {}
    assert sam.does("share --yes").startswith("Nothing is marked")


def test_a_link_in_the_shared_folder_is_never_written_through(sam: One, tmp_path: Path) -> None:
    sam.does("new 'The bell went' --share")
    sam.does("share --yes")
    [name] = entries(sam)
    (tmp_path / "outside.md").write_text("outside", "utf-8")
    (sam.for_other / name).unlink()
    (sam.for_other / name).symlink_to(tmp_path / "outside.md")

    result = sam.run("share --yes")

    assert result.exit_code != ExitCode.DONE
    assert (tmp_path / "outside.md").read_text("utf-8") == "outside"


def test_no_shared_file_contains_anything_private(sam: One, two: tuple[One, One]) -> None:
    sam.does("new 'The heron stood' --share --title Heron -d critique --tag open")
    [path] = sam.root.rglob("2026-*.md")
    text = path.read_text("utf-8").replace("+++\n", f'+++\ncreated = "{CANARY}"\n# {CANARY}\n', 1)
    path.write_text(text + f"\n## Just for me\n\n{CANARY}\n", "utf-8")
    sam.does(f"new 'A {CANARY} thought' --title {CANARY} --next {CANARY}")
    sam.does(f"edit last --set follows={sam.ids()[-1]}")

    sam.does("share --yes")

    shared_files = sam.copies()
    assert any(b"The heron stood" in data for data in shared_files.values())
    assert [name for name, data in shared_files.items() if CANARY in name or CANARY.encode() in data] == []
    for command in ("summary", "summary --format markdown", "summary --json", "next", "list"):
        assert CANARY not in two[1].does(command)


def test_copies_have_times_that_reveal_only_the_day(sam: One) -> None:
    sam.does("new 'The bell went' --share")

    sam.does("share --yes")

    times = [time.localtime(path.stat().st_mtime) for path in sam.for_other.rglob("*") if path.is_file()]
    assert {(stamp.tm_hour, stamp.tm_min, stamp.tm_sec) for stamp in times} == {(0, 0, 0)}


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch) -> list[os.stat_result]:
    """Record each file's state at the moment it gets its name."""
    states: list[os.stat_result] = []
    link = os.link

    def noted(source: str | Path, target: str | Path) -> None:
        states.extend([os.stat(source)] if "from-sam" in str(target) else [])
        link(source, target)

    monkeypatch.setattr(os, "link", noted)
    return states


def test_a_copy_has_its_mode_and_its_time_before_it_has_its_name(sam: One, published: list[os.stat_result]) -> None:
    sam.for_other.chmod(0o750)
    sam.does("new 'The bell went' --share")

    sam.does("share --yes")

    assert [(stat.S_IMODE(status.st_mode), time.localtime(status.st_mtime)[3:6]) for status in published] == [
        (0o640, (0, 0, 0)), (0o640, (0, 0, 0)),
    ]  # fmt: skip


def test_the_next_share_writes_settings_that_an_interrupted_share_left_out(
    sam: One, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = os.link

    def broken(source: str | Path, target: str | Path) -> None:
        if "from-sam" in str(target) and str(target).endswith("mentorlog.toml"):
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(source), None, str(target))
        link(source, target)

    sam.does("new 'The bell went' --share")
    with monkeypatch.context() as patch:
        patch.setattr(os, "link", broken)
        assert sam.run("share --yes").exit_code == ExitCode.FAILED

    sam.does("share --yes")

    assert sam.copies()["mentorlog.toml"] == b'schema = 1\nname = "Sam"\nrole = "ect"\n'
    assert len(entries(sam)) == 1


@pytest.mark.parametrize("command", ["share --yes", "share --withdraw last --yes", "undo"])
def test_the_next_share_removes_the_temporary_files_of_a_killed_one(command: str, sam: One) -> None:
    sam.does("new 'It rained' --share")
    sam.does("share --yes")
    for folder in ("", "2026/"):
        (sam.for_other / f"{folder}.mentorlog-0123456789ab.tmp").write_text("taken back", "utf-8")
    (sam.for_other / ".mentorlog-notes.tmp").write_text("not ours", "utf-8")

    sam.does(command)

    assert [name for name in sam.copies() if name.endswith(".tmp")] == [".mentorlog-notes.tmp"]


def test_a_copy_gets_the_permissions_of_the_shared_folder(sam: One) -> None:
    sam.for_other.chmod(0o750)
    sam.does("new 'The bell went' --share")

    sam.does("share --yes")

    modes = {path.is_dir(): stat.S_IMODE(path.stat().st_mode) for path in sam.for_other.rglob("*")}
    assert modes == {True: 0o750, False: 0o640}


@pytest.mark.parametrize("place", ["sam", "sam/shared", "."])
def test_the_journal_cannot_be_the_shared_folder(place: str, sam: One, tmp_path: Path) -> None:
    result = sam.run(["share", "--with", "Ali", "--to", str(tmp_path / place)])

    assert result.exit_code == ExitCode.USAGE
    assert "choose a folder apart" in result.stderr


def test_a_missing_folder_is_an_error_of_one_line_and_is_not_created(sam: One) -> None:
    sam.does("new 'The bell went' --share")
    os.rename(sam.for_other, sam.for_other.with_name("away"))

    result = sam.run("share --yes")

    assert result.exit_code == ExitCode.FAILED
    assert "is the drive connected?" in result.stderr
    assert not sam.for_other.exists()


def test_with_two_people_each_entry_goes_only_to_its_reader(priya: One, tmp_path: Path) -> None:
    priya.does(["share", "--with", "Ali", "--to", str(tmp_path / "for-ali"), "--from", str(tmp_path / "ali"), "--yes"])
    priya.does("new 'About the two of us' --title Ours")

    nobody, given, refused = (
        priya.run("share --yes"),
        priya.run("share last --with Sam --yes"),
        priya.run("share last --with Ali --yes"),
    )

    assert (nobody.exit_code, "with whom?" in nobody.stderr) == (ExitCode.USAGE, True)
    assert given.exit_code == ExitCode.DONE
    assert (refused.exit_code, "is for Sam" in refused.stderr) == (ExitCode.USAGE, True)
    assert len(entries(priya)) == 1
    assert list((tmp_path / "for-ali").rglob("*.md")) == []


def test_without_a_person_or_a_terminal_share_says_how_to_add_one(journal: Path, run: Run) -> None:
    result = run(["--journal", str(journal), "share"])

    assert result.exit_code == ExitCode.INPUT_NEEDED
    assert "mentorlog share --with NAME --to FOLDER --from THEIR-FOLDER" in result.stderr

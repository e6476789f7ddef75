"""Shared folders stay separate from all others, at set-up and at every later use."""

from pathlib import Path

import pytest

from cli.two_people import One
from mentorlog.errors import ExitCode

SETTINGS = "mentorlog.toml"


def set_up(to: Path, theirs: Path | None = None) -> list[str]:
    return ["share", "--with", "Ali", "--to", str(to), *(["--from", str(theirs)] if theirs else []), "--yes"]


@pytest.mark.parametrize(
    "place", ["from-priya", "from-priya/ali", "from-sam", "from-sam/ali", "link/ali", "priya-state"]
)
def test_two_people_cannot_have_the_same_folder_or_nested_folders(place: str, priya: One, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "from-priya")
    settings = (priya.root / SETTINGS).read_bytes()

    results = [priya.run(set_up(tmp_path / place)), priya.run(set_up(tmp_path / "x", tmp_path / place))]

    assert [result.exit_code for result in results] == [ExitCode.USAGE, ExitCode.USAGE]
    assert all("choose a folder apart" in result.stderr for result in results)
    assert (priya.root / SETTINGS).read_bytes() == settings


def test_the_folder_for_your_copies_cannot_be_inside_the_one_for_theirs(priya: One, tmp_path: Path) -> None:
    result = priya.run(set_up(tmp_path / "one" / "priya", tmp_path / "one"))

    assert result.exit_code == ExitCode.USAGE
    assert "must be two folders, neither in the other" in result.stderr


@pytest.mark.parametrize("to", ["priya", "priya-state", "from-sam", "for-ali"])
def test_nothing_is_written_through_a_link_to_a_known_folder(to: str, priya: One, tmp_path: Path) -> None:
    priya.does(set_up(tmp_path / "for-ali"))
    priya.does("new 'I offered my own method.' --title Method")
    priya.for_other.rmdir()
    priya.for_other.symlink_to(tmp_path / to)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    result = priya.run("share last --with Sam --yes")

    assert result.exit_code == ExitCode.USAGE
    assert "choose a folder apart" in result.stderr or "must be two folders" in result.stderr
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("command", ["summary --with Sam", "summary {folder}"])
def test_nothing_is_read_if_two_people_now_have_the_same_folder(
    command: str, two: tuple[One, One], tmp_path: Path
) -> None:
    sam, priya = two
    sam.does("new 'The tick told me.' --share --title Ticks")
    sam.does("share --yes")
    priya.does(set_up(tmp_path / "for-ali", tmp_path / "ali"))
    (tmp_path / "ali").symlink_to(sam.for_other)

    result = priya.run(command.format(folder=sam.for_other))

    assert result.exit_code == ExitCode.USAGE
    assert "choose a folder apart" in result.stderr
    assert "tick" not in result.stdout
    assert "Ticks" not in priya.does("next --with Sam")


def test_settings_written_by_hand_follow_the_same_rule(sam: One) -> None:
    path = sam.root / SETTINGS
    path.write_text(path.read_text("utf-8").replace("from-priya", "from-sam"), "utf-8")
    sam.does("new 'The tick told me.' --share")

    results = [sam.run("share --yes"), sam.run("summary")]

    assert [result.exit_code for result in results] == [ExitCode.USAGE, ExitCode.USAGE]
    assert sam.copies() == {}

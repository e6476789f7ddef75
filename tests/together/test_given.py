"""What was handed over outside a shared folder is read whole, except what stands under `Just for me`."""

import os
import zipfile
from datetime import date
from pathlib import Path

import pytest

from mentorlog.errors import ContentError, NotFoundError
from mentorlog.journal.settings import Settings
from mentorlog.sharing.view import View
from mentorlog.together.given import given_view

TICKS = "## Critique\n\nNineteen ticks, and none was an answer.\n"
SAM = Settings(name="Sam")


def a_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "2026-11-20 ticks.md").write_text(TICKS)
    (folder / "notes.md").write_text("# Tiles\n\nThey sorted first.\n\n## Just for me\n\nSECRET\n")
    noon = 1_795_262_400  # 21 Nov 2026
    os.utime(folder / "notes.md", (noon, noon))
    return folder


def a_zip(tmp_path: Path, **files: str | bytes) -> Path:
    path = tmp_path / "given.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 21, 12, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return path


def titles(view: View) -> list[tuple[date, str]]:
    return [(entry.date, entry.title) for entry in view.entries]


def test_every_file_of_a_folder_is_read_with_or_without_a_mark(tmp_path: Path) -> None:
    view = given_view(a_folder(tmp_path), SAM)

    assert titles(view) == [(date(2026, 11, 20), "ticks"), (date(2026, 11, 21), "Tiles")]
    assert view.settings.name == "Sam"


def test_a_zip_is_read_like_the_folder_that_was_packed(tmp_path: Path) -> None:
    files = {f"given/{path.name}": path.read_text() for path in sorted(a_folder(tmp_path).iterdir())}

    view = given_view(a_zip(tmp_path, **files, **{"__MACOSX/._notes.md": "x", "board.jpg": "x", "a/.b.md": "x"}), SAM)

    assert titles(view) == [(date(2026, 11, 20), "ticks"), (date(2026, 11, 21), "Tiles")]


def test_one_file_can_be_given(tmp_path: Path) -> None:
    view = given_view(a_folder(tmp_path) / "2026-11-20 ticks.md", SAM)

    assert titles(view) == [(date(2026, 11, 20), "ticks")]


SHARED = '+++\nshare = "mentor"\n+++\n\n' + TICKS


@pytest.mark.parametrize("inside", ["", "journal/"])
@pytest.mark.parametrize("is_packed", [False, True], ids=["folder", "zip"])
def test_of_what_mentorlog_keeps_only_what_is_marked_is_read(inside: str, is_packed: bool, tmp_path: Path) -> None:
    files = {f"{inside}2026-11-20 open.md": SHARED, f"{inside}2026-11-19.md": TICKS, f"{inside}mentorlog.toml": ""}
    folder = tmp_path / "outer"
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)

    view = given_view(a_zip(tmp_path, **files) if is_packed else folder, SAM)

    assert [entry.date.day for entry in view.entries] == [20]


def test_text_files_of_a_folder_are_read_too(tmp_path: Path) -> None:
    (tmp_path / "2026-11-20.txt").write_text(TICKS)
    (tmp_path / "2026-11-21.markdown").write_text(TICKS)

    assert [entry.date.day for entry in given_view(tmp_path, SAM).entries] == [20, 21]


def test_nothing_there_and_no_zip_are_said(tmp_path: Path) -> None:
    (tmp_path / "bad.zip").write_bytes(b"PK\x03\x04 and no more")

    with pytest.raises(NotFoundError, match="there is nothing at"):
        given_view(tmp_path / "none.zip", SAM)
    with pytest.raises(ContentError, match="can't be opened as a zip file"):
        given_view(tmp_path / "bad.zip", SAM)


def test_a_file_in_a_zip_that_cannot_be_read_is_counted_and_hides_no_other(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"huge.md": b"x" * 6_000_000, "latin.md": b"\xe9", "ticks.md": TICKS}

    view = given_view(a_zip(tmp_path, **files), SAM)

    assert [entry.path for entry in view.entries] == ["ticks.md"]
    assert view.unreadable == 2
    assert sorted(problem.path for problem in view.problems) == ["huge.md", "latin.md"]


def test_a_name_in_a_zip_that_leads_elsewhere_writes_nothing(tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    path = a_zip(tmp_path, **{"../../2026-11-20 up.md": TICKS, "/2026-11-20 root.md": TICKS})

    given_view(path, SAM)

    assert sorted(tmp_path.rglob("*")) == sorted([*before, path])


def test_a_file_inside_a_journal_is_read_only_if_it_is_marked(tmp_path: Path) -> None:
    (tmp_path / "mentorlog.toml").write_text("")
    (tmp_path / "2026-11-20.md").write_text(TICKS)
    (tmp_path / "2026-11-21.md").write_text(SHARED)

    assert given_view(tmp_path / "2026-11-20.md", SAM).entries == ()
    assert [entry.date.day for entry in given_view(tmp_path / "2026-11-21.md", SAM).entries] == [21]


def test_a_damaged_file_in_a_zip_hides_no_other(tmp_path: Path) -> None:
    path = tmp_path / "damaged.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(zipfile.ZipInfo("2026-11-20.md", (2026, 11, 20, 0, 0, 0)), TICKS * 50, zipfile.ZIP_LZMA)
        archive.writestr(zipfile.ZipInfo("2026-11-21.md", (2026, 11, 21, 0, 0, 0)), TICKS)
    data = bytearray(path.read_bytes())
    data[60:80] = b"\xff" * 20
    path.write_bytes(data)

    view = given_view(path, SAM)

    assert [entry.date.day for entry in view.entries] == [21]
    assert view.unreadable == 1

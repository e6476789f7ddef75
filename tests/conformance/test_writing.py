"""Writing despite obstacles: the words are saved, kept in a named draft, or printed."""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from conftest import Result, Run, Write
from mentorlog.cli import world
from mentorlog.entry.entry import Entry, read_entry
from mentorlog.errors import ExitCode
from mentorlog.journal.folder import Contents, contents_of

WORDS = "A kestrel over the field."
ENTRY = '+++\nid = "20261120-aaaa"\ndate = 2026-11-20\ntitle = "One"\n+++\n\nA heron.\n'
MENTORLOG = (sys.executable, "-m", "mentorlog")


def entries_in(journal: Path) -> list[Entry]:
    """Return the entries, and assert that each can be read."""
    read = [read_entry(path.name, path.read_bytes()) for path in sorted(journal.rglob("*.md"))]
    assert all(isinstance(entry, Entry) for entry in read), read
    return [entry for entry in read if isinstance(entry, Entry)]


def drafts_in(state: Path) -> list[Path]:
    return sorted((state / "drafts").glob("*.md"))


def temporaries_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.name.startswith(".mentorlog-")]


def started(*words: str) -> "subprocess.Popen[str]":
    return subprocess.Popen([*MENTORLOG, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.slow
def test_ten_new_entries_at_once_with_one_title_make_ten_files(journal: Path, state: Path) -> None:
    running = [started("new", WORDS, "--date", "2026-11-20") for _ in range(10)]

    ended = [(process.communicate(timeout=60)[1], process.returncode) for process in running]

    made = entries_in(journal)
    assert ended == [("", 0)] * 10
    assert [entry.sections[0].text for entry in made] == [WORDS] * 10
    assert len({entry.id for entry in made}) == 10
    assert drafts_in(state) == []
    assert temporaries_in(journal) == []


@pytest.mark.slow
def test_six_changes_at_once_are_made_or_refused_and_none_is_lost(write: Write) -> None:
    path = write("one.md", ENTRY)
    keys = ("class", "subject", "next", "ask", "theory", "title")
    running = {key: started("edit", "aaaa", "--set", f"{key}=new{key}") for key in keys}

    ended = {key: (process.communicate(timeout=60)[1], process.returncode) for key, process in running.items()}

    text = path.read_text("utf-8")
    assert {key for key in keys if f"new{key}" in text} == {key for key, (_, status) in ended.items() if status == 0}
    assert all("changed since it was read" in errors for errors, status in ended.values() if status)
    assert text.endswith("A heron.\n")
    assert 0 in [status for _, status in ended.values()]


@pytest.mark.parametrize("command", ["edit aaaa --set class=8Q", "next done aaaa", "delete aaaa"])
def test_a_file_that_a_sync_service_has_just_written_is_left_alone(
    command: str, write: Write, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("one.md", ENTRY.replace("+++\n\n", 'next = "x"\n+++\n\n'))
    theirs = path.read_bytes() + b"A line from another computer.\n"

    def read_then_synced(found: Iterator[Entry]) -> Contents:
        contents = contents_of(found)
        path.write_bytes(theirs)
        return contents

    monkeypatch.setattr("mentorlog.journal.journal.contents_of", read_then_synced)

    result = run(command)

    assert result.exit_code == ExitCode.CONTENT
    assert "changed since it was read" in result.stderr
    assert path.read_bytes() == theirs


def a_file_for_the_year(journal: Path) -> None:
    (journal / "2026").write_text("not a folder", "utf-8")


def a_link_for_the_year(journal: Path) -> None:
    (journal.parent / "outside").mkdir()
    (journal / "2026").symlink_to(journal.parent / "outside")


def a_loop_for_the_year(journal: Path) -> None:
    (journal / "2026").symlink_to("2026")


def a_file_for_the_journal(journal: Path) -> None:
    shutil.rmtree(journal)
    journal.write_text("not a folder", "utf-8")


def read_only(journal: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere; run this as another account")
    journal.chmod(0o500)


IN_THE_WAY: dict[str, Callable[[Path], None]] = {
    "the journal is gone": shutil.rmtree,
    "a file in its place": a_file_for_the_journal,
    "its settings are gone": lambda journal: (journal / "mentorlog.toml").unlink(),
    "a file in the year's place": a_file_for_the_year,
    "the year is a link out of it": a_link_for_the_year,
    "the year is a link to itself": a_loop_for_the_year,
    "the journal is read-only": read_only,
}


def assert_kept_in_a_named_draft(result: Result, state: Path) -> None:
    [draft] = drafts_in(state)
    assert result.exit_code in (ExitCode.FAILED, ExitCode.CONTENT)
    assert "Traceback" not in result.stderr
    assert str(draft) in result.stderr.replace("\n", " ")
    assert WORDS in draft.read_text("utf-8")
    assert "Saved" not in result.stdout


@pytest.mark.parametrize("row", IN_THE_WAY)
def test_words_that_cannot_be_saved_are_kept_in_a_named_draft(row: str, journal: Path, state: Path, run: Run) -> None:
    IN_THE_WAY[row](journal)

    result = run(["new", WORDS])

    assert_kept_in_a_named_draft(result, state)
    assert not [path for path in journal.parent.rglob("*") if path.suffix == ".md" and state not in path.parents]


@pytest.mark.parametrize("place", ["", "drafts", "history", "lock"])
def test_words_are_saved_or_printed_if_the_state_folder_cannot_be_used(
    place: str, journal: Path, state: Path, run: Run
) -> None:
    shutil.rmtree(state / place, ignore_errors=True)
    (state / place).unlink() if (state / place).is_file() else None
    (state / place).mkdir() if place == "lock" else (state / place).write_text("not a folder", "utf-8")

    result = run(["--journal", str(journal), "new", WORDS])

    saved = [path for path in journal.rglob("*.md") if WORDS in path.read_text("utf-8")]
    drafted = [path for path in state.glob("drafts/*.md") if WORDS in path.read_text("utf-8")]
    assert "Traceback" not in result.stderr
    assert (result.exit_code == ExitCode.DONE) == bool(saved)
    assert saved or any(str(path) in result.stderr for path in drafted) or WORDS in result.stderr


def _fill(path: Path) -> None:
    """Write until the disk is full."""
    with contextlib.suppress(OSError), path.open("wb", buffering=0) as ballast:
        while ballast.write(b"x" * 512):
            pass


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Callable[[Path], None]]:
    """Return a function that replaces a folder by a full disk of 64 KB with the same contents."""
    mounted: list[Path] = []

    def mount(folder: Path) -> None:
        shutil.copytree(folder, aside := tmp_path / f"aside {len(mounted)}")
        ended = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k,mode=700", "tmpfs", folder], capture_output=True, check=False
        )
        if ended.returncode:
            pytest.skip(f"this account may not mount a small disk: {ended.stderr.decode().strip()}")
        mounted.append(folder)
        shutil.copytree(aside, folder, dirs_exist_ok=True)
        _fill(folder / "ballast")

    yield mount
    for folder in mounted:
        subprocess.run(["umount", folder], check=True)


def test_words_are_kept_in_a_draft_if_the_journals_disk_is_full(
    journal: Path, state: Path, run: Run, small: Callable[[Path], None]
) -> None:
    (journal / "2026").mkdir()
    small(journal)

    result = run(["new", WORDS])

    assert_kept_in_a_named_draft(result, state)
    assert "the disk is full" in result.stderr
    assert [*journal.rglob("*.md"), *temporaries_in(journal)] == []


def test_words_are_printed_if_both_disks_are_full(
    journal: Path, state: Path, run: Run, small: Callable[[Path], None]
) -> None:
    small(journal)
    small(state)

    result = run(["new", WORDS])

    assert (result.exit_code, "Traceback" in result.stderr) == (ExitCode.FAILED, False)
    assert WORDS in result.stderr
    assert [*journal.rglob("*.md"), *temporaries_in(journal), *temporaries_in(state)] == []


@pytest.mark.parametrize("command", ["edit aaaa --set class=8Q", "delete aaaa", "undo", "check --fix --yes"])
@pytest.mark.parametrize("full", ["journal", "state"])
def test_a_change_on_a_full_disk_is_made_in_full_or_not_at_all(
    full: str, command: str, journal: Path, state: Path, write: Write, run: Run, small: Callable[[Path], None]
) -> None:
    path = write("one.md", ENTRY)
    assert run("edit aaaa --set next=kestrel").exit_code == ExitCode.DONE
    before = path.read_bytes()
    slip = write("slip.md", "+++\ndate = 2026-11-20\ntitle = “x”\n+++\nA robin.\n").read_bytes()
    small(journal if full == "journal" else state)

    result = run(command)

    assert "Traceback" not in result.stderr
    if result.exit_code != ExitCode.DONE:
        assert (path.read_bytes(), (journal / "slip.md").read_bytes()) == (before, slip)
        assert "the disk is full" in result.stderr
    assert [*temporaries_in(journal), *temporaries_in(state)] == []


ANSWERS = {
    "a fence": "+++\ntitle = 1\n+++\nAnd on.",
    "a dimension's heading": "## Critique: Whose?\n\nText\n\n### voice\n\nMore.",
    "just for me": "## Just for me\n\nText\n\n**Just for me**\n\nJust for me\n---",
    "dashes": "---\ndate: 1\n---\nText",
    "backslashes": "\\## Critique\n\\\\+++\n\\+++\n\\",
    "HTML": "<script>alert(1)</script><h2>Just for me</h2><!-- -->",
    "right-to-left marks": "\u202eevil\u202c \u200fx\u200f \u200b",
    "quotes and brackets": "\"\"\" ''' \" ' [x] {y} # = \\u0041 “curly” %s {}",
    "a code block never closed": "```\n## Critique\n",
    "1 MB": "kestrel " * 130_000,
    "one long word": "x" * 100_000,
    "tabs and blank lines": "a\n\n\n\tb\n\n  c",
    "another alphabet": "Ωραία 日本語 עברית 👩‍🏫 e\u0301",
}


@pytest.mark.parametrize("row", ANSWERS)
def test_an_answer_reads_back_the_same_and_never_becomes_structure(row: str, journal: Path, run: Run) -> None:
    result = run("new - -d creativity", stdin=ANSWERS[row].encode())

    [entry] = entries_in(journal)
    assert result.exit_code == ExitCode.DONE
    assert ("saved as ordinary text" in result.stderr) == ("Just for me" in ANSWERS[row])
    assert "Just for me" in ANSWERS[row] or result.stderr == ""
    assert [section.text for section in entry.sections if section.text] == [ANSWERS[row].rstrip()]
    assert [dimension.id for dimension in entry.dimensions] == ["creativity"]
    assert (entry.is_shared, entry.problems) == (False, ())


@pytest.mark.parametrize(
    ("data", "text", "remark"),
    [
        (b"a\x1b[2Jb\x07\x00c\x7f\tx", "a[2Jbc\tx", "Control characters were left out."),
        (b"caf\xe9 \x93so\x94", "café “so”", "read as Windows text"),
        ("café".encode("utf-16"), "café", ""),
        (b"a\r\nb\rc", "a\nb\nc", ""),
    ],
)
def test_bytes_that_are_not_plain_text_are_saved_as_text_and_reported(
    data: bytes, text: str, remark: str, journal: Path, run: Run
) -> None:
    result = run("new -", stdin=data)

    assert result.exit_code == ExitCode.DONE
    assert [entry.sections[0].text for entry in entries_in(journal)] == [text]
    assert remark in result.stderr
    assert bool(remark) == bool(result.stderr)


@pytest.mark.parametrize("words", ["", "   ", " \n\t\n ", "\u00a0", "\0\x1b"])
def test_spaces_alone_are_not_an_answer(words: str, journal: Path, state: Path, run: Run) -> None:
    results = [run(["new", words]), run("new -", stdin=words.encode())]

    assert [result.exit_code for result in results] == [ExitCode.INPUT_NEEDED] * 2
    assert [*journal.rglob("*.md"), *drafts_in(state)] == []


@pytest.mark.slow
@pytest.mark.usefixtures("journal")
def test_an_endless_pipe_is_read_up_to_a_limit_and_kept(state: Path) -> None:
    endless = [sys.executable, "-c", "import sys\nwhile True: sys.stdout.write('kestrel ' * 8000)"]
    with subprocess.Popen(endless, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as source:
        ended = subprocess.run(
            [*MENTORLOG, "new", "-"], stdin=source.stdout, capture_output=True, text=True, timeout=60, check=False
        )
        source.kill()

    [draft] = drafts_in(state)
    assert ended.returncode == ExitCode.CONTENT
    assert str(draft) in ended.stderr
    assert 10_000_000 < draft.stat().st_size < 11_000_000


@pytest.mark.slow
@pytest.mark.parametrize("command", ["new", "new -", "edit last", "init", "delete last --purge", "check --fix"])
def test_commands_neither_hang_nor_break_if_standard_input_is_closed(command: str, write: Write) -> None:
    path = write("one.md", ENTRY)
    write("slip.md", "+++\ndate = 2026-11-20\ntitle = “x”\n+++\n")

    ended = subprocess.run(
        ["sh", "-c", f'exec "$0" -m mentorlog {command} <&-', sys.executable],
        capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip

    assert ended.returncode == ExitCode.INPUT_NEEDED
    assert "Traceback" not in ended.stderr
    assert path.read_text("utf-8") == ENTRY


def test_setting_the_clock_back_does_not_change_the_order_of_changes(
    journal: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("new 'Written first'")
    monkeypatch.setattr(world, "local_day", lambda: date(2020, 1, 1))
    run("new 'Written second'")

    listed, undone = run("list"), run("undo")

    assert [line.split("\t")[2] for line in listed.stdout.splitlines()] == ["Written first", "Written second"]
    assert "Written second" in undone.stdout
    assert [entry.title for entry in entries_in(journal)] == ["Written first"]


def test_two_undos_reverse_two_changes_and_a_third_has_nothing_left(write: Write, run: Run) -> None:
    path = write("one.md", ENTRY)
    run("edit aaaa --set class=8Q")
    run("edit aaaa --set subject=Physics")

    results = [run("undo"), run("undo"), run("undo")]

    assert [result.exit_code for result in results] == [ExitCode.DONE, ExitCode.DONE, ExitCode.NOT_FOUND]
    assert "nothing to undo" in results[2].stderr
    assert path.read_text("utf-8") == ENTRY


@pytest.mark.parametrize("command", ["new Words", "edit aaaa --set class=8Q", "delete aaaa", "next done aaaa"])
def test_undo_never_removes_a_newer_version(command: str, journal: Path, write: Write, run: Run) -> None:
    write("one.md", ENTRY.replace("+++\n\n", 'next = "x"\n+++\n\n'))
    before = {path: path.read_bytes() for path in journal.rglob("*.md")}
    run(command)
    after = {path: path.read_bytes() for path in journal.rglob("*.md")}
    touched = next(path for path in {**before, **after} if before.get(path) != after.get(path))
    touched.write_bytes(b"A newer version.\n")

    result = run("undo")

    assert result.exit_code == ExitCode.CONTENT
    assert "has changed since" in result.stderr
    assert touched.read_bytes() == b"A newer version.\n"

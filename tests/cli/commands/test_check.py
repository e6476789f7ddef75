"""`mentorlog check`: lists each file with a problem, the line and a plain reason; changes nothing."""

from pathlib import Path

import pytest

from conftest import Run, Write
from mentorlog.errors import ExitCode

GOOD = '+++\nid = "20261120-aaaa"\ndate = 2026-11-20\n+++\n\nText.\n'


def test_check_prints_one_line_for_a_journal_without_problems(write: Write, run: Run) -> None:
    write("one.md", GOOD)

    result = run("check")

    assert (result.exit_code, result.stdout, result.stderr) == (
        ExitCode.DONE, "1 entry, 0 drafts. Every file can be read.\n", "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "+++\ndate = 2026-11-20\ntitle = “Poetry”\n+++\n",
            "line 3: the title is in curly quotes; TOML needs straight",
        ),
        ("+++\ndate = 07/12/2025\n+++\n", "line 2: write the date as 2025-12-07"),
        ('+++\ndate = "07/12/2025"\n+++\n', "line 2: date: write the date as 2025-12-07"),
        ("+++\ndate = 2026-11-20\n", "line 1: the front matter is opened by +++ and never closed"),
        ("Just words.\n", "line 1: it has no date, in its front matter or in its name"),
        ("", "line 1: the file is empty"),
        (
            "+++\ndate = 2026-11-20\nshare = true\n+++\n",
            'line 3: only share = "mentor" shares; this entry stays private',
        ),
        ('+++\ndate = 2026-11-20\ndimensions = "critique"\n+++\n', "line 3: dimensions is a list"),
        (
            '+++\ndate = 2026-11-20\ndimensions = ["critque"]\n+++\n',
            "line 3: 'critque' is not one of the six dimensions",
        ),
        ("+++\ndate = 2026-11-20\nschema = 2\n+++\n", "line 3: a newer mentorlog wrote this (schema 2)"),
        ("---\ndate: 2026-11-20\n---\n", "line 1: it has no date that mentorlog reads"),
    ],
)
def test_a_file_with_a_problem_is_listed_with_line_and_reason_and_left_alone(
    write: Write, run: Run, text: str, problem: str
) -> None:
    write("good.md", GOOD)
    path = write("2026/look.md", text)

    result = run("check")

    assert result.exit_code == ExitCode.CONTENT
    summed, line, *_ = result.stdout.splitlines()
    assert summed.endswith("1 file needs a look; nothing was changed.")
    assert line.startswith(f"  2026/look.md, {problem}")
    assert path.read_bytes() == text.encode()


def test_bytes_that_are_not_utf_8_are_listed(write: Write, run: Run) -> None:
    write("2026-11-20-a.md", b"one\ncaf\xe9\n")

    assert "2026-11-20-a.md, line 2: it is not UTF-8 here." in run("check").stdout


def test_two_files_with_the_same_id_are_listed_together(write: Write, run: Run) -> None:
    write("one.md", GOOD)
    write("one (Sam's MacBook).md", GOOD.replace("Text.", "Other text."))

    result = run("check")

    assert result.exit_code == ExitCode.CONTENT
    assert (
        "one (Sam's MacBook).md, line 1: it has the same id as one.md; 1 line differs; both were kept." in result.stdout
    )


def test_a_link_out_of_the_journal_is_listed_and_not_followed(write: Write, tmp_path: Path, run: Run) -> None:
    (tmp_path / "outside.md").write_text(GOOD, "utf-8")
    write("one.md", GOOD.replace("aaaa", "bbbb")).with_name("2026-11-20-link.md").symlink_to(tmp_path / "outside.md")

    result = run("check")

    assert "1 entry, 0 drafts." in result.stdout
    assert "2026-11-20-link.md, line 1: it is a link, and links are not followed." in result.stdout


def test_settings_and_the_journals_own_questions_are_checked_too(write: Write, run: Run) -> None:
    write("mentorlog.toml", 'schema = 1\nname = "Sam"\nroll = "ect"\n')
    write("prompts/mine.toml", 'dimension = "critque"\n')

    result = run("check")

    assert result.exit_code == ExitCode.CONTENT
    assert result.stdout.splitlines() == [
        "0 entries, 0 drafts. 2 files need a look; nothing was changed.",
        "  mentorlog.toml, line 3: roll: this key is not known here.",
        "  prompts/mine.toml, line 1: dimension: it is not one of the six.",
    ]


def test_an_escape_sequence_in_a_file_name_is_made_harmless(write: Write, run: Run) -> None:
    write("\x1b[2Jnote.md", "No date.\n")

    result = run("check")

    assert "\x1b" not in result.stdout
    assert "␛[2Jnote.md, line 1:" in result.stdout

"""The command line itself: refusals, the options that work everywhere, and a quiet end."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Run, Write
from mentorlog import __version__
from mentorlog.errors import ExitCode


@pytest.mark.parametrize(
    ("command", "sentence", "hint"),
    [
        ("nwe", "no such command 'nwe'. Did you mean 'new'?", "mentorlog --help"),
        ("frobnicate", "no such command 'frobnicate'", "mentorlog --help"),
        ("--colour list", "no such option: --colour", "mentorlog --help"),
        ("list --colour", "no such option: --colour", "mentorlog list --help"),
        ("show", "missing argument 'ENTRY…'", "mentorlog show --help"),
        ("list -d critque", "'critque' is not one of the six dimensions", "creativity, solidarity, authenticity"),
        ("list --since 05/11/2026", "'05/11/2026': write the date year first", "2026-11-05"),
    ],
)
@pytest.mark.usefixtures("journal")
def test_a_wrong_command_line_is_an_error_of_one_line_with_a_hint(
    run: Run, command: str, sentence: str, hint: str
) -> None:
    result = run(command)

    assert result.exit_code == ExitCode.USAGE
    assert result.stdout == ""
    error, tried = result.stderr.splitlines()
    assert error == f"mentorlog: {sentence}"
    assert tried.startswith(f"  try: {hint}")


@pytest.mark.parametrize("command", ["new one --resume", "new one --editor", "new --resume --answers a.toml"])
@pytest.mark.usefixtures("journal")
def test_two_ways_of_writing_at_once_are_refused_before_anything_is_written(
    state: Path, run: Run, command: str
) -> None:
    result = run(command)

    assert result.exit_code == ExitCode.USAGE
    assert "choose one" in result.stderr
    assert not (state / "drafts").exists()


def test_the_version_is_one_line(run: Run) -> None:
    result = run("--version")

    assert (result.exit_code, result.stdout, result.stderr) == (0, f"mentorlog {__version__}\n", "")


@pytest.mark.parametrize("command", ["--help", "-h", "new --help", "summary -h"])
def test_help_needs_no_journal(run: Run, command: str) -> None:
    result = run(command)

    assert result.exit_code == ExitCode.DONE
    assert result.stdout.lstrip().startswith("Usage: mentorlog")


def test_help_names_every_command_in_order(run: Run) -> None:
    listed = run("--help").stdout.partition("Commands:")[2]

    commands = [line.split()[0] for line in listed.splitlines() if line.startswith("  ") and line[2] != " "]
    assert commands[:4] == ["new", "list", "show", "search"]
    assert {"summary", "undo", "check", "demo"} < set(commands)


@pytest.mark.parametrize(
    "command",
    [
        "--journal {other} list",
        "list --journal {other}",
        "--journal={other} list",
        "list --journal={other} --limit 5",
        "list --plain --journal {other} --no-input",
        "--plain --no-input list --journal {other}",
    ],
)
def test_options_that_work_everywhere_work_before_and_after_the_command(
    write: Write, tmp_path: Path, run: Run, command: str
) -> None:
    write("2026-11-20-mine.md", "Mine.\n")
    other = tmp_path / "other"
    other.mkdir()
    (other / "2026-11-21-theirs.md").write_text("Theirs.\n", "utf-8")

    result = run(command.format(other=other))

    assert result.exit_code == ExitCode.DONE
    assert "theirs" in result.stdout
    assert "mine" not in result.stdout


def test_the_journal_option_outranks_the_one_in_the_environment(
    write: Write, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("2026-11-20-mine.md", "Mine.\n")
    other = tmp_path / "other"
    other.mkdir()
    (other / "2026-11-21-theirs.md").write_text("Theirs.\n", "utf-8")
    monkeypatch.setenv("MENTORLOG_JOURNAL", str(other))

    by_environment = run("list")
    by_option = run(["list", "--journal", str(tmp_path / "journal")])

    assert "theirs" in by_environment.stdout
    assert "mine" in by_option.stdout


@pytest.mark.parametrize("words", ["--plain", "--journal", "-d"])
@pytest.mark.usefixtures("journal")
def test_after_two_dashes_everything_is_text(run: Run, words: str) -> None:
    result = run(["new", "--", words, "is what she typed"])

    assert result.exit_code == ExitCode.DONE
    assert f"\n{words} is what she typed\n" in run("show last").stdout


def test_a_missing_journal_is_named_and_not_created(tmp_path: Path, run: Run) -> None:
    gone = tmp_path / "gone"

    result = run(["list", "--journal", str(gone)])

    assert result.exit_code == ExitCode.NOT_FOUND
    assert result.stderr == f"mentorlog: there is no folder {gone}\n  try: mentorlog init '{gone}'\n"
    assert not gone.exists()


def test_a_missing_remembered_journal_gets_a_hint_about_the_drive(journal: Path, run: Run) -> None:
    journal.rename(journal.with_name("elsewhere"))

    result = run("list")

    assert result.exit_code == ExitCode.FAILED
    assert f"your journal is not at {journal}; is the drive connected?" in result.stderr
    assert not journal.exists()


@pytest.mark.usefixtures("journal")
def test_broken_settings_stop_commands_that_write_but_not_those_that_read(write: Write, run: Run) -> None:
    write("2026-11-20-mine.md", "Mine.\n")
    write("mentorlog.toml", 'name = "Sam"\nrole = “ect”\n')

    reading = run("list")
    writing = run("new 'a thought'")

    assert reading.exit_code == ExitCode.DONE
    assert "mine" in reading.stdout
    assert "mentorlog.toml, line 2: the role is in curly quotes" in reading.stderr
    assert writing.exit_code == ExitCode.CONTENT
    assert "mentorlog.toml, line 2: the role is in curly quotes" in writing.stderr
    assert "Your words are kept in" in writing.stderr


@pytest.mark.parametrize(
    "command",
    [
        "list", "show last", "search x", "edit last --set title=y", "delete last", "undo", "undo --list",
        "next", "next done last", "summary", "check", "new x", "new -", "new", "init",
    ],
)  # fmt: skip
def test_no_command_shows_a_traceback_without_a_journal(run: Run, command: str) -> None:
    result = run(command)

    assert result.exit_code != ExitCode.DONE
    assert "Traceback" not in result.stdout + result.stderr
    assert result.stderr.startswith("mentorlog: ")
    assert len(result.stderr.splitlines()) <= 2


@pytest.mark.slow
@pytest.mark.parametrize("command", ["list", "questions", "summary", "--help", "show last", "--version"])
def test_a_pipe_that_closes_early_ends_the_command_quietly(write: Write, command: str) -> None:
    write("2026-11-20-mine.md", "Mine.\n" * 20_000)
    reader, writer = os.pipe()
    os.close(reader)

    with os.fdopen(writer, "wb") as closed:
        ended = subprocess.run(
            [sys.executable, "-m", "mentorlog", *command.split()],
            stdin=subprocess.DEVNULL,
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert ended.stderr == b""

"""`mentorlog init`: a folder becomes a journal, or one that is there is taken up; nothing in it is changed."""

from pathlib import Path

import pytest

from conftest import Run
from mentorlog.errors import ExitCode
from mentorlog.toml import parse


def test_a_journal_is_a_folder_that_only_this_account_can_open(tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "deep" / "journal"

    result = run(["init", str(folder), "--name", "Sam", "--role", "ect"])

    assert result.exit_code == ExitCode.DONE
    assert result.stdout.startswith(f"Made {folder}.\n")
    assert folder.stat().st_mode & 0o777 == 0o700
    settings = folder / "mentorlog.toml"
    assert settings.stat().st_mode & 0o777 == 0o600
    values = parse(settings.read_text("utf-8"))
    assert (values["schema"], values["name"], values["role"], len(values["id"])) == (1, "Sam", "ect", 12)


def test_it_says_once_who_may_read_it_and_where_a_worry_about_a_child_goes(tmp_path: Path, run: Run) -> None:
    said = run(["init", str(tmp_path / "journal"), "--name", "Sam", "--role", "ect"]).stdout

    assert "your school may be able to read it." in said
    assert said.count("tell your safeguarding lead today") == 1


def test_later_commands_know_where_it_is(tmp_path: Path, run: Run) -> None:
    run(["init", str(tmp_path / "journal"), "--name", "Sam", "--role", "ect"])

    assert run("new 'thirty faces'").exit_code == ExitCode.DONE
    assert list((tmp_path / "journal").glob("2026/*.md")) != []


def test_a_folder_in_the_home_folder_is_shown_short(tmp_path: Path, run: Run) -> None:
    result = run("init ~/notes --name Sam --role ect")

    assert result.stdout.startswith("Made ~/notes.\n")
    assert (tmp_path / "home" / "notes" / "mentorlog.toml").is_file()


def test_a_folder_with_files_in_it_is_adopted_and_they_stay_as_they_are(tmp_path: Path, run: Run) -> None:
    note = tmp_path / "notes" / "2026-11-20-by-hand.md"
    note.parent.mkdir()
    note.write_bytes(b"By hand.\r\n")

    result = run(["init", str(note.parent), "--name", "Sam", "--role", "ect"])

    assert result.exit_code == ExitCode.DONE
    assert note.read_bytes() == b"By hand.\r\n"
    assert "by hand" in run("list").stdout


def test_a_journal_that_is_there_is_taken_up_without_a_change(journal: Path, tmp_path: Path, run: Run) -> None:
    before = (journal / "mentorlog.toml").read_bytes()
    run(["init", str(tmp_path / "other"), "--name", "Alex", "--role", "mentor"])

    result = run(["init", str(journal)])

    assert result.stdout == f"{journal} is your journal now (Sam, ect). Nothing in it was changed.\n"
    assert (journal / "mentorlog.toml").read_bytes() == before
    assert run("summary").stdout.startswith("Sam")


def test_somebody_elses_journal_is_not_taken_up_under_another_name(journal: Path, run: Run) -> None:
    before = (journal / "mentorlog.toml").read_bytes()

    result = run(["init", str(journal), "--name", "Somebody else", "--role", "mentor"])

    assert result.exit_code == ExitCode.USAGE
    assert "this is the journal of somebody else (Sam, ect)" in result.stderr
    assert (journal / "mentorlog.toml").read_bytes() == before


@pytest.mark.parametrize("flags", ["", "--name Sam", "--role ect"])
def test_what_the_flags_leave_open_is_not_guessed_without_a_terminal(tmp_path: Path, run: Run, flags: str) -> None:
    result = run(f"init {tmp_path / 'journal'} {flags}")

    assert result.exit_code == ExitCode.INPUT_NEEDED
    assert result.stderr == (
        "mentorlog: a new journal needs a folder, a name and a role\n"
        "  try: mentorlog init FOLDER --name NAME --role ect\n"
    )
    assert not (tmp_path / "journal").exists()


def test_a_role_that_is_neither_is_refused(tmp_path: Path, run: Run) -> None:
    result = run(f"init {tmp_path / 'journal'} --name Sam --role head")

    assert result.exit_code == ExitCode.USAGE
    assert result.stderr == "mentorlog: 'head' is not a role\n  try: --role ect or --role mentor\n"
    assert not (tmp_path / "journal").exists()


def test_a_file_where_the_folder_should_be_is_one_line(tmp_path: Path, run: Run) -> None:
    (tmp_path / "taken").write_text("A file.", "utf-8")

    result = run(f"init {tmp_path / 'taken'} --name Sam --role ect")

    assert result.exit_code == ExitCode.FAILED
    assert result.stderr.startswith(f"mentorlog: {tmp_path / 'taken'} cannot be a journal: ")
    assert (tmp_path / "taken").read_text("utf-8") == "A file."


def test_a_journal_with_broken_settings_is_not_taken_up(journal: Path, run: Run) -> None:
    (journal / "mentorlog.toml").write_text("name = “Sam”\n", "utf-8")

    result = run(["init", str(journal)])

    assert result.exit_code == ExitCode.CONTENT
    assert "mentorlog.toml, line 1: the name is in curly quotes" in result.stderr

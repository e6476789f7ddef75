"""`mentorlog init`: sets up a new journal or adopts an existing one, and sets up the other person."""

from pathlib import Path

import pytest

from conftest import CTRL_C, ENTER, Run, Start
from mentorlog.errors import ExitCode
from mentorlog.files.toml import parse


def test_only_this_account_can_open_a_new_journal(tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "deep" / "journal"

    result = run(["init", str(folder), "--name", "Sam", "--role", "ect"])

    assert result.exit_code == ExitCode.DONE
    assert result.stdout.startswith(f"Made {folder}.\n")
    assert folder.stat().st_mode & 0o777 == 0o700
    settings = folder / "mentorlog.toml"
    assert settings.stat().st_mode & 0o777 == 0o600
    values = parse(settings.read_text("utf-8"))
    assert (values["schema"], values["name"], values["role"], len(values["id"])) == (1, "Sam", "ect", 12)


def test_init_says_once_who_can_read_the_journal_and_where_to_report_a_worry(tmp_path: Path, run: Run) -> None:
    output = run(["init", str(tmp_path / "journal"), "--name", "Sam", "--role", "ect"]).stdout

    assert "your school may be able to read it." in output
    assert output.count("tell your safeguarding lead today") == 1


def test_later_commands_find_the_journal(tmp_path: Path, run: Run) -> None:
    run(["init", str(tmp_path / "journal"), "--name", "Sam", "--role", "ect"])

    assert run("new 'thirty faces'").exit_code == ExitCode.DONE
    assert list((tmp_path / "journal").glob("2026/*.md")) != []


def test_a_path_in_the_home_folder_is_shortened(tmp_path: Path, run: Run) -> None:
    result = run("init ~/notes --name Sam --role ect")

    assert result.stdout.startswith("Made ~/notes.\n")
    assert (tmp_path / "home" / "notes" / "mentorlog.toml").is_file()


def test_init_adopts_a_folder_and_leaves_its_files_alone(tmp_path: Path, run: Run) -> None:
    note = tmp_path / "notes" / "2026-11-20-by-hand.md"
    note.parent.mkdir()
    note.write_bytes(b"By hand.\r\n")

    result = run(["init", str(note.parent), "--name", "Sam", "--role", "ect"])

    assert result.exit_code == ExitCode.DONE
    assert note.read_bytes() == b"By hand.\r\n"
    assert "by hand" in run("list").stdout


def test_init_adopts_an_existing_journal_without_changing_it(journal: Path, tmp_path: Path, run: Run) -> None:
    before = (journal / "mentorlog.toml").read_bytes()
    run(["init", str(tmp_path / "other"), "--name", "Alex", "--role", "mentor"])

    result = run(["init", str(journal)])

    assert result.stdout == f"{journal} is your journal now (Sam, ect). Nothing in it was changed.\n"
    assert (journal / "mentorlog.toml").read_bytes() == before
    assert run("summary").stdout.startswith("Before we meet: Sam\n")


def test_init_does_not_adopt_a_journal_under_another_name(journal: Path, run: Run) -> None:
    before = (journal / "mentorlog.toml").read_bytes()

    result = run(["init", str(journal), "--name", "Somebody else", "--role", "mentor"])

    assert result.exit_code == ExitCode.USAGE
    assert "this is the journal of somebody else (Sam, ect)" in result.stderr
    assert (journal / "mentorlog.toml").read_bytes() == before


@pytest.mark.parametrize("flags", ["", "--name Sam", "--role ect"])
def test_missing_flags_are_not_guessed_without_a_terminal(tmp_path: Path, run: Run, flags: str) -> None:
    result = run(f"init {tmp_path / 'journal'} {flags}")

    assert result.exit_code == ExitCode.INPUT_NEEDED
    assert result.stderr == (
        "mentorlog: a new journal needs a folder, a name and a role\n"
        "  try: mentorlog init FOLDER --name NAME --role ect\n"
    )
    assert not (tmp_path / "journal").exists()


def test_an_unknown_role_is_refused(tmp_path: Path, run: Run) -> None:
    result = run(f"init {tmp_path / 'journal'} --name Sam --role head")

    assert result.exit_code == ExitCode.USAGE
    assert result.stderr == "mentorlog: 'head' is not a role\n  try: --role ect or --role mentor\n"
    assert not (tmp_path / "journal").exists()


def test_a_file_in_place_of_the_folder_is_an_error_of_one_line(tmp_path: Path, run: Run) -> None:
    (tmp_path / "taken").write_text("A file.", "utf-8")

    result = run(f"init {tmp_path / 'taken'} --name Sam --role ect")

    assert result.exit_code == ExitCode.FAILED
    assert result.stderr.startswith(f"mentorlog: {tmp_path / 'taken'} cannot be a journal: ")
    assert (tmp_path / "taken").read_text("utf-8") == "A file."


def test_init_does_not_adopt_a_journal_with_broken_settings(journal: Path, run: Run) -> None:
    (journal / "mentorlog.toml").write_text("name = “Sam”\n", "utf-8")

    result = run(["init", str(journal)])

    assert result.exit_code == ExitCode.CONTENT
    assert "mentorlog.toml, line 1: the name is in curly quotes" in result.stderr


def people_in(folder: Path) -> list[tuple[str, str, str, str]]:
    """Return each person's name, role and the last parts of both folders, "" for a missing one."""
    people = parse((folder / "mentorlog.toml").read_text("utf-8")).get("people", [])
    return [
        (
            person["name"],
            person["role"],
            Path(person.get("my_folder", "")).name,
            Path(person.get("their_folder", "")).name,
        )
        for person in people
    ]


@pytest.mark.parametrize(
    ("flags", "person"),
    [
        ("--with Priya --to {base}/mine --from {base}/hers", ("Priya", "mentor", "mine", "hers")),
        ("--with Priya --from {base}/hers", ("Priya", "mentor", "", "hers")),
        ("--with ' Priya  Shah '", ("Priya Shah", "mentor", "", "")),
    ],
)
def test_flags_set_up_the_other_person_too(
    flags: str, person: tuple[str, str, str, str], tmp_path: Path, run: Run
) -> None:
    result = run(f"init {tmp_path}/journal --name Sam --role ect " + flags.format(base=tmp_path))

    assert result.exit_code == ExitCode.DONE
    assert result.stdout.endswith(f"\nSet up {person[0]} (mentor).\n")
    assert people_in(tmp_path / "journal") == [person]
    assert (tmp_path / "mine").is_dir() == (person[2] == "mine")


@pytest.mark.parametrize(
    ("flags", "sentence"),
    [
        ("--with Priya --to {base}/journal/shared", "choose a folder apart"),
        ("--with Priya --to {base}", "choose a folder apart"),
        ("--with Priya --to {base}/one --from {base}/one", "must be two folders"),
        ("--to {base}/one", "say who that is\n  try: --with NAME"),
        ("--with '  '", "say who that is"),
        ("--with " + "P" * 121, "a name has at most 120 characters"),
    ],
)
def test_a_person_who_cannot_be_set_up_is_refused_before_anything_is_written(
    flags: str, sentence: str, tmp_path: Path, run: Run
) -> None:
    result = run(f"init {tmp_path}/journal --name Sam --role ect " + flags.format(base=tmp_path))

    assert result.exit_code == ExitCode.USAGE
    assert sentence in result.stderr
    assert not (tmp_path / "journal").exists()
    assert not (tmp_path / "one").exists()


def test_a_person_can_be_added_to_an_existing_journal(journal: Path, tmp_path: Path, run: Run) -> None:
    for name in ("Priya", "Ali"):
        result = run(["init", str(journal), "--with", name, "--to", str(tmp_path / f"for-{name}")])
        assert result.stdout == f"{journal} is your journal now (Sam, ect).\nSet up {name} (mentor).\n"

    assert [person[0] for person in people_in(journal)] == ["Priya", "Ali"]


def test_a_known_person_keeps_their_folders_and_gets_the_missing_ones(journal: Path, tmp_path: Path, run: Run) -> None:
    known = ["init", str(journal), "--with", "Priya"]
    run(known)

    results = [run([*known, *more]) for more in (["--to", str(tmp_path / "mine")], [], ["--to", str(tmp_path / "x")])]

    assert [result.exit_code for result in results] == [ExitCode.DONE, ExitCode.DONE, ExitCode.USAGE]
    assert "Set up the folders for Priya." in results[0].stdout
    assert "Priya is set up already." in results[1].stdout
    assert "another folder is set up for Priya" in results[2].stderr
    assert people_in(journal) == [("Priya", "mentor", "mine", "")]


@pytest.mark.always
@pytest.mark.terminal
def test_init_asks_for_the_other_person_and_asks_again_after_an_impossible_folder(tmp_path: Path, start: Start) -> None:
    terminal = start(f"init {tmp_path}/journal --name Sam --role ect", columns=40)
    terminal.see("Made ")
    terminal.see("Who will you share with? (Enter for later)")
    terminal.type("Priya" + ENTER)
    terminal.see("The folder where Priya puts copies for you? (Enter for later)")
    terminal.type(f"{tmp_path}/journal/in" + ENTER)
    terminal.see("choose a folder apart.")
    terminal.type(f"{tmp_path}/hers" + ENTER)
    terminal.see("Your folder of copies for Priya? (Enter for later)")
    terminal.type(f"{tmp_path}/hers" + ENTER)
    terminal.see("must be two folders, neither in the other.")
    terminal.type(f"{tmp_path}/mine" + ENTER)

    assert terminal.end() == ExitCode.DONE
    assert people_in(tmp_path / "journal") == [("Priya", "mentor", "mine", "hers")]


@pytest.mark.terminal
@pytest.mark.parametrize(("answers", "names"), [([""], []), (["Priya", "", ""], ["Priya"])])
def test_enter_skips_the_other_person_or_their_folders(
    answers: list[str], names: list[str], tmp_path: Path, start: Start
) -> None:
    terminal = start(f"init {tmp_path}/journal --name Sam --role ect")
    for answer, prompt in zip(answers, ("Who will you", "Priya puts copies", "copies for Priya?"), strict=False):
        terminal.see(prompt)
        terminal.type(answer + ENTER)

    assert terminal.end() == ExitCode.DONE
    assert people_in(tmp_path / "journal") == [(name, "mentor", "", "") for name in names]


@pytest.mark.terminal
@pytest.mark.parametrize("answered", [0, 1, 2])
def test_ctrl_c_while_setting_up_the_person_keeps_the_journal_and_says_so(
    answered: int, tmp_path: Path, start: Start, run: Run
) -> None:
    prompts = ("Who will you share with?", "Priya puts copies for you?", "copies for Priya?")
    terminal = start(f"init {tmp_path}/journal --name Sam --role ect")
    for prompt, answer in zip(prompts[:answered], ("Priya", f"{tmp_path}/hers"), strict=False):
        terminal.see(prompt)
        terminal.type(answer + ENTER)
    terminal.see(prompts[answered])

    terminal.type("half" + CTRL_C)

    assert terminal.end() == ExitCode.INTERRUPTED
    assert "Nobody was set up to share with; your journal is there." in terminal.text()
    assert people_in(tmp_path / "journal") == []
    assert run("new 'thirty faces'").exit_code == ExitCode.DONE


@pytest.mark.terminal
def test_share_asks_for_the_missing_folder(journal: Path, tmp_path: Path, run: Run, start: Start) -> None:
    run(["init", str(journal), "--with", "Priya"])

    terminal = start("share")
    terminal.see("Your folder of copies for Priya? (Enter for later)")
    terminal.type(f"{tmp_path}/mine" + ENTER)

    assert terminal.end() == ExitCode.DONE
    assert people_in(journal) == [("Priya", "mentor", "mine", "")]


def test_a_setting_puts_the_questions_into_its_words(tmp_path: Path, run: Run) -> None:
    run(["init", str(tmp_path / "journal"), "--name", "Sam", "--role", "ect", "--setting", "college"])

    listed = run("questions").stdout

    assert "this session" in listed
    assert "lesson" not in listed


def test_a_setting_can_be_changed_later_and_nothing_else_is(tmp_path: Path, run: Run) -> None:
    folder = str(tmp_path / "journal")
    run(["init", folder, "--name", "Sam", "--role", "ect"])
    before = (tmp_path / "journal" / "mentorlog.toml").read_text("utf-8")

    result = run(["init", folder, "--setting", "Special"])

    assert result.exit_code == ExitCode.DONE
    assert "Nothing in it was changed" not in result.stdout
    assert (tmp_path / "journal" / "mentorlog.toml").read_text("utf-8") == before + 'setting = "special"\n'


def test_an_unknown_setting_makes_nothing(tmp_path: Path, run: Run) -> None:
    result = run(["init", str(tmp_path / "journal"), "--name", "Sam", "--role", "ect", "--setting", "nursery"])

    assert result.exit_code == ExitCode.USAGE
    assert "'nursery' is not a setting" in result.stderr
    assert not (tmp_path / "journal").exists()

"""`mentorlog new` without questions: text, a pipe, a file of answers, and every flag."""

import json
from pathlib import Path
from typing import Any

import pytest

from conftest import Run
from mentorlog.entry.entry import Entry, read_entry
from mentorlog.errors import ExitCode
from mentorlog.files.toml import parse


def only_entry(journal: Path) -> Path:
    (path,) = journal.glob("2*/*.md")
    return path


def front_matter(path: Path) -> dict[str, Any]:
    return parse(path.read_text("utf-8").split("+++\n")[1])


def draft_texts(state: Path) -> list[str]:
    return [path.read_text("utf-8") for path in sorted((state / "drafts").glob("*.md"))]


def test_text_on_the_command_line_is_saved_at_once_and_leaves_no_draft(journal: Path, state: Path, run: Run) -> None:
    result = run("new '9B hinge question finally worked' -d critique")

    assert result.exit_code == ExitCode.DONE
    short_id = front_matter(only_entry(journal))["id"].partition("-")[2]
    name = "2026/2026-11-23-9b-hinge-question-finally-worked.md"
    assert result.stdout == f"Saved  {name}    {short_id} · critique · private\n"
    assert result.stderr == ""
    assert draft_texts(state) == []


def test_several_words_need_no_quotation_marks(journal: Path, run: Run) -> None:
    run("new the quiet half of the room")

    assert only_entry(journal).read_text("utf-8").endswith("\n\nthe quiet half of the room\n")


def test_a_pipe_is_saved_whole(journal: Path, run: Run) -> None:
    result = run("new - --date yesterday", stdin="The first line.\n\nThe second café.\n".encode())

    assert result.stdout.startswith("Saved  2026/2026-11-22-the-first-line.md")
    assert "· Sun 22 Nov · private" in result.stdout
    assert only_entry(journal).read_text("utf-8").endswith("+++\n\nThe first line.\n\nThe second café.\n")


@pytest.mark.parametrize(
    ("flags", "key", "value"),
    [
        ("--class 8Q", "class", "8Q"),
        ("--subject Science", "subject", "Science"),
        ("--title 'No funnels'", "title", "No funnels"),
        ("--tag trip --tag rain", "tags", ["trip", "rain"]),
        ("--share", "share", "mentor"),
        ("--talk", "talk", True),
        ("--next 'Ask one pair'", "next", "Ask one pair"),
        ("--ask 'Could I watch?'", "ask", "Could I watch?"),
        ("--theory 'When, then'", "theory", "When, then"),
        ("-d expansion", "dimensions", ["expansion"]),
        ("-d expansion --dimension Critique", "dimensions", ["critique", "expansion"]),
    ],
)
def test_a_flag_is_a_line_of_the_front_matter(journal: Path, run: Run, flags: str, key: str, value: object) -> None:
    result = run(f"new 'thirty faces' {flags}")

    assert result.exit_code == ExitCode.DONE
    assert front_matter(only_entry(journal))[key] == value


def test_without_flags_an_entry_is_private_and_has_no_empty_keys(journal: Path, run: Run) -> None:
    run("new 'thirty faces'")

    assert set(front_matter(only_entry(journal))) == {"schema", "id", "date", "role", "kind", "title"}


@pytest.mark.usefixtures("journal")
def test_follows_accepts_the_end_of_an_id_and_writes_the_whole_id(run: Run) -> None:
    earlier = json.loads(run("new 'an earlier theory' --json").stdout)["id"]

    made = json.loads(run(f"new 'a later one' --follows {earlier[-4:]} --json").stdout)

    assert front_matter(Path(made["path"]))["follows"] == earlier


@pytest.mark.usefixtures("journal")
def test_follows_refuses_an_unknown_entry(run: Run) -> None:
    result = run("new 'a later one' --follows zzzz")

    assert result.exit_code == ExitCode.NOT_FOUND
    assert result.stderr == "mentorlog: no entry matches 'zzzz'\n  try: mentorlog list\n"


def test_json_output_describes_the_new_entry_and_its_path(journal: Path, run: Run) -> None:
    result = run("new 'thirty faces' -d expansion -d critique --date 2026-11-20 --json")

    made = json.loads(result.stdout)
    path = only_entry(journal)
    assert made == {
        "schema": "mentorlog/entry",
        "version": 1,
        "id": front_matter(path)["id"],
        "path": str(path),
        "date": "2026-11-20",
        "dimensions": ["critique", "expansion"],
    }
    assert made["id"].startswith("20261120-")


def test_the_same_title_twice_makes_two_files(journal: Path, run: Run) -> None:
    run("new 'thirty faces'")
    run("new 'thirty faces'")

    names = sorted(path.name for path in journal.glob("2026/*.md"))
    assert names == ["2026-11-23-thirty-faces-2.md", "2026-11-23-thirty-faces.md"]


@pytest.mark.usefixtures("journal")
def test_without_a_terminal_or_text_new_asks_nothing(run: Run) -> None:
    result = run("new", stdin=b"words in a pipe")

    assert result.exit_code == ExitCode.INPUT_NEEDED
    assert result.stderr == (
        "mentorlog: a guided entry needs a terminal\n"
        "  try: mentorlog new -      to read the text from the pipe\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("command", "stdin"), [("new ''", b""), ("new '  '", b""), ("new -", b""), ("new -", b" \n\n")]
)
def test_white_space_alone_is_not_saved(journal: Path, state: Path, run: Run, command: str, stdin: bytes) -> None:
    result = run(command, stdin)

    assert result.exit_code == ExitCode.INPUT_NEEDED
    assert "mentorlog: there is nothing to save\n  try: " in result.stderr
    assert list(journal.glob("2*")) == []
    assert draft_texts(state) == []


@pytest.mark.parametrize(("command", "stdin"), [("new 'thirty faces'", b""), ("new -", b"thirty faces")])
def test_text_given_before_there_is_a_journal_is_kept_in_a_named_draft(
    state: Path, run: Run, command: str, stdin: bytes
) -> None:
    result = run(command, stdin)

    (draft,) = (state / "drafts").glob("*.md")
    assert result.exit_code == ExitCode.INPUT_NEEDED
    assert f"there is no journal yet. Your words are kept in {draft}\n" in result.stderr
    assert "\nthirty faces\n" in draft.read_text("utf-8")


@pytest.mark.parametrize("written", ["05/11/2026", "5.11.2026"])
def test_a_date_written_day_first_is_refused_with_the_right_spelling(journal: Path, run: Run, written: str) -> None:
    result = run(f"new 'thirty faces' --date {written}")

    assert result.exit_code == ExitCode.USAGE
    assert result.stderr == f"mentorlog: '{written}': write the date year first\n  try: 2026-11-05\n"
    assert list(journal.glob("2*")) == []


def test_windows_text_is_decoded_and_reported(journal: Path, run: Run) -> None:
    result = run("new -", stdin="“café” she said".encode("cp1252"))

    assert result.exit_code == ExitCode.DONE
    assert "were read as Windows text" in result.stderr
    assert "\n“café” she said\n" in only_entry(journal).read_text("utf-8")


def test_utf_16_text_is_decoded(journal: Path, run: Run) -> None:
    result = run("new -", stdin="a café".encode("utf-16"))

    assert result.exit_code == ExitCode.DONE
    assert "\na café\n" in only_entry(journal).read_text("utf-8")


def test_control_characters_are_dropped_and_reported(journal: Path, run: Run) -> None:
    result = run("new -", stdin=b"the \x1b[31mred\x07 one\tand a tab\x00")

    assert "Control characters were left out." in result.stderr
    assert "\nthe [31mred one\tand a tab\n" in only_entry(journal).read_text("utf-8")


@pytest.mark.parametrize("line", ["+++", "## Critique: what I saw", "\\## Critique", "---", "# Head"])
def test_typed_text_never_becomes_structure_and_reads_back_unchanged(journal: Path, run: Run, line: str) -> None:
    answer = f"before\n{line}\n==what came after=="

    result = run("new - -d creativity --share", stdin=answer.encode())

    assert result.exit_code == ExitCode.DONE
    entry = read_entry("new.md", only_entry(journal).read_bytes())
    assert isinstance(entry, Entry)
    assert [(section.private, section.text) for section in entry.sections if section.text] == [(False, answer)]
    creativity, *others = json.loads(run("summary --json").stdout)["dimensions"]
    assert creativity["extracts"][0]["text"] == "what came after"
    assert [other["entries"] for other in others] == [0, 0, 0, 0, 0]


def test_a_typed_just_for_me_line_is_reported_and_not_quoted_in_a_brief(journal: Path, run: Run) -> None:
    answer = "before\n## Just for me\n==what came after=="

    result = run("new - -d creativity --share", stdin=answer.encode())

    entry = read_entry("new.md", only_entry(journal).read_bytes())
    assert isinstance(entry, Entry)
    assert [(section.private, section.text) for section in entry.sections if section.text] == [(False, answer)]
    assert "a line that says 'Just for me' was saved as ordinary text" in result.stderr
    for form in ("terminal", "markdown", "json"):
        assert "what came after" not in run(f"summary --format {form}").stdout


def test_answers_are_saved_under_their_questions(journal: Path, tmp_path: Path, run: Run) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_text(
        'moment = "no funnels"\ncre-e1 = """The funnels had gone.\n\nI waited."""\ncritique = "Nineteen ticks."\n'
        'next = "Ask one pair"\n',
        "utf-8",
    )

    result = run(["new", "--answers", str(answers), "--class", "8Q"])

    assert result.exit_code == ExitCode.DONE
    head, body = front_matter(only_entry(journal)), only_entry(journal).read_text("utf-8")
    assert (head["title"], head["next"], head["class"]) == ("no funnels", "Ask one pair", "8Q")
    assert "## Creativity: What did this lesson hand you" in body
    assert "\n\nThe funnels had gone.\n\nI waited.\n\n## Critique\n\nNineteen ticks.\n" in body


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('critque = "what I saw"\n', "line 1: critque: it is neither a question's id nor a dimension"),
        ("\ncritique = 3\n", "line 2: critique: the answer is text in quotes"),
        ("critique = “what I saw”\n", "line 1: the critique is in curly quotes; TOML needs straight ones"),
    ],
)
def test_a_slip_in_a_file_of_answers_is_reported_and_nothing_is_saved(
    journal: Path, tmp_path: Path, run: Run, text: str, sentence: str
) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_text(text, "utf-8")

    result = run(["new", "--answers", str(answers)])

    assert result.exit_code == ExitCode.CONTENT
    assert result.stderr == f"mentorlog: {answers}, {sentence}\n"
    assert list(journal.glob("2*")) == []


@pytest.mark.usefixtures("journal")
def test_a_missing_file_of_answers_is_an_error_of_one_line(tmp_path: Path, run: Run) -> None:
    result = run(["new", "--answers", str(tmp_path / "none.toml")])

    assert result.exit_code == ExitCode.NOT_FOUND
    assert result.stderr.startswith(f"mentorlog: there is no file {tmp_path / 'none.toml'}\n")


def test_asking_for_an_editor_without_a_terminal_gives_status_5(journal: Path, run: Run) -> None:
    result = run("new --editor")

    assert result.exit_code == ExitCode.INPUT_NEEDED
    assert result.stderr.startswith("mentorlog: an editor needs a terminal\n  try: mentorlog new -")
    assert list(journal.glob("2*")) == []

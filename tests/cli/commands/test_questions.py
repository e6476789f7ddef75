"""`mentorlog questions`: the shipped questions, the journal's own, and one line for each fault."""

import re
from pathlib import Path

import pytest

from conftest import Run, Start, Write
from mentorlog.errors import ExitCode
from mentorlog.questions.rules import FOR_PEOPLE

OWN = """\
dimension = "critique"

[[questions]]
id = "own-1"
strand = "evidence"
stage = "opening"
audience = "ect"
text = "What stood on the board at the end of this lesson, and who had put it there?"
"""
RULES_BROKEN = OWN.replace(
    "What stood on the board at the end of this lesson, and who had put it there?", "Why was it good?"
)


def test_a_pipe_gets_one_line_for_each_question(run: Run) -> None:
    result = run("questions -d critique")

    rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert result.exit_code == ExitCode.DONE
    assert {len(row) for row in rows} == {7}
    assert {row[1] for row in rows} == {"critique"}
    assert rows[0][:6] == ["cri-e1", "critique", "evidence", "opening", "ect", ""]
    assert {row[5] for row in rows} == {"", "ask", "self"}


def test_the_journals_own_questions_are_listed_with_the_shipped_ones(write: Write, run: Run) -> None:
    shipped = run("questions").stdout.splitlines()
    write("prompts/mine.toml", OWN)

    with_own = run("questions")

    assert set(with_own.stdout.splitlines()) - set(shipped) == {
        "own-1\tcritique\tevidence\topening\tect\t\t"
        "What stood on the board at the end of this lesson, and who had put it there?"
    }
    assert set(shipped) < set(with_own.stdout.splitlines())
    assert with_own.stderr == ""


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (OWN.replace('"evidence"', '"proof"'), "line 5: strand: one of evidence, attuning, critical_friends."),
        (OWN.replace("stage =", "stages ="), "line 6: stages: this key is not known here."),
        (OWN.replace('audience = "ect"\n', ""), "line 3: audience: this key is missing."),
        (OWN.replace('id = "own-1"', 'id = "cri-e1"'), "line 8: id: 'cri-e1' is taken by another question."),
        (OWN.replace('"critique"', '"critque"'), "line 1: dimension: it is not one of the six."),
        (OWN.replace('"own-1"', "“own-1”"), "line 4: the id is in curly quotes; TOML needs straight ones."),
        (OWN.replace('"ect"', '"mentor"'), 'line 3: mode: "ask" or "self" for a mentor, none for an ECT.'),
    ],
)
def test_a_fault_is_reported_in_one_line_and_hides_no_question(write: Write, run: Run, text: str, fault: str) -> None:
    write("prompts/faulty.toml", text)
    write("prompts/right.toml", OWN.replace("own-1", "own-2"))

    result = run("questions -d critique")

    assert result.exit_code == ExitCode.DONE
    faults = result.stderr.splitlines()
    assert f"mentorlog: prompts/faulty.toml, {fault}" in faults
    assert all(line.startswith("mentorlog: prompts/faulty.toml, line ") for line in faults)
    assert "\nown-2\t" in result.stdout
    assert "cri-e1\t" in result.stdout


def test_a_fault_in_one_question_leaves_the_others_in_the_file(write: Write, run: Run) -> None:
    second = OWN.partition("\n\n")[2].replace("own-1", "own-2").replace('"evidence"', '"proof"')
    third = OWN.partition("\n\n")[2].replace("own-1", "own-3")
    write("prompts/mine.toml", f"{OWN}\n{second}\n{third}")

    result = run("questions -d critique")

    assert "own-1" in result.stdout
    assert "own-3" in result.stdout
    assert result.stderr == (
        "mentorlog: prompts/mine.toml, line 12: strand: one of evidence, attuning, critical_friends.\n"
    )


def test_the_shipped_bank_passes_its_own_check(run: Run) -> None:
    result = run("questions --check")

    assert result.exit_code == ExitCode.DONE
    assert re.match(r"\d+ questions, every one within the rules.\n", result.stdout)
    assert result.stdout.endswith(f"\n{FOR_PEOPLE}\n")


def test_a_journals_own_questions_may_be_few_but_keep_the_rules_of_one(write: Write, run: Run) -> None:
    write("prompts/mine.toml", OWN)
    whole = run("questions --check")
    write("prompts/mine.toml", RULES_BROKEN)
    broken = run("questions --check")

    assert whole.exit_code == ExitCode.DONE
    assert broken.exit_code == ExitCode.CONTENT
    assert len(re.findall("(?m)^prompts/mine.toml, line 8: text: ", broken.stdout)) == 3
    assert broken.stdout.endswith(f"\n{FOR_PEOPLE}\n")


def test_a_file_can_be_checked_before_it_is_used(tmp_path: Path, run: Run) -> None:
    (tmp_path / "mine.toml").write_text(RULES_BROKEN, "utf-8")

    result = run(["questions", "--check", str(tmp_path / "mine.toml")])

    assert result.exit_code == ExitCode.CONTENT
    assert "mine.toml, line 8: text: it begins with what, where, which" in result.stdout
    assert "mine.toml, line 8: text: no word that judges ('good')." in result.stdout
    assert result.stdout.splitlines()[3:] == [FOR_PEOPLE]


def test_a_file_that_keeps_the_rules_is_confirmed(tmp_path: Path, run: Run) -> None:
    (tmp_path / "mine.toml").write_text(OWN, "utf-8")

    result = run(["questions", "--check", str(tmp_path / "mine.toml")])

    assert result.exit_code == ExitCode.DONE
    assert result.stdout == f"1 question, every one within the rules.\n{FOR_PEOPLE}\n"


def test_a_missing_file_is_an_error_of_one_line(tmp_path: Path, run: Run) -> None:
    result = run(["questions", str(tmp_path / "none.toml")])

    assert result.exit_code == ExitCode.NOT_FOUND
    assert result.stderr == f"mentorlog: there is no file {tmp_path / 'none.toml'}\n"


@pytest.mark.terminal
def test_a_terminal_shows_who_each_question_is_for(start: Start) -> None:
    terminal = start("questions -d critique", columns=40, rows=200)

    assert terminal.end() == ExitCode.DONE
    for words in ("CRITIQUE", "For an ECT cri-e1", "For a mentor to ask", "For a mentor's own reflection"):
        assert words in terminal.text()

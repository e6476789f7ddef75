"""Commands typed at a prompt, pastes, arrow keys and Ctrl-D."""

from pathlib import Path

import pytest

from conftest import CTRL_D, ENTER, LEFT, UP, Start, Terminal
from mentorlog.entry.entry import Entry, read_entry
from mentorlog.errors import ExitCode

pytestmark = pytest.mark.terminal

MOMENT, LONG, NEXT, ASK = "Which moment", "(Enter twice to finish)", "try next? (Enter for none)", "the school? (Enter"


def only_entry(journal: Path) -> Entry:
    (path,) = journal.glob("2*/*.md")
    entry = read_entry(path.name, path.read_bytes())
    assert isinstance(entry, Entry)
    return entry


def answers(journal: Path) -> list[str]:
    """Return the answers in the only entry."""
    return [section.text for section in only_entry(journal).sections if section.dimension and section.text]


def drafts(state: Path) -> list[Path]:
    return sorted((state / "drafts").glob("*.md"))


def say(terminal: Terminal, prompt: str, answer: str) -> None:
    terminal.see(prompt)
    terminal.type(answer)


def finish(terminal: Terminal) -> None:
    """Press Enter at the last two prompts, and assert that mentorlog ends well."""
    say(terminal, NEXT, ENTER)
    say(terminal, ASK, ENTER)
    assert terminal.end() == ExitCode.DONE


def script(path: Path, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a shell script the person's editor."""
    path.write_text(f"#!/bin/sh\n{words}\n", "utf-8")
    path.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(path))


def test_every_prompt_can_be_skipped_and_nothing_is_saved(journal: Path, state: Path, start: Start) -> None:
    terminal = start("new")
    for prompt in (MOMENT, LONG, NEXT, ASK):
        say(terminal, prompt, "/skip" + ENTER)

    assert terminal.end() == ExitCode.DONE
    assert "Nothing was written, so nothing was saved." in terminal.text()
    assert list(journal.glob("2*")) == []
    assert drafts(state) == []


def test_answering_only_the_last_prompt_makes_an_entry_too(journal: Path, start: Start) -> None:
    terminal = start("new")
    for prompt in (MOMENT, LONG, NEXT):
        say(terminal, prompt, ENTER)
    say(terminal, ASK, "Could I watch?" + ENTER)

    assert terminal.end() == ExitCode.DONE
    assert (only_entry(journal).head.ask, only_entry(journal).title) == ("Could I watch?", "Could I watch?")


@pytest.mark.parametrize(
    "flag", ["--title 'thirty faces'", "--next 'thirty faces'", "--ask 'thirty faces'", "--theory 'thirty faces'"]
)
def test_words_given_in_a_flag_are_saved_even_if_every_prompt_is_skipped(
    journal: Path, start: Start, flag: str
) -> None:
    terminal = start(f"new {flag}")
    for key, prompt in {"--title": MOMENT, "-": LONG, "--next": NEXT, "--ask": ASK}.items():
        if key not in flag or key == "-":
            say(terminal, prompt, ENTER)

    assert terminal.end() == ExitCode.DONE
    assert "thirty faces" in only_entry(journal).text


def test_a_skip_keeps_the_words_typed_before_it(journal: Path, start: Start) -> None:
    terminal = start("new")
    say(terminal, MOMENT, "thirty faces" + ENTER)
    say(terminal, LONG, "I waited." + ENTER + "/skip" + ENTER)
    finish(terminal)

    assert answers(journal) == ["I waited."]


@pytest.mark.always
def test_back_shows_the_earlier_answer_for_changes(journal: Path, start: Start) -> None:
    terminal = start("new")
    say(terminal, MOMENT, "thirty faces" + ENTER)
    say(terminal, LONG, "I waited." + ENTER + "/back" + ENTER)
    terminal.see("/back Which moment do you want to stay with? > thirty faces")
    terminal.type(" and no funnels" + ENTER)
    terminal.see("I waited.")
    terminal.type(" Long." + ENTER + ENTER)
    finish(terminal)

    assert only_entry(journal).title == "thirty faces and no funnels"
    assert answers(journal) == ["I waited. Long."]


def test_stop_keeps_a_draft_and_is_not_an_error(journal: Path, state: Path, start: Start) -> None:
    terminal = start("new")
    say(terminal, MOMENT, "thirty faces" + ENTER)
    say(terminal, LONG, "I waited." + ENTER + "/stop" + ENTER)

    assert terminal.end() == ExitCode.DONE
    assert "Saved as a draft. Carry on with: mentorlog new --resume" in terminal.text()
    (draft,) = drafts(state)
    assert "\nI waited.\n" in draft.read_text("utf-8")
    assert "/stop" not in draft.read_text("utf-8")
    assert list(journal.glob("2*")) == []


def test_a_command_works_in_any_case(journal: Path, start: Start) -> None:
    terminal = start("new")
    say(terminal, MOMENT, "thirty faces" + ENTER)
    say(terminal, LONG, " /SKIP " + ENTER)
    finish(terminal)

    assert answers(journal) == []


@pytest.mark.parametrize("typed", ["/skipping stones", "he said /skip"])
def test_an_unknown_command_is_text(journal: Path, start: Start, typed: str) -> None:
    terminal = start("new")
    say(terminal, MOMENT, ENTER)
    say(terminal, LONG, typed + ENTER + ENTER)
    finish(terminal)

    assert answers(journal) == [typed]


def test_a_pasted_line_that_looks_like_a_command_is_text(journal: Path, start: Start) -> None:
    terminal = start("new")
    say(terminal, MOMENT, ENTER)
    terminal.see(LONG)
    terminal.paste("They typed:\n/stop")
    terminal.see("/stop")
    terminal.type(ENTER + ENTER)
    finish(terminal)

    assert answers(journal) == ["They typed:\n/stop"]


def test_a_paste_of_20_000_characters_with_blank_lines_arrives_intact(journal: Path, start: Start) -> None:
    pasted = "\n\n".join(f"Paragraph {number}: " + "the quiet half of the room, " * 8 for number in range(90)).rstrip()
    terminal = start("new")
    say(terminal, MOMENT, ENTER)
    terminal.see(LONG)
    terminal.paste(pasted + "\n")
    terminal.see("Paragraph 89:")
    terminal.type(ENTER)
    finish(terminal)

    assert len(pasted) > 20_000
    assert answers(journal) == [pasted]


def test_arrow_keys_move_and_leave_no_letters_behind(journal: Path, start: Start) -> None:
    terminal = start("new")
    say(terminal, MOMENT, "thirty aces" + LEFT * 4 + "f" + ENTER)
    say(terminal, LONG, "second" + UP + LEFT * 6 + "first, " + ENTER)
    terminal.type(CTRL_D)
    finish(terminal)

    assert only_entry(journal).title == "thirty faces"
    assert answers(journal) == ["first, \nsecond"]


def test_ctrl_d_ends_an_answer(journal: Path, start: Start) -> None:
    terminal = start("new")
    say(terminal, MOMENT, "thirty faces" + CTRL_D)
    say(terminal, LONG, "I waited." + CTRL_D)
    say(terminal, NEXT, CTRL_D)
    say(terminal, ASK, CTRL_D)

    assert terminal.end() == ExitCode.DONE
    assert answers(journal) == ["I waited."]


@pytest.mark.always
def test_the_editor_opens_with_the_typed_words_and_its_text_is_the_answer(
    journal: Path, state: Path, tmp_path: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(tmp_path / "add.sh", 'printf "\\n\\nFrom the editor." >> "$1"', monkeypatch)
    terminal = start("new")
    say(terminal, MOMENT, ENTER)
    say(terminal, LONG, "Typed." + ENTER + "/editor" + ENTER)
    finish(terminal)

    assert answers(journal) == ["Typed.\n\nFrom the editor."]
    assert list(state.rglob("*answer*")) == []


@pytest.mark.parametrize(
    ("words", "message"),
    [("exit 3", "the editor ended with status 3"), ('rm "$1"', "the editor left no file to read")],
)
def test_after_a_failing_editor_the_prompt_returns_with_the_words(
    journal: Path, tmp_path: Path, start: Start, monkeypatch: pytest.MonkeyPatch, words: str, message: str
) -> None:
    script(tmp_path / "fail.sh", words, monkeypatch)
    terminal = start("new")
    say(terminal, MOMENT, ENTER)
    say(terminal, LONG, "Typed." + ENTER + "/editor" + ENTER)
    terminal.see(message)
    say(terminal, "(Enter twice to finish) > Typed.", " Still." + ENTER + ENTER)
    finish(terminal)

    assert answers(journal) == ["Typed. Still."]


def test_a_second_try_in_the_editor_keeps_the_words_of_the_first(
    state: Path, journal: Path, tmp_path: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    once = f'test -e {tmp_path}/once && exit 0; touch {tmp_path}/once; printf "Before the crash." >> "$1"; exit 3'
    script(tmp_path / "crash.sh", once, monkeypatch)
    terminal = start("new")
    say(terminal, MOMENT, ENTER)
    say(terminal, LONG, "Typed." + ENTER + "/editor" + ENTER)
    terminal.see("the editor ended with status 3")
    say(terminal, "(Enter twice to finish) > Typed.", ENTER + "/editor" + ENTER)
    finish(terminal)

    left = [path.read_text("utf-8") for path in state.rglob("*answer*")]
    assert "Before the crash." in " ".join([*answers(journal), *left])


def test_two_questions_stay_with_one_moment(journal: Path, start: Start) -> None:
    terminal = start("new --questions 2", columns=40)
    say(terminal, MOMENT, ENTER)
    say(terminal, "Creativity ·", "One." + ENTER + ENTER)
    say(terminal, "Creativity ·", "Two." + ENTER + ENTER)
    finish(terminal)

    assert answers(journal) == ["One.", "Two."]
    assert [dimension.id for dimension in only_entry(journal).dimensions] == ["creativity"]


def test_a_dimension_can_be_chosen_and_a_flag_is_not_asked_again(journal: Path, start: Start) -> None:
    terminal = start("new -d critique --title 'nineteen ticks' --next 'Ask one pair' --class 8Q --date 2026-11-23")
    terminal.see("Mon 23 Nov 2026 · 8Q")
    say(terminal, "Critique ·", "I marked them all." + ENTER + ENTER)
    say(terminal, ASK, ENTER)

    assert terminal.end() == ExitCode.DONE
    assert MOMENT not in terminal.text()
    assert NEXT not in terminal.text()
    entry = only_entry(journal)
    assert (entry.title, entry.head.next, entry.head.class_) == ("nineteen ticks", "Ask one pair", "8Q")


def test_a_theory_is_offered_after_a_question_about_expansion_and_kept_in_a_draft(
    journal: Path, state: Path, start: Start
) -> None:
    theory = "When I wait, more of them answer"
    terminal = start("new -d expansion")
    say(terminal, MOMENT, "the silence" + ENTER)
    say(terminal, LONG, "I used to fill it." + ENTER + ENTER)
    say(terminal, "theory of yours", theory + ENTER)
    say(terminal, NEXT, "/stop" + ENTER)
    assert terminal.end() == ExitCode.DONE
    (draft,) = drafts(state)
    assert f'theory = "{theory}"' in draft.read_text("utf-8")

    terminal = start("new --resume")
    say(terminal, NEXT, "/back" + ENTER)
    terminal.see("theory of yours")
    terminal.type(ENTER)
    finish(terminal)

    assert only_entry(journal).head.theory == theory
    assert answers(journal) == ["I used to fill it."]


@pytest.mark.parametrize("flag", ["theory", "next"])
def test_a_flag_on_resuming_replaces_an_answer_and_the_words_stay_in_the_entry(
    flag: str, journal: Path, start: Start
) -> None:
    terminal = start("new -d expansion")
    say(terminal, MOMENT, "the silence" + ENTER)
    say(terminal, LONG, "I used to fill it." + ENTER + ENTER)
    say(terminal, "theory of yours", "First theory" + ENTER)
    say(terminal, NEXT, "First step" + ENTER)
    say(terminal, ASK, "/stop" + ENTER)
    terminal.end()

    terminal = start(f"new --resume --{flag} Second")
    say(terminal, ASK, ENTER)
    assert terminal.end() == ExitCode.DONE

    entry = only_entry(journal)
    assert {"theory": entry.head.theory, "next": entry.head.next}[flag] == "Second"
    assert f"First {'theory' if flag == 'theory' else 'step'}" in entry.matter.body

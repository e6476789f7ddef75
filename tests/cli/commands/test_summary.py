"""`mentorlog summary`: all your own entries, and only the shared ones of another person."""

import json
import re
from pathlib import Path

import pytest

from conftest import Run, Start, Write
from mentorlog.dimensions import DIMENSIONS
from mentorlog.errors import ExitCode

FORMATS = ("terminal", "markdown", "json")
SHARED = """\
+++
id = "20261118-aaaa"
date = 2026-11-18
title = "Nineteen ticks"
class = "8Q"
share = "mentor"
talk = true
next = "Ask one pair to predict"
ask = "Could I watch someone?"
theory = "When I wait, then they talk"
follows = "20261110-eeee"
plum = "CANARY unknown key"
+++

Words before any heading.

## Critique: What did you see?

I marked them all. ==The tick told me they had finished.== And then I went home.

## Just for me

CANARY just for me, ==CANARY highlighted==.
"""
SHARE = '+++\nshare = "mentor"\n+++\n\n'
PRIVATE = """\
+++
id = "20261110-eeee"
date = 2026-11-10
title = "CANARY title"
class = "CANARY class"
subject = "CANARY subject"
tags = ["CANARY tag"]
kind = "meeting"
talk = true
next = "CANARY next"
ask = "CANARY ask"
theory = "CANARY theory"
follows = "20261101-canary"
plum = "CANARY unknown key"
{share}+++

## Expansion

CANARY body. ==CANARY highlight.==
"""
NOT_QUITE_SHARED = [
    "",
    'share = "Mentor"\n',
    "share = true\n",
    'share = "mentors"\n',
    'shared = "mentor"\n',
    "share = [\n",
]


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """Alex's folder: one shared entry, and private ones of every kind, each with canaries in it."""
    folder = tmp_path / "alex"
    folder.mkdir()
    (folder / "mentorlog.toml").write_text('schema = 1\nname = "Alex"\nrole = "ect"\n', "utf-8")
    (folder / "2026-11-18-nineteen-ticks.md").write_text(SHARED, "utf-8")
    for number, share in enumerate(NOT_QUITE_SHARED):
        text = PRIVATE.format(share=share).replace("eeee", f"ee{number}e" if number else "eeee")
        (folder / f"2026-11-10-CANARY-file-name-{number}.md").write_text(text, "utf-8")
    (folder / "2026-11-09-CANARY-file-name.md").write_bytes(b"CANARY \xff\n")
    (folder / "CANARY-folder").mkdir()
    return folder


def output_of(run: Run, command: str) -> str:
    """Return all that a command prints on one line."""
    result = run(command)
    assert result.exit_code == ExitCode.DONE
    return re.sub(r"\s+", " ", result.stdout + result.stderr)


@pytest.mark.parametrize("form", FORMATS)
def test_shared_entries_in_another_folder_are_quoted_word_for_word(theirs: Path, run: Run, form: str) -> None:
    brief = output_of(run, f"summary {theirs} --format {form}")

    for words in (
        "Nineteen ticks",
        "Ask one pair to predict",
        "Could I watch someone?",
        "When I wait, then they talk",
        "The tick told me they had finished.",
    ):
        assert words in brief


@pytest.mark.parametrize(
    "options", ["", "--since 2026-01-01", "-d expansion", "--kind meeting", "--on '10 nov'", "--plain", "--limit 1"]
)
@pytest.mark.parametrize("form", FORMATS)
def test_private_entries_in_another_folder_are_neither_quoted_nor_counted(
    theirs: Path, run: Run, form: str, options: str
) -> None:
    brief = output_of(run, f"summary {theirs} --format {form} {options}")

    assert "canary" not in brief.casefold()
    assert "20261110" not in brief
    assert not re.search(r"\b(hidden|private|withheld|not shared)\b", brief)


def test_a_brief_of_shared_entries_counts_only_them(theirs: Path, run: Run) -> None:
    brief = json.loads(run(f"summary {theirs} --json").stdout)

    assert {part["id"]: part["entries"] for part in brief["dimensions"]} == {
        "creativity": 0, "solidarity": 0, "authenticity": 0, "articulation": 0, "critique": 1, "expansion": 0,
    }  # fmt: skip
    assert brief["since"] is None
    assert [step["text"] for step in brief["since_last_time"]] == ["Ask one pair to predict"]
    assert brief["theories"][0]["follows"] is None


def test_a_private_meeting_in_another_folder_does_not_start_a_period(theirs: Path, run: Run) -> None:
    result = run(f"summary {theirs} --since meeting")

    assert result.exit_code == ExitCode.USAGE
    assert "10 Nov" not in result.stderr


def test_a_folder_with_nothing_shared_looks_like_an_empty_one(theirs: Path, tmp_path: Path, run: Run) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    (empty / "mentorlog.toml").write_bytes((theirs / "mentorlog.toml").read_bytes())
    private = tmp_path / "private"
    private.mkdir()
    (private / "mentorlog.toml").write_bytes((theirs / "mentorlog.toml").read_bytes())
    (private / "2026-11-10-a.md").write_text(PRIVATE.format(share=""), "utf-8")

    assert run(f"summary {private}") == run(f"summary {empty}")
    assert run(f"summary {private} --json") == run(f"summary {empty} --json")


def test_the_mentors_steps_and_words_are_with_the_ects(theirs: Path, write: Write, run: Run) -> None:
    write("mentorlog.toml", 'schema = 1\nname = "Priya"\nrole = "mentor"\n')
    head = 'share = "mentor"\nnext = "Find out who decides"\ntitle = "My own business"\n'
    write("2026-11-12-mine.md", f"+++\n{head}+++\n\nMy text.\n")

    brief = output_of(run, f"summary {theirs}")

    assert "You Find out who decides 12 Nov" in brief
    assert "Alex Ask one pair to predict 18 Nov" in brief
    assert "You “My text.” 12 Nov" in brief
    assert "My own business" not in brief


@pytest.mark.terminal
def test_the_terminal_shows_the_mentors_own_steps_and_says_so(theirs: Path, write: Write, start: Start) -> None:
    write("mentorlog.toml", 'schema = 1\nname = "Priya"\nrole = "mentor"\n')
    write("2026-11-12-mine.md", '+++\nnext = "Find out who decides"\n+++\n\n')

    terminal = start(f"summary {theirs}", rows=90)

    assert terminal.end() == ExitCode.DONE
    assert "You Find out who decides" in terminal.text()
    assert "For your eyes: what you have not shared may be here too." in terminal.text()
    assert "Shared for this conversation" not in terminal.text()


def test_an_untitled_entry_is_not_named_after_its_file(theirs: Path, run: Run) -> None:
    (theirs / "2026-11-19-CANARY-file-name.md").write_text(
        '+++\nshare = "mentor"\ntalk = true\n+++\n\n## Critique\n\nThe heron stood at the window.\n', "utf-8"
    )

    seen = [output_of(run, f"summary {theirs} --format {form}") for form in (*FORMATS, "html")]

    assert all("The heron stood" in output for output in seen)
    assert "canary" not in "".join(seen).casefold()


@pytest.mark.always
@pytest.mark.terminal
def test_your_own_terminal_shows_your_whole_journal_except_just_for_me(write: Write, start: Start) -> None:
    write("2026-11-18-a.md", SHARED)
    write("2026-11-10-b.md", PRIVATE.format(share="").replace("CANARY", "OWN").replace('kind = "meeting"\n', ""))

    terminal = start("summary", rows=90)

    assert terminal.end() == ExitCode.DONE
    for words in ("For your eyes", "OWN title", "OWN next", "OWN ask", "OWN theory", "OWN highlight."):
        assert words in terminal.text()
    assert "CANARY" not in terminal.text()


@pytest.mark.parametrize("form", [*FORMATS, "html"])
def test_a_page_or_a_pipe_contains_only_shared_entries(write: Write, run: Run, tmp_path: Path, form: str) -> None:
    write("2026-11-18-a.md", SHARED)
    write("2026-11-10-CANARY-b.md", PRIVATE.format(share=""))
    write("2026-11-09-CANARY-c.md", "+++\nshare = 3\n+++\n\n## Critique\n\nCANARY\n")

    file = tmp_path / ("page.md" if form in ("terminal", "markdown") else f"page.{form}")

    brief = output_of(run, f"summary --format {form} --since 2026-11-01")
    output_of(run, f"summary --format {form} --since 2026-11-01 -o {file}")

    assert "The tick told me they had finished." in brief
    assert "canary" not in (brief + file.read_text("utf-8")).casefold()


def test_the_dimensions_keep_their_order_in_every_format_and_json_has_all_six(write: Write, run: Run) -> None:
    write("2026-11-18-a.md", '+++\nshare = "mentor"\n+++\n## Expansion\n\nLast.\n\n## Creativity\n\nFirst.\n')

    page, markdown = run("summary").stdout, run("summary --format markdown").stdout
    ids = [part["id"] for part in json.loads(run("summary --json").stdout)["dimensions"]]

    assert ids == [dimension.id for dimension in DIMENSIONS]
    assert re.findall(r"(?m)^### (Creativity|Expansion)$", markdown) == ["Creativity", "Expansion"]
    assert re.findall(r"(?m)^  (\w+)  1 entry", page) == ["Creativity", "Expansion"]


def test_a_summary_begins_at_the_last_meeting_by_default(write: Write, run: Run) -> None:
    write("2026-11-05-before.md", f"{SHARE}## Critique\n\nBefore the meeting we had.\n")
    write("2026-11-06-meeting.md", '+++\nkind = "meeting"\nshare = "mentor"\n+++\n')
    write("2026-11-12-after.md", f"{SHARE}## Critique\n\nAfter the meeting we had.\n")

    usual, whole = output_of(run, "summary"), output_of(run, "summary --since 2026-11-01")

    assert "since your meeting on Fri 6 Nov" in usual
    assert "After the meeting we had." in usual
    assert "Before the meeting we had." not in usual
    assert "Before the meeting we had." in whole


def test_a_future_meeting_does_not_start_a_period(theirs: Path, write: Write, run: Run) -> None:
    for folder in (theirs, write("2026-11-18-a.md", SHARED).parent):
        meeting = '+++\nkind = "meeting"\nshare = "mentor"\ndate = 2199-01-01\n+++\n'
        (folder / "later.md").write_text(meeting, "utf-8")

    seen = [output_of(run, "summary"), output_of(run, f"summary {theirs}")]

    assert all("The tick told me they had finished." in output for output in seen)
    assert all("since your meeting" not in output for output in seen)
    assert run("list --since meeting").exit_code == ExitCode.USAGE


def test_an_open_step_from_before_the_meeting_is_listed_and_never_called_late(write: Write, run: Run) -> None:
    write("2026-09-05-before.md", '+++\nshare = "mentor"\nnext = "Ask one pair"\n+++\n')
    write("2026-11-06-meeting.md", '+++\nkind = "meeting"\nshare = "mentor"\n+++\n')

    brief = output_of(run, "summary")

    assert "Sam Ask one pair 5 Sep" in brief
    assert not re.search(r"(?i)overdue|late\b|weeks? ago|missed", brief)


@pytest.mark.parametrize("form", ["terminal", "markdown"])
@pytest.mark.usefixtures("journal")
def test_an_empty_journal_gets_a_kind_sentence(run: Run, form: str) -> None:
    result = run(f"summary --format {form}")

    assert result.exit_code == ExitCode.DONE
    assert "Nothing has been shared for this time, and that is fine." in result.stdout
    assert result.stderr == ""


@pytest.mark.terminal
def test_an_empty_page_of_your_own_says_why(write: Write, tmp_path: Path, start: Start) -> None:
    write("2026-11-18-a.md", "A thought.\n")

    terminal = start(["summary", "-o", str(tmp_path / "page.html")])

    assert terminal.end() == ExitCode.DONE
    assert "A page, a file or a pipe holds only what you share." in terminal.text()


def test_a_broken_file_adds_one_line_and_hides_no_entry(write: Write, run: Run) -> None:
    write("2026-11-18-a.md", SHARED)
    write("2026-11-19-broken.md", "+++\ntitle = “Poetry”\n+++\n")

    result = run("summary")

    assert result.exit_code == ExitCode.DONE
    assert "The tick told me they had finished." in result.stdout
    assert result.stderr == "mentorlog: 1 file could not be read; see mentorlog check\n"


def test_output_never_overwrites_a_file(write: Write, tmp_path: Path, run: Run) -> None:
    write("2026-11-18-a.md", SHARED)
    target = tmp_path / "brief.md"

    first = run(f"summary --format markdown -o {target}")
    words = target.read_text("utf-8")
    second = run(f"summary --format markdown -o {target}")

    assert (first.exit_code, first.stdout) == (ExitCode.DONE, "")
    assert words.startswith("# Before we meet: Sam\n\nWed 18 Nov 2026\n")
    assert target.stat().st_mode & 0o777 == 0o600
    assert second.exit_code == ExitCode.FAILED
    assert second.stderr == f"mentorlog: {target} already exists, and mentorlog won't overwrite it\n"
    assert target.read_text("utf-8") == words


@pytest.mark.parametrize("form", FORMATS)
def test_hostile_text_stays_text(theirs: Path, run: Run, form: str) -> None:
    (theirs / "2026-11-19-x.md").write_text(
        '+++\nshare = "mentor"\ntitle = "\\u001b[2J[link=x]<script>"\n+++\n\n'
        "## Critique\n\n==\x1b]52;c;x\x07 [red] :smile:==\n",
        "utf-8",
    )

    result = run(f"summary {theirs} --format {form}")

    assert result.exit_code == ExitCode.DONE
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", result.stdout + result.stderr)
    assert ":smile:" in result.stdout


@pytest.mark.terminal
@pytest.mark.parametrize("columns", [40, 80])
def test_a_terminal_shows_the_same_brief_at_any_width(write: Write, start: Start, columns: int) -> None:
    write("2026-11-18-a.md", SHARED)

    terminal = start("summary --until 2026-11-30", columns=columns, rows=90)

    assert terminal.end() == ExitCode.DONE
    for words in ("SINCE LAST TIME", "IN SAM'S WORDS", "“The tick told me they had finished.”", "aaaa"):
        assert words in terminal.text()
    assert "CANARY" not in terminal.text()

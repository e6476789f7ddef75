"""`mentorlog show`: entries in full for their writer, private sections included."""

import pytest

from conftest import Run, Start, Write
from mentorlog.errors import ExitCode

TEXT = """\
+++
id = "20261120-k3f9"
date = 2026-11-20
title = "No funnels, thirty faces"
class = "8Q"
next = "Ask one pair"
+++

## Creativity: What did this lesson hand you?

The funnels had gone.

## Just for me

I was cross.
"""


@pytest.mark.parametrize("name", ["k3f9", "20261120-k3f9", "20261120", "K3F9", "last", "funnels.md", "2026/funnels.md"])
def test_an_entry_is_found_by_id_or_the_end_of_one_or_last_or_its_path(write: Write, run: Run, name: str) -> None:
    write("2026/funnels.md", TEXT)

    result = run(["show", name])

    assert (result.exit_code, result.stdout, result.stderr) == (ExitCode.DONE, TEXT, "")


def test_several_entries_are_shown_in_the_order_given(write: Write, run: Run) -> None:
    write("2026-11-20-one.md", "One.\n")
    write("2026-11-21-two.md", "Two.\n")

    result = run("show 2026-11-21-two.md 2026-11-20-one.md")

    assert result.stdout == "Two.\n\nOne.\n"


@pytest.mark.usefixtures("journal")
def test_an_unknown_entry_is_an_error_of_one_line_with_a_hint(run: Run) -> None:
    result = run("show zzzz")

    assert result.exit_code == ExitCode.NOT_FOUND
    assert result.stderr == "mentorlog: no entry matches 'zzzz'\n  try: mentorlog list\n"


@pytest.mark.usefixtures("journal")
def test_last_in_an_empty_journal_points_to_new(run: Run) -> None:
    result = run("show last")

    assert result.exit_code == ExitCode.NOT_FOUND
    assert result.stderr == "mentorlog: there is no entry yet\n  try: mentorlog new\n"


def test_an_ambiguous_id_lists_both_entries(write: Write, run: Run) -> None:
    write("one.md", '+++\nid = "20261120-aaaa"\ndate = 2026-11-20\n+++\n')
    write("two.md", '+++\nid = "20261120-bbbb"\ndate = 2026-11-20\n+++\n')

    result = run("show 20261120")

    assert result.exit_code == ExitCode.USAGE
    assert result.stderr.startswith(
        "mentorlog: '20261120' matches 2 entries: 20261120-aaaa (one.md), 20261120-bbbb (two.md)\n"
    )


def test_an_unreadable_entry_is_shown_with_the_reason(write: Write, run: Run) -> None:
    write("2026/poetry.md", "+++\ndate = 2026-10-02\ntitle = “Poetry”\n+++\n\nThe poem had no full stops.\n")

    result = run("show poetry.md")

    assert "The poem had no full stops." in result.stdout
    assert result.stderr == (
        "mentorlog: 2026/poetry.md, line 3: the title is in curly quotes; TOML needs straight ones.\n"
    )


def test_an_escape_sequence_is_harmless_in_a_pipe_too(write: Write, run: Run) -> None:
    write("2026-11-20-x.md", "before \x1b]52;c;cHduZWQ=\x07 [red]after[/red] :smile:\n")

    shown = run("show last").stdout

    assert shown == "before ␛]52;c;cHduZWQ=␇ [red]after[/red] :smile:\n"


@pytest.mark.always
@pytest.mark.terminal
def test_a_terminal_shows_words_instead_of_front_matter(write: Write, start: Start) -> None:
    write("2026/funnels.md", TEXT)

    terminal = start("show k3f9", columns=40)

    assert terminal.end() == ExitCode.DONE
    assert terminal.text().startswith("No funnels, thirty faces Fri 20 Nov 2026 · 8Q")
    for words in (
        "private",
        "Creativity: What did this",
        "The funnels had gone.",
        "I was cross.",
        "Next: Ask one pair",
    ):
        assert words in terminal.text()
    assert "+++" not in terminal.text()

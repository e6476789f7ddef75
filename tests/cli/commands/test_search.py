"""`mentorlog search`: entries that contain all the words, in any case."""

import json
from pathlib import Path

import pytest

from conftest import Run, Start, Write
from mentorlog.errors import ExitCode


@pytest.fixture
def three(write: Write) -> None:
    write(
        "a.md", '+++\nid = "20261120-aaaa"\ndate = 2026-11-20\nclass = "8Q"\n+++\n\nThe funnels had gone.\nI waited.\n'
    )
    write("b.md", '+++\nid = "20261121-bbbb"\ndate = 2026-11-21\n+++\n\n## Critique\n\nFUNNELS again, and a hinge.\n')
    write("c.md", '+++\nid = "20261122-cccc"\ndate = 2026-11-22\n+++\n\nThe café.\n')


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("funnels", ["20261121-bbbb", "20261120-aaaa"]),
        ("Funnels HINGE", ["20261121-bbbb"]),
        ("waited gone", ["20261120-aaaa"]),
        ("CAFÉ", ["20261122-cccc"]),
        ("8q", ["20261120-aaaa"]),
        ("funnels -d critique", ["20261121-bbbb"]),
        ("funnels --class 8Q", ["20261120-aaaa"]),
        ("funnels --until '20 nov'", ["20261120-aaaa"]),
        ("funnels --limit 1", ["20261121-bbbb"]),
    ],
)
@pytest.mark.usefixtures("three")
def test_an_entry_must_contain_every_word_in_any_case(run: Run, words: str, expected: list[str]) -> None:
    result = run(f"search {words}")

    assert result.exit_code == ExitCode.DONE
    assert [line.split("\t")[0] for line in result.stdout.splitlines()] == expected


@pytest.mark.usefixtures("three")
def test_a_pipe_gets_the_line_that_contains_the_words(run: Run) -> None:
    result = run("search funnels hinge")

    assert result.stdout == "20261121-bbbb\t2026-11-21\tb\tb.md\tFUNNELS again, and a hinge.\t\n"


@pytest.mark.parametrize("words", ["volcano", "funnels volcano", "fun.*ls", "''"])
@pytest.mark.usefixtures("three")
def test_no_match_gives_status_3_and_a_pattern_is_searched_as_plain_text(run: Run, words: str) -> None:
    result = run(f"search {words}")

    assert (result.exit_code, result.stdout, result.stderr) == (ExitCode.NOT_FOUND, "", "")


@pytest.mark.usefixtures("three")
def test_an_unreadable_entry_is_searched_too(write: Write, run: Run) -> None:
    write("lost.md", "+++\ndate = 2026-10-02\ntitle = “Poetry”\n+++\n\nA volcano of a poem.\n")

    result = run("search volcano")

    assert result.exit_code == ExitCode.DONE
    assert result.stdout == "\t\t\tlost.md\tA volcano of a poem.\t\n"
    assert result.stderr == ""


@pytest.mark.usefixtures("three")
def test_every_search_reports_a_file_that_cannot_be_opened(journal: Path, run: Run) -> None:
    (journal / "elsewhere.md").symlink_to(journal / "a.md")

    for words in ("funnels", "volcano"):
        result = run(f"search {words}")
        assert result.stderr == "mentorlog: 1 file could not be read; see mentorlog check\n"


@pytest.mark.usefixtures("three")
def test_a_limit_counts_every_matching_file(write: Write, run: Run) -> None:
    write("lost.md", "+++\ndate = 2026-10-02\ntitle = “Poetry”\n+++\n\nThe funnels again.\n")

    assert len(run("search funnels").stdout.splitlines()) == 3
    assert len(run("search funnels --limit 1").stdout.splitlines()) == 1


@pytest.mark.usefixtures("three")
def test_json_output_lists_the_matching_entries(run: Run) -> None:
    output = json.loads(run("search hinge --json").stdout)

    assert output["schema"] == "mentorlog/list"
    assert [entry["id"] for entry in output["entries"]] == ["20261121-bbbb"]


@pytest.mark.terminal
@pytest.mark.usefixtures("three")
def test_a_terminal_shows_the_matching_line_below_its_entry(start: Start) -> None:
    terminal = start("search hinge", columns=40)

    assert terminal.end() == ExitCode.DONE
    assert "Sat 21 Nov · b bbbb FUNNELS again, and a hinge." in terminal.text()


@pytest.mark.terminal
@pytest.mark.usefixtures("journal")
def test_a_terminal_says_that_nothing_matches(start: Start) -> None:
    terminal = start("search volcano")

    assert terminal.end() == ExitCode.NOT_FOUND
    assert "No entry holds those words." in terminal.text()

"""`mentorlog` without a command: an overview and the next thing to type. Never an error."""

import shutil
from pathlib import Path

import pytest

from cli.two_people import One, met
from conftest import Run, Start, Write
from mentorlog.errors import ExitCode

USAGE = [
    "",
    "mentorlog new        after a lesson",
    "mentorlog summary    before a meeting",
    "mentorlog --help     everything else",
]


def test_without_a_journal_the_overview_says_where_to_begin(run: Run) -> None:
    result = run("")

    assert (result.exit_code, result.stderr) == (ExitCode.DONE, "")
    assert "Begin with:  mentorlog new     or see a sample:  mentorlog demo\n" in result.stdout


def test_an_empty_journal_is_no_error(journal: Path, run: Run) -> None:
    result = run("")

    assert result.exit_code == ExitCode.DONE
    assert result.stdout.splitlines() == [f"Sam · {journal}", "Nothing is written yet, and that is fine.", *USAGE]


def test_the_overview_shows_entries_and_open_steps(write: Write, journal: Path, run: Run) -> None:
    write("2026-09-01-first.md", '+++\nid = "20260901-aaaa"\nnext = "Ask one pair"\n+++\n')
    write("2026-11-20-last.md", '+++\nid = "20261120-bbbb"\ntitle = "No funnels"\nnext = "Wait"\n+++\n')

    result = run("")

    assert result.stdout.splitlines() == [
        f"Sam · {journal}",
        '2 entries, the latest on Fri 20 Nov: "No funnels"',
        "To try next:",
        "  Ask one pair  (1 Sep, aaaa)",
        "  Wait  (20 Nov, bbbb)",
        *USAGE,
    ]


def test_the_overview_shows_five_open_steps_and_where_to_see_the_rest(write: Write, run: Run) -> None:
    for day in range(1, 8):
        write(f"2026-11-{day:02}-a.md", f'+++\nnext = "Step {day}"\n+++\n')

    shown = run("").stdout

    assert [day for day in range(1, 8) if f"Step {day} " in shown] == [3, 4, 5, 6, 7]
    assert "  and 2 earlier ones: mentorlog next\n" in shown


def test_a_draft_is_offered(journal: Path, run: Run) -> None:
    journal.rename(journal.with_name("away"))
    run("new 'thirty faces' --class 8Q")
    journal.with_name("away").rename(journal)

    shown = run("").stdout

    assert 'Left open: Mon 23 Nov, 8Q: "thirty faces". Carry on with: mentorlog new --resume\n' in shown


@pytest.mark.usefixtures("journal")
def test_an_unreadable_draft_is_listed_by_its_file_name(run: Run, state: Path) -> None:
    (state / "drafts").mkdir()
    (state / "drafts" / "20261120-aaaa-edit.md").write_bytes(b"words \xff")

    shown = run("").stdout

    assert f"In a draft: a text that cannot be read as an entry, in {state}/drafts/20261120-aaaa-edit.md" in shown


def test_a_draft_is_listed_while_its_journal_is_missing(journal: Path, run: Run) -> None:
    journal.rename(journal.with_name("away"))
    run("new 'thirty faces' --class 8Q")

    result = run("")

    assert result.exit_code == ExitCode.DONE
    assert f'In a draft for {journal}: Mon 23 Nov, 8Q: "thirty faces"\n' in result.stdout


def test_a_draft_of_another_journal_is_listed_with_its_folder(journal: Path, tmp_path: Path, run: Run) -> None:
    journal.rename(journal.with_name("away"))
    run("new 'thirty faces'")
    run(["init", str(tmp_path / "other"), "--name", "Sam", "--role", "mentor"])

    shown = run("").stdout

    assert f'In a draft for {journal}: Mon 23 Nov: "thirty faces"\n' in shown
    assert "Left open" not in shown


def test_a_draft_is_listed_before_there_is_any_journal(run: Run) -> None:
    run("new 'thirty faces'")

    result = run("")

    assert 'In a draft: Mon 23 Nov: "thirty faces"\n' in result.stdout
    assert "Begin with:  mentorlog new" in result.stdout


def test_every_draft_is_listed(journal: Path, run: Run) -> None:
    journal.rename(journal.with_name("away"))
    run("new 'thirty faces'")
    run("new 'nineteen ticks'")
    journal.with_name("away").rename(journal)

    shown = run("").stdout

    assert 'Left open: Mon 23 Nov: "nineteen ticks". Carry on with: mentorlog new --resume\n' in shown
    assert 'Left open too: Mon 23 Nov: "thirty faces".\n' in shown


def test_a_broken_file_adds_one_line_that_points_to_check(write: Write, run: Run) -> None:
    write("2026-11-19-broken.md", "+++\ntitle = “Poetry”\n+++\n")

    result = run("")

    assert result.exit_code == ExitCode.DONE
    assert "1 file would like a look: mentorlog check\n" in result.stdout


def test_a_missing_journal_is_no_error_in_the_overview(journal: Path, run: Run) -> None:
    journal.rename(journal.with_name("away"))

    result = run("")

    assert (result.exit_code, result.stderr) == (ExitCode.DONE, "")
    assert f"your journal is not at {journal}; is the drive connected?" in result.stdout


def test_the_overview_neither_counts_days_nor_remarks_on_a_long_gap(write: Write, journal: Path, run: Run) -> None:
    write("2025-01-10-first.md", "The first.\n")

    shown = run("").stdout.replace(str(journal), "").casefold()

    assert not any(word in shown for word in (" ago", "days", "weeks", "streak", "overdue", "late "))


@pytest.mark.terminal
@pytest.mark.usefixtures("journal")
def test_the_overview_fits_a_narrow_terminal(start: Start) -> None:
    terminal = start("", columns=40)

    assert terminal.end() == ExitCode.DONE
    assert "Nothing is written yet, and that is fine." in terminal.text()
    assert "mentorlog new after a lesson" in terminal.text()


@pytest.fixture
def two(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> tuple[One, One]:
    """Sam, who has shared two entries, and Priya, who has none of her own."""
    sam, priya = met(tmp_path, run, monkeypatch)
    sam.does("new 'The tick told me.' --share --title Ticks --date 2026-11-20")
    sam.does("new 'Thirty faces.' --share --title Funnels --date 2026-11-17")
    sam.does("share --yes")
    return sam, priya


NEW = "2 new entries from Sam (latest Fri 20 Nov). To read: mentorlog list --with Sam"
ALL = "2 entries from Sam (latest Fri 20 Nov). To read: mentorlog list --with Sam"


def test_what_another_person_shares_is_new_until_a_terminal_shows_it(two: tuple[One, One]) -> None:
    _, priya = two

    assert priya.does("").splitlines() == [f"Priya · {priya.root}", NEW, *USAGE]
    priya.does("list")
    priya.does("show last --with Sam")
    priya.does("search tick")
    priya.does("reply last 'What did the ticks hide?'")
    assert NEW in priya.does("").splitlines()
    assert not (priya.base / "priya-state" / "seen").exists()


@pytest.mark.always
@pytest.mark.terminal
@pytest.mark.parametrize("command", ["list", "list --with Sam", "list --limit 2"])
def test_what_a_list_at_a_terminal_showed_is_no_longer_new(two: tuple[One, One], start: Start, command: str) -> None:
    _, priya = two
    assert NEW in priya.does("")

    assert start(command).end() == ExitCode.DONE

    assert priya.does("").splitlines() == [f"Priya · {priya.root}", ALL, *USAGE]


@pytest.mark.terminal
@pytest.mark.parametrize("command", ["show last --with Sam", "search tick", "list --limit 1", "reply last 'Why?'"])
def test_only_what_was_shown_is_no_longer_new(two: tuple[One, One], start: Start, command: str) -> None:
    _, priya = two
    priya.does("")

    assert start(command).end() == ExitCode.DONE

    line = "1 new entry from Sam (Tue 17 Nov). To read: mentorlog list --with Sam"
    assert line in priya.does("").splitlines()


@pytest.mark.terminal
def test_an_entry_that_its_writer_shares_again_after_a_change_is_updated(two: tuple[One, One], start: Start) -> None:
    sam, priya = two
    priya.does("")
    assert start("list").end() == ExitCode.DONE

    sam.does(["edit", sam.ids()[0], "--set", "next=Ask one pair"])
    sam.does("share --yes")

    assert "1 entry updated by Sam (Fri 20 Nov). To read: mentorlog list --with Sam" in priya.does("").splitlines()


@pytest.mark.terminal
def test_without_news_the_overview_of_your_own_entries_does_not_mention_theirs(
    two: tuple[One, One], start: Start
) -> None:
    _, priya = two
    priya.does("new 'I offered my own method.' --title Method")
    assert start("list").end() == ExitCode.DONE

    assert "Sam" not in priya.does("").replace(str(priya.root), "")


def test_the_overview_says_that_a_folder_is_missing(two: tuple[One, One]) -> None:
    sam, priya = two
    shutil.rmtree(sam.for_other)

    result = priya.run("")

    assert (result.exit_code, result.stderr) == (ExitCode.DONE, "")
    assert f"Sam's folder is not at {sam.for_other}; is the drive connected?\n" in result.stdout


def test_the_overview_counts_shared_files_that_cannot_be_read(two: tuple[One, One]) -> None:
    sam, priya = two
    (sam.for_other / "2026-11-19-broken.md").write_text('+++\nshare = "mentor"\ntitle = “Poetry”\n+++\n', "utf-8")

    remark = "1 file in Sam's folder could not be read; Sam can see why with mentorlog check.\n"
    assert remark in priya.does("")

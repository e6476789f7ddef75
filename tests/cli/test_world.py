"""An entry that another person wrote: what each command that changes entries says about it."""

from pathlib import Path

import pytest

from cli.two_people import One, met_and_shared
from conftest import Run
from mentorlog.errors import ExitCode


@pytest.fixture
def two(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> tuple[One, One]:
    return met_and_shared(tmp_path, run, monkeypatch)


@pytest.mark.parametrize(
    ("command", "deed"),
    [
        ("edit {} --set title=Ours", "change it"),
        ("delete {}", "delete it"),
        ("delete {} --purge --yes", "delete it"),
        ("share {} --yes", "share it"),
        ("next done {}", "close its step"),
        ("show {} --history", "see its history"),
    ],
)
def test_a_command_says_whose_an_entry_is_and_offers_a_reply(two: tuple[One, One], command: str, deed: str) -> None:
    sam, priya = two
    ticks = sam.ids()[0]
    before = sam.copies()

    result = priya.run(command.format(ticks[-4:]))

    assert result.exit_code == ExitCode.USAGE
    assert (
        result.stderr
        == f"mentorlog: {ticks[-4:]} is Sam's entry, so only Sam can {deed}\n  try: mentorlog reply {ticks[-4:]}\n"
    )
    assert sam.copies() == before


def test_the_last_entry_that_a_command_changes_is_always_your_own(two: tuple[One, One]) -> None:
    sam, priya = two
    priya.does(["delete", *priya.ids()])

    result = priya.run("delete last")

    assert result.exit_code == ExitCode.NOT_FOUND
    assert result.stderr == "mentorlog: there is no entry yet\n  try: mentorlog new\n"
    assert len(sam.ids()) == 1

"""`mentorlog reply`: an entry of your own that follows somebody else's."""

import json
from pathlib import Path

import pytest

from cli.two_people import One, met, met_and_shared
from conftest import CTRL_C, ENTER, Run, Start
from mentorlog.errors import ExitCode


@pytest.fixture
def two(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> tuple[One, One]:
    return met_and_shared(tmp_path, run, monkeypatch)


def test_a_reply_is_the_writers_own_entry_and_follows_the_other_persons(two: tuple[One, One]) -> None:
    sam, priya = two
    before = {path: path.read_bytes() for path in sam.for_other.rglob("*") if path.is_file()}
    ticks = sam.ids()[0]

    priya.does(["reply", ticks[-4:], "What did the ticks hide?", "--share"])
    priya.does("share --yes")

    [path] = priya.root.rglob("*ticks*.md")
    assert f'follows = "{ticks}"' in path.read_text("utf-8")
    assert 'kind = "reply"' in path.read_text("utf-8")
    assert {path: path.read_bytes() for path in sam.for_other.rglob("*") if path.is_file()} == before
    asked = json.loads(sam.does("summary --json"))["asked"]
    assert [(wish["text"], wish["by"]) for wish in asked if wish["by"] == "other"] == [
        ("What did the ticks hide?", "other")
    ]


def test_a_reply_to_your_own_private_entry_does_not_reveal_its_title(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    sam, _ = met(tmp_path, run, monkeypatch)
    sam.does("new 'Only mine.' --title 'Shouted at Year 9'")

    sam.does(["reply", sam.ids()[0], "What would a calmer start look like?", "--share"])
    sam.does("share --yes")

    copies = {name: data.decode() for name, data in sam.copies().items()}
    assert "What would a calmer start look like?" in "".join(copies.values())
    assert "shouted" not in f"{copies}".casefold()


@pytest.mark.terminal
@pytest.mark.parametrize(
    ("end", "status"),
    [
        pytest.param(ENTER + "/stop" + ENTER, ExitCode.DONE, id="stop", marks=pytest.mark.always),
        pytest.param(CTRL_C, ExitCode.INTERRUPTED, id="ctrl-c"),
    ],
)
def test_an_interrupted_reply_is_kept_in_a_draft(
    end: str, status: ExitCode, two: tuple[One, One], start: Start
) -> None:
    priya = two[1]
    ticks = two[0].ids()[0]
    priya.does("list")

    terminal = start(["reply", ticks])
    terminal.see("Your question about “Ticks”?")
    terminal.type("What did the ticks hide" + end)

    assert terminal.end() == status
    assert "Saved as a draft. Carry on with: mentorlog new --resume" in terminal.text()
    [draft] = (priya.base / "priya-state" / "drafts").glob("*.md")
    assert "What did the ticks hide" in draft.read_text("utf-8")
    assert [path for path in priya.root.rglob("*.md") if "ticks" in path.name] == []

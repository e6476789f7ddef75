"""Drafts that were left open, and how each is described."""

import pytest

from drafting.desk import Desk
from mentorlog.drafting.left_open import LeftOpen, describe, is_meeting, open_drafts
from mentorlog.journal.drafts import DraftKeys
from mentorlog.journal.settings import Person

HEAD = '+++\nid = "20261123-{letters}"\ndate = 2026-11-23\n{lines}+++\n\n{body}\n'


def keep(desk: Desk, letters: str = "k3f9", lines: str = "", body: str = "The funnels had gone.") -> None:
    text = HEAD.format(letters=letters, lines='draft_journal = "sam1"\n' + lines, body=body)
    desk.drafts.keep(f"20261123-{letters}", text.encode("utf-8"))


def save(desk: Desk, letters: str = "k3f9", lines: str = "", body: str = "The funnels had gone.") -> None:
    path = desk.journal.root / f"2026-11-23-{letters}.md"
    path.write_text(HEAD.format(letters=letters, lines=lines, body=body), "utf-8")


def ids(desk: Desk) -> list[str]:
    return [draft.id for draft in open_drafts(desk.drafts, desk.journal)]


def test_a_draft_with_a_saved_entry_is_discarded(desk: Desk) -> None:
    keep(desk)
    keep(desk, "ffff")
    save(desk, body="The funnels had gone.\n\n## Critique\n\nAnd more.")

    assert ids(desk) == ["20261123-ffff"]
    assert [draft.id for draft in desk.drafts.all()] == ["20261123-ffff"]


@pytest.mark.parametrize(
    ("lines", "body"),
    [
        ("", "The funnels had not gone."),
        ('next = "Ask one pair"\n', "The funnels had gone."),
        ('ask = "Could I watch?"\n', "The funnels had gone."),
        ('suggested = "Book a visit"\n', "The funnels had gone."),
    ],
)
def test_a_draft_with_more_text_than_its_entry_stays(desk: Desk, lines: str, body: str) -> None:
    keep(desk, lines=lines, body=body)
    save(desk)

    assert ids(desk) == ["20261123-k3f9"]


def test_a_journal_is_not_read_twice(desk: Desk) -> None:
    keep(desk)
    before = desk.contents
    save(desk)

    assert [draft.id for draft in open_drafts(desk.drafts, desk.journal, before)] == ["20261123-k3f9"]
    assert ids(desk) == []


def test_a_draft_of_another_journal_is_not_listed(desk: Desk) -> None:
    keep(desk, lines="")
    path = desk.draft().path
    path.write_text(path.read_text("utf-8").replace("sam1", "ann1"), "utf-8")

    assert ids(desk) == []


@pytest.mark.parametrize(
    ("lines", "other", "expected"),
    [
        ("", "", False),
        ('kind = "meeting"\n', "", True),
        ('kind = "meeting"\n', "Priya", True),
        ('kind = "meeting"\nwith = "Priya"\n', "Priya", True),
        ('kind = "meeting"\nwith = "Pree"\n', "Priya", True),
        ('kind = "meeting"\nwith = "Ann"\n', "Priya", False),
    ],
)
def test_a_meetings_draft_names_the_other_person_or_nobody(desk: Desk, lines: str, other: str, expected: bool) -> None:
    keep(desk, lines=lines)

    person = Person(other, "mentor", formerly="Pree") if other else None

    assert is_meeting(desk.draft(), person) is expected


def test_a_whole_file_from_an_editor_is_not_a_meetings_draft(desk: Desk) -> None:
    text = HEAD.format(letters="k3f9", lines='kind = "meeting"\n', body="Words.")
    desk.drafts.keep_whole("20261123-k3f9", text.encode(), DraftKeys(journal="sam1"))

    assert not LeftOpen(desk.draft(), is_finished=False).is_meeting
    assert LeftOpen(desk.draft(), is_finished=False).is_whole


def test_a_draft_is_described_by_its_day_its_class_and_its_title(desk: Desk) -> None:
    keep(desk, lines='class = "8Q"\ntitle = "no funnels"\n')

    assert describe(desk.draft()) == 'Mon 23 Nov, 8Q: "no funnels"'


def test_a_text_that_is_not_an_entry_is_described_by_its_path(desk: Desk) -> None:
    desk.drafts.keep("20261123-k3f9", b"\xff\xfe")

    assert describe(desk.draft()) == f"a text that cannot be read as an entry, in {desk.draft().path}"


def test_the_keeper_of_a_draft_knows_its_text(desk: Desk) -> None:
    keep(desk, lines='title = "no funnels"\ndraft_step = "next"\n')
    left = LeftOpen(desk.draft(), is_finished=False)

    keeper = left.keeper(desk.drafts)

    assert (keeper.id, keeper.is_kept, left.step) == ("20261123-k3f9", True, "next")
    assert "The funnels had gone." in keeper.text
    assert set(left.values({"id", "title"})) == {"date", "draft_journal", "draft_step"}

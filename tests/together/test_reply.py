"""A reply follows an entry, is shared with its writer, and never reveals a private title."""

import pytest

from conftest import TODAY
from mentorlog.errors import NotFoundError
from mentorlog.journal.journal import Journal
from mentorlog.together.reply import reply_to
from two_journals import hand_over, write


def test_a_reply_to_a_shared_entry_is_for_its_writer_and_uses_its_title(sam: Journal, priya: Journal) -> None:
    theirs = write(sam, title="The bell", share="mentor", with_="Priya")
    hand_over(sam)

    reply = reply_to(priya, theirs.short_id, "", TODAY, is_shared=True)

    assert reply.values("What did you see?") == {
        "date": TODAY, "kind": "reply", "title": "On “The bell”", "follows": theirs.id, "with": "Sam",
        "share": "mentor",
    }  # fmt: skip


def test_a_reply_to_your_own_private_entry_takes_its_title_from_its_own_words(sam: Journal) -> None:
    own = write(sam, title="The bell")

    reply = reply_to(sam, "last", "", TODAY, is_shared=False)

    assert reply.values("What did I see?") == {
        "date": TODAY, "kind": "reply", "title": "What did I see?", "follows": own.id,
    }  # fmt: skip


def test_a_reply_to_your_own_entry_is_for_the_same_reader(sam: Journal) -> None:
    write(sam, with_="Priya")

    assert reply_to(sam, "last", "", TODAY, is_shared=False).values("Why?")["with"] == "Priya"


def test_a_shared_entry_is_found_before_your_own(sam: Journal, priya: Journal) -> None:
    own = write(priya, day="2026-11-19", letters="aaaa")
    theirs = write(sam, share="mentor", with_="Priya")
    hand_over(sam)

    assert reply_to(priya, "last", "Sam", TODAY, is_shared=False).entry.id == theirs.id
    with pytest.raises(NotFoundError):
        reply_to(priya, own.short_id, "", TODAY, is_shared=False)

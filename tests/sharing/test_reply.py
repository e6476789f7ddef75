"""A reply follows an entry, with the person who wrote that, and takes no private title along."""

import pytest

from conftest import TODAY
from mentorlog.errors import NotFoundError
from mentorlog.journal.journal import Journal
from mentorlog.sharing.reply import reply_to
from sharing.two_journals import hand_over, write


def test_a_reply_to_what_somebody_shares_is_with_them_and_about_its_title(sam: Journal, priya: Journal) -> None:
    theirs = write(sam, title="The bell", share="mentor", with_="Priya")
    hand_over(sam)

    reply = reply_to(priya, theirs.short_id, "", TODAY, is_shared=True)

    assert reply.values("What did you see?") == {
        "date": TODAY, "kind": "reply", "title": "On “The bell”", "follows": theirs.id, "with": "Sam",
        "share": "mentor",
    }  # fmt: skip


def test_a_reply_to_a_private_entry_of_ones_own_has_its_own_words_for_a_title(sam: Journal) -> None:
    own = write(sam, title="The bell")

    reply = reply_to(sam, "last", "", TODAY, is_shared=False)

    assert reply.values("What did I see?") == {
        "date": TODAY, "kind": "reply", "title": "What did I see?", "follows": own.id,
    }  # fmt: skip


def test_a_reply_to_an_entry_of_ones_own_is_with_whoever_that_is_with(sam: Journal) -> None:
    write(sam, with_="Priya")

    assert reply_to(sam, "last", "", TODAY, is_shared=False).values("Why?")["with"] == "Priya"


def test_what_somebody_shares_comes_before_ones_own(sam: Journal, priya: Journal) -> None:
    own = write(priya, day="2026-11-19", letters="aaaa")
    theirs = write(sam, share="mentor", with_="Priya")
    hand_over(sam)

    assert reply_to(priya, "last", "Sam", TODAY, is_shared=False).entry.id == theirs.id
    with pytest.raises(NotFoundError):
        reply_to(priya, own.short_id, "", TODAY, is_shared=False)

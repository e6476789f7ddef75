"""The brief of two people with a journal each: what either handed over since they met is in it for both."""

from datetime import date

import pytest

from builders import the_shipped_bank, theme_of
from conftest import TODAY
from mentorlog.brief.brief import Brief, brief
from mentorlog.brief.suggested_questions import Shown
from mentorlog.days import Period
from mentorlog.dimensions import CRITIQUE
from mentorlog.finding.selection import Selection
from mentorlog.journal.journal import Journal
from mentorlog.render.brief_markdown import brief_markdown
from mentorlog.together.brief_sources import brief_sources
from mentorlog.together.pair import pair_set_up
from two_journals import hand_over, write

THURSDAY, SUNDAY = date(2026, 11, 19), date(2026, 11, 22)  # after they met, on Monday 16 November
UNTIL_NOW = Selection(Period(date(2026, 11, 16), TODAY))


def brief_for(journal: Journal, selection: Selection | None = None, *, is_handed_on: bool = False) -> Brief:
    pair = pair_set_up(journal, "", is_handed_on=is_handed_on)
    return brief(
        brief_sources(pair, the_shipped_bank(), selection or Selection(), TODAY, Shown(), is_handed_on=is_handed_on)
    )


def words_in(made: Brief) -> set[str]:
    return {
        extract.text for themes in (made.themes, made.others_themes) for theme in themes for extract in theme.extracts
    }


@pytest.fixture
def both(sam: Journal, priya: Journal) -> tuple[Journal, Journal]:
    """Sam and Priya, who met on 16 November, and who each hand over something about a day before that."""
    write(priya, "We talked.", day="2026-11-16", kind="meeting", letters="m1m1", share="mentor", with_="Sam")
    hand_over(priya, date(2026, 11, 16))
    write(sam, "The tick told me no more.", day="2026-11-10", about=[CRITIQUE], share="mentor", with_="Priya")
    hand_over(sam, THURSDAY)
    write(priya, "Where did I offer mine?", day="2026-11-12", about=[CRITIQUE], share="mentor", with_="Sam")
    hand_over(priya, SUNDAY)
    return sam, priya


@pytest.mark.parametrize("is_handed_on", [False, True])
def test_what_was_handed_over_since_the_meeting_is_in_both_peoples_briefs(
    both: tuple[Journal, Journal], is_handed_on: bool
) -> None:
    for journal in both:
        made = brief_for(journal, is_handed_on=is_handed_on)

        assert made.period == Period(date(2026, 11, 16))
        assert words_in(made) == {"The tick told me no more.", "Where did I offer mine?"}
        assert len(theme_of(made, CRITIQUE).entries) == len(theme_of(made, CRITIQUE, others=True).entries) == 1
        assert "about an earlier day, 10 Nov" in brief_markdown(made)
        assert "about an earlier day, 12 Nov" in brief_markdown(made)


def test_a_brief_with_an_end_has_only_the_days_in_it(both: tuple[Journal, Journal]) -> None:
    for journal in both:
        made = brief_for(journal, UNTIL_NOW)

        assert words_in(made) == set()
        assert "an earlier day" not in brief_markdown(made)


def test_what_was_handed_over_before_the_meeting_is_not_in_the_next_brief(sam: Journal, priya: Journal) -> None:
    write(sam, "The tick told me no more.", day="2026-11-10", share="mentor", with_="Priya")
    hand_over(sam, date(2026, 11, 15))
    write(sam, "We talked.", day="2026-11-16", kind="meeting", letters="m1m1", share="mentor", with_="Priya")
    hand_over(sam, THURSDAY)

    assert words_in(brief_for(sam)) == words_in(brief_for(priya)) == set()


def test_sharing_again_does_not_bring_an_old_entry_back(sam: Journal, priya: Journal) -> None:
    write(sam, "The tick told me no more.", day="2026-11-10", share="mentor", with_="Priya")
    hand_over(sam, date(2026, 11, 15))
    write(sam, "We talked.", day="2026-11-16", kind="meeting", letters="m1m1", share="mentor", with_="Priya")
    hand_over(sam, THURSDAY)
    hand_over(sam, SUNDAY)

    assert words_in(brief_for(priya)) == set()


def test_an_earlier_entry_that_is_not_shared_is_not_in_the_writers_brief(sam: Journal) -> None:
    write(sam, "We talked.", day="2026-11-16", kind="meeting", letters="m1m1")
    write(sam, "The tick told me no more.", day="2026-11-10")

    assert words_in(brief_for(sam)) == set()


def test_an_entry_without_an_id_is_known_by_its_copy_too(sam: Journal, priya: Journal) -> None:
    write(sam, "We talked.", day="2026-11-16", kind="meeting", letters="m1m1", share="mentor", with_="Priya")
    head = 'date = 2026-11-10\ntitle = "Week nine"\nshare = "mentor"\n'
    (sam.root / "week nine.md").write_text(f"+++\n{head}+++\n\n## Critique\n\nThe tick told me no more.\n", "utf-8")
    hand_over(sam, THURSDAY)

    for journal in (sam, priya):
        assert words_in(brief_for(journal)) == {"The tick told me no more."}
        assert "about an earlier day, 10 Nov" in brief_markdown(brief_for(journal))


def test_the_title_and_both_peoples_words_have_their_names(both: tuple[Journal, Journal]) -> None:
    for_sam, for_priya = map(brief_markdown, map(brief_for, both))

    assert for_sam.startswith("# Before we meet: Sam and Priya\n")
    assert for_priya.startswith("# Before we meet: Sam and Priya\n")
    assert "> Priya: “Where did I offer mine?”" in for_sam
    assert "> You: “Where did I offer mine?”" in for_priya


def test_what_sam_asks_is_asked_until_priya_answers(sam: Journal, priya: Journal) -> None:
    asking = write(sam, day="2026-10-07", ask="Could I watch you wait?", share="mentor", with_="Priya")
    hand_over(sam)
    write(priya, "We talked.", day="2026-11-16", kind="meeting", letters="m1m1", share="mentor", with_="Sam")
    hand_over(priya)

    before = [[wish.text for wish in brief_for(journal).asked] for journal in (sam, priya)]
    write(priya, "Thursday.", day="2026-11-18", kind="reply", follows=asking.id, share="mentor", with_="Sam")
    hand_over(priya)

    assert before == [["Could I watch you wait?"]] * 2
    assert all(
        "Could I watch you wait?" not in [wish.text for wish in brief_for(journal).asked] for journal in (sam, priya)
    )


def test_a_meeting_can_say_what_it_answers(sam: Journal, priya: Journal) -> None:
    asking = write(sam, day="2026-10-07", ask="Could I watch you wait?", share="mentor", with_="Priya")
    hand_over(sam)
    write(
        priya, "We talked.", day="2026-11-16", kind="meeting", letters="m1m1", answers=[asking.id], share="mentor",
        with_="Sam",
    )  # fmt: skip
    hand_over(priya)

    assert [brief_for(journal).asked for journal in (sam, priya)] == [(), ()]

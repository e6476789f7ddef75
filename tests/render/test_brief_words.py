"""The wording of a brief: its title, its headings and the facts of each person, as the reader would name them."""

from dataclasses import replace
from datetime import date

import pytest

from builders import a_brief, an_entry, sources
from mentorlog.brief.brief import Brief, brief
from mentorlog.days import Period
from mentorlog.dimensions import CREATIVITY, CRITIQUE
from mentorlog.entry.compose import Answer
from mentorlog.render.brief_parts import parts
from mentorlog.render.brief_rows import Group
from mentorlog.render.brief_words import brief_dates, brief_title, nothing_yet

SAMS = an_entry("2026-11-10", Answer("The tick told me no more.", CRITIQUE))
PRIYAS = an_entry("2026-11-12", Answer("Where did I offer mine?", CRITIQUE), role="mentor")


def headings(made: Brief) -> list[str]:
    return [part.heading for part in parts(made)]


def facts(made: Brief, name: str = "Critique") -> str:
    [found] = [row.facts for part in parts(made) for row in part.rows if isinstance(row, Group) and row.heading == name]
    return found


@pytest.mark.parametrize(
    ("writer", "other", "title"),
    [
        ("Sam", "Priya", "Before we meet: Sam and Priya"),
        ("Sam", "", "Before we meet: Sam"),
        ("", "Priya", "Before we meet: Priya"),
        ("", "", "Before we meet"),
        ("Sam\x1b[2J", "Pri\nya", "Before we meet: Sam␛[2J and Pri ya"),
    ],
)
@pytest.mark.parametrize("is_own", [True, False])
def test_the_title_names_the_people_who_meet(writer: str, other: str, title: str, is_own: bool) -> None:
    assert brief_title(a_brief(writer=writer, other=other, is_own=is_own)) == title


def test_the_dates_are_the_first_and_last_day_of_the_entries_and_since_when() -> None:
    made = sources(an_entry("2026-11-10"), an_entry("2026-11-18"))
    since = replace(made, period=Period(date(2026, 11, 9)), since_meeting=True)

    assert brief_dates(brief(made)) == "10 Nov to 18 Nov 2026"
    assert brief_dates(brief(since)) == "10 Nov to 18 Nov 2026 · since your meeting on Mon 9 Nov"
    assert brief_dates(brief(replace(since, entries=()))) == "since your meeting on Mon 9 Nov"
    assert brief_dates(a_brief()) == ""


@pytest.mark.parametrize(
    ("writer", "other", "is_own", "sams", "both", "priyas"),
    [
        ("Sam", "Priya", False, "In Sam's words", "In Sam's words and yours", "In your words"),
        ("", "", False, "In your ECT's words", "In your ECT's words and yours", "In your words"),
        ("Sam", "Priya", True, "In Sam's words", "In Sam's and Priya's words", "In Priya's words"),
        ("Sam", "", True, "In Sam's words", "In Sam's and the other person's words", "In the other person's words"),
        ("", "Priya", True, "In your words", "In your words and theirs", "In Priya's words"),
    ],
)
def test_the_heading_of_the_words_says_whose_they_are(
    writer: str, other: str, is_own: bool, sams: str, both: str, priyas: str
) -> None:
    def words_heading(*entries: bool) -> str:
        made = a_brief(
            *([SAMS] if entries[0] else []),
            others=[PRIYAS] if entries[1] else [],
            writer=writer,
            other=other,
            is_own=is_own,
        )
        return next(heading for heading in headings(made) if heading.startswith("In "))

    assert [words_heading(True, False), words_heading(True, True), words_heading(False, True)] == [sams, both, priyas]


def test_the_facts_of_both_people_are_side_by_side_with_their_names() -> None:
    both = [an_entry(f"2026-11-{day}", about=[CRITIQUE]) for day in ("03", "10")]
    only_sams = an_entry("2026-11-11", about=[CREATIVITY])

    for_priya = a_brief(*both, only_sams, others=[PRIYAS], other="Priya")
    for_sam = a_brief(*both, only_sams, others=[PRIYAS], other="Priya", is_own=True)

    assert facts(for_priya) == "Sam: 2 entries, last on Tue 10 Nov; You: 1 entry, Thu 12 Nov"
    assert facts(for_sam) == "Sam: 2 entries, last on Tue 10 Nov; Priya: 1 entry, Thu 12 Nov"
    assert facts(for_sam, "Creativity") == "Sam: 1 entry, Wed 11 Nov"


def test_the_facts_have_no_name_if_only_one_person_wrote() -> None:
    later = an_entry("2026-11-13", title="Later")

    assert facts(a_brief(SAMS, later)) == "1 entry, Tue 10 Nov"
    assert facts(a_brief(others=[PRIYAS])) == "1 entry, Thu 12 Nov"


@pytest.mark.parametrize(
    ("is_own", "sams", "priyas", "both"),
    [
        (False, "Asked of you", "Asked of others", "Asked of each other"),
        (True, "Asked of others", "Asked of you", "Asked of each other"),
    ],
)
def test_the_heading_of_what_is_asked_says_of_whom(is_own: bool, sams: str, priyas: str, both: str) -> None:
    mine, theirs = (an_entry(f"2026-11-{day}", kind="step", ask="A visit?") for day in (10, 12))

    assert headings(a_brief(mine, is_own=is_own))[0] == sams
    assert headings(a_brief(others=[theirs], is_own=is_own))[0] == priyas
    assert headings(a_brief(mine, others=[theirs], is_own=is_own))[0] == both


@pytest.mark.parametrize(("is_own", "sentence"), [(True, "You have shared"), (False, "Sam has shared")])
def test_a_brief_with_only_the_other_persons_words_says_whose_are_missing(is_own: bool, sentence: str) -> None:
    mentors = an_entry("2026-11-12", Answer("I waited.", CRITIQUE))
    made = a_brief(others=[mentors], is_own=is_own, writer="" if is_own else "Sam")

    assert nothing_yet(made).startswith(f"{sentence} nothing for this time")

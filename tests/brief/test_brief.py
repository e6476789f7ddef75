"""The meeting brief as values: the writer's own words, in nine parts, without judgement."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from builders import PRIVATE, a_brief, an_empty_brief, an_entry, journals, sources
from examples import examples
from mentorlog.brief.brief import Brief, Statement, brief
from mentorlog.brief.quoting import quoted_first
from mentorlog.brief.extracts import LONGEST
from mentorlog.days import Period
from mentorlog.dimensions import CREATIVITY, CRITIQUE, DIMENSIONS, EXPANSION, SOLIDARITY, Dimension
from mentorlog.entry.compose import Answer
from mentorlog.entry.entry import Entry
from mentorlog.questions.bank import Bank
from mentorlog.render.brief_markdown import brief_markdown
from mentorlog.render.brief_words import speaker
from mentorlog.render.formats import as_json, brief_json


def quoted(made: Brief, dimension: Dimension) -> list[str]:
    return [extract.text for part in made.dimensions if part.dimension == dimension for extract in part.extracts]


def steps(made: Brief) -> list[str]:
    return [statement.text for statement in made.since_last_time]


def about(day: str, *texts: str, dimension: Dimension = CRITIQUE) -> Entry:
    return an_entry(day, *(Answer(text, dimension) for text in texts))


def test_a_brief_always_has_all_six_dimensions_in_order() -> None:
    made = a_brief(
        about("2026-11-20", "Words.", dimension=EXPANSION), about("2026-11-21", "More.", dimension=EXPANSION)
    )

    assert [part.dimension for part in made.dimensions] == list(DIMENSIONS)


def test_a_dimension_has_its_number_of_entries_and_the_latest_day() -> None:
    made = a_brief(about("2026-10-16", "One."), about("2026-11-11", "Two."), about("2026-11-10", "Three."))

    critique = made.dimensions[4]
    assert (critique.entries, critique.last) == (3, date(2026, 11, 11))


def test_open_next_steps_of_both_people_are_sorted_by_day() -> None:
    mentors = an_entry("2026-10-14", role="mentor", next="Find the reading list")
    made = a_brief(
        an_entry("2026-11-07", next="Ask one pair"), an_entry("2026-10-07", next="Wait longer"), others=[mentors]
    )

    assert steps(made) == ["Wait longer", "Find the reading list", "Ask one pair"]
    assert [statement.is_by_other for statement in made.since_last_time] == [False, True, False]


def test_the_journal_and_not_the_role_decides_whose_a_step_is() -> None:
    made = a_brief(
        an_entry("2026-10-07", role="mentor", next="Theirs"), others=[an_entry("2026-10-14", role="ect", next="Mine")]
    )

    assert [(statement.text, statement.is_by_other) for statement in made.since_last_time] == [
        ("Theirs", False),
        ("Mine", True),
    ]


@pytest.mark.parametrize(
    ("writer", "is_own", "is_others", "words"),
    [
        ("Sam", False, False, "Sam"),
        ("Sam", True, False, "Sam"),
        ("", True, False, "You"),
        ("", False, False, "The writer"),
        ("Sam", False, True, "You"),
        ("", False, True, "You"),
        ("Sam", True, True, "The other person"),
    ],
)
def test_the_speaker_has_the_name_that_the_reader_uses(writer: str, is_own: bool, is_others: bool, words: str) -> None:
    statement = Statement("Ask one pair", an_entry("2026-11-20"), is_others)

    assert speaker(a_brief(writer=writer, is_own=is_own), statement) == words


def test_the_writer_sees_the_other_person_by_name() -> None:
    made = brief(replace(sources(is_own=True), other="Priya"))

    assert speaker(made, Statement("Find out who decides", an_entry("2026-11-20"), is_by_other=True)) == "Priya"


@pytest.mark.parametrize("state", ["done", "dropped"])
def test_a_closed_next_step_is_not_in_the_brief(state: str) -> None:
    made = a_brief(an_entry("2026-11-07", next="Ask one pair", next_state=state))

    assert steps(made) == []


def test_steps_from_before_the_period_count_and_later_ones_do_not() -> None:
    entries = [
        an_entry("2026-10-07", next="Before"),
        an_entry("2026-11-07", next="Within"),
        an_entry("2026-11-21", next="After"),
    ]

    made = brief(replace(sources(*entries), period=Period(date(2026, 11, 1), date(2026, 11, 10))))

    assert steps(made) == ["Before", "Within"]


def test_the_brief_has_the_other_persons_words_steps_and_wishes_too() -> None:
    mentors = an_entry("2026-11-20", Answer("==I offered my own method.==", CRITIQUE), next="Wait", ask="A visit?")

    made = a_brief(an_entry("2026-11-19", Answer("I waited.", CREATIVITY), ask="An hour?"), others=[mentors])

    assert steps(made) == ["Wait"]
    assert [(statement.text, statement.is_by_other) for statement in made.asked] == [
        ("A visit?", True),
        ("An hour?", False),
    ]
    assert [(part.dimension, [extract.text for extract in part.extracts]) for part in made.others_words] == [
        (CRITIQUE, ["I offered my own method."])
    ]
    assert [part.entries for part in made.dimensions] == [1, 0, 0, 0, 0, 0]


def test_the_other_persons_theories_and_flags_are_not_the_writers() -> None:
    mentors = an_entry("2026-11-20", Answer("I waited.", CRITIQUE), theory="When I wait", talk=True)

    made = a_brief(others=[mentors])

    assert (made.theories, made.talk_about, made.tension) == ((), (), None)
    assert CRITIQUE in made.quiet


def test_flagged_entries_are_what_the_writer_would_like_to_talk_about() -> None:
    flagged = an_entry("2026-10-07", talk=True)

    assert a_brief(flagged, an_entry("2026-11-20")).talk_about == (flagged,)


def test_without_a_flag_the_most_recent_entry_is_to_talk_about() -> None:
    latest = an_entry("2026-11-20")

    assert a_brief(an_entry("2026-10-07"), latest).talk_about == (latest,)


def test_a_meeting_is_to_talk_about_only_if_it_is_flagged() -> None:
    entry, meeting = an_entry("2026-10-07"), an_entry("2026-11-20", kind="meeting")
    flagged = an_entry("2026-11-21", kind="meeting", talk=True)

    assert a_brief(entry, meeting).talk_about == (entry,)
    assert a_brief(meeting).talk_about == ()
    assert a_brief(entry, meeting, flagged).talk_about == (flagged,)


@pytest.mark.parametrize(
    ("text", "extract"),
    [
        (
            "One lesson. The tick told me it was done. It told me no more.",
            "The tick told me it was done. It told me no more.",
        ),
        ("Hm. The tick told me that they had finished.", "Hm. The tick told me that they had finished."),
        ("I asked Mr. B about the ticks on the sheet. Need to print.", "I asked Mr. B about the ticks on the sheet."),
        ("no full stop anywhere", "no full stop anywhere"),
        ("A tick. ==It told me no more.== Or so I thought.", "It told me no more."),
        ("One ==or two== words.", "or two"),
        ("if a == b then c == d, in their code", "if a == b then c == d, in their code"),
        ("- first point on a list of mine", "first point on a list of mine"),
    ],
)
def test_an_extract_is_the_highlighted_words_or_else_the_last_thought(text: str, extract: str) -> None:
    assert quoted(a_brief(about("2026-11-20", text)), CRITIQUE) == [extract]


def test_a_highlighted_sentence_comes_before_any_other_however_old() -> None:
    made = a_brief(
        about("2026-10-07", "Before. ==I followed the scheme.=="), about("2026-11-20", "The newest sentence is here.")
    )

    assert quoted(made, CRITIQUE) == ["I followed the scheme.", "The newest sentence is here."]


def test_two_highlights_from_two_entries_come_before_two_from_one() -> None:
    made = a_brief(about("2026-11-20", "==One.== ==Two.=="), about("2026-11-10", "==Three.=="))

    assert quoted(made, CRITIQUE) == ["One.", "Three."]


@pytest.mark.parametrize(
    ("answers", "first"),
    [
        ([Answer("It rang. Then I saw why.", CREATIVITY)], "It rang. Then I saw why."),
        ([Answer("It rang. ==Then== I saw why.", CREATIVITY)], "Then"),
        ([Answer("It rang."), Answer("I asked them.", CREATIVITY)], "I asked them."),
        ([Answer("I tried cards.", CREATIVITY), Answer("It rang. ==I saw why==.", CRITIQUE)], "I saw why"),
        ([Answer("I tried cards.", CREATIVITY), Answer("It rang.", CRITIQUE)], "I tried cards."),
        ([Answer("It rang.")], ""),
    ],
)
def test_the_words_of_an_entry_quoted_first_are_a_highlight_or_else_its_last_thought(
    answers: list[Answer], first: str
) -> None:
    assert quoted_first(an_entry("2026-11-20", *answers)) == first


def test_there_are_at_most_two_extracts_a_dimension() -> None:
    made = a_brief(*(about(f"2026-11-{day}", f"==Number {day}.== And ==another {day}.==") for day in range(10, 20)))

    assert quoted(made, CRITIQUE) == ["Number 19.", "Number 18."]


def test_a_very_long_sentence_is_cut_between_words() -> None:
    (extract,) = quoted(a_brief(about("2026-11-20", ("word " * 200).strip())), CRITIQUE)

    assert LONGEST - 10 < len(extract) <= LONGEST
    assert extract.endswith("word")


def test_an_entry_with_only_a_tag_is_quoted_under_that_dimension() -> None:
    made = a_brief(an_entry("2026-11-20", Answer("The tick told me that they had finished."), about=[CRITIQUE]))

    assert quoted(made, CRITIQUE) == ["The tick told me that they had finished."]


def test_a_just_for_me_section_is_never_quoted() -> None:
    made = a_brief(an_entry("2026-11-20", private=f"# {PRIVATE}\n\n=={PRIVATE}==", about=[CRITIQUE]))

    assert PRIVATE not in as_json(brief_json(made)) + brief_markdown(made)
    assert quoted(made, CRITIQUE) == []


def test_unused_dimensions_are_quiet_in_the_models_order() -> None:
    made = a_brief(about("2026-11-20", "Words."), about("2026-11-21", "Words.", dimension=CREATIVITY))

    assert [dimension.id for dimension in made.quiet] == ["solidarity", "authenticity", "articulation", "expansion"]


def test_a_wish_appears_with_its_day() -> None:
    (statement,) = a_brief(an_entry("2026-10-16", ask="Could I watch someone?")).asked

    assert (statement.text, statement.entry.date) == ("Could I watch someone?", date(2026, 10, 16))


def test_a_theory_comes_with_the_earlier_one_it_follows() -> None:
    first = an_entry("2026-10-16", theory="When the counters stay out, then they exchange sooner")
    second = an_entry("2026-11-20", theory="When one adult only listens, then we hear more", follows=first.id)

    made = a_brief(first, second)

    assert [(theory.text[:17], theory.earlier.text[:17] if theory.earlier else None) for theory in made.theories] == [
        ("When the counters", None),
        ("When one adult on", "When the counters"),
    ]


def test_a_theory_gives_no_hint_of_an_earlier_one_the_reader_may_not_see() -> None:
    made = a_brief(an_entry("2026-11-20", theory="When one adult only listens", follows="20261016-k3f9"))

    assert made.theories[0].earlier is None
    assert "20261016-k3f9" not in as_json(brief_json(made))


def test_a_brief_asks_about_a_used_dimension_a_quiet_one_and_the_reader() -> None:
    made = a_brief(about("2026-11-20", "Words."))

    assert [question.mode for question in made.questions] == ["ask", "ask", "self"]
    assert made.questions[0].dimension == CRITIQUE
    assert made.questions[1].dimension in made.quiet


def test_without_a_quiet_dimension_there_is_no_question_about_one() -> None:
    made = a_brief(an_entry("2026-11-20", about=DIMENSIONS))

    assert [question.mode for question in made.questions] == ["ask", "self"]


def test_the_questions_stay_the_same_for_a_day_and_then_change() -> None:
    entry = about("2026-11-20", "Words.")

    def asked(seed: str) -> tuple[str, ...]:
        return tuple(question.id for question in brief(replace(sources(entry), seed=seed)).questions)

    assert asked("sam 1") == asked("sam 1")
    assert len({asked(f"sam {day}") for day in range(20)}) > 1


def test_the_tension_comes_from_the_most_recent_dimension() -> None:
    made = a_brief(
        about("2026-10-07", "Words."), about("2026-11-20", "Words.", dimension=SOLIDARITY), an_entry("2026-11-21")
    )

    assert made.tension == SOLIDARITY


def test_only_entries_within_the_period_are_quoted_and_counted() -> None:
    entries = [about("2026-10-07", "Before the period began."), about("2026-11-20", "Within it there was this.")]

    made = brief(replace(sources(*entries), period=Period(first=date(2026, 11, 1))))

    assert (quoted(made, CRITIQUE), made.dimensions[4].entries) == (["Within it there was this."], 1)
    assert made.days == (date(2026, 11, 20), date(2026, 11, 20))


def test_a_brief_without_entries_or_questions_is_empty() -> None:
    made = brief(replace(sources(), bank=Bank()))

    assert made.is_empty
    assert (made.talk_about, made.questions, made.tension) == ((), (), None)


def test_a_period_without_entries_is_empty_but_keeps_open_steps() -> None:
    made = an_empty_brief(an_entry("2026-10-07", next="Ask one pair", talk=True, ask="A visit?", theory="When"))

    assert made.is_empty
    assert steps(made) == ["Ask one pair"]
    assert (made.talk_about, made.asked, made.theories, made.tension) == ((), (), (), None)


@examples(100)
@given(journal=journals())
def test_every_extract_is_a_substring_of_the_entry_it_cites(journal: Sequence[Entry]) -> None:
    texts = {entry.id: entry.text for entry in journal}

    for part in brief_json(a_brief(*journal))["dimensions"]:
        assert len(part["extracts"]) <= 2
        for extract in part["extracts"]:
            assert extract["text"]
            assert extract["text"] in texts[extract["entry"]]


@examples(100)
@given(journal=journals())
def test_no_private_word_is_in_any_brief(journal: Sequence[Entry]) -> None:
    made = a_brief(*journal)

    assert PRIVATE not in as_json(brief_json(made))
    assert PRIVATE not in brief_markdown(made)


@examples(100)
@given(journal=journals())
def test_the_first_extract_of_a_dimension_is_a_highlight_if_there_is_one(journal: Sequence[Entry]) -> None:
    for part in a_brief(*journal).dimensions:
        marked = [f"=={extract.text}==" in extract.entry.text for extract in part.extracts]

        assert marked == sorted(marked, reverse=True)

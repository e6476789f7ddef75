"""The meeting brief as values: both people's own words, without judgement."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from builders import PRIVATE, a_brief, an_empty_brief, an_entry, journals, sources, theme_of
from examples import examples
from mentorlog.brief.brief import EXTRACTS_ABOUT_NONE, Brief, Statement, brief
from mentorlog.brief.highlights import LONGEST
from mentorlog.brief.quoting import LONGEST_NOTES, quoted_first
from mentorlog.brief.telling import LONGEST_GIST
from mentorlog.days import Period
from mentorlog.dimensions import CREATIVITY, CRITIQUE, DIMENSIONS, EXPANSION, SOLIDARITY, Dimension
from mentorlog.entry.compose import Answer
from mentorlog.entry.entry import Entry
from mentorlog.questions.bank import Bank
from mentorlog.render.brief_markdown import brief_markdown
from mentorlog.render.brief_words import name_of
from mentorlog.render.formats import as_json, brief_json


def quoted(made: Brief, dimension: Dimension | None, *, others: bool = False) -> list[str]:
    return [extract.text for extract in theme_of(made, dimension, others=others).extracts]


def topics(made: Brief) -> list[Entry]:
    return [topic.entry for topic in made.topics]


def steps(made: Brief) -> list[str]:
    return [statement.text for statement in made.since_last_time]


def about(day: str, *texts: str, dimension: Dimension = CRITIQUE) -> Entry:
    return an_entry(day, *(Answer(text, dimension) for text in texts))


def test_a_brief_always_has_all_six_dimensions_in_order_and_then_what_is_about_none() -> None:
    made = a_brief(
        about("2026-11-20", "Words.", dimension=EXPANSION), about("2026-11-21", "More.", dimension=EXPANSION)
    )

    assert [theme.dimension for theme in made.themes] == [*DIMENSIONS, None]
    assert [theme.dimension for theme in made.others_themes] == [*DIMENSIONS, None]


def test_a_dimension_has_its_number_of_entries_and_the_latest_day() -> None:
    made = a_brief(about("2026-10-16", "One."), about("2026-11-11", "Two."), about("2026-11-10", "Three."))

    critique = theme_of(made, CRITIQUE)
    assert (len(critique.entries), critique.last) == (3, date(2026, 11, 11))


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
        ("", False, False, "Your ECT"),
        ("Sam", False, True, "You"),
        ("", False, True, "You"),
        ("Sam", True, True, "The other person"),
    ],
)
def test_the_speaker_has_the_name_that_the_reader_uses(writer: str, is_own: bool, is_others: bool, words: str) -> None:
    statement = Statement("Ask one pair", an_entry("2026-11-20"), is_others)

    assert name_of(a_brief(writer=writer, is_own=is_own), is_other=statement.is_by_other) == words


def test_the_writer_sees_the_other_person_by_name() -> None:
    made = brief(replace(sources(is_own=True), other="Priya"))

    assert name_of(made, is_other=True) == "Priya"


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
    assert quoted(made, CRITIQUE, others=True) == ["I offered my own method."]
    assert [len(theme.entries) for theme in made.themes] == [1, 0, 0, 0, 0, 0, 0]


def test_the_other_persons_theories_and_flags_are_in_the_brief_as_theirs() -> None:
    mentors = an_entry("2026-11-20", Answer("I waited.", CRITIQUE), theory="When I wait", talk=True)

    made = a_brief(an_entry("2026-11-21", theory="When they wait", talk=True), others=[mentors])

    assert [(topic.entry.date.day, topic.is_by_other) for topic in made.topics] == [(21, False), (20, True)]
    assert [(theory.text, theory.is_by_other) for theory in made.theories] == [
        ("When I wait", True),
        ("When they wait", False),
    ]


def test_what_only_the_other_person_wrote_about_is_not_quiet_but_gives_no_tension() -> None:
    written = [about(f"2026-11-{11 + place}", "Words.", dimension=DIMENSIONS[place]) for place in range(4)]
    mentors = about("2026-11-20", "Mine.")

    assert a_brief(*written, others=[mentors]).quiet == (EXPANSION,)
    assert a_brief(others=[mentors]).tension is None


def test_flagged_entries_are_what_somebody_would_like_to_talk_about() -> None:
    flagged = an_entry("2026-10-07", talk=True)

    assert topics(a_brief(flagged, an_entry("2026-11-20"))) == [flagged]


def test_without_a_flag_the_writers_most_recent_entry_is_to_talk_about() -> None:
    latest, mentors = an_entry("2026-11-20"), an_entry("2026-11-21", role="mentor")

    assert topics(a_brief(an_entry("2026-10-07"), latest, others=[mentors])) == [latest]


@pytest.mark.parametrize("kind", ["meeting", "step"])
def test_a_meeting_or_a_step_is_to_talk_about_only_if_it_is_flagged(kind: str) -> None:
    entry, known = an_entry("2026-10-07"), an_entry("2026-11-20", kind=kind)
    flagged = an_entry("2026-11-21", kind=kind, talk=True)

    assert topics(a_brief(entry, known)) == [entry]
    assert topics(a_brief(known)) == []
    assert topics(a_brief(entry, known, flagged)) == [flagged]


@pytest.mark.parametrize(
    ("answers", "chosen"),
    [
        (
            ["The scene. A detail. Then I saw it. They were copying. I had asked them to."],
            ["Then I saw it. They were copying. I had asked them to."],
        ),
        (["I saw it. They were copying. I had asked them to. Need to print."],
         ["I saw it. They were copying. I had asked them to."]),
        (["One thought only."], ["One thought only."]),
        (["Nothing here. ==One.== Then ==two.== And ==three.=="], ["One.", "two."]),
        (["A first answer. With ==one mark==.", "A second answer. With ==another=="], ["one mark", "another"]),
        (["A first answer. With two sentences.", "A second answer."], ["A first answer. With two sentences."]),
    ],
)  # fmt: skip
def test_a_topic_has_two_or_three_sentences_of_its_entry_highlights_first(
    answers: list[str], chosen: list[str]
) -> None:
    (topic,) = a_brief(an_entry("2026-11-20", *(Answer(text, CRITIQUE) for text in answers), talk=True)).topics

    assert [extract.text for extract in topic.extracts] == chosen
    assert all(extract.text in topic.entry.text for extract in topic.extracts)


def test_a_topic_of_a_long_paragraph_is_cut_between_words() -> None:
    (topic,) = a_brief(about("2026-11-20", ("word " * 200).strip())).topics

    (extract,) = topic.extracts
    assert LONGEST < len(extract.text) <= LONGEST_GIST
    assert extract.text.endswith("word")


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
    one, two = about("2026-11-20", "==One.== ==Two.=="), about("2026-11-10", "==Three.==")

    assert quoted(a_brief(one, two, an_entry("2026-11-21", talk=True)), CRITIQUE) == ["One.", "Three."]


@pytest.mark.parametrize(
    ("answers", "first"),
    [
        ([Answer("It rang. Then I saw why.", CREATIVITY)], "It rang. Then I saw why."),
        ([Answer("It rang. ==Then== I saw why.", CREATIVITY)], "Then"),
        ([Answer("It rang."), Answer("I asked them.", CREATIVITY)], "I asked them."),
        ([Answer("I tried cards.", CREATIVITY), Answer("It rang. ==I saw why==.", CRITIQUE)], "I saw why"),
        ([Answer("I tried cards.", CREATIVITY), Answer("It rang.", CRITIQUE)], "I tried cards."),
        ([Answer("It rang.")], "It rang."),
        ([], ""),
    ],
)
def test_the_words_of_an_entry_quoted_first_are_a_highlight_or_else_its_last_thought(
    answers: list[Answer], first: str
) -> None:
    assert quoted_first(an_entry("2026-11-20", *answers)) == first


def test_there_are_at_most_two_extracts_a_dimension_from_entries_that_are_no_topic_if_possible() -> None:
    entries = [about(f"2026-11-{day}", f"==Number {day}.== And ==another {day}.==") for day in range(10, 20)]

    assert quoted(a_brief(*entries), CRITIQUE) == ["Number 18.", "Number 17."]  # the topic is number 19
    assert quoted(a_brief(entries[0]), CRITIQUE) == ["Number 10.", "another 10."]


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


def test_at_most_two_dimensions_are_quiet_in_the_models_order() -> None:
    made = a_brief(*(about(f"2026-11-{day}", "Words.") for day in range(10, 14)))

    assert [dimension.id for dimension in made.quiet] == ["creativity", "solidarity"]


def test_the_quiet_ones_are_those_not_written_about_for_longest() -> None:
    before = [about(f"2026-10-{8 - place:02}", "Words.", dimension=DIMENSIONS[place]) for place in range(6)]
    since = [about(f"2026-11-{day}", "Words.", dimension=EXPANSION) for day in range(10, 14)]

    made = brief(replace(sources(*before, *since), period=Period(date(2026, 11, 1))))

    assert [dimension.id for dimension in made.quiet] == ["articulation", "critique"]


def test_under_four_entries_nothing_is_called_quiet() -> None:
    entries = [about(f"2026-11-{day}", "Words.") for day in range(10, 14)]

    assert a_brief(*entries[:3]).quiet == ()
    assert a_brief(*entries[:3], others=entries).quiet == ()
    assert len(a_brief(*entries).quiet) == 2


def test_a_dimension_left_out_by_a_selector_is_not_called_quiet() -> None:
    entries = [about(f"2026-11-{day}", "Words.") for day in range(10, 14)]

    made = brief(replace(sources(*entries), written=frozenset(DIMENSIONS[:3])))

    assert [dimension.id for dimension in made.quiet] == ["articulation", "expansion"]


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


def test_the_questions_stay_the_same_for_a_day_and_then_change() -> None:
    entry = about("2026-11-20", "Words.")

    def asked(seed: str) -> tuple[str, ...]:
        return tuple(item.question.id for item in brief(replace(sources(entry), seed=seed)).questions)

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

    assert (quoted(made, CRITIQUE), len(theme_of(made, CRITIQUE).entries)) == (["Within it there was this."], 1)
    assert made.days == (date(2026, 11, 20), date(2026, 11, 20))


def test_a_brief_without_entries_or_questions_is_empty() -> None:
    made = brief(replace(sources(), bank=Bank()))

    assert made.is_empty
    assert (made.topics, made.questions, made.tension) == ((), (), None)


def test_a_period_without_entries_is_empty_but_keeps_open_steps_and_wishes() -> None:
    made = an_empty_brief(an_entry("2026-10-07", next="Ask one pair", talk=True, ask="A visit?", theory="When"))

    assert made.is_empty
    assert steps(made) == ["Ask one pair"]
    assert [wish.text for wish in made.asked] == ["A visit?"]
    assert (made.topics, made.theories, made.tension) == ((), (), None)


@examples(100)
@given(journal=journals())
def test_every_extract_is_a_substring_of_the_entry_it_cites(journal: Sequence[Entry]) -> None:
    texts = {entry.id: entry.text for entry in journal}
    made = brief_json(a_brief(*journal))

    for theme in [*made["dimensions"], *made["without_dimension"]]:
        assert len(theme["extracts"]) <= (2 if theme["id"] else EXTRACTS_ABOUT_NONE)
        for extract in theme["extracts"]:
            assert extract["text"]
            assert extract["text"] in texts[extract["entry"]]
    for topic in made["talk_about"]:
        assert len(topic["words"]) <= 2
        assert all(words and words in texts[topic["entry"]] for words in topic["words"])


@examples(100)
@given(journal=journals())
def test_no_private_word_is_in_any_brief(journal: Sequence[Entry]) -> None:
    made = a_brief(*journal)

    assert PRIVATE not in as_json(brief_json(made))
    assert PRIVATE not in brief_markdown(made)


@examples(100)
@given(journal=journals())
def test_the_first_extract_of_a_dimension_is_a_highlight_if_there_is_one(journal: Sequence[Entry]) -> None:
    for theme in a_brief(*journal).themes:
        marked = [f"=={extract.text}==" in extract.entry.text for extract in theme.extracts]

        assert marked == sorted(marked, reverse=True)


def test_entries_about_no_dimension_are_a_theme_of_their_own() -> None:
    made = a_brief(
        an_entry("2026-11-20", Answer("The bell went. Nobody moved at all.")),
        about("2026-11-21", "The tick told me no more."),
        an_entry("2026-11-22", title="They copied it"),
    )

    assert [entry.date.day for entry in theme_of(made, None).entries] == [22, 20]
    assert quoted(made, None) == ["The bell went. Nobody moved at all.", "They copied it"]


def test_an_entry_without_prose_is_quoted_by_its_title() -> None:
    entry = an_entry("2026-11-20", title="They copied it", private="Nobody knows why.")

    made = a_brief(entry, an_entry("2026-11-21", title="No words here", about=[CRITIQUE]))

    assert quoted(made, None) == ["They copied it"]
    assert quoted(made, CRITIQUE) == ["No words here"]
    assert quoted_first(entry) == "They copied it"


def test_at_most_four_extracts_are_about_no_dimension() -> None:
    entries = [an_entry(f"2026-11-{day}", Answer(f"Number {day} came to this.")) for day in range(10, 20)]

    assert len(quoted(a_brief(*entries), None)) == EXTRACTS_ABOUT_NONE


@pytest.mark.parametrize("kind", ["meeting", "step"])
def test_meetings_and_steps_are_not_among_entries_about_no_dimension(kind: str) -> None:
    known = an_entry("2026-11-20", Answer("We talked about ticks."), title="With Priya", kind=kind)

    made = a_brief(known, others=[known])

    assert (theme_of(made, None).entries, theme_of(made, None, others=True).entries) == ((), ())


def test_a_reply_shown_as_asked_is_not_among_entries_about_no_dimension() -> None:
    reply = an_entry("2026-11-21", Answer("I liked that. What did the ticks hide from you?"), kind="reply")
    answer = an_entry("2026-11-22", Answer("A great deal."), follows=reply.id)

    waiting, answered = a_brief(others=[reply]), a_brief(answer, others=[reply])

    assert [request.text for request in waiting.asked] == ["What did the ticks hide from you?"]
    assert theme_of(waiting, None, others=True).entries == ()
    assert answered.asked == ()
    assert theme_of(answered, None, others=True).entries == (reply,)


def test_what_was_asked_before_the_period_stays_until_it_is_answered() -> None:
    asking = an_entry("2026-10-07", ask="Could I watch somebody wait?")
    answer = an_entry("2026-11-11", Answer("Thursday, period 3."), kind="reply", follows=asking.id)
    meeting = an_entry("2026-11-12", kind="meeting", answers=[asking.id])

    def asked(entries: Sequence[Entry], others: Sequence[Entry]) -> list[str]:
        made = brief(replace(sources(*entries), others=others, period=Period(date(2026, 11, 1))))
        return [request.text for request in made.asked if not request.is_by_other]

    assert asked([asking], []) == ["Could I watch somebody wait?"]
    assert asked([asking], [answer]) == []
    assert asked([asking, meeting], []) == asked([asking], [meeting]) == []


def test_what_is_asked_after_the_period_is_not_in_it() -> None:
    entries = [an_entry("2026-10-07", ask="Before?"), an_entry("2026-11-21", ask="After?")]

    made = brief(replace(sources(*entries), period=Period(date(2026, 11, 1), date(2026, 11, 10))))

    assert [request.text for request in made.asked] == ["Before?"]


HANDED_OVER = about("2026-11-10", "The tick told me no more.")
SINCE_THE_MEETING = Period(date(2026, 11, 16))


@pytest.mark.parametrize(
    ("period", "handed_over", "is_in"),
    [
        (SINCE_THE_MEETING, date(2026, 11, 18), True),
        (SINCE_THE_MEETING, date(2026, 11, 16), True),
        (SINCE_THE_MEETING, date(2026, 11, 15), False),
        (SINCE_THE_MEETING, None, False),
        (Period(date(2026, 11, 16), date(2026, 11, 30)), date(2026, 11, 18), False),
    ],
    ids=["since", "on that day", "before", "unknown", "in a brief with an end"],
)
def test_what_was_handed_over_since_the_meeting_is_in_whatever_its_day(
    period: Period, handed_over: date | None, is_in: bool
) -> None:
    days = {HANDED_OVER.id: handed_over} if handed_over else {}

    for_sam = brief(replace(sources(HANDED_OVER), period=period, handed_over=days))
    for_priya = brief(replace(sources(), others=[HANDED_OVER], period=period, handed_over=days))

    assert (quoted(for_sam, CRITIQUE), topics(for_sam)) == (
        (["The tick told me no more."], [HANDED_OVER]) if is_in else ([], [])
    )
    assert quoted(for_priya, CRITIQUE, others=True) == (["The tick told me no more."] if is_in else [])
    assert for_sam.is_empty != is_in


def test_the_dates_of_a_brief_are_those_of_its_own_time_if_there_are_any() -> None:
    within = about("2026-11-20", "Later.")

    alone, both = (
        brief(replace(sources(*entries), period=SINCE_THE_MEETING, handed_over={HANDED_OVER.id: date(2026, 11, 18)}))
        for entries in ([HANDED_OVER], [HANDED_OVER, within])
    )

    assert alone.days == (HANDED_OVER.date, HANDED_OVER.date)
    assert both.days == (within.date, within.date)
    assert (both.is_earlier(HANDED_OVER), both.is_earlier(within)) == (True, False)


NOTES = "We talked about the ticks.\n\nPriya looks for the list."
OUTCOMES = "Since last time:\n\n- Ask one pair. Done.\n\nAsked:\n\n- A visit? Thursday."


def a_meeting(day: str, words: str) -> Entry:
    return an_entry(day, Answer(words), kind="meeting", title="Our meeting")


@pytest.mark.parametrize("words", [NOTES, f"{NOTES}\n\n{OUTCOMES}", f"{NOTES}\n\n{OUTCOMES.partition('Asked')[0]}"])
def test_the_notes_of_the_last_meeting_are_in_without_what_became_of_each_step(words: str) -> None:
    made = a_brief(a_meeting("2026-11-06", "An earlier one."), a_meeting("2026-11-16", words.strip()))

    assert [notes.extract.text for notes in made.notes] == [NOTES]
    assert [meeting.date.day for meeting in made.meetings] == [6]


def test_a_meeting_with_outcomes_alone_has_no_notes() -> None:
    assert a_brief(a_meeting("2026-11-16", OUTCOMES)).notes == ()


def test_both_peoples_notes_of_the_last_meeting_are_in() -> None:
    made = a_brief(a_meeting("2026-11-16", "Sam's notes."), others=[a_meeting("2026-11-16", "Priya's notes.")])

    assert sorted((notes.extract.text, notes.is_by_other) for notes in made.notes) == [
        ("Priya's notes.", True),
        ("Sam's notes.", False),
    ]
    assert made.meetings == ()


def test_notes_of_an_earlier_day_are_not_those_of_the_last_meeting() -> None:
    made = a_brief(a_meeting("2026-11-16", "Sam's notes."), others=[a_meeting("2026-11-06", "Priya's notes.")])

    assert [notes.extract.text for notes in made.notes] == ["Sam's notes."]
    assert [meeting.date.day for meeting in made.meetings] == [6]


def test_long_notes_are_cut_between_words() -> None:
    (notes,) = a_brief(a_meeting("2026-11-16", ("word " * 200).strip())).notes

    assert LONGEST_NOTES - 10 < len(notes.extract.text) <= LONGEST_NOTES
    assert notes.extract.text.endswith("word")
    assert len(notes.extract.whole) == 999


def test_a_meeting_is_quoted_by_its_notes_and_a_step_not_at_all() -> None:
    meeting = an_entry("2026-11-20", Answer("We talked.\n\nSince last time:\n- Sam: Wait – done"), kind="meeting")
    step = an_entry("2026-11-20", kind="step", title="Film two minutes", next="Film two minutes")

    assert quoted_first(meeting) == "We talked."
    assert quoted_first(step) == ""


def test_a_meeting_after_today_is_not_the_last_one() -> None:
    met = an_entry("2026-11-20", Answer("We talked."), kind="meeting")
    planned = an_entry("2199-11-01", Answer("To come."), kind="meeting", letters="pppp")

    made = brief(replace(sources(met, planned), today=date(2026, 11, 23)))

    assert [notes.extract.text for notes in made.notes] == ["We talked."]


def test_a_line_of_the_writers_own_that_says_asked_does_not_end_the_notes() -> None:
    words = "We began late.\n\nAsked:\n\nPriya asked me to slow down.\n\nSince last time: nothing much."
    met = an_entry("2026-11-20", Answer(words), kind="meeting")

    assert [notes.extract.text for notes in a_brief(met).notes] == [words]


def test_a_step_that_the_other_person_asked_for_is_theirs_with_the_one_who_asked() -> None:
    asking = an_entry("2026-11-20", ask="Could I watch you?")
    step = an_entry("2026-11-21", kind="step", next="Could I watch you?", follows=asking.id, letters="ssss")

    [statement] = a_brief(asking, others=[step]).since_last_time

    assert (statement.is_for_other, statement.is_requested) == (True, True)


def test_any_number_of_highlights_gives_the_few_that_are_quoted() -> None:
    entry = an_entry("2026-11-20", Answer("==a b== " * 20_000 + "Fin.", CRITIQUE))

    assert quoted(a_brief(entry, about("2026-11-21", "Words.")), CRITIQUE) == ["a b", "Words."]

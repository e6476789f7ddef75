"""The guard for names: names it finds, words it ignores, and its accuracy on unseen texts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from guard.measure_names import all_figures
from mentorlog.guard.names import flags, flags_in_label, replaced

FOUND = {
    "I sat with Leon afterwards.": ["Leon"],
    "Aaliyah said no.": ["Aaliyah"],
    "Mrs Khan lent me her books.": ["Mrs Khan"],
    "I rang Kacper's mum.": ["Kacper's"],
    "Write to leon.smith@example.org about it.": ["leon.smith@example.org"],
    "**Siân** put her hand up.": ["Siân"],
    "He is A123456789012 in the register.": ["A123456789012"],
    "Rose from Year 8 came back.": ["Rose"],
    "Summer finished before I had begun.": ["Summer"],
    "Dawn was in tears.": ["Dawn"],
    "Georgia's book is full.": ["Georgia's"],
    "Prince told me he hates it.": ["Prince"],
    "Paris was late again.": ["Paris"],
    "Jack and May worked together.": ["Jack", "May"],
    "The Kowalski girl sat down.": ["Kowalski"],
    "Saoirse: “Can we do this again?”": ["Saoirse"],
    "“Angel, sit down,” I said.": ["Angel"],
    "Hunter off. Nkechi late.": ["Hunter", "Nkechi"],
    "I asked mr patel, mrs begum and miss o'neill.": ["mr patel", "mrs begum", "miss o'neill"],
    "Bex took the rest.": ["Bex"],
    "Sat by Jordan.": ["Jordan"],
    "Told Hope I'd look.": ["Hope"],
}
PASSED_OVER = (
    "On Monday in York we read Macbeth.",
    "I think I'd do it again with 8Q in PE.",
    "Will they try? May I ask? Mark schemes did not help.",
    "## Critique: What did you see?",
    "We did GCSE Science, and SENCO came in on Teams.",
    "Friday. Nineteen ticks. Nobody asked.",
    "May we try? Mark the books. Hope that helps. Rose to my feet. Summer term. Grace under pressure.",
    "Barak Rosenshine, Godwinson, Boyle's law, Charles I was late for it, and Curley's wife.",
    "Evolve and Liberty are down. Walk down Harehills Lane to the Academy. Trinket, Thonny.",
    "Sir, Miss, Sir: I will miss lunch. It takes 200 ms or so.",
    "Paris is the capital. June was long. The King's head. Storm on the Island. 3 May.",
    "",
)


@pytest.mark.parametrize("text", FOUND)
def test_a_name_is_found_at_its_place(text: str) -> None:
    flagged = flags(text)

    assert [flag.words for flag in flagged] == FOUND[text]
    assert [text[flag.start : flag.end] for flag in flagged] == FOUND[text]
    assert all(flag.words in flag.context for flag in flagged)


@pytest.mark.parametrize("text", PASSED_OVER)
def test_everyday_words_places_and_set_texts_are_not_flagged(text: str) -> None:
    assert flags(text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("I sat with Leon.", "I sat with a pupil."),
        ("I read Leon's book.", "I read a pupil's book."),
        ("I asked Mrs Khan.", "I asked a colleague."),
    ],
)
def test_a_rewording_replaces_only_the_name(text: str, message: str) -> None:
    [flag] = flags(text)

    assert replaced(text, flag, flag.neutral) == message


def test_only_people_the_entry_may_name_are_not_flagged() -> None:
    text = "Meeting with Priya Shah. Sam asked Leon, and Ms Shah wrote it down."

    assert [flag.words for flag in flags(text, ("Sam", "Priya Shah"))] == ["Leon"]


@pytest.mark.parametrize(
    ("label", "named"),
    [
        ("Jasmine Okafor", ["Jasmine Okafor"]),
        ("jasmine", ["jasmine"]),
        ("8Q", []),
        ("9B", []),
        ("Art", []),
        ("sen", []),
    ],
)
def test_names_in_a_class_a_subject_or_a_tag_are_flagged_too(label: str, named: list[str]) -> None:
    assert [flag.words for flag in flags_in_label(label)] == named


@examples(150)
@given(st.text(st.sampled_from("aLeon KM.\n'’@1#*- é\u2028"), max_size=120))
def test_flags_are_inside_the_text_in_order_and_never_overlap(text: str) -> None:
    flagged = flags(text)

    assert [text[flag.start : flag.end] for flag in flagged] == [flag.words for flag in flagged]
    assert all(one.end <= other.start for one, other in pairwise(flagged))
    assert all(flag.line == text[: flag.start].count("\n") + 1 for flag in flagged)


@pytest.mark.slow
@pytest.mark.parametrize("part", ["A. ", "@", "A", "1", "Leon ", "Mr ", "a.b@", "\n"])
def test_a_long_text_has_a_bounded_number_of_flags(part: str) -> None:
    assert len(flags(part * (300_000 // len(part)))) <= 200


def test_the_guard_finds_95_in_100_names_with_at_most_one_false_flag_in_300_words() -> None:
    figures = all_figures()

    assert len(figures) == 11
    assert {name: figure.recall >= 0.95 for name, figure in figures.items()} == dict.fromkeys(figures, True)
    assert {name: figure.false_per_entry <= 1 for name, figure in figures.items()} == dict.fromkeys(figures, True)

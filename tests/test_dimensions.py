"""The model exactly as domain.md gives it, down to its identifiers."""

import re

import pytest

from mentorlog.dimensions import (
    CREATIVITY,
    CRITIQUE,
    DIMENSIONS,
    EXPANSION,
    ORDER,
    Dimension,
    dimension_named,
    read_dimension,
    read_role,
)
from mentorlog.errors import UsageError
from mentorlog.post import Quotation
from post_words import QUOTED

TABLE = [
    ("creativity", "attribute", "problem_solving innovation alternatives"),
    ("solidarity", "attribute", "dialogue joint_work shared_values"),
    ("authenticity", "attribute", "context ethics values"),
    ("articulation", "behaviour", "explaining contributing shared_language"),
    ("critique", "behaviour", "evidence attuning critical_friends"),
    ("expansion", "behaviour", "self_regulation personal_theory organisation"),
]
JUDGING = re.compile(
    r"\b(gap|target|score|level|standard|progress|weak|strong|fail|overdue|streak|lacking|missing)\b|%"
)
each_dimension = pytest.mark.parametrize("dimension", DIMENSIONS, ids=lambda dimension: dimension.id)


def texts_of(dimension: Dimension) -> list[str]:
    strands = [strand.meaning for strand in dimension.strands]
    ours = [dimension.setting, dimension.tension, dimension.invitation]
    return [dimension.meaning, *dimension.readings, *ours, *strands]


def quotations_of(dimension: Dimension) -> list[Quotation]:
    return [dimension.quotation, *(strand.quotation for strand in dimension.strands)]


def test_six_dimensions_of_three_strands_have_a_fixed_order() -> None:
    rows = [
        (dimension.id, dimension.kind, " ".join(strand.id for strand in dimension.strands)) for dimension in DIMENSIONS
    ]

    assert rows == TABLE
    assert sorted(ORDER, key=lambda dimension_id: ORDER[dimension_id]) == [row[0] for row in TABLE]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("critique", "critique"),
        ("Critique", "critique"),
        ("CRITIQUE", "critique"),
        (" critique ", "critique"),
        ("**critique**", "critique"),
        ("_critique_", "critique"),
        ("critique:", "critique"),
        ("articulate", "articulation"),
        ("Expansive", "expansion"),
    ],
)
def test_a_dimension_is_recognised_by_its_name_in_any_form(name: str, meant: str) -> None:
    dimension = dimension_named(name)

    assert dimension is not None
    assert dimension.id == meant


@pytest.mark.parametrize(
    "name", ["", " ", "***", "creative", "criticism", "critique and creativity", "crit", "dialogue"]
)
def test_any_other_word_is_not_a_dimension(name: str) -> None:
    assert dimension_named(name) is None


@each_dimension
def test_an_invitation_is_one_question_to_both_people(dimension: Dimension) -> None:
    assert re.search(r"either of you|the two of you", dimension.invitation)
    assert dimension.invitation.count("?") == 1
    assert dimension.invitation.endswith("?")


@each_dimension
def test_no_text_about_a_dimension_judges_anyone(dimension: Dimension) -> None:
    judging = [text for text in texts_of(dimension) if JUDGING.search(text.casefold())]

    assert judging == []


@each_dimension
def test_every_text_is_a_sentence(dimension: Dimension) -> None:
    fragments = [text for text in texts_of(dimension) if not re.fullmatch(r"[A-Z][^.?]*([.?][^.?]*)*[.?]", text)]

    assert fragments == []


def test_every_dimension_cites_its_place_in_the_source() -> None:
    sources = [dimension.source for dimension in DIMENSIONS]

    assert sources == ["L12.4-12.7", "L14.1-14.4", "L16.1-16.5", "L18.2-18.4", "L20.1-20.7", "L22.1-22.4"]


@each_dimension
def test_every_quotation_is_in_the_posts_own_words_at_the_place_it_cites(dimension: Dimension) -> None:
    quoted = {quotation.words: quotation.where for quotation in quotations_of(dimension)}

    assert quoted.items() <= QUOTED.items()


@each_dimension
def test_curly_quotation_marks_hold_nothing_but_words_of_the_post(dimension: Dimension) -> None:
    quoted = re.findall("“(.*?)”", " ".join([*texts_of(dimension), dimension.called]))

    assert set(quoted) <= QUOTED.keys()


@each_dimension
def test_a_quotation_is_half_a_sentence_at_most(dimension: Dimension) -> None:
    assert [quotation for quotation in quotations_of(dimension) if len(quotation.words.split()) > 10] == []


def test_the_post_calls_the_last_three_dimensions_tensions() -> None:
    assert [bool(dimension.called) for dimension in DIMENSIONS] == [False, False, False, True, True, True]


def test_permission_opportunity_and_access_are_given_by_others() -> None:
    assert [strand.name.split()[0] for strand in CREATIVITY.strands] == ["Permission", "Opportunity", "Access"]
    assert "“need to be given”" in CREATIVITY.readings[0]


def test_dialogic_thinking_is_named_beside_self_regulation() -> None:
    strand = EXPANSION.strands[0]

    assert (strand.id, strand.name) == ("self_regulation", "Dialogic thinking and self-regulation")


def test_a_role_is_one_of_two_in_any_case() -> None:
    assert [read_role(name) for name in ("ect", " ECT", "Mentor")] == ["ect", "ect", "mentor"]
    with pytest.raises(UsageError, match="'head' is not a role"):
        read_role("head")


def test_a_dimension_is_read_in_any_case_and_any_other_word_is_refused() -> None:
    assert read_dimension(" *Critique* ") is CRITIQUE
    with pytest.raises(UsageError, match="'courage' is not one of the six dimensions"):
        read_dimension("courage")

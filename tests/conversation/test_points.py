"""The points to settle at a meeting, and the choice in a reply."""

from datetime import date

import pytest

from mentorlog.conversation.points import Kind, Point


def a_point(kind: Kind) -> Point:
    return Point("Sam", date(2026, 10, 7), "Ask one pair", "20261007-k3f9", is_own=False, kind=kind)


@pytest.mark.parametrize(
    ("reply", "choice"),
    [
        ("", ("2", "")),
        ("1", ("1", "")),
        ("2", ("2", "")),
        ("3", ("3", "")),
        (" done ", ("1", "")),
        ("Done, it worked with 9B", ("1", "it worked with 9B")),
        ("3 the trip was called off", ("3", "the trip was called off")),
        ("let go: no time", ("3", "no time")),
        ("drop it", ("3", "")),
        ("carry forward: to spring", ("2", "to spring")),
        ("done nothing about it yet", None),
        ("dropped the ball, still want to", None),
        ("2 - next week", ("2", "next week")),
        ("d", ("1", "")),
        ("/skip", ("", "")),
        ("/skip no time", ("", "no time")),
        ("4", None),
        ("12", None),
        ("yes", None),
        ("doing it", None),
    ],
)
def test_a_choice_is_a_number_or_a_word_with_a_reason_if_there_is_one(
    reply: str, choice: tuple[str, str] | None
) -> None:
    assert a_point("next").choice_in(reply) == choice
    assert a_point("suggested").choice_in(reply) == choice


@pytest.mark.parametrize(
    ("reply", "choice"),
    [
        ("", ("2", "")),
        ("1 on Friday", ("1", "on Friday")),
        ("I will do that", ("1", "")),
        ("I'll do it, Ann", ("1", "Ann")),
        ("I'll ask Ann", None),
        ("I will not manage that this term", None),
        ("keep it open", ("2", "")),
        ("answered: it is the timetable", ("3", "it is the timetable")),
        ("done", None),
        ("Ann knows", None),
    ],
)
def test_a_request_has_choices_of_its_own(reply: str, choice: tuple[str, str] | None) -> None:
    assert a_point("ask").choice_in(reply) == choice

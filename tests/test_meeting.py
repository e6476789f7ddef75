"""A meeting as values."""

import pytest

from builders import an_entry
from mentorlog.meeting import Meeting, Settled, outcome_in, steps_of


@pytest.mark.parametrize(
    ("reply", "outcome"),
    [
        ("", ("carried", "")),
        ("1", ("done", "")),
        ("2", ("carried", "")),
        ("3", ("let go", "")),
        (" done ", ("done", "")),
        ("Done, it worked with 9B", ("done", "it worked with 9B")),
        ("3 the trip was called off", ("let go", "the trip was called off")),
        ("let go: no time", ("let go", "no time")),
        ("2 - next week", ("carried", "next week")),
        ("d", ("done", "")),
        ("4", None),
        ("12", None),
        ("yes", None),
        ("doing it", None),
    ],
)
def test_what_became_of_a_step_is_a_number_or_a_word_and_perhaps_why(
    reply: str, outcome: tuple[str, str] | None
) -> None:
    assert outcome_in(reply) == outcome


def test_it_is_written_down_in_plain_words_without_any_count() -> None:
    step = an_entry("2026-10-07", next="Ask one pair")
    settled = [Settled(step, "Sam", "done", "9B liked it"), Settled(step, "Priya", "carried", is_own=False)]

    made = Meeting("Priya", settled, "We talked about ticks.", "Wait longer", "Find out who decides")

    assert made.values() == {
        "title": "Meeting with Priya", "kind": "meeting", "with": "Priya",
        "next": "Wait longer", "suggested": "Find out who decides",
    }  # fmt: skip
    assert [answer.text for answer in made.answers()] == [
        "We talked about ticks.\n\n"
        "Since last time:\n"
        "- Sam, 7 Oct: Ask one pair – done (9B liked it)\n"
        "- Priya, 7 Oct: Ask one pair – carried"
    ]


def test_only_what_is_done_or_let_go_closes_a_step() -> None:
    step = an_entry("2026-10-07", next="Ask one pair")

    states = [Settled(step, "Sam", outcome).state for outcome in ("done", "carried", "let go")]

    assert states == ["done", None, "dropped"]


def test_open_steps_come_oldest_first() -> None:
    late, early = an_entry("2026-11-07", next="Late"), an_entry("2026-10-07", next="Early")
    closed = an_entry("2026-10-01", next="Closed", next_state="done")

    assert steps_of([late, closed, early]) == [early, late]
    assert Meeting("Priya").is_empty

"""Next steps as values: the open ones, and who a suggestion is for."""

import pytest

from builders import an_entry, read_again
from mentorlog.conversation.steps import NextStep, open_steps


@pytest.mark.parametrize(
    ("toml", "is_open"),
    [('next = "Ask"', True), ('next = " "', False), ("", False), ('next = "Ask"\nnext_state = "done"', False)],
)
def test_a_next_step_is_open_until_it_is_closed(toml: str, is_open: bool) -> None:
    assert NextStep(read_again("2026-11-07.md", f"+++\n{toml}\n+++\n")).is_open is is_open


def test_open_steps_are_sorted_oldest_first() -> None:
    late, early = an_entry("2026-11-07", next="Late"), an_entry("2026-10-07", next="Early")
    closed = an_entry("2026-10-01", next="Closed", next_state="done")

    assert [step.words for step in open_steps([late, closed, early])] == ["Early", "Late"]


def test_a_suggestion_is_open_until_it_is_closed_or_taken_up() -> None:
    meeting = an_entry("2026-11-07", kind="meeting", next="Mine", suggested="Yours")
    closed = an_entry("2026-11-06", kind="meeting", suggested="Yours", suggested_state="dropped")
    reply = an_entry("2026-11-08", follows=meeting.id)
    taken = an_entry("2026-11-08", follows=meeting.id, next="Yours", next_state="done")

    assert [step.words for step in open_steps([meeting, closed], [reply])] == ["Mine", "Yours"]
    assert [step.words for step in open_steps([meeting], [taken])] == ["Mine"]

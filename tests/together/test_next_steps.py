"""Next steps of two people: whose they are, closing your own, and taking up a suggestion."""

import pytest

from conftest import TODAY
from mentorlog.errors import ContentError, NotFoundError, UsageError
from mentorlog.journal.journal import Journal
from mentorlog.together.next_steps import OpenStep, close_step, open_between, steps_to_take
from two_journals import hand_over, write


def listed(steps: tuple[OpenStep, ...]) -> list[tuple[str, str, str]]:
    return [(step.doer, step.writer, step.step.words) for step in steps]


def test_the_steps_of_both_people_are_listed_oldest_first_with_their_owners(sam: Journal, priya: Journal) -> None:
    write(sam, next="Wait", suggested="Watch me wait", share="mentor", with_="Priya")
    write(priya, next="Book a room", suggested="Ask one pair", day="2026-11-19", share="mentor", with_="Sam")
    hand_over(priya)

    steps = open_between(sam, sam.read())

    assert listed(steps.steps) == [
        ("Priya", "Priya", "Book a room"),
        ("Sam", "Priya", "Ask one pair"),
        ("Sam", "Sam", "Wait"),
        ("Priya", "Sam", "Watch me wait"),
    ]
    assert steps.can_be_taken


def test_you_cannot_take_up_your_own_suggestion(sam: Journal) -> None:
    write(sam, suggested="Watch me wait")

    steps = open_between(sam, sam.read())

    assert listed(steps.steps) == [("Priya", "Sam", "Watch me wait")]
    assert not steps.can_be_taken


def test_a_suggestion_that_was_taken_up_is_no_longer_open(sam: Journal, priya: Journal) -> None:
    theirs = write(priya, suggested="Ask one pair", day="2026-11-19", share="mentor", with_="Sam")
    hand_over(priya)
    write(sam, next="Ask one pair", follows=theirs.id)

    assert listed(open_between(sam, sam.read()).steps) == [("Sam", "Sam", "Ask one pair")]


def test_with_a_name_an_ect_sees_steps_for_that_person_and_unaddressed_ones(sam: Journal) -> None:
    write(sam, next="With Priya", with_="Priya")
    write(sam, next="With Ann", with_="Ann", day="2026-11-19")
    write(sam, next="Alone", day="2026-11-18")

    assert [words for _, _, words in listed(open_between(sam, sam.read(), "priya").steps)] == ["Alone", "With Priya"]


def test_an_unknown_name_is_refused(sam: Journal) -> None:
    with pytest.raises(UsageError, match=r"nobody called 'Ann' here \(Priya\)"):
        open_between(sam, sam.read(), "Ann")


@pytest.mark.parametrize(("action", "state"), [("done", "done"), ("drop", "dropped"), ("reopen", None)])
def test_a_step_is_closed_in_its_own_entry(action: str, state: str | None, sam: Journal) -> None:
    entry = write(sam, next="Wait")

    step = close_step(sam, entry, action)

    assert step.words == "Wait"
    assert [entry.head.next_state for entry in sam.read().entries] == [state]


def test_closing_means_the_suggestion_if_asked_for_or_if_there_is_no_step(sam: Journal) -> None:
    both = write(sam, next="Wait", suggested="Watch me wait")
    only_suggested = write(sam, suggested="Read this", day="2026-11-19")

    close_step(sam, both, "done", is_suggested=True)
    close_step(sam, only_suggested, "drop")

    states = [(entry.head.next_state, entry.head.suggested_state) for entry in sam.read().entries]
    assert states == [(None, "dropped"), (None, "done")]


def test_closing_a_missing_step_is_refused(sam: Journal) -> None:
    entry = write(sam)

    with pytest.raises(ContentError, match="k3f9 has no next step"):
        close_step(sam, entry, "done")
    with pytest.raises(ContentError, match="k3f9 suggests nothing"):
        close_step(sam, entry, "done", is_suggested=True)


def test_a_suggestion_becomes_the_values_of_an_entry_that_follows_it(sam: Journal, priya: Journal) -> None:
    theirs = write(priya, suggested="Ask one pair", day="2026-11-19", share="mentor", with_="Sam")
    hand_over(priya)

    [values] = steps_to_take(sam, [theirs.short_id], "", TODAY, is_shared=True)

    assert values == {
        "date": TODAY, "kind": "step", "title": "Ask one pair", "next": "Ask one pair", "follows": theirs.id,
        "with": "Priya", "share": "mentor",
    }  # fmt: skip
    assert "share" not in steps_to_take(sam, [theirs.short_id], "Priya", TODAY, is_shared=False)[0]


def test_only_an_open_suggestion_in_a_known_entry_can_be_taken_up(sam: Journal, priya: Journal) -> None:
    theirs = write(priya, next="Book a room", day="2026-11-19", share="mentor", with_="Sam")
    hand_over(priya)

    with pytest.raises(ContentError, match="has no open suggestion or request to take up"):
        steps_to_take(sam, [theirs.short_id], "", TODAY, is_shared=False)
    with pytest.raises(NotFoundError):
        steps_to_take(sam, ["zzzz"], "", TODAY, is_shared=False)


def test_a_request_can_be_taken_up_until_it_is_answered(sam: Journal, priya: Journal) -> None:
    theirs = write(priya, ask="Could I watch you?", day="2026-11-19", share="mentor", with_="Sam")
    hand_over(priya)

    [values] = steps_to_take(sam, [theirs.short_id], "", TODAY, is_shared=False)

    assert (values["kind"], values["next"], values["follows"]) == ("step", "Could I watch you?", theirs.id)
    write(sam, "Come on Friday.", follows=theirs.id)
    with pytest.raises(ContentError, match="has no open suggestion or request to take up"):
        steps_to_take(sam, [theirs.short_id], "", TODAY, is_shared=False)

"""`KEY=VALUE` texts become values, and an impossible one is refused before anything is written."""

from datetime import date

import pytest

from mentorlog.entry.assignments import values_of
from mentorlog.errors import UsageError

TODAY = date(2026, 11, 23)  # a Monday


@pytest.mark.parametrize(
    ("assignment", "values"),
    [
        ("title=Thirty  faces", {"title": "Thirty faces"}),
        (" class = 8Q", {"class": "8Q"}),
        ("next=when a=b", {"next": "when a=b"}),
        ("date=yesterday", {"date": date(2026, 11, 22)}),
        ("talk=Yes", {"talk": True}),
        ("talk=no", {"talk": None}),
        ("talk=", {"talk": None}),
        ("title=", {"title": None}),
        ("tags=trip, , lab", {"tags": ["trip", "lab"]}),
        ("dimensions=Critique, creativity", {"dimensions": ["critique", "creativity"]}),
        ("share=mentor", {"share": "mentor"}),
        ("next_state=dropped", {"next_state": "dropped"}),
    ],
)
def test_an_assignment_becomes_a_value_of_its_kind(assignment: str, values: dict[str, object]) -> None:
    assert values_of([assignment], TODAY) == values


def test_the_last_of_two_values_for_a_key_counts() -> None:
    assert values_of(["class=8Q", "title=Funnels", "class=9B"], TODAY) == {"class": "9B", "title": "Funnels"}


@pytest.mark.parametrize(
    ("assignment", "sentence"),
    [
        ("schema=2", "'schema' cannot be set"),
        ("mood=low", "'mood' cannot be set"),
        ("title", "say what title is to be"),
        ("talk=perhaps", "talk is true or false, not 'perhaps'"),
        ("dimensions=critique, courage", "'courage' is not one of the six dimensions"),
        ("share=true", "share is mentor, or empty"),
        ("role=head", "role is ect or mentor"),
        ("next_state=open", "next_state is done, dropped, or empty"),
        ("suggested_state=open", "suggested_state is done, dropped, or empty"),
        ("date=someday", "someday"),
    ],
)
def test_an_impossible_assignment_is_refused_with_the_reason(assignment: str, sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        values_of(["title=Funnels", assignment], TODAY)

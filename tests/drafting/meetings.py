"""Meetings at Sam's desk, about a shared step from each person."""

from datetime import date

from drafting.desk import Desk
from mentorlog.drafting.meeting import DraftedMeeting, begin_meeting

DAY = date(2026, 11, 23)
SHARED = ('share = "mentor"', 'with = "Priya"')
MINE, HERS = "Ask one pair", "Find out who decides"
ALL = ("1 they liked it", "3 no time", "We looked at ticks.", "Wait longer", "Book a visit")


def with_steps(desk: Desk) -> Desk:
    """Write a shared step from each person, and a private one of Sam's."""
    desk.writes("mine", *SHARED, f'next = "{MINE}"')
    desk.writes("hers", *SHARED[:1], 'with = "Sam"', f'next = "{HERS}"', who="priya")
    desk.writes("priv", 'next = "Private step"')
    return desk


def begun(desk: Desk, *answers: str) -> DraftedMeeting:
    """Begin a meeting and save its draft after each answer."""
    meeting = begin_meeting(desk.journal, desk.contents, "priya", {"date": DAY}, desk.keeper())
    for answer in answers:
        meeting = meeting.with_walk(meeting.walk.answered(answer))
        meeting.keep(desk.journal)
    return meeting

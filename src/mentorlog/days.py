"""Days and stretches of days, as people say them. Nothing here knows the clock: `today` is always an argument.

The terms of the school year in England take in the holidays between them: autumn is 1 September to 31 December,
spring 1 January to 8 April, summer 9 April to 31 August. Schools set their own dates; 8 April is our choice, near the
middle of where the Easter holidays fall.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from mentorlog.errors import UsageError
from mentorlog.text import one_line

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FULL_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FULL_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_UK_DATE = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
_TERMS = {"autumn": ((9, 1), (12, 31)), "spring": ((1, 1), (4, 8)), "summer": ((4, 9), (8, 31))}
_DAY_OF_MONTH = re.compile(
    r"(?:(?P<weekday>[a-z]{3,9}) )??(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[a-z]{3,9})"
    r"|(?P<first_month>[a-z]{3,9}) (?P<last_day>\d{1,2}))(?: (?P<year>\d{4}))?"
)
_SHORTEST = 3  # letters of a shortened weekday or month


class PeriodError(UsageError):
    """Words that name no day or stretch of days."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both included; None for no limit on that side."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Whether `day` is in the period."""
        return (self.first is None or day >= self.first) and (self.last is None or day <= self.last)


EVER = Period()


def spoken(day: date) -> str:
    """A day as `Mon 23 Nov 2026`, in English whatever the computer's language."""
    return f"{short(day)} {day.year}"


def short(day: date) -> str:
    """A day as `Mon 23 Nov`."""
    return f"{WEEKDAYS[day.weekday()]} {bare(day)}"


def bare(day: date) -> str:
    """A day as `23 Nov`."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def span(first: date, last: date) -> str:
    """Two days as `7 Oct to 21 Nov 2025`; if they are the same, one day with its weekday."""
    if first == last:
        return spoken(first)
    year = "" if first.year == last.year else f" {first.year}"
    return f"{bare(first)}{year} to {bare(last)} {last.year}"


def read_day(words: str, today: date) -> date:
    """The day that `words` mean. Raises PeriodError if they mean none, or several days."""
    period = read_period(words, today)
    if period.first is None or period.first != period.last:
        raise PeriodError(f"'{words}' is more than one day", hint="2026-11-20, yesterday or tue")
    return period.first


def read_period(words: str, today: date, last_meeting: date | None = None) -> Period:
    """The period that `words` mean. A day, month or term without a year is the latest that is not after `today`.

    Raises PeriodError with the spelling to use.
    """
    wording = one_line(words.casefold())
    if uk := uk_date(wording):
        raise PeriodError(f"'{words}': write the date year first", hint=spelt_date(uk))
    if wording == "meeting":
        if last_meeting is None:
            raise PeriodError("there is no meeting in this journal yet", hint="--since with a date")
        return _one(last_meeting)
    for reading in _READINGS:
        try:
            period = reading(wording, today)
        except (ValueError, OverflowError):
            raise PeriodError(f"there is no day '{words}'") from None
        if period is not None:
            return period
    raise PeriodError(f"'{words}' is not a date", hint="2026-11-20, 20 nov, yesterday, last tue, 3 days ago or term")


def _one(day: date) -> Period:
    return Period(day, day)


def _iso(wording: str, _today: date) -> Period | None:
    return _one(date.fromisoformat(wording)) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", wording) else None


def _near(wording: str, today: date) -> Period | None:
    near = {"today": 0, "yesterday": 1, "tomorrow": -1}
    return _one(today - timedelta(days=near[wording])) if wording in near else None


def _ago(wording: str, today: date) -> Period | None:
    match = re.fullmatch(r"(\d{1,6}|an?|one) (day|week)s? ago", wording)
    if not match:
        return None
    number = int(match[1]) if match[1].isdigit() else 1
    return _one(today - timedelta(days=number * (7 if match[2] == "week" else 1)))


def _weekday(wording: str, today: date) -> Period | None:
    """Read `tue`, the latest Tuesday up to today, and `last tue`, the latest before today."""
    match = re.fullmatch(r"(last )?([a-z]{3,9})", wording)
    if not match or (number := _place(match[2], _FULL_DAYS)) is None:
        return None
    back = (today.weekday() - number) % 7
    return _one(today - timedelta(days=back or (7 if match[1] else 0)))


def _day_of_month(wording: str, today: date) -> Period | None:
    """Read `20 nov`, `20th november 2025` or `nov 20`. A weekday before it must be that day's."""
    match = _DAY_OF_MONTH.fullmatch(wording)
    month = _place(match["month"] or match["first_month"], _FULL_MONTHS) if match else None
    weekday = _place(match["weekday"], _FULL_DAYS) if match and match["weekday"] else None
    if not match or month is None or (match["weekday"] and weekday is None):
        return None
    number = int(match["day"] or match["last_day"])
    day = date(int(match["year"]), month + 1, number) if match["year"] else _latest(month + 1, number, today)
    if weekday is not None and day.weekday() != weekday:
        raise PeriodError(f"{bare(day)} {day.year} is a {_FULL_DAYS[day.weekday()].capitalize()}", hint=day.isoformat())
    return _one(day)


def _latest(month: int, day: int, today: date) -> date:
    """The latest such day up to `today`; 29 February may be years back. Raises ValueError if there is none."""
    for year in range(today.year, today.year - 9, -1):
        try:
            candidate = date(year, month, day)
        except ValueError:
            continue
        if candidate <= today:
            return candidate
    raise ValueError


def _month(wording: str, today: date) -> Period | None:
    match = re.fullmatch(r"([a-z]{3,9})(?: (\d{4}))?|(\d{4})-(\d{2})", wording)
    number = None if not match else int(match[4]) - 1 if match[4] else _place(match[1], _FULL_MONTHS)
    if not match or number is None:
        return None
    year = int(match[3] or match[2] or today.year - (number + 1 > today.month))
    first = date(year, number + 1, 1)
    return Period(first, date(year + number // 11, (number + 1) % 12 + 1, 1) - timedelta(days=1))


def _year(wording: str, _today: date) -> Period | None:
    return Period(date(int(wording), 1, 1), date(int(wording), 12, 31)) if re.fullmatch(r"\d{4}", wording) else None


def _week(wording: str, today: date) -> Period | None:
    if wording not in ("week", "this week", "last week"):
        return None
    monday = today - timedelta(days=today.weekday() + (7 if wording.startswith("last") else 0))
    return Period(monday, monday + timedelta(days=6))


def _term(wording: str, today: date) -> Period | None:
    match = re.fullmatch(r"(?:this )?(term)|(autumn|spring|summer)(?: term)?(?: (\d{4}))?", wording)
    if not match:
        return None
    if match[1]:
        return next(term for name in _TERMS if (term := _named_term(name, today.year)).holds(today))
    if match[3]:
        return _named_term(match[2], int(match[3]))
    this = _named_term(match[2], today.year)
    return this if this.first and this.first <= today else _named_term(match[2], today.year - 1)


def _named_term(name: str, year: int) -> Period:
    first, last = _TERMS[name]
    return Period(date(year, *first), date(year, *last))


def _place(word: str, names: tuple[str, ...]) -> int | None:
    """The number of the only name that begins with `word`, from 0; None if there is not exactly one."""
    places = [place for place, name in enumerate(names) if name.startswith(word)]
    return places[0] if len(places) == 1 and len(word) >= _SHORTEST else None


_READINGS: tuple[Callable[[str, date], Period | None], ...] = (
    _iso, _near, _ago, _term, _week, _weekday, _day_of_month, _month, _year,
)  # fmt: skip


def spelt_date(uk: re.Match[str]) -> str:
    """The year-first spelling of a British date, or the pattern to follow if there is no such day."""
    day, month, year = (int(part) for part in uk.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return "year-month-day"


def uk_date(text: str) -> re.Match[str] | None:
    """The match of a date in `text` written as 07/12/2025 or 7.12.2025; None if there is none."""
    return _UK_DATE.search(text)

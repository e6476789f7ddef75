"""Reading days and periods, on Monday 23 November 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from mentorlog.days import EVER, Period, PeriodError, bare, read_day, read_period, short, span, spoken
from mentorlog.errors import ExitCode

TODAY = date(2026, 11, 23)


def period_of(words: str, today: date = TODAY) -> str:
    """Return the period in `words` as `first to last`, or as one day."""
    period = read_period(words, today)
    return str(period.first) if period.first == period.last else f"{period.first} to {period.last}"


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("today", "2026-11-23"),
        ("yesterday", "2026-11-22"),
        ("tomorrow", "2026-11-24"),
        ("3 days ago", "2026-11-20"),
        ("1 day ago", "2026-11-22"),
        ("a day ago", "2026-11-22"),
        ("a week ago", "2026-11-16"),
        ("2 weeks ago", "2026-11-09"),
        ("mon", "2026-11-23"),
        ("last mon", "2026-11-16"),
        ("tue", "2026-11-17"),
        ("Tues", "2026-11-17"),
        ("tuesday", "2026-11-17"),
        ("last tue", "2026-11-17"),
        ("sunday", "2026-11-22"),
        ("2026-11-20", "2026-11-20"),
        ("20 nov", "2026-11-20"),
        ("20 November", "2026-11-20"),
        ("20th november 2025", "2025-11-20"),
        ("nov 20", "2026-11-20"),
        ("Fri 20 Nov", "2026-11-20"),
        ("Fri 20 Nov 2026", "2026-11-20"),
        ("1 sept", "2026-09-01"),
        ("  20   NOV ", "2026-11-20"),
    ],
)
def test_a_day_can_be_written_as_people_write_it(words: str, meant: str) -> None:
    assert read_day(words, TODAY).isoformat() == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("23 nov", "2026-11-23"),
        ("24 nov", "2025-11-24"),
        ("25 dec", "2025-12-25"),
        ("29 feb", "2024-02-29"),
        ("december", "2025-12-01 to 2025-12-31"),
        ("november", "2026-11-01 to 2026-11-30"),
        ("jan", "2026-01-01 to 2026-01-31"),
    ],
)
def test_a_date_without_a_year_means_the_latest_one_not_in_the_future(words: str, meant: str) -> None:
    assert period_of(words) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("week", "2026-11-23 to 2026-11-29"),
        ("this week", "2026-11-23 to 2026-11-29"),
        ("last week", "2026-11-16 to 2026-11-22"),
        ("2026-02", "2026-02-01 to 2026-02-28"),
        ("feb 2024", "2024-02-01 to 2024-02-29"),
        ("december 2026", "2026-12-01 to 2026-12-31"),
        ("2025", "2025-01-01 to 2025-12-31"),
        ("autumn", "2026-09-01 to 2026-12-31"),
        ("term", "2026-09-01 to 2026-12-31"),
        ("this term", "2026-09-01 to 2026-12-31"),
        ("spring", "2026-01-01 to 2026-04-08"),
        ("Summer term", "2026-04-09 to 2026-08-31"),
        ("autumn 2025", "2025-09-01 to 2025-12-31"),
    ],
)
def test_a_period_of_several_days_has_both_ends(words: str, meant: str) -> None:
    assert period_of(words) == meant


@pytest.mark.parametrize(
    ("today", "meant"),
    [
        (date(2027, 1, 1), "2027-01-01 to 2027-04-08"),
        (date(2027, 4, 8), "2027-01-01 to 2027-04-08"),
        (date(2027, 4, 9), "2027-04-09 to 2027-08-31"),
        (date(2027, 8, 31), "2027-04-09 to 2027-08-31"),
        (date(2027, 9, 1), "2027-09-01 to 2027-12-31"),
        (date(2027, 12, 31), "2027-09-01 to 2027-12-31"),
    ],
)
def test_every_day_of_the_year_is_in_one_term(today: date, meant: str) -> None:
    assert period_of("term", today) == meant


def test_autumn_named_in_spring_means_last_year() -> None:
    assert period_of("autumn", date(2027, 2, 3)) == "2026-09-01 to 2026-12-31"


@pytest.mark.parametrize(
    ("words", "spelling"),
    [
        ("05/11/2026", "2026-11-05"),
        ("5.11.2026", "2026-11-05"),
        ("11/20/2026", "year-month-day"),
        ("31/02/2026", "year-month-day"),
    ],
)
def test_a_date_that_reads_two_ways_is_refused_with_the_spelling_to_use(words: str, spelling: str) -> None:
    with pytest.raises(PeriodError, match=f"^'{words}': write the date year first$") as refused:
        read_period(words, TODAY)

    assert refused.value.hint == spelling
    assert refused.value.exit_code == ExitCode.USAGE


@pytest.mark.parametrize(
    "words", ["30 feb", "31 nov", "2026-02-30", "2026-13-01", "2026-13", "0000", "29 feb 2025", "999999 days ago"]
)
def test_a_day_that_does_not_exist_is_refused_by_name(words: str) -> None:
    with pytest.raises(PeriodError, match=f"^there is no day '{words}'$"):
        read_period(words, TODAY)


@pytest.mark.parametrize(
    "words", ["", "soon", "tu", "t", "20", "ju 5", "last", "next tue", "20 nov 26", "5/11", "-1 days ago"]
)
def test_words_that_are_not_a_date_get_examples_of_dates(words: str) -> None:
    with pytest.raises(PeriodError, match=f"^'{words}' is not a date$") as refused:
        read_period(words, TODAY)

    assert "20 nov" in refused.value.hint


@pytest.mark.parametrize("words", ["term", "last week", "november", "2026"])
def test_a_period_is_refused_if_one_day_is_wanted(words: str) -> None:
    with pytest.raises(PeriodError, match=f"^'{words}' is more than one day$"):
        read_day(words, TODAY)


def test_meeting_means_the_day_of_the_last_one() -> None:
    meeting = date(2026, 11, 9)

    assert read_period("Meeting", TODAY, meeting) == Period(meeting, meeting)


def test_meeting_without_an_earlier_one_is_an_error() -> None:
    with pytest.raises(PeriodError, match=r"^there is no meeting in this journal yet$"):
        read_period("meeting", TODAY)


@pytest.mark.parametrize(
    ("period", "holds"),
    [
        (EVER, [True, True, True]),
        (Period(first=TODAY), [False, True, True]),
        (Period(last=TODAY), [True, True, False]),
        (Period(TODAY, TODAY), [False, True, False]),
    ],
)
def test_a_period_includes_both_ends(period: Period, holds: list[bool]) -> None:
    days = [date(2026, 11, 22), TODAY, date(2026, 11, 24)]

    assert [period.holds(day) for day in days] == holds


def test_a_day_is_written_in_english_with_its_weekday() -> None:
    assert (spoken(TODAY), short(TODAY), bare(TODAY)) == ("Mon 23 Nov 2026", "Mon 23 Nov", "23 Nov")


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2025, 10, 7), date(2025, 11, 21), "7 Oct to 21 Nov 2025"),
        (date(2025, 12, 1), date(2026, 1, 9), "1 Dec 2025 to 9 Jan 2026"),
        (TODAY, TODAY, "Mon 23 Nov 2026"),
    ],
)
def test_a_span_repeats_the_year_only_if_it_changes(first: date, last: date, text: str) -> None:
    assert span(first, last) == text


@examples(200)
@given(day=st.dates(date(1900, 1, 1), TODAY))
def test_a_day_as_we_print_it_can_be_typed(day: date) -> None:
    assert read_day(spoken(day), TODAY) == day
    assert read_day(day.isoformat(), TODAY) == day


def read_or_refused(words: str) -> Period | str:
    try:
        return read_period(words, TODAY)
    except PeriodError as error:
        return str(error)


@examples(200)
@given(words=st.text(max_size=20) | st.from_regex(r"[0-9a-z ]{1,12}", fullmatch=True))
def test_any_typed_text_gives_a_period_or_an_error_of_one_sentence(words: str) -> None:
    period = read_or_refused(words)

    if isinstance(period, Period):
        assert period.first is not None
        assert period.last is not None
        assert period.first <= period.last
    else:
        assert period.strip()

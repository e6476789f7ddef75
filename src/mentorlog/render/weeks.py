"""The picture of weeks on the page: the days on which each dimension was written about, without amounts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from mentorlog.brief.brief import Brief, Theme
from mentorlog.days import MONTHS, bare, short, span
from mentorlog.render.brief_words import theme_name

_MOST_LABELS = 5  # months: more labels do not fit beside one another on a phone
_LABEL_WIDTH = 12  # per cent of the line: the width of one label on a phone
_YEARS_LABELLED = 3  # from this many years, the first label is a year, as the others are
_MOST_WEEKS = 30  # with more weeks, the ticks would run into one grey bar


@dataclass(frozen=True, slots=True)
class Line:
    """The line of one dimension. `dots` and `rings` are places on it in per cent; `days` lists the days in words."""

    name: str
    dots: tuple[float, ...]
    rings: tuple[float, ...]
    days: str


@dataclass(frozen=True, slots=True)
class Weeks:
    """The whole picture. `months`, with labels, and `weeks` are places in per cent; `key` explains dots and rings."""

    span: str
    key: str
    lines: tuple[Line, ...]
    months: tuple[tuple[float, str], ...]
    weeks: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Scale:
    """A scale from 0 to 100 for the days from `first` to `last`, both included."""

    first: date
    last: date

    def place(self, day: date) -> float:
        """The place of `day`, in per cent from the left; the middle if there is only one day."""
        if self.first == self.last:
            return 50
        return round(100 * (day - self.first).days / (self.last - self.first).days, 2)


def weeks(brief: Brief) -> Weeks | None:
    """The picture for a brief; None if nothing was written."""
    if brief.days is None:
        return None
    writers, theirs = brief.themes[:-1], brief.others_themes[:-1]  # the last is about no dimension
    others = any(theme.entries for theme in theirs)
    days = [*brief.days, *(day for theme in (*writers, *theirs) for day in theme.days)]
    scale = _Scale(min(days), max(days))
    writer = brief.writer or ("you" if brief.is_own else "the writer")
    other = (brief.other or "the other person") if brief.is_own else "you"
    return Weeks(
        span(scale.first, scale.last),
        f"Dots are {_possessive(writer)}, rings are {_possessive(other)}." if others else "",
        tuple(
            _line(mine, other_theme, (writer, other), scale) for mine, other_theme in zip(writers, theirs, strict=True)
        ),
        tuple(_labelled_months(scale)),
        tuple(_mondays(scale)),
    )


def _possessive(name: str) -> str:
    return "yours" if name == "you" else f"{name}'s"


def _line(writers: Theme, others: Theme, names: tuple[str, str], scale: _Scale) -> Line:
    others_days = others.days
    in_words = [
        (f"{name}: " if others_days else "") + ", ".join(map(short, reversed(days)))
        for name, days in zip(names, (writers.days, others_days), strict=True)
        if days
    ]
    dots, rings = (tuple(map(scale.place, reversed(days))) for days in (writers.days, others_days))
    return Line(theme_name(writers), dots, rings, "; ".join(in_words) or "quiet")


def _labelled_months(scale: _Scale) -> Iterator[tuple[float, str]]:
    """The places where months begin, with labels; the first and last day if no month begins between them."""
    months = [(scale.place(day), _label(day, scale)) for day in _month_starts(scale)]
    if not months:
        yield from _both_ends(scale)
        return
    if months[0][0] > _LABEL_WIDTH:
        yield 0, _first_label(scale)
    yield from ((place, label if place < 100 - _LABEL_WIDTH else "") for place, label in months)


def _both_ends(scale: _Scale) -> Iterator[tuple[float, str]]:
    yield 0, bare(scale.first)
    if scale.first < scale.last:
        yield 100, bare(scale.last)


def _month_starts(scale: _Scale) -> Iterator[date]:
    """The first days of months after the scale's first day: as many as there is room to label."""
    first, last = scale.first, scale.last
    months = range(first.year * 12 + first.month, last.year * 12 + last.month)  # counted from the year 0
    step = next(step for step in _steps() if len(months) <= step * _MOST_LABELS)
    return (date(month // 12, month % 12 + 1, 1) for month in months if month % step == 0)


def _steps() -> Iterator[int]:
    """The possible steps between labels, in months, the smallest first."""
    yield from (1, 2, 3, 6)
    yield from (12 * 2**power for power in range(16))


def _label(day: date, scale: _Scale) -> str:
    is_new_year = day.month == 1 and scale.first.year != scale.last.year
    return str(day.year) if is_new_year else MONTHS[day.month - 1]


def _first_label(scale: _Scale) -> str:
    years = scale.last.year - scale.first.year
    return MONTHS[scale.first.month - 1] if years < _YEARS_LABELLED else str(scale.first.year)


def _mondays(scale: _Scale) -> Iterator[float]:
    """The place of every Monday; none if there are too many weeks to tell apart."""
    length = (scale.last - scale.first).days
    if length > 7 * _MOST_WEEKS:
        return
    for number in range(length + 1):
        if (day := scale.first + timedelta(days=number)).weekday() == 0:
            yield scale.place(day)

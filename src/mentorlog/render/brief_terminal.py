"""The meeting brief at a terminal."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding

from mentorlog.brief.brief import Brief
from mentorlog.render.brief_parts import parts
from mentorlog.render.brief_rows import DatedWords, Group, Invitation, Item, LeftOut, Quotation, Row, SuggestedQuestion
from mentorlog.render.brief_words import brief_dates, brief_title, nothing_yet, tension_line
from mentorlog.render.screen import Screen, after, beside, body, heading, joined, line

_DATE_WIDTH = 6  # columns of `21 Oct`


def brief_page(screen: Screen, brief: Brief) -> None:
    """Show the whole brief. Words are never cut: if their source does not fit beside them, it goes below."""
    screen.line(brief_title(brief), "bold")
    if dates := brief_dates(brief):
        screen.line(dates)
    screen.line(brief.notice, "dim")
    if brief.is_empty:
        screen.line(f"\n{nothing_yet(brief)}")
    for part in parts(brief):
        drawn = [piece for row in part.rows for piece in _drawn(screen, row)]
        screen.show(heading(part.heading), *drawn)
    if brief.tension:
        screen.line(tension_line(brief.tension), "italic")


def _drawn(screen: Screen, row: Row) -> Iterator[RenderableType]:
    match row:
        case Item(words, who=who):
            yield beside(screen, joined((f"{who}  " if who else "", "bold"), words), row.mark)
        case Group():
            yield _heading(screen, row)
            yield from (_quoted(screen, quotation) for quotation in row.quotations)
        case DatedWords(day, words, who):
            yield after([[line(day.ljust(_DATE_WIDTH)), joined((f"{who}  " if who else "", "bold"), words)]])
        case Invitation(words) | SuggestedQuestion(words):
            yield Padding(body(words), (0, 0, 0, 2))
        case LeftOut(words):
            yield Padding(body(words, "dim"), (0, 0, 0, 2))


def _quoted(screen: Screen, quotation: Quotation) -> RenderableType:
    words = joined((f"{quotation.who}  " if quotation.who else "", "bold"), f"“{quotation.words}”")
    mark = quotation.mark
    return beside(screen, words, mark, indent=4) if mark else Padding(words, (0, 0, 0, 4))


def _heading(screen: Screen, group: Group) -> RenderableType:
    if group.is_of_one_entry:
        return beside(screen, joined((group.heading, "bold")), group.mark)
    return Padding(joined((group.heading, "bold"), "  ", group.facts), (0, 0, 0, 2))

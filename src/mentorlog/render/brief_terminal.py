"""The meeting brief at a terminal."""

from rich.console import RenderableType
from rich.padding import Padding

from mentorlog.brief.brief import Brief
from mentorlog.render.brief_parts import (
    DatedWords,
    DimensionHeading,
    Invitation,
    Item,
    LeftOut,
    Quotation,
    Row,
    SuggestedQuestion,
    parts,
)
from mentorlog.render.brief_words import brief_title, nothing_yet, tension_line
from mentorlog.render.screen import Screen, after, beside, body, heading, joined, line

_DATE_WIDTH = 6  # columns of `21 Oct`


def brief_page(screen: Screen, brief: Brief) -> None:
    """Show the whole brief. Words are never cut: if their source does not fit beside them, it goes below."""
    screen.line(brief_title(brief), "bold")
    screen.line(brief.notice, "dim")
    if brief.is_empty:
        screen.line(f"\n{nothing_yet(brief)}")
    for part in parts(brief):
        screen.show(heading(part.heading), *(_drawn(screen, row) for row in part.rows))
    if brief.tension:
        screen.line(tension_line(brief.tension), "italic")


def _drawn(screen: Screen, row: Row) -> RenderableType:
    match row:
        case Item(words, source, who):
            return beside(screen, joined((f"{who}  " if who else "", "bold"), words), source)
        case DimensionHeading(name, facts):
            return Padding(joined((f"{name:<14}", "bold"), "  ", facts), (0, 0, 0, 2))
        case Quotation():
            return beside(screen, line(f"“{row.words}”"), row.source, indent=4)
        case DatedWords(day, words):
            return after([[line(day.ljust(_DATE_WIDTH)), line(words)]])
        case Invitation(words) | SuggestedQuestion(words):
            return Padding(body(words), (0, 0, 0, 2))
        case LeftOut(words):
            return Padding(body(words, "dim"), (0, 0, 0, 2))

"""The meeting brief at a terminal."""

from rich.console import RenderableType
from rich.padding import Padding

from mentorlog.brief.brief import Brief
from mentorlog.render.brief_parts import Row, brief_title, nothing_yet, parts, tension_line
from mentorlog.render.screen import Screen, after, beside, body, heading, joined, line

_DATE_WIDTH = 6  # columns of `21 Oct`


def brief_page(screen: Screen, brief: Brief) -> None:
    """The whole brief. Words are never cut: what stands beside them goes beneath where there is no room."""
    screen.line(brief_title(brief), "bold")
    screen.line(brief.notice, "dim")
    if brief.is_empty:
        screen.line(f"\n{nothing_yet(brief)}")
    for name, rows in parts(brief):
        screen.show(heading(name), *(_drawn(screen, row) for row in rows))
    if brief.tension:
        screen.line(tension_line(brief.tension), "italic")


def _drawn(screen: Screen, row: Row) -> RenderableType:
    if row.kind == "said":
        who = f"{row.who}  " if row.who else ""
        return beside(screen, joined((who, "bold"), row.words), row.where)
    if row.kind == "quote":
        return beside(screen, line(f"“{row.words}”"), row.where, indent=4)
    if row.kind == "dimension":
        return Padding(joined((f"{row.who:<14}", "bold"), "  ", row.words), (0, 0, 0, 2))
    if row.kind == "dated":
        return after([[line(row.where.ljust(_DATE_WIDTH)), line(row.words)]])
    return Padding(body(row.words, "dim" if row.kind == "more" else ""), (0, 0, 0, 2))

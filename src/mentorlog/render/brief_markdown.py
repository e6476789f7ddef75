"""The brief as markdown, to print, send or paste. Nothing in the writer's words acts as markup."""

import re
from collections.abc import Iterable, Iterator

from mentorlog.brief.brief import Brief
from mentorlog.render.brief_parts import parts
from mentorlog.render.brief_rows import DatedWords, Group, Invitation, Item, LeftOut, Quotation, Row, SuggestedQuestion
from mentorlog.render.brief_words import brief_dates, brief_title, nothing_yet, tension_line
from mentorlog.text import safe_line

_ACTIVE = re.compile(r"[\\`*_<\[\]#|~&]|\A(?:[-+>=]|\d{1,9}[.)])")  # the number of a list item has at most nine digits


def brief_markdown(brief: Brief) -> str:
    """The whole brief in markdown, in the same parts as at the terminal."""
    return "\n".join(_lines(brief)).rstrip() + "\n"


def words(text: str) -> str:
    """Put words on one line, with a backslash before each character that markdown would act on."""
    return _ACTIVE.sub(lambda match: f"{match[0][:-1]}\\{match[0][-1]}", safe_line(text))


def _lines(brief: Brief) -> Iterator[str]:
    yield from (f"# {words(brief_title(brief))}", "")
    if dates := brief_dates(brief):
        yield from (words(dates), "")
    yield from (brief.notice, "")
    if brief.is_empty:
        yield from (nothing_yet(brief), "")
    for part in parts(brief):
        yield from (f"## {words(part.heading)}", "")
        yield from _with_room([line for row in part.rows for line in _row_lines(row)])
    if brief.tension:
        yield f"*{tension_line(brief.tension)}*"


def _with_room(lines: Iterable[str]) -> Iterator[str]:
    """The lines of a part, with an empty line before each heading, and at the end."""
    before = ""
    for line in lines:
        if before and line.startswith("###"):
            yield ""
        yield line
        before = line
    if before:
        yield ""


def _row_lines(row: Row) -> Iterator[str]:
    match row:
        case Item(text, who=who):
            yield f"- {_named(who)}{words(text)} ({words(row.mark)})"
        case Group(name, quotations=quotations):
            yield from (f"### {words(name)}", "")
            if under := row.mark:
                yield from (words(under), "")
            for quotation in quotations:
                yield from _quoted(quotation)
        case DatedWords(day, text, who):
            yield f"- {day}: {_named(who)}{words(text)}"
        case Invitation(text):
            yield words(text)
        case SuggestedQuestion(text) | LeftOut(text):
            yield f"- {words(text)}"


def _quoted(quotation: Quotation) -> Iterator[str]:
    yield f"> {_named(quotation.who)}“{words(quotation.words)}”"
    if mark := quotation.mark:
        yield from (">", f"> {words(mark)}")
    yield ""


def _named(who: str) -> str:
    return f"{words(who)}: " if who else ""

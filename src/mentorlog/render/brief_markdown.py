"""The brief as markdown, to print, send or paste. Nothing in the writer's words acts as markup."""

import re
from collections.abc import Iterator

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
from mentorlog.text import safe_line

_ACTIVE = re.compile(r"[\\`*_<\[\]#|~&]|\A(?:[-+>=]|\d{1,9}[.)])")  # the number of a list item has at most nine digits


def brief_markdown(brief: Brief) -> str:
    """The whole brief in markdown, in the same parts as at the terminal."""
    return "\n".join(_lines(brief)).rstrip() + "\n"


def words(text: str) -> str:
    """Put words on one line, with a backslash before each character that markdown would act on."""
    return _ACTIVE.sub(lambda match: f"{match[0][:-1]}\\{match[0][-1]}", safe_line(text))


def _lines(brief: Brief) -> Iterator[str]:
    yield from (f"# {words(brief_title(brief))}", "", brief.notice, "")
    if brief.is_empty:
        yield from (nothing_yet(brief), "")
    for part in parts(brief):
        yield from (f"## {words(part.heading)}", "")
        for row in part.rows:
            yield from _row_lines(row)
        yield ""
    if brief.tension:
        yield f"*{tension_line(brief.tension)}*"


def _row_lines(row: Row) -> list[str]:
    match row:
        case Item(text, source, who):
            return [f"- {f'{words(who)}: ' if who else ''}{words(text)} ({words(source)})"]
        case DimensionHeading(name, facts):
            return [f"### {name}", "", facts, ""]
        case Quotation():
            return [f"> “{words(row.words)}”", ">", f"> {words(row.source)}", ""]
        case DatedWords(day, text):
            return [f"- {day}: {words(text)}"]
        case Invitation(text):
            return [words(text)]
        case SuggestedQuestion(text) | LeftOut(text):
            return [f"- {words(text)}"]

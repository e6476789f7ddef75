"""The sheet for a first meeting, in markdown and at a terminal."""

from collections.abc import Iterator

from mentorlog.brief.agreement import NOTE, TITLE, Sheet
from mentorlog.render.brief_markdown import words
from mentorlog.render.lines import say


def sheet_page(sheet: Sheet) -> None:
    """Print the sheet in plain lines, for a terminal or a pipe."""
    say(f"{TITLE}\n{sheet.heading}\n{NOTE}")
    for point in sheet.points:
        say(f"\n{point.question}")
        for line in point.all_lines:
            say(f"  {line}")


def sheet_markdown(sheet: Sheet) -> str:
    """The sheet in markdown."""
    return "\n".join(_lines(sheet)) + "\n"


def _lines(sheet: Sheet) -> Iterator[str]:
    yield from (f"# {TITLE}", "", words(sheet.heading), "", NOTE, "")
    for point in sheet.points:
        yield from (f"## {point.question}", "", *(f"- {words(line)}" for line in point.all_lines), "")

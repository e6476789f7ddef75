"""The meeting brief at a terminal, in its nine parts."""

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from mentorlog.model import Dimension
from mentorlog.period import bare
from mentorlog.render.screen import Screen, after, beside, body, heading, line
from mentorlog.render.words import (
    MOST_STEPS,
    asked_heading,
    brief_title,
    facts,
    invitation,
    moment,
    nothing_yet,
    question_line,
    speaker,
    tension_line,
    where,
    words_heading,
)
from mentorlog.summary import NOTICE, Brief, DimensionBrief, Said
from mentorlog.text import count, safe_line


def brief_page(screen: Screen, brief: Brief) -> None:
    """The meeting brief, in its nine parts."""
    screen.line(brief_title(brief), "bold")
    screen.line(NOTICE, "dim")
    if brief.is_empty:
        screen.line(f"\n{nothing_yet(brief)}")
        return
    for name, rows in _sections(screen, brief):
        screen.show(heading(name), *rows)
    if brief.tension:
        screen.line("\n" + tension_line(brief.tension), "italic")


def _sections(screen: Screen, brief: Brief) -> Iterable[tuple[str, list[RenderableType]]]:
    if brief.since_last_time:
        yield "Since last time", [_steps(brief)]
    if brief.talk_about:
        yield (
            "Would like to talk about",
            [beside([[line(moment(entry)), line(entry.short_id, "cyan")] for entry in brief.talk_about])],
        )
    yield words_heading(brief), [row for each in brief.dimensions for row in _dimension(screen, each)]
    if brief.quiet:
        yield "Not written about lately", [_invitation(brief.quiet)]
    if brief.asked:
        yield asked_heading(brief), [_said(brief.asked)]
    if brief.theories:
        yield "Theories in motion", [_theories(brief)]
    if brief.questions:
        yield "Three questions, if useful", [_questions(brief)]


def _steps(brief: Brief) -> RenderableType:
    shown = brief.since_last_time[-MOST_STEPS:]
    rows = [[line(speaker(brief, said.entry)), line(said.text), line(bare(said.entry.date))] for said in shown]
    earlier = len(brief.since_last_time) - len(shown)
    if earlier:
        rows.insert(0, [line(""), line(f"{count(earlier, 'earlier one')}: mentorlog next", "dim"), line("")])
    return beside(rows)


def _dimension(screen: Screen, each: DimensionBrief) -> list[RenderableType]:
    name = Text(f"{each.dimension.name:<14}", style="bold")
    rows: list[RenderableType] = [Padding(Text.assemble(name, "  ", facts(each)), (0, 0, 0, 2))]
    for extract in each.extracts:
        quote = Text(f"“{safe_line(extract.text)}”")
        if screen.is_narrow:
            rows.append(Padding(Group(quote, Text(where(extract), style="cyan")), (0, 0, 0, 4)))
        else:
            rows.append(beside([[quote, Text(where(extract), style="cyan")]], indent=4))
    return rows


def _invitation(quiet: Sequence[Dimension]) -> RenderableType:
    return Padding(body(invitation(quiet)), (0, 0, 0, 2))


def _said(said: Sequence[Said]) -> RenderableType:
    return beside([[line(each.text), line(bare(each.entry.date))] for each in said])


def _theories(brief: Brief) -> RenderableType:
    rows: list[list[Text]] = []
    for theory in brief.theories:
        known = {row[1].plain for row in rows}
        if theory.earlier and safe_line(theory.earlier.text) not in known:
            rows.append([line(bare(theory.earlier.entry.date)), line(theory.earlier.text)])
        rows.append([line(bare(theory.entry.date)), line(theory.text)])
    return after(rows)


def _questions(brief: Brief) -> RenderableType:
    return Padding(Group(*(body(question_line(brief, each)) for each in brief.questions)), (0, 0, 0, 2))

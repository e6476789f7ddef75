"""The meeting brief at a terminal, in its nine parts."""

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from mentorlog.model import Dimension
from mentorlog.period import bare
from mentorlog.render.screen import Screen, after, beside, body, heading, line
from mentorlog.render.words import (
    asked_heading,
    brief_title,
    facts,
    invitation,
    latest,
    moment,
    nothing_yet,
    question_line,
    speaker,
    talk_heading,
    tension_line,
    where,
    words_heading,
)
from mentorlog.summary import NOTICE, Brief, DimensionBrief, Said, Theory
from mentorlog.text import safe_line


def brief_page(screen: Screen, brief: Brief) -> None:
    """The whole brief. Words are never cut: what stands beside them goes beneath where there is no room."""
    screen.line(brief_title(brief), "bold")
    screen.line(NOTICE, "dim")
    for name, rows in _sections(screen, brief):
        screen.show(heading(name), *rows)
    if brief.is_empty:
        screen.line(f"\n{nothing_yet(brief)}")
    if brief.tension:
        screen.line(tension_line(brief.tension), "italic")


def _sections(screen: Screen, brief: Brief) -> Iterable[tuple[str, list[RenderableType]]]:
    if brief.since_last_time:
        yield "Since last time", _steps(screen, brief)
    if brief.is_empty:
        return
    if brief.talk_about:
        entries, others = latest(brief.talk_about[::-1])
        rows = [beside(screen, line(moment(entry)), entry.short_id) for entry in entries]
        yield talk_heading(brief), [*rows, *_others(others)]
    yield words_heading(brief), [row for each in brief.dimensions for row in _dimension(screen, each)]
    if brief.quiet:
        yield "Not written about lately", [_invitation(brief.quiet)]
    if brief.asked:
        yield asked_heading(brief), _said(screen, brief.asked[::-1])
    if brief.theories:
        yield "Theories in motion", _theories(brief.theories)
    if brief.questions:
        yield "Questions, if useful", [_questions(brief)]


def _steps(screen: Screen, brief: Brief) -> list[RenderableType]:
    shown, others = latest(brief.since_last_time)
    rows = [
        beside(
            screen,
            Text.assemble((f"{safe_line(speaker(brief, said))}  ", "bold"), safe_line(said.text)),
            where(said.entry),
        )
        for said in shown
    ]
    return [*rows, *_others(others)]


def _others(words: str) -> list[RenderableType]:
    return [Padding(line(words, "dim"), (0, 0, 0, 2))] if words else []


def _dimension(screen: Screen, each: DimensionBrief) -> list[RenderableType]:
    name = Text(f"{each.dimension.name:<14}", style="bold")
    rows: list[RenderableType] = [Padding(Text.assemble(name, "  ", facts(each)), (0, 0, 0, 2))]
    rows += [beside(screen, line(f"“{extract.text}”"), where(extract.entry), indent=4) for extract in each.extracts]
    return rows


def _invitation(quiet: Sequence[Dimension]) -> RenderableType:
    return Padding(body(invitation(quiet)), (0, 0, 0, 2))


def _said(screen: Screen, said: Sequence[Said]) -> list[RenderableType]:
    shown, others = latest(said)
    return [*(beside(screen, line(each.text), where(each.entry)) for each in shown), *_others(others)]


def _theories(theories: Sequence[Theory]) -> list[RenderableType]:
    """Each theory under the earlier one it grew from, unless that stands there already."""
    shown, others = latest(theories)
    own = {each.entry.id for each in shown}
    rows: list[list[Text]] = []
    for theory in shown:
        if theory.earlier and theory.earlier.entry.id not in own:
            rows.append([line(bare(theory.earlier.entry.date)), line(theory.earlier.text)])
        rows.append([line(bare(theory.entry.date)), line(theory.text)])
    return [after(rows), *_others(others)]


def _questions(brief: Brief) -> RenderableType:
    return Padding(Group(*(body(question_line(brief, each)) for each in brief.questions)), (0, 0, 0, 2))

"""What a person sees at a terminal. The only module that talks to Rich, and every text goes through `safe` first:
Rich itself lets escape sequences through and reads `[brackets]` as its own markup.
"""

from collections.abc import Iterable, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from mentorlog.entry import Entry
from mentorlog.model import NAMING, SOURCE, Dimension
from mentorlog.period import bare, short, spoken
from mentorlog.questions.bank import Question
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
from mentorlog.search import Found
from mentorlog.summary import NOTICE, Brief, DimensionBrief, Said
from mentorlog.text import count, safe, safe_line

WIDEST = 100  # columns: longer lines are hard to read
_NARROW = 60  # below this, what stands beside goes beneath


class Screen:
    """A place to show things: colours and tables, or neither where `plain` is set."""

    def __init__(self, *, plain: bool = False, stderr: bool = False) -> None:
        self.console = Console(
            stderr=stderr,
            markup=False,
            emoji=False,
            highlight=False,
            no_color=plain or None,
            force_terminal=False if plain else None,
        )
        self.is_plain = plain
        if self.console.width > WIDEST:
            self.console.width = WIDEST

    @property
    def is_narrow(self) -> bool:
        return self.console.width < _NARROW

    def line(self, text: str = "", style: str = "") -> None:
        """Text as it is, wrapped between words."""
        self.console.print(_text(text, style))

    def show(self, *parts: RenderableType) -> None:
        self.console.print(Group(*parts))

    def question(self, prompt: str, note: str = "") -> None:
        """Something that is asked, with what Enter does beside it."""
        name, dot, rest = prompt.partition(" · ")
        asked = Text.assemble((safe(name + dot), "bold cyan"), (safe(rest), "bold")) if dot else _text(prompt, "bold")
        if note:
            asked.append("  " + safe(note), "dim")
        self.console.print()
        self.console.print(asked)


def _text(text: str, style: str = "") -> Text:
    return Text(safe(text), style=style, overflow="fold")


def _line(text: str, style: str = "") -> Text:
    return Text(safe_line(text), style=style, overflow="fold")


def _beside(rows: Iterable[Sequence[Text]], *, indent: int = 2) -> RenderableType:
    """Rows that end in something short at the right edge; the column before it takes what is left."""
    rows = list(rows)
    grid = Table.grid(padding=(0, 2), expand=True)
    for _ in rows[0][:-2]:
        grid.add_column(no_wrap=True)
    grid.add_column(ratio=1)
    grid.add_column(no_wrap=True, justify="right")
    for row in rows:
        grid.add_row(*row)
    return Padding(grid, (0, 0, 0, indent))


def _after(rows: Iterable[Sequence[Text]], *, indent: int = 2) -> RenderableType:
    """Rows that begin with something short."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    for row in rows:
        grid.add_row(*row)
    return Padding(grid, (0, 0, 0, indent))


def _heading(text: str) -> Text:
    return Text("\n" + safe_line(text).upper(), style="bold")


def entry_rows(screen: Screen, entries: Sequence[Entry]) -> None:
    """A list of entries: day, title, class and dimensions, and what to type for each."""
    if screen.is_narrow:
        for entry in entries:
            screen.show(_line(entry.title), Padding(Text(safe_line(" · ".join(_listed(entry))), style="dim"), (0, 0, 0, 2)))
        return
    table = Table.grid(padding=(0, 2), expand=True)
    for options in ({"no_wrap": True}, {"ratio": 1}, {"no_wrap": True}, {"no_wrap": True, "justify": "right"}):
        table.add_column(**options)  # type: ignore[arg-type]
    for entry in entries:
        title = _line(entry.title)
        title.append("".join(f"  {each.name.lower()}" for each in entry.dimensions), "dim")
        table.add_row(_line(spoken(entry.date)), title, _line(entry.head.class_), _line(_mark(entry), "cyan"))
    screen.show(table)


def _listed(entry: Entry) -> list[str]:
    facts = [short(entry.date), entry.head.class_, *(each.name.lower() for each in entry.dimensions), _mark(entry)]
    return [fact for fact in facts if fact]


def _mark(entry: Entry) -> str:
    return entry.short_id + (" shared" if entry.is_shared else "")


def entry_page(screen: Screen, entry: Entry) -> None:
    """One whole entry, for its writer: the front matter in words, then the body as it stands."""
    head = entry.head
    facts = [spoken(entry.date), head.class_, head.subject, head.kind if head.kind != "reflection" else "", entry.id]
    screen.line(entry.title, "bold")
    screen.line(" · ".join(fact for fact in facts if fact) + (" · shared" if entry.is_shared else " · private"), "dim")
    for section in entry.sections:
        if section.heading:
            screen.show(Text("\n" + safe_line(section.heading.lstrip("#> ")), style="bold cyan"))
        if section.text:
            screen.line(("\n" if not section.heading else "") + section.text)
    later = {"Next": _next_words(entry), "Asked": head.ask, "Theory": head.theory, "Follows": head.follows}
    if any(later.values()):
        screen.line()
    for name, words in later.items():
        if words:
            screen.show(Text.assemble((f"{name}: ", "bold"), safe_line(words)))


def _next_words(entry: Entry) -> str:
    state = {"done": "  (done)", "dropped": "  (let go)"}.get(entry.head.next_state or "", "")
    return entry.head.next + state if entry.head.next else ""


def brief_page(screen: Screen, brief: Brief) -> None:
    """The meeting brief, in its nine parts."""
    screen.line(brief_title(brief), "bold")
    screen.line(NOTICE, "dim")
    if brief.is_empty:
        screen.line(f"\n{nothing_yet(brief)}")
        return
    for heading, rows in _sections(screen, brief):
        screen.show(_heading(heading), *rows)
    if brief.tension:
        screen.line("\n" + tension_line(brief.tension), "italic")


def _sections(screen: Screen, brief: Brief) -> Iterable[tuple[str, list[RenderableType]]]:
    if brief.since_last_time:
        yield "Since last time", [_steps(screen, brief)]
    if brief.talk_about:
        yield "Would like to talk about", [_beside([[_line(moment(entry)), _line(entry.short_id, "cyan")] for entry in brief.talk_about])]
    yield words_heading(brief), [row for each in brief.dimensions for row in _dimension(screen, each)]
    if brief.quiet:
        yield "Not written about lately", [_invitation(brief.quiet)]
    if brief.asked:
        yield asked_heading(brief), [_said(brief.asked)]
    if brief.theories:
        yield "Theories in motion", [_theories(brief)]
    if brief.questions:
        yield "Three questions, if useful", [_questions(brief)]


def _steps(screen: Screen, brief: Brief) -> RenderableType:
    shown = brief.since_last_time[-MOST_STEPS:]
    rows = [[_line(speaker(brief, said.entry)), _line(said.text), _line(bare(said.entry.date))] for said in shown]
    earlier = len(brief.since_last_time) - len(shown)
    if earlier:
        rows.insert(0, [_line(""), _line(f"{count(earlier, 'earlier one')}: mentorlog next", "dim"), _line("")])
    return _beside(rows)


def _dimension(screen: Screen, each: DimensionBrief) -> list[RenderableType]:
    name = Text(f"{each.dimension.name:<14}", style="bold")
    rows: list[RenderableType] = [Padding(Text.assemble(name, "  ", facts(each)), (0, 0, 0, 2))]
    for extract in each.extracts:
        quote = Text(f"“{safe_line(extract.text)}”")
        if screen.is_narrow:
            rows.append(Padding(Group(quote, Text(where(extract), style="cyan")), (0, 0, 0, 4)))
        else:
            rows.append(_beside([[quote, Text(where(extract), style="cyan")]], indent=4))
    return rows


def _invitation(quiet: Sequence[Dimension]) -> RenderableType:
    return Padding(_text(invitation(quiet)), (0, 0, 0, 2))


def _said(said: Sequence[Said]) -> RenderableType:
    return _beside([[_line(each.text), _line(bare(each.entry.date))] for each in said])


def _theories(brief: Brief) -> RenderableType:
    rows: list[list[Text]] = []
    for theory in brief.theories:
        known = {row[1].plain for row in rows}
        if theory.earlier and safe_line(theory.earlier.text) not in known:
            rows.append([_line(bare(theory.earlier.entry.date)), _line(theory.earlier.text)])
        rows.append([_line(bare(theory.entry.date)), _line(theory.text)])
    return _after(rows)


def _questions(brief: Brief) -> RenderableType:
    return Padding(Group(*(_text(question_line(brief, each)) for each in brief.questions)), (0, 0, 0, 2))




def found_rows(screen: Screen, found: Sequence[Found]) -> None:
    """What a search found: each entry, and beneath it the line that holds the words."""
    for hit in found:
        source = hit.source
        if isinstance(source, Entry):
            screen.show(Text.assemble(safe_line(f"{short(source.date)} · {source.title}  "), (_mark(source), "cyan")))
        else:
            screen.show(_line(source.path, "bold"))
        screen.show(Padding(_line(hit.line, "dim"), (0, 0, 0, 2)))


def model_page(screen: Screen, dimensions: Sequence[Dimension]) -> None:
    """The whole model, a few lines a dimension, in its fixed order."""
    screen.line(SOURCE, "dim")
    for dimension in dimensions:
        screen.line()
        screen.show(Text.assemble((dimension.name, "bold"), f"  {dimension.kind}, {dimension.source}"))
        strands = ", ".join(strand.name.lower() for strand in dimension.strands)
        screen.show(Padding(Group(_text(dimension.meaning), _text(f"Strands: {strands}."), _text(dimension.tension, "italic")), (0, 0, 0, 2)))
    screen.line()
    screen.line(NAMING)
    screen.line("More about one: mentorlog model critique", "dim")


def dimension_page(screen: Screen, dimension: Dimension) -> None:
    """One dimension whole: both sides of it, its strands, its tension, its source."""
    screen.show(Text.assemble((dimension.name, "bold"), f"  {dimension.kind}"))
    screen.line(dimension.meaning)
    screen.show(_heading("Strands"), _after([[_line(each.name, "bold"), _text(each.meaning)] for each in dimension.strands]))
    screen.show(_heading("What the setting makes possible"), Padding(_text(dimension.setting), (0, 0, 0, 2)))
    screen.show(_heading("Tension"), Padding(_text(dimension.tension), (0, 0, 0, 2)))
    screen.show(_heading("Source"), Padding(Group(_text(f"{dimension.source}, as line and sentence."), _text(SOURCE, "dim")), (0, 0, 0, 2)))


def step_rows(screen: Screen, entries: Sequence[Entry]) -> None:
    """Open next steps, the oldest first, each with what to type for it."""
    screen.show(_beside([[_line(entry.head.next), _line(f"{bare(entry.date)}  {entry.short_id}", "cyan")] for entry in entries], indent=0))


def questions_page(screen: Screen, shown: Sequence[tuple[Dimension, Sequence[tuple[str, Sequence[Question]]]]]) -> None:
    """The bank: each dimension, and under it who is asked what."""
    for dimension, groups in shown:
        screen.show(_heading(dimension.name))
        for name, questions in groups:
            if questions:
                screen.show(Padding(_text(name, "bold"), (0, 0, 0, 2)))
                screen.show(_after([[_line(each.id, "dim"), _text(each.text)] for each in questions], indent=4))

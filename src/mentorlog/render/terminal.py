"""What a person sees at a terminal: lists, entries, the model and the bank."""

from collections.abc import Sequence

from rich.console import Group
from rich.padding import Padding
from rich.table import Table

from mentorlog.entry import Entry
from mentorlog.model import NAMING, SOURCE, Dimension
from mentorlog.period import bare, short, spoken
from mentorlog.questions.bank import Question
from mentorlog.render.screen import Screen, after, beside, body, heading, joined, line
from mentorlog.search import Found
from mentorlog.steps import NextStep


def entry_rows(screen: Screen, entries: Sequence[Entry]) -> None:
    """A list of entries: day, title, class and dimensions, and what to type for each."""
    if screen.is_narrow:
        for entry in entries:
            screen.show(line(entry.title), Padding(line(" · ".join(_listed(entry)), "dim"), (0, 0, 0, 2)))
        return
    table = Table.grid(padding=(0, 2), expand=True)
    for options in ({"no_wrap": True}, {"ratio": 1}, {"no_wrap": True}, {"no_wrap": True, "justify": "right"}):
        table.add_column(**options)
    for entry in entries:
        title = line(entry.title)
        title.append("".join(f"  {each.name.lower()}" for each in entry.dimensions), "dim")
        table.add_row(line(spoken(entry.date)), title, line(entry.head.class_), line(_mark(entry), "cyan"))
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
            screen.show(line(), line(section.heading.lstrip("#> "), "bold cyan"))
        if section.text:
            screen.line(("\n" if not section.heading else "") + section.text)
    later = {
        "Next": _state_words(head.next, head.next_state),
        "Suggested": _state_words(head.suggested, head.suggested_state),
        "Asked": head.ask,
        "Theory": head.theory,
        "Follows": head.follows,
    }
    if any(later.values()):
        screen.line()
    for name, words in later.items():
        if words:
            screen.show(joined((f"{name}: ", "bold"), words))


def thread_rows(screen: Screen, thread: Sequence[tuple[str, Entry]], shown: Entry) -> None:
    """The entries that grew from one another, each with who wrote it; the one that is shown has a mark before it."""
    screen.show(heading("Thread"))
    for who, entry in thread:
        mark = "> " if entry is shown else "  "
        screen.show(
            beside(
                screen,
                joined(mark, f"{bare(entry.date)}  ", (f"{who}  ", "bold"), entry.title),
                entry.short_id,
                indent=0,
            )
        )


def _state_words(words: str, state: str | None) -> str:
    return words + {"done": "  (done)", "dropped": "  (let go)"}.get(state or "", "") if words else ""


def found_rows(screen: Screen, found: Sequence[Found]) -> None:
    """What a search found: each entry, and beneath it the line that holds the words."""
    for hit in found:
        source = hit.source
        if isinstance(source, Entry):
            screen.show(joined(f"{short(source.date)} · {source.title}", "  ", (_mark(source), "cyan")))
        else:
            screen.show(line(source.path, "bold"))
        screen.show(Padding(line(hit.line, "dim"), (0, 0, 0, 2)))


def model_page(screen: Screen, dimensions: Sequence[Dimension]) -> None:
    """The whole model, a few lines a dimension, in its fixed order."""
    screen.line(SOURCE, "dim")
    for dimension in dimensions:
        screen.line()
        screen.show(joined((dimension.name, "bold"), f"  {dimension.kind}, {dimension.source}"))
        strands = ", ".join(strand.name.lower() for strand in dimension.strands)
        screen.show(
            Padding(
                Group(body(dimension.meaning), body(f"Strands: {strands}."), body(dimension.tension, "italic")),
                (0, 0, 0, 2),
            )
        )
    screen.line()
    screen.line(NAMING)
    screen.line("More about one: mentorlog model critique", "dim")


def dimension_page(screen: Screen, dimension: Dimension) -> None:
    """One dimension whole: both sides of it, its strands, its tension, its source."""
    screen.show(joined((dimension.name, "bold"), f"  {dimension.kind}"))
    screen.line(dimension.meaning)
    screen.show(
        heading("Strands"), after([[line(each.name, "bold"), body(each.meaning)] for each in dimension.strands])
    )
    screen.show(heading("What the setting makes possible"), Padding(body(dimension.setting), (0, 0, 0, 2)))
    screen.show(heading("Tension"), Padding(body(dimension.tension), (0, 0, 0, 2)))
    screen.show(
        heading("Source"),
        Padding(Group(body(f"{dimension.source}, as line and sentence."), body(SOURCE, "dim")), (0, 0, 0, 2)),
    )


def handover_rows(screen: Screen, rows: Sequence[tuple[str, str, str]]) -> None:
    """What goes to another folder: each with its title, what of it stays here, and what to type for it."""
    for title, stays, mark in rows:
        words = joined(title, ("    " + stays if stays else "", "dim"))
        screen.show(beside(screen, words, mark))


def step_rows(screen: Screen, steps: Sequence[tuple[str, str, NextStep]]) -> None:
    """Open next steps, the oldest first, each with whose it is, who wrote it down, and what to type for it.

    A name is "" where it would say nothing.
    """
    for who, by, step in steps:
        words = joined((f"{who}  " if who else "", "bold"), step.words)
        told = f"suggested by {by} · " if step.is_suggested else ""
        screen.show(beside(screen, words, f"{told}{bare(step.entry.date)} · {step.entry.short_id}", indent=0))


def questions_page(screen: Screen, shown: Sequence[tuple[Dimension, Sequence[tuple[str, Sequence[Question]]]]]) -> None:
    """The bank: each dimension, and under it who is asked what."""
    for dimension, groups in shown:
        screen.show(heading(dimension.name))
        for name, questions in groups:
            if questions:
                screen.show(Padding(body(name, "bold"), (0, 0, 0, 2)))
                screen.show(after([[line(each.id, "dim"), body(each.text)] for each in questions], indent=4))

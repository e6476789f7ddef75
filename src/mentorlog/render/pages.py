"""Draws lists, entries, the model and the question bank at a terminal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding

from mentorlog.days import bare, short, spoken
from mentorlog.dimensions import Dimension
from mentorlog.entry.entry import Entry
from mentorlog.finding.cards import Card
from mentorlog.finding.search import Hit
from mentorlog.post import BACKGROUND, COUNTING, POST, TENSIONS, Quotation
from mentorlog.questions.bank import Question
from mentorlog.render.screen import Line, Screen, after, beside, body, heading, joined, line
from mentorlog.text import shortened

if TYPE_CHECKING:  # a list of your own should not load `sharing`
    from mentorlog.together.next_steps import OpenStep

_KINDS = {"attribute": "an attribute, of people and institutions,", "behaviour": "a behaviour"}
_LONGEST_NAME = 20  # characters of a name in the last column of a list


def card_rows(screen: Screen, cards: Sequence[Card]) -> None:
    """Show a list of entries: day, title, dimensions and class, and the short id to type for each."""
    if screen.is_narrow:
        for card in cards:
            screen.show(line(card.title), Padding(line(" · ".join(_listed(card)), "dim"), (0, 0, 0, 2)))
        return
    screen.rows([_row(card) for card in cards], widest=1)


def _row(card: Card) -> tuple[Line, ...]:
    dimensions = "".join(f"  {dimension.name.lower()}" for dimension in card.dimensions)
    words = joined(card.title, (dimensions, "dim"))
    return (line(spoken(card.date)), words, line(card.class_), line(_mark(card), "cyan"))


def _listed(card: Card) -> list[str]:
    dimensions = (dimension.name.lower() for dimension in card.dimensions)
    facts = [short(card.date), card.class_, *dimensions, _mark(card)]
    return [fact for fact in facts if fact]


def _mark(card: Card) -> str:
    """The short id to type, and whose entry it is: another person's, with their name, or one that is shared."""
    if card.by:
        news = {"new": "new from", "updated": "updated by"}.get(card.news, "from")
        return f"{card.short_id} {news} {shortened(card.by, _LONGEST_NAME)}"
    return card.short_id + (" shared" if card.share else "")


def entry_page(screen: Screen, entry: Entry, by: str = "") -> None:
    """Show an entry in full: its facts, its body, and the rest of its front matter in words.

    `by` is the name of the writer, if it is not the reader.
    """
    head = entry.head
    facts = [spoken(entry.date), head.class_, head.subject, head.kind if head.kind != "reflection" else "", entry.id]
    screen.line(entry.title, "bold")
    access = f"shared by {by}" if by else "shared" if entry.is_shared else "private"
    screen.line(" · ".join(fact for fact in (*facts, access) if fact), "dim")
    for section in entry.sections:
        if section.heading:
            screen.show(line(), line(section.heading.lstrip("#> "), "bold cyan"))
        if section.text:
            screen.line(("\n" if not section.heading else "") + section.text)
    words_of_head = {
        "Next": _state_words(head.next, head.next_state),
        "Suggested": _state_words(head.suggested, head.suggested_state),
        "Asked": head.ask,
        "Theory": head.theory,
        "Follows": head.follows,
    }
    if any(words_of_head.values()):
        screen.line()
    for name, words in words_of_head.items():
        if words:
            screen.show(joined((f"{name}: ", "bold"), words))


def thread_rows(screen: Screen, thread: Sequence[tuple[str, Entry]], shown: Entry) -> None:
    """Show a thread of entries, each with its writer's name, and a mark before the one that is `shown`."""
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


def hit_rows(screen: Screen, hits: Sequence[Hit]) -> None:
    """Show the hits of a search: each entry, and below it the line that contains the words."""
    for hit in hits:
        if hit.card:
            screen.show(joined(f"{short(hit.card.date)} · {hit.card.title}", "  ", (_mark(hit.card), "cyan")))
        else:
            screen.show(line(hit.path, "bold"))
        screen.show(Padding(line(hit.line, "dim"), (0, 0, 0, 2)))


def model_page(screen: Screen, dimensions: Sequence[Dimension]) -> None:
    """Show the whole model in its fixed order: for each dimension, a line from the post, one read and one of ours."""
    screen.line(f"Post: {POST}.")
    screen.line("Read: what we read out of it, such as the kinds and the names. Ours: our own words.")
    for dimension in dimensions:
        strands = "; ".join(strand.name.lower() for strand in dimension.strands)
        rows = (
            ("post", _quoted(dimension.quotation)),
            ("read", body(f"{dimension.kind.capitalize()}: {strands}.")),
            ("ours", body(f"Tension: {dimension.tension[0].lower()}{dimension.tension[1:]}", "italic")),
        )
        called = f"  {dimension.called}" if dimension.called else ""
        screen.show(line(), joined((dimension.name, "bold"), called))
        screen.show(after([[line(label, "dim"), words] for label, words in rows]))
    screen.line()
    screen.line(TENSIONS)
    screen.line("Rachel Lofthouse has not endorsed mentorlog.")
    screen.line("More about one: mentorlog model critique", "dim")


def dimension_page(screen: Screen, dimension: Dimension) -> None:
    """Show one dimension in full, in three parts: what the post says, what we read out of it, and what is ours."""
    screen.show(joined((dimension.name, "bold"), f"  {dimension.source}"))
    quotations = (dimension.quotation, *(strand.quotation for strand in dimension.strands))
    called = [body(f"It is {dimension.called}.")] if dimension.called else []
    screen.show(heading("The post says"), _indented(*map(_quoted, quotations), *called))
    read = [body(text) for text in (dimension.meaning, *dimension.readings)]
    screen.show(heading("Read out of it"), _indented(read[0]))
    for strand in dimension.strands:
        screen.show(_indented(line(strand.name, "bold"), Padding(body(strand.meaning), (0, 0, 0, 2))))
    screen.show(_indented(*read[1:], body(f"That it is {_KINDS[dimension.kind]} is our reading (L10.2).")))
    ours = (
        ("What the setting makes possible", dimension.setting),
        ("Tension", dimension.tension),
        ("Invitation to both", dimension.invitation),
    )
    screen.show(heading("Ours"))
    for name, text in ours:
        screen.show(_indented(line(name, "bold"), Padding(body(text), (0, 0, 0, 2))))
    screen.show(_indented(line(f"The questions: mentorlog questions -d {dimension.id}")))
    first = dimension.quotation
    screen.show(heading("The post"), _indented(body(f"{POST}."), body(BACKGROUND)))
    screen.show(_indented(body(f"{first.where} is {first.place}. {COUNTING}", "dim")))


def _quoted(quotation: Quotation) -> Line:
    return joined(f"“{quotation.words}”  ", (quotation.where, "dim"))


def _indented(*parts: Line | Padding) -> Padding:
    return Padding(Group(*parts), (0, 0, 0, 2))


def handover_rows(screen: Screen, rows: Sequence[tuple[str, str, str, str]]) -> None:
    """Show the entries of a plan to share: for each its title, private parts, words quoted first and short id."""
    for title, stays, quoted, mark in rows:
        words = joined(title, ("    " + stays if stays else "", "dim"))
        screen.show(beside(screen, words, mark))
        if quoted:
            screen.show(Padding(line(f"“{quoted}”"), (0, 0, 0, 4)))


def numbered_rows(screen: Screen, rows: Sequence[str]) -> None:
    """Show sentences to choose from, numbered from 1."""
    if rows:
        screen.show(
            Padding(after([[line(f"{number:>2}"), line(row)] for number, row in enumerate(rows, 1)]), (0, 0, 0, 2))
        )


def step_rows(screen: Screen, steps: Sequence["OpenStep"]) -> None:
    """Show open next steps in the order given: who does it, the words, who suggests it, and its short id."""
    for listed in steps:
        step, who = listed.step, f"{listed.doer}  " if listed.doer else ""
        source = f"suggested by {listed.writer} · " if step.is_suggested else ""
        mark = f"{source}{bare(step.entry.date)} · {step.entry.short_id}"
        screen.show(beside(screen, joined((who, "bold"), step.words), mark, indent=0))


def questions_page(screen: Screen, shown: Sequence[tuple[Dimension, Sequence[tuple[str, Sequence[Question]]]]]) -> None:
    """Show the question bank: each dimension, and under it the questions for each kind of reader."""
    for dimension, groups in shown:
        screen.show(heading(dimension.name))
        for name, questions in groups:
            if questions:
                screen.show(Padding(body(name, "bold"), (0, 0, 0, 2)))
                screen.show(
                    after([[line(question.id, "dim"), body(question.text)] for question in questions], indent=4)
                )

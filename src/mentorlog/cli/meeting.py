"""`mentorlog meeting`: what each said they would do, what is to be talked about, notes, and one next thing each."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Annotated

import typer

from mentorlog.ask import Asker, Command, OnChange
from mentorlog.cli import options
from mentorlog.cli.asking import asker_for
from mentorlog.cli.context import World, world_of
from mentorlog.cli.details import new_keeper
from mentorlog.cli.drafting import LeftOffError, in_a_draft
from mentorlog.cli.guarding import note_names, reworded_texts
from mentorlog.cli.pairing import pair_for
from mentorlog.cli.people import only_person
from mentorlog.cli.saving import tell
from mentorlog.composition import new_text
from mentorlog.entry import Entry
from mentorlog.errors import InputNeededError
from mentorlog.journal.drafts import JOURNAL_KEY
from mentorlog.journal.journal import Journal
from mentorlog.journal.keeping import Keeper
from mentorlog.journal.pair import Pair
from mentorlog.meeting import Meeting, Settled, outcome_in, steps_of
from mentorlog.period import bare, read_day, spoken
from mentorlog.render.lines import say
from mentorlog.text import safe_line, typed
from mentorlog.toml import Values

Notes = Annotated[str, typer.Option(metavar="TEXT", help="What to keep from it, without being asked.")]
Next = Annotated[str, typer.Option("--next", metavar="TEXT", help="One next thing for you, without being asked.")]
Day = Annotated[str, typer.Option("--date", metavar="DAY", help="The day of the meeting.")]
Share = Annotated[bool, typer.Option("--share", help="Let the other person see it.")]
_CHOICE = "1 done  2 carry  3 let go, and a word why if you like"


def command(
    context: typer.Context,
    with_: options.With = "",
    day: Day = "today",
    notes: Notes = "",
    next_: Next = "",
    is_shared: Share = False,
) -> None:
    """Walk through a meeting. What each said they would do, what to talk about, notes, one next thing each."""
    world = world_of(context)
    journal = world.journal(to_write=True)
    person = only_person(journal.settings.people, with_)
    pair = pair_for(world, (), person.name)
    values: Values = {"date": read_day(day, world.today), "role": journal.settings.role}
    values |= {"share": "mentor"} if is_shared else {}
    talk = _Talk(world, journal, new_keeper(world, values["date"]), values, Meeting(person.name))
    mine, theirs = _steps(pair)
    if notes or next_:
        clean = [" ".join(typed(words)[0].split()) if words is next_ else typed(words)[0] for words in (notes, next_)]
        note_names(journal, talk.save(replace(talk.made, notes=clean[0], next=clean[1])))
    elif world.can_ask:
        talk.walk(mine, theirs, [entry for entry in (*pair.writer.entries, *pair.others) if entry.head.talk])
    else:
        raise InputNeededError("a meeting needs a terminal", hint="mentorlog meeting --notes '…' --next '…'")


def _steps(pair: Pair) -> tuple[list[Entry], list[Entry]]:
    """My open steps, of those that are between the two of us or mine alone, and theirs."""
    own, theirs = (pair.writer.entries, pair.others) if pair.is_own else (pair.others, pair.writer.entries)
    return steps_of(own), steps_of(theirs)


@dataclass
class _Talk:
    """The conversation at the terminal; every word of it is in a draft."""

    world: World
    journal: Journal
    keeper: Keeper
    values: Values
    made: Meeting
    asker: Asker = field(init=False)

    def walk(self, mine: Sequence[Entry], theirs: Sequence[Entry], flagged: Sequence[Entry]) -> None:
        self.world.drafts.prepare()
        self.asker = asker_for(self.world)
        with in_a_draft(self.world, self.keeper):
            self._ask(mine, theirs, flagged)
            known = (self.journal.settings.name, self.made.other)
            self.made = self.made.with_texts(reworded_texts(self.asker, self.made.texts(), known))
            self.save(self.made)

    def _ask(self, mine: Sequence[Entry], theirs: Sequence[Entry], flagged: Sequence[Entry]) -> None:
        other = self.made.other
        self.asker.say(f"{spoken(self.values['date'])} · with {other}    /stop keeps a draft")
        for entry in mine:
            self._settle(entry, "You", is_own=True)
        for entry in theirs:
            self._settle(entry, other, is_own=False)
        if flagged:
            self.asker.say("\nTo talk about:")
        for entry in flagged:
            self.asker.say(f"  {bare(entry.date)}  {entry.title}  ({entry.short_id})")
        self._put(notes=self._long("What would you like to keep from this conversation?", "notes"))
        self._put(next=self._line("One next thing for you?", "(Enter for none)", "next"))
        self._put(others_next=self._line(f"One next thing for {other}?", "(Enter for none)", "others_next"))

    def _settle(self, entry: Entry, who: str, *, is_own: bool) -> None:
        while True:
            reply = self._line(f"{who}, {bare(entry.date)}: {entry.head.next}", f"{_CHOICE}  [2]")
            if found := outcome_in(reply):
                name = self.journal.settings.name or "I" if is_own else who
                self._put(settled=(*self.made.settled, Settled(entry, name, *found, is_own=is_own)))
                return
            self.asker.say("1, 2 or 3, please, and then a word why if you like.")

    def _put(self, **parts: object) -> None:
        self.made = replace(self.made, **parts)  # type: ignore[arg-type]
        self._keep(self.made)

    def _keep(self, made: Meeting) -> None:
        if not made.is_empty:
            ours = {JOURNAL_KEY: str(self.journal.root)}
            self.keeper.keep_entry({**self.values, **made.values(), **ours}, made.answers())

    def _line(self, prompt: str, note: str, part: str = "") -> str:
        reply = self.asker.line(prompt, note, "", self._keeping(part))
        return self._unless_stopped(" ".join(typed(reply.text)[0].split()), reply.command, part)

    def _long(self, prompt: str, part: str) -> str:
        reply = self.asker.long(prompt, "(Enter twice to finish)", "", self._keeping(part))
        return self._unless_stopped(typed(reply.text)[0], reply.command, part)

    def _keeping(self, part: str) -> OnChange:
        """Keeps what is being typed into one part of the meeting."""

        def keep(text: str) -> None:
            if part:
                self._keep(replace(self.made, **{part: typed(text)[0]}))  # type: ignore[arg-type]

        return keep

    def _unless_stopped(self, words: str, command: Command | None, part: str) -> str:
        if command is Command.STOP:
            if part and words:
                self._put(**{part: words})
            raise LeftOffError
        return words

    def save(self, made: Meeting) -> Entry | None:
        """Write the meeting down, and close the writer's own steps with it, as one change. None if it is empty."""
        if made.is_empty:
            say("Nothing was written, so nothing was saved.")
            return None
        self._keep(made)
        values = {**self.values, **made.values()}
        text = new_text({"id": self.keeper.id, **values}, made.answers())
        closed = [(each.entry, {"next_state": each.state}) for each in made.settled if each.is_own and each.state]
        day, title = values["date"], str(values["title"])
        entry = self.keeper.save_by(text, lambda: self.journal.add_with(day, title, text, closed, "meeting"))
        tell(self.world, self.journal, entry, as_json=False)
        for each in made.settled:
            if not each.is_own and each.state:
                say(f"{safe_line(each.who)} closes theirs with: mentorlog next done {each.entry.short_id}")
        return entry

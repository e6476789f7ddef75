"""`mentorlog next take`: what somebody suggests to me becomes a step of my own."""

from collections.abc import Sequence

from mentorlog.cli.world import World
from mentorlog.cli.writing.flags import new_keeper
from mentorlog.cli.writing.saving import save_at_once
from mentorlog.conversation.steps import NextStep, open_steps
from mentorlog.entry.entry import Entry
from mentorlog.errors import ContentError
from mentorlog.files.toml import Values
from mentorlog.finding.selection import entry_named
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person
from mentorlog.sharing.pair import shared_with_me
from mentorlog.sharing.people import only_person
from mentorlog.text import shortened, typed_line


def take(world: World, names: Sequence[str], with_: str, *, is_shared: bool) -> None:
    """Each becomes a step of one's own, in an entry of one's own that follows theirs."""
    journal = world.journal(to_write=True)
    theirs = shared_with_me(journal, only_person(journal.settings.people, with_).name if with_ else "")
    found = [_values(theirs, journal, name) for name in names]
    for values in found:
        shared: Values = {"share": "mentor"} if is_shared else {}
        save_at_once(
            world, new_keeper(world, world.today), {"date": world.today, **values, **shared}, [], as_json=False
        )


def _values(theirs: Sequence[tuple[Person, Entry]], journal: Journal, name: str) -> Values:
    meant = entry_named(name, [entry for _, entry in theirs])
    person = next(person for person, entry in theirs if entry is meant)
    if NextStep(meant, is_suggested=True) not in open_steps([meant], journal.read().entries):
        raise ContentError(f"{meant.short_id} suggests nothing that is still open", hint="mentorlog next")
    words = typed_line(meant.head.suggested)
    return {"kind": "step", "title": shortened(words), "next": words, "follows": meant.id, "with": person.name}

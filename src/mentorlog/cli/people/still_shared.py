"""Copies that somebody still has of entries that are not shared any more: one line, wherever that comes about."""

from collections.abc import Iterator

from mentorlog.cli.world import World
from mentorlog.errors import MentorlogError
from mentorlog.journal.folder import Contents
from mentorlog.journal.journal import Journal
from mentorlog.render.lines import say
from mentorlog.text import count, safe_line


def say_lingering(world: World, journal: Journal) -> None:
    """After a change: who still has copies that the next share would take back."""
    if journal.settings.people:
        for line in lingering(world, journal, journal.read()):
            say(line)


def lingering(world: World, journal: Journal, contents: Contents) -> Iterator[str]:
    """A line for each person. A folder that is not there says nothing."""
    people = journal.settings.people
    if not people:
        return
    from mentorlog.sharing.shares import Shares

    try:
        shares = Shares.of(world.state, journal)
    except MentorlogError:
        return  # `share` says it
    for person in people:
        if number := len(shares.left_with(person, contents)):
            name = safe_line(person.name)
            entries = count(number, "entry that you do not share now is", "entries that you do not share now are")
            with_ = f" --with '{name}'" if len(people) > 1 else ""
            yield f"{entries} still with {name} until: mentorlog share{with_}"

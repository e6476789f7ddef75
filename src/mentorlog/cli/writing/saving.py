"""Saves entries at the command line, and tells the writer what was saved."""

from collections.abc import Sequence

from mentorlog.cli.name_guard import note_names
from mentorlog.cli.world import World
from mentorlog.days import short, spoken
from mentorlog.drafting import at_once
from mentorlog.entry.compose import Answer
from mentorlog.entry.entry import Entry
from mentorlog.entry.private import says_just_for_me
from mentorlog.files.toml import Values
from mentorlog.journal.journal import Journal
from mentorlog.journal.keeper import Keeper
from mentorlog.render import formats
from mentorlog.render.lines import out, say, warn
from mentorlog.sharing.audience import is_with_somebody


def keep_at_once(world: World, keeper: Keeper, values: Values, answers: Sequence[Answer]) -> None:
    """Put an entry into its draft, with the folder of its journal if that is known."""
    at_once.keep_at_once(keeper, world.known_root(), values, answers)


def save_at_once(world: World, keeper: Keeper, values: Values, answers: Sequence[Answer], *, as_json: bool) -> None:
    """Save an entry that came without questions, and show the words in it that may be names."""
    note_names(*saved(world, keeper, values, answers, as_json=as_json))


def saved(
    world: World, keeper: Keeper, values: Values, answers: Sequence[Answer], *, as_json: bool
) -> tuple[Journal, Entry]:
    """Save an entry and say so. The words are in a draft before the journal is looked for."""
    keep_at_once(world, keeper, values, answers)
    journal, entry = at_once.save_at_once(keeper, lambda: journal_for(world), values, answers)
    tell(world, journal, entry, as_json=as_json)
    return journal, entry


def journal_for(world: World) -> Journal:
    """Open the journal to write to; the first time, at a terminal, set one up by asking."""
    if world.expected_root() is None and world.can_ask:
        from mentorlog.cli.people.first_run import welcome

        welcome(world)
    return world.journal(to_write=True)


def _warn_of_private(entry: Entry) -> None:
    """Warn that a typed 'Just for me' was saved as text and begins no private section."""
    if any(says_just_for_me(section.text) for section in entry.open_sections):
        warn(
            "a line that says 'Just for me' was saved as ordinary text. No brief quotes what follows it; "
            f"to make it a private section, take away the backslash: mentorlog edit {entry.short_id}"
        )


def tell(world: World, journal: Journal, entry: Entry, *, as_json: bool) -> None:
    """Say what was saved, and where."""
    _warn_of_private(entry)
    if as_json:
        out(formats.as_json(formats.entry_json(entry, journal.root / entry.path)))
        return
    facts = [entry.short_id, *(dimension.id for dimension in entry.dimensions)]
    if entry.date != world.today:
        facts.append(short(entry.date) if entry.date.year == world.today.year else spoken(entry.date))
    facts.append("shared" if entry.is_shared else "private")
    say(f"Saved  {entry.path}    {' · '.join(facts)}")
    if entry.is_shared and not is_with_somebody(entry) and journal.settings.people:
        say(f"It does not say with whom it is shared: mentorlog edit {entry.short_id} --set with=NAME")


def say_nothing_saved() -> None:
    say("Nothing was written, so nothing was saved.")

"""Saves a meeting at once from flags, and tells the writer what was saved."""

from dataclasses import replace

from mentorlog.cli.name_guard import note_names
from mentorlog.cli.world import World
from mentorlog.cli.writing.flags import new_keeper
from mentorlog.cli.writing.saving import keep_at_once, say_nothing_saved, tell
from mentorlog.conversation.meeting import Meeting
from mentorlog.conversation.steps import STATES
from mentorlog.drafting.meeting import DraftedMeeting, save_meeting
from mentorlog.entry.entry import Entry
from mentorlog.files.toml import Values
from mentorlog.journal.journal import Journal
from mentorlog.render.lines import say
from mentorlog.sharing.people import only_person
from mentorlog.text import safe_line

_ACTIONS = {state: action for action, state in STATES.items()}


def write_down(world: World, values: Values, meeting: Meeting) -> None:
    """Save a meeting at once. Its words are in a draft before the journal and the other person are looked up."""
    keeper = new_keeper(world, values["date"])
    keep_at_once(world, keeper, {**values, **meeting.values()}, meeting.body())
    with keeper.saving():
        journal = world.journal(to_write=True)
        person = only_person(journal.settings.people, meeting.other)
    meeting = replace(meeting, other=person.name)
    entry = save_meeting(journal, DraftedMeeting(meeting, values, keeper))
    tell_of_meeting(world, journal, meeting, entry)
    note_names(journal, entry)


def tell_of_meeting(
    world: World, journal: Journal, meeting: Meeting, entry: Entry | None, *, as_json: bool = False
) -> None:
    """Tell the writer what was saved of a meeting, which steps the other person closes, and how to share it."""
    if entry is None:
        say_nothing_saved()
        return
    tell(world, journal, entry, as_json=as_json)
    if not as_json:
        _say_next_commands(meeting, entry)


def _say_next_commands(meeting: Meeting, entry: Entry) -> None:
    for outcome in meeting.settled:
        promise = outcome.promise
        if outcome.state and not promise.is_own:
            flag = " --suggested" if promise.is_suggested else ""
            step = f"{_ACTIONS[outcome.state]} {promise.entry_id.rpartition('-')[2]}{flag}"
            say(f"{safe_line(meeting.other)} closes theirs with: mentorlog next {step}")
    if not entry.is_shared:
        say(f"Only you can see it. Share it when you are ready: mentorlog share {entry.short_id}")

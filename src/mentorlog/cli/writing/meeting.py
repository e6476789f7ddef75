"""Saves a meeting at once from flags, tells the writer what was saved, and shares it."""

from collections.abc import Sequence
from dataclasses import replace

from mentorlog.cli.confirm import agrees
from mentorlog.cli.name_guard import note_names
from mentorlog.cli.world import World
from mentorlog.cli.writing.flags import new_keeper
from mentorlog.cli.writing.handover import carry_out, guarded
from mentorlog.cli.writing.saving import keep_at_once, say_nothing_saved, tell
from mentorlog.conversation.meeting import Meeting
from mentorlog.conversation.steps import STATES
from mentorlog.drafting.left_open import meeting_again
from mentorlog.drafting.meeting import DraftedMeeting
from mentorlog.drafting.saved_meeting import SavedMeeting, save_meeting
from mentorlog.entry.entry import Entry
from mentorlog.errors import MentorlogError
from mentorlog.files.toml import Values
from mentorlog.guard.in_entry import is_at_risk
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person, person_called
from mentorlog.render.lines import say, warn
from mentorlog.render.share_plan import show_plan
from mentorlog.sharing.people import only_person
from mentorlog.sharing.share import Share
from mentorlog.sharing.shared_folder import shared_folder
from mentorlog.text import safe_line, with_full_stop

_ACTIONS = {state: action for action, state in STATES.items()}


def write_down(world: World, values: Values, meeting: Meeting) -> None:
    """Save a meeting at once. Its words are in a draft before the journal and the other person are looked up."""
    keeper = new_keeper(world, values["date"])
    keep_at_once(world, keeper, {**values, **meeting.values()}, meeting.body())
    with keeper.saving():
        journal = world.journal(to_write=True)
        person = only_person(journal.settings.people, meeting.other)
    keeper.again = meeting_again(journal.settings.people, person.name)
    meeting = replace(meeting, other=person.name)
    saved = save_meeting(journal, DraftedMeeting(meeting, values, keeper))
    tell_of_meeting(world, journal, meeting, saved)
    if saved:
        _say_how_to_share(saved.entries)
        note_names(journal, saved.entry)


def tell_of_meeting(
    world: World, journal: Journal, meeting: Meeting, saved: SavedMeeting | None, *, as_json: bool = False
) -> None:
    """Tell the writer what was saved of a meeting, which steps it could not close, and what the other person does."""
    if saved is None:
        say_nothing_saved()
        return
    tell(world, journal, saved.entry, as_json=as_json)
    if as_json:
        return
    for step in saved.steps:
        tell(world, journal, step, as_json=False)
    for left in saved.not_closed:
        words = f"“{left.settled.point.words}” wasn't marked as {left.settled.state}."
        warn(f"{words} {left.reason} What you said about it is in your notes.")
    _say_commands_of_the_other(meeting)


def _say_commands_of_the_other(meeting: Meeting) -> None:
    """Say how the other person closes their own steps, and makes a step of what they will do."""
    other = safe_line(meeting.other)
    for outcome in meeting.settled:
        point = outcome.point
        short_id = point.entry_id.rpartition("-")[2]
        if outcome.state and not point.is_own:
            flag = " --suggested" if point.kind == "suggested" else ""
            say(f"To close their step, {other} can type: mentorlog next {_ACTIONS[outcome.state]} {short_id}{flag}")
        elif outcome.is_theirs_to_do:
            say(f"To add it to their steps, {other} can type: mentorlog next take {short_id}")


def _say_how_to_share(entries: Sequence[Entry]) -> None:
    if line := _how_to_share(entries):
        say(line)


def _how_to_share(entries: Sequence[Entry]) -> str:
    """How to share a meeting later; "" if it is shared, or if a line in it suggests that a child is at risk."""
    if entries[0].is_shared or any(map(is_at_risk, entries)):
        return ""
    ids = " ".join(entry.short_id for entry in entries)
    return f"Only you can see this. To share it: mentorlog share {ids}"


def offer_to_share(world: World, journal: Journal, other: str, saved: SavedMeeting) -> None:
    """Ask whether to share the notes of a guided meeting, and hand them over at once, with the steps it made.

    Only these entries leave. Other entries that are marked to share wait for `mentorlog share`, because the two may be
    looking at one screen. So one question is enough: what goes was on the screen just now. It is not asked of notes
    that are shared already, if there is no folder for copies, or after a line that suggests a child at risk.
    """
    later = _how_to_share(saved.entries)
    person = person_called(journal.settings.people, other)
    if not later:
        return
    if person is None or not person.my_folder:
        say(later)
    elif agrees(world, _question(person, saved), hint="mentorlog share", stopped=later, is_default=True):
        _share(world, journal, person, saved.entries)
    else:
        say(later)


def _question(person: Person, saved: SavedMeeting) -> str:
    steps = {0: "", 1: " and your new step"}.get(len(saved.steps), " and your new steps")
    return f"Share these notes{steps} with {safe_line(person.name)}?"


def _share(world: World, journal: Journal, person: Person, entries: Sequence[Entry]) -> None:
    share = Share.of(journal, person, world.today)
    try:
        shared_folder(person, "to")
    except MentorlogError as error:
        share.mark(entries)
        reason = with_full_stop(str(error))
        say(f"{reason[0].upper()}{reason[1:]} Your notes are marked to share. To send them later: mentorlog share")
        return
    share.sweep()
    contents, paths = journal.read(), {entry.path for entry in entries}
    named = [entry for entry in contents.entries if entry.path in paths]
    others = share.others_than(named, contents)
    plan, reworded = guarded(world, share, share.plan(contents, named, others), named)
    show_plan(world.screen, person.name, plan, is_agreed=True)
    carry_out(world, share, plan, named, is_agreed=True, reworded=reworded)
    share.refuse_left_alone(plan)

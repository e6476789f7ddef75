"""The guided meeting, at the terminal."""

from mentorlog.ask.asker import Asker
from mentorlog.cli.confirm import asker_for
from mentorlog.cli.guided.ask import ask_steps, without_names
from mentorlog.cli.guided.draft import in_a_draft
from mentorlog.cli.guided.resume import ask_left_open
from mentorlog.cli.people.theirs import mark_seen
from mentorlog.cli.world import World
from mentorlog.cli.writing.flags import new_keeper
from mentorlog.cli.writing.meeting import offer_to_share, tell_of_meeting
from mentorlog.days import spoken
from mentorlog.drafting.left_open import is_meeting, open_drafts
from mentorlog.drafting.meeting import DraftedMeeting, begin_meeting, resume_meeting
from mentorlog.drafting.saved_meeting import save_meeting
from mentorlog.entry.entry import Entry
from mentorlog.errors import InputNeededError
from mentorlog.files.toml import Values
from mentorlog.journal.journal import Journal
from mentorlog.sharing.people import only_person
from mentorlog.sharing.shared_with_me import shared_with_me


def guide_meeting(world: World, name: str, flags: Values) -> None:
    """Guide a meeting with this person from the beginning, or resume one that was interrupted."""
    journal = world.journal(to_write=True)
    person = only_person(journal.settings.people, name)
    if not world.can_ask:
        raise InputNeededError("a meeting needs a terminal", hint="mentorlog meeting --notes '…' --next '…'")
    world.drafts.prepare()
    asker = asker_for(world)
    drafts = [draft for draft in open_drafts(world.drafts, journal) if is_meeting(draft, person)]
    left = ask_left_open(world, asker, drafts)
    contents = journal.read()  # only now: an entry may have become private while the question waited
    if left:
        meeting = resume_meeting(world.drafts, journal, contents, left, flags)
    else:
        values = {"date": world.today, **flags}
        meeting = begin_meeting(journal, contents, person.name, values, new_keeper(world, values["date"]))
    mark_seen(world, journal, _shown(journal, person.name, meeting))
    hold_meeting(world, asker, journal, meeting)


def _shown(journal: Journal, name: str, meeting: DraftedMeeting) -> list[Entry]:
    """The other person's entries that the meeting is about."""
    about = {point.entry_id for point in meeting.walk.points}
    return [entry for entry in shared_with_me(journal, name).entries if entry.head.talk or entry.id in about]


def hold_meeting(
    world: World, asker: Asker, journal: Journal, meeting: DraftedMeeting, *, as_json: bool = False
) -> None:
    """Ask the steps of a meeting, save it, and offer to share it. Raises StoppedError if the person stops.

    Until it is saved, the draft remains.
    """
    with in_a_draft(world, meeting.keeper):
        if meeting.missing:
            asker.say(meeting.missing)
        about = f"{spoken(meeting.values['date'])} · with {meeting.walk.other}"
        meeting = without_names(asker, journal, ask_steps(world, asker, journal, meeting, about))
        saved = save_meeting(journal, meeting)
    tell_of_meeting(world, journal, meeting.walk, saved, as_json=as_json)
    if saved and not as_json:
        offer_to_share(world, journal, meeting.walk.other, saved)

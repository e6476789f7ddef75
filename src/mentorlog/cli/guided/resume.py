"""Asks what to do with an open draft: resume it, start another entry, save it as it is, or discard it."""

from collections.abc import Sequence

from mentorlog.ask.asker import Asker
from mentorlog.cli.world import World
from mentorlog.drafting.left_open import LeftOpen, describe
from mentorlog.errors import NotFoundError, StoppedError
from mentorlog.journal.drafts import Draft

_GO_ON, _START_ANOTHER, _SAVE, _THROW_AWAY = "1", "2", "3", "4"


def ask_left_open(world: World, asker: Asker, drafts: Sequence[Draft], *, is_resumed: bool = False) -> LeftOpen | None:
    """Ask which of the open drafts to resume; None means to begin a new entry.

    With `is_resumed` the person has already chosen to resume one. Raises StoppedError at Ctrl-C, and NotFoundError if
    there is no draft to resume.
    """
    if not drafts and is_resumed:
        raise NotFoundError("there is no draft to go on with", hint="mentorlog new")
    try:
        return _wanted(world, asker, drafts, is_resumed=is_resumed) if drafts else None
    except (KeyboardInterrupt, EOFError):
        raise StoppedError("Nothing was changed.") from None


def _wanted(world: World, asker: Asker, drafts: Sequence[Draft], *, is_resumed: bool) -> LeftOpen | None:
    draft = drafts[0] if len(drafts) == 1 else _chosen(asker, drafts)
    wish = _GO_ON if is_resumed else _wish(asker, draft)
    if wish == _THROW_AWAY:
        world.drafts.discard(draft.id)
    return None if wish in (_START_ANOTHER, _THROW_AWAY) else LeftOpen(draft, is_finished=wish == _SAVE)


def _chosen(asker: Asker, drafts: Sequence[Draft]) -> Draft:
    """Ask which of several drafts is meant; Enter means the first, which was written last."""
    asker.say(f"You left {len(drafts)} open:")
    for number, draft in enumerate(drafts, start=1):
        asker.say(f"  {number}  {describe(draft)}")
    while True:
        choice = asker.line("Which one?", "[1]", "", lambda _: None).text.strip() or "1"
        if choice.isdecimal() and 1 <= int(choice) <= len(drafts):
            return drafts[int(choice) - 1]
        asker.say(f"A number from 1 to {len(drafts)}, please.")


def _wish(asker: Asker, draft: Draft) -> str:
    """Ask what to do with a draft; Enter resumes it."""
    asker.say(f"You left one open on {describe(draft)}.")
    while True:
        reply = asker.line("1 go on  2 start another  3 save it as it is  4 throw it away", "[1]", "", lambda _: None)
        wish = reply.text.strip() or _GO_ON
        if wish in (_GO_ON, _START_ANOTHER, _SAVE, _THROW_AWAY):
            return wish
        asker.say("A number from 1 to 4, please.")

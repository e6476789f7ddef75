"""Hands copies over at the command line: the name guard, then the copies that would go, then the handover."""

from collections.abc import Sequence

from mentorlog.brief.highlighting import sentences_of, with_highlight
from mentorlog.cli.confirm import is_yes, reply_to
from mentorlog.cli.name_guard import revision_of
from mentorlog.cli.world import World
from mentorlog.entry.entry import Entry
from mentorlog.errors import ContentError
from mentorlog.render.lines import say
from mentorlog.render.share_plan import done_with, not_shared, question_about, show_plan, show_sentences
from mentorlog.sharing.plan import Plan
from mentorlog.sharing.share import Revision, Share


def guarded(
    world: World, share: Share, plan: Plan, named: Sequence[Entry], *, is_agreed: bool = False
) -> tuple[Plan, int]:
    """Show the words that may be names, and return the plan as the writer rewords it, with the number of entries.

    Raises StoppedError at Ctrl-C.
    """
    revision = revision_of(world, share.journal, plan, is_agreed=is_agreed)
    if revision.is_empty:
        return plan, 0
    return share.revise(plan, named, revision), len(revision.wordings)


def carry_out(
    world: World, share: Share, plan: Plan, named: Sequence[Entry], *, is_agreed: bool, reworded: int
) -> None:
    """Carry out the plan if the person agrees. The ledger records the copies even if nothing changes.

    `reworded` is the number of entries that were changed on the way.
    """
    if plan.edits and not is_agreed:
        plan, reworded, is_agreed = _asked(world, share, plan, named, reworded)
    if plan.edits and not is_agreed:
        say(not_shared(reworded))
    elif share.carry_out(plan):
        say(f"{done_with(plan)} To undo: mentorlog undo")
    elif plan.edits:
        say("This was just done in another window.")


def _asked(world: World, share: Share, plan: Plan, named: Sequence[Entry], changed: int) -> tuple[Plan, int, bool]:
    """Ask about the plan until the reply is no entry's id. Returns the plan, the entries changed, and whether to go on.

    At an entry's id, the writer chooses which of its sentences is quoted first.
    """
    while True:
        question, stopped = question_about(plan), not_shared(changed)
        reply = reply_to(world, question, "[y/N or a code]", hint="mentorlog share --yes", stopped=stopped)
        entry = None if is_yes(reply) else plan.going(reply)
        if entry is None:
            return plan, changed, is_yes(reply)
        if text := _text_chosen(world, entry, stopped):
            plan, changed = share.revise(plan, named, Revision(texts={entry.path: text})), changed + 1
            show_plan(world.screen, share.person.name, plan, is_asked=True)


def _text_chosen(world: World, entry: Entry, stopped: str) -> str:
    """Ask which sentence of an entry is quoted first. Returns the entry's new text; "" if it stays as it is."""
    sentences = sentences_of(entry)
    show_sentences(world.screen, entry, sentences)
    while sentences:
        reply = reply_to(
            world,
            "Which sentence should be quoted first?",
            "(Enter leaves it as it is)",
            hint="mentorlog share --yes",
            stopped=stopped,
        )
        if not reply:
            return ""
        if reply.isdecimal() and 1 <= int(reply) <= len(sentences):
            try:
                return with_highlight(entry, int(reply) - 1)
            except ContentError as error:
                say(f"{error}.")
        say(f"Type a number from 1 to {len(sentences)}, or press Enter to leave it.")
    return ""

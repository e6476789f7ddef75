"""Hands copies over at the command line: the name guard, then the copies that would go, then the handover."""

from collections.abc import Collection, Sequence

from mentorlog.cli.confirm import agrees
from mentorlog.cli.name_guard import revision_of
from mentorlog.cli.world import World
from mentorlog.entry.entry import Entry
from mentorlog.render.lines import say
from mentorlog.render.share_plan import done_with, question_about
from mentorlog.sharing.plan import Plan
from mentorlog.sharing.share import Revision, Share


def guarded(
    world: World,
    share: Share,
    plan: Plan,
    named: Sequence[Entry],
    *,
    is_agreed: bool = False,
    left_out: Collection[str] = (),
) -> tuple[Plan, int]:
    """Show the words that may be names, and return the plan as the writer rewords it, with the number of entries.

    The ids `left_out` stay left out of the new plan. Raises StoppedError at Ctrl-C.
    """
    revision = revision_of(world, share.journal, plan, is_agreed=is_agreed)
    if revision.is_empty:
        return plan, 0
    wider = Revision(revision.wordings, revision.left_out | frozenset(left_out))
    return share.revise(plan, named, wider), len(revision.wordings)


def carry_out(world: World, share: Share, plan: Plan, *, is_agreed: bool, otherwise: str) -> None:
    """Carry out the plan if the person agrees. The ledger records the copies even if nothing changes."""
    is_agreed = is_agreed or not plan.edits
    if not is_agreed and not agrees(world, question_about(plan), hint="mentorlog share --yes", stopped=otherwise):
        say(otherwise)
    elif share.carry_out(plan):
        say(f"{done_with(plan)} Back with: mentorlog undo")
    elif plan.edits:
        say("Another mentorlog has just done this.")

"""`mentorlog share`: hands copies to the other person, after showing them, or withdraws them."""

from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.confirm import agrees
from mentorlog.cli.name_guard import revision_of
from mentorlog.cli.people.set_up import person_for, wanted_of
from mentorlog.cli.world import World, world_of
from mentorlog.errors import UsageError
from mentorlog.render.lines import say, warn, warn_of_unread
from mentorlog.render.share_plan import done_with, not_shared, question_about, show_plan, show_words
from mentorlog.sharing.plan import Plan
from mentorlog.sharing.share import Share
from mentorlog.sharing.unaddressed import remark_on

Names = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ENTRY…]",
        help="Entries to share from now on.",
        autocompletion=options.complete_ids,
        show_default=False,
    ),
]
RoleName = Annotated[str, typer.Option("--role", metavar="ect|mentor", help="Somebody new: which of the two they are.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only show what would leave, word for word.")]
Withdraw = Annotated[bool, typer.Option("--withdraw", help="Take the copies of these entries back.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


def command(
    context: typer.Context,
    names: Names = None,
    with_: options.With = "",
    to: options.To = None,
    theirs: options.From = None,
    role: RoleName = "",
    is_dry: DryRun = False,
    is_back: Withdraw = False,
    is_agreed: Yes = False,
) -> None:
    """Share what you have marked, and the entries you name. Shows what would leave, and asks. Private parts stay."""
    world = world_of(context)
    person = person_for(world, world.journal(to_write=True), wanted_of(with_, role, to, theirs))
    journal = world.journal(to_write=True)
    contents = journal.read()
    own = (world.own_entry(name, journal, contents, "share it") for name in names or ())
    named = list({entry.path: entry for entry in own}.values())
    if is_back and not named:
        raise UsageError("say which to take back: mentorlog share --withdraw ENTRY", hint="mentorlog list")
    share, reworded = Share.of(journal, person, world.today), 0
    if not is_dry:
        share.sweep()
    plan = _with_warning(share, share.withdrawal(contents, named) if is_back else share.plan(contents, named))
    if not is_dry and not is_back:
        revision = revision_of(world, journal, plan, is_agreed=is_agreed)
        if not revision.is_empty:
            plan, reworded = _with_warning(share, share.revise(plan, named, revision)), len(revision.wordings)
    warn_of_unread(contents.unreadable)  # while there are any, copies of entries that are gone stay
    show_plan(world.screen, person.name, plan)
    if is_dry:
        show_words(plan)
    else:
        _carry_out(world, share, plan, is_agreed=is_agreed, otherwise=not_shared(reworded))
    share.refuse_left_alone(plan)


def _with_warning(share: Share, plan: Plan) -> Plan:
    """Warn about entries that are shared but address no person set up, and return the plan."""
    if remark := remark_on(plan.unaddressed, share.journal.settings.people):
        warn(remark)
    return plan


def _carry_out(world: World, share: Share, plan: Plan, *, is_agreed: bool, otherwise: str) -> None:
    """Carry out the plan if the person agrees. The ledger records the copies even if nothing changes."""
    is_agreed = is_agreed or not plan.edits
    if not is_agreed and not agrees(world, question_about(plan), hint="mentorlog share --yes", stopped=otherwise):
        say(otherwise)
    elif share.carry_out(plan):
        say(f"{done_with(plan)} Back with: mentorlog undo")
    elif plan.edits:
        say("Another mentorlog has just done this.")

"""`mentorlog share`: hands copies to the other person, after showing them, or withdraws them."""

from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.people.set_up import person_for, wanted_of
from mentorlog.cli.world import world_of
from mentorlog.cli.writing.handover import carry_out, guarded
from mentorlog.errors import UsageError
from mentorlog.render.lines import warn, warn_of_unread
from mentorlog.render.share_plan import show_plan, show_words
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
    """Share what you have marked, and the entries you name. Shows what would go, then asks; private parts stay."""
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
        first, (plan, reworded) = plan, guarded(world, share, plan, named, is_agreed=is_agreed)
        plan = plan if plan is first else _with_warning(share, plan)
    warn_of_unread(contents.unreadable)  # while there are any, copies of entries that are gone stay
    show_plan(world.screen, person.name, plan, is_asked=world.can_ask and not is_agreed and not is_dry)
    if is_dry:
        show_words(plan)
    else:
        carry_out(world, share, plan, named, is_agreed=is_agreed, reworded=reworded)
    share.refuse_left_alone(plan)


def _with_warning(share: Share, plan: Plan) -> Plan:
    """Warn about entries that are shared but address no person set up, and return the plan."""
    if remark := remark_on(plan.unaddressed, share.journal.settings.people):
        warn(remark)
    return plan

"""`mentorlog share`: hand copies over to the other person, after showing what would leave, or take them back."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.confirm import agrees
from mentorlog.cli.name_guard import guarded
from mentorlog.cli.people.choose import person_for
from mentorlog.cli.people.plan_words import (
    done_with,
    not_shared,
    on_record,
    question_about,
    refuse_theirs,
    show_plan,
    show_words,
)
from mentorlog.cli.people.set_up import Wanted
from mentorlog.cli.people.unaddressed import strays_among, tell_strays
from mentorlog.cli.world import World, world_of
from mentorlog.entry.entry import Entry
from mentorlog.errors import ContentError, UsageError
from mentorlog.finding.duplicates import copies, originals
from mentorlog.journal.folder import Contents
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person
from mentorlog.render.lines import say, warn_of_unread
from mentorlog.sharing.audience import Between, is_with_somebody
from mentorlog.sharing.folders_apart import refuse_shared_ground
from mentorlog.sharing.pair import between_us, shared_with_me
from mentorlog.sharing.plan import Plan
from mentorlog.sharing.shared_folder import shared_folder
from mentorlog.sharing.shares import Shares
from mentorlog.sharing.view import agreed_shared
from mentorlog.text import safe_line

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
    journal = world.journal(to_write=True)
    person = person_for(world, journal, Wanted(with_, role, to, theirs))
    journal = world.journal(to_write=True)
    contents = journal.read()
    named = list({each.path: each for each in (world.entry(n, journal, contents) for n in names or ())}.values())
    if is_back and not named:
        raise UsageError("say which to take back: mentorlog share --withdraw ENTRY", hint="mentorlog list")
    shares = Shares.of(world.state, journal)
    if not is_dry:
        journal.sweep(shared_folder(person))
    plan, reworded = _plan(journal, shares, contents, person, named, is_back=is_back), 0
    if not is_dry and not is_back:
        plan, reworded = guarded(
            world, journal, plan, lambda out: _again(world, shares, person, named, out), is_agreed=is_agreed
        )
    warn_of_unread(contents.unreadable)  # and while there are any, the copy of an entry that is gone stays
    show_plan(world, person, plan)
    if is_dry:
        show_words(plan)
    else:
        _carry_out(world, shares, person, plan, is_agreed=is_agreed, otherwise=not_shared(reworded))
    refuse_theirs(person, plan)


def _again(world: World, shares: Shares, person: Person, named: Sequence[Entry], left_out: Collection[str]) -> Plan:
    """The plan after entries were reworded, or are to be left out."""
    journal = world.journal(to_write=True)
    contents = journal.read()
    paths = {entry.path for entry in named}
    again = [each for each in contents.entries if each.path in paths]
    return _plan(journal, shares, contents, person, again, left_out)


def _plan(
    journal: Journal,
    shares: Shares,
    contents: Contents,
    person: Person,
    named: Sequence[Entry],
    left_out: Collection[str] = (),
    *,
    is_back: bool = False,
) -> Plan:
    refuse_shared_ground(journal, person)
    ours = between_us(journal, contents.entries, person)
    marked = originals(agreed_shared(contents.entries))
    chosen = list(filter(ours.holds, marked))
    theirs = {entry.id for _, entry in shared_with_me(journal, person.name)}
    if is_back:
        paths = _paths_of(named, contents)
        left = [entry for entry in chosen if entry.path not in paths]
        plan = shares.plan(contents, person, left, (), {}, theirs)
        plan = replace(plan.also_marked(named, {"share": None}), is_back=True)
    else:
        _refuse_others(named, person, ours)
        values = {"share": "mentor", "with": person.name}
        plan = shares.plan(contents, person, chosen, named, values, theirs, left_out)
        staying = [entry for entry in chosen if entry.id not in left_out]
        plan = plan.also_marked(_unsaid(staying, named), {"with": person.name})
    strays = strays_among(marked, [*chosen, *named], journal.settings.people)
    tell_strays(strays, journal.settings.people, {each.entry_id for each in plan.of("back")})
    return plan


def _paths_of(named: Sequence[Entry], contents: Contents) -> set[str]:
    """Where these entries stand, and every other copy of them that there is."""
    own = {entry.path for entry in named}
    groups = ({entry.path for entry in group} for group in copies(contents.entries, is_wide=True))
    return own.union(*(group for group in groups if group & own))


def _unsaid(chosen: Sequence[Entry], named: Sequence[Entry]) -> list[Entry]:
    """Those that go to the only person there is and do not say so yet: with a second one it would not be clear."""
    paths = {entry.path for entry in named}
    return [each for each in chosen if each.path not in paths and not (is_with_somebody(each) or each.is_newer)]


def _refuse_others(named: Sequence[Entry], person: Person, ours: Between) -> None:
    """An entry that is between two people does not go to a third."""
    for entry in named:
        if is_with_somebody(entry) and not ours.is_said(entry):
            raise UsageError(
                f"{entry.short_id} is for {safe_line(entry.head.with_)}, and so not for {safe_line(person.name)}",
                hint=f"mentorlog edit {entry.short_id} --set with='{safe_line(person.name)}'",
            )


def _carry_out(world: World, shares: Shares, person: Person, plan: Plan, *, is_agreed: bool, otherwise: str) -> None:
    """Do it, if the person agrees. What is known of the copies is taken down even where nothing changes."""
    is_agreed = is_agreed or not plan.edits
    if not is_agreed and not agrees(world, question_about(plan), hint="mentorlog share --yes", stopped=otherwise):
        say(otherwise)
        return
    _refuse_moved(shares.journal, person, plan)
    if shares.carry_out(plan, *on_record(person, plan), world.today):
        say(f"{done_with(plan)} Back with: mentorlog undo")
    elif plan.edits:
        say("Another mentorlog has just done this.")


def _refuse_moved(journal: Journal, person: Person, plan: Plan) -> None:
    """While somebody reads what would leave, a link may be put where the folder was."""
    refuse_shared_ground(journal, person)
    if shared_folder(person) != plan.folder:
        raise ContentError(f"{safe_line(person.my_folder)} is another folder now, and nothing was shared")

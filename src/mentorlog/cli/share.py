"""`mentorlog share`: hand copies over to the other person, after showing what would leave, or take them back."""

from collections.abc import Sequence
from typing import Annotated

import typer

from mentorlog.between import Between, is_with_somebody
from mentorlog.cli import options
from mentorlog.cli.asking import agrees
from mentorlog.cli.context import World, world_of
from mentorlog.cli.guarding import guarded
from mentorlog.cli.newcomer import Wanted
from mentorlog.cli.people import person_for
from mentorlog.cli.strays import strays_among, tell_strays
from mentorlog.entry import Entry
from mentorlog.errors import ContentError, UsageError
from mentorlog.head import SCHEMA
from mentorlog.journal.folder import Contents
from mentorlog.journal.journal import Journal
from mentorlog.journal.pair import between_us, shared_with_me
from mentorlog.journal.places import refuse_shared_ground
from mentorlog.journal.settings import Person
from mentorlog.journal.shares import Handover, Plan, Shares, shared_folder
from mentorlog.journal.view import agreed_shared
from mentorlog.period import bare
from mentorlog.render.lines import out, say, warn
from mentorlog.sharing import kept_back, shared_title
from mentorlog.text import count, safe_line

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
    plan = _plan(journal, shares, contents, person, named, is_back=is_back)
    if not is_dry and not is_back:
        plan = guarded(world, journal, plan, lambda: _again(world, shares, person, named), is_agreed=is_agreed)
    _carry_out(world, journal, shares, person, plan, is_dry=is_dry, is_agreed=is_agreed)


def _again(world: World, shares: Shares, person: Person, named: Sequence[Entry]) -> Plan:
    """The plan after an entry was reworded."""
    journal = world.journal(to_write=True)
    contents = journal.read()
    paths = {entry.path for entry in named}
    return _plan(journal, shares, contents, person, [each for each in contents.entries if each.path in paths])


def _plan(
    journal: Journal,
    shares: Shares,
    contents: Contents,
    person: Person,
    named: Sequence[Entry],
    *,
    is_back: bool = False,
) -> Plan:
    refuse_shared_ground(journal, person)
    ours = between_us(journal, contents.entries, person)
    marked = agreed_shared(contents.entries)
    chosen = list(filter(ours.holds, marked))
    theirs = {entry.id for _, entry in shared_with_me(journal, person.name)}
    if is_back:
        paths = {entry.path for entry in named}
        left = [entry for entry in chosen if entry.path not in paths]
        plan = shares.plan(contents, person, left, (), {}, theirs).also_marked(named, {"share": None})
    else:
        _refuse_others(named, person, ours)
        values = {"share": "mentor", "with": person.name}
        plan = shares.plan(contents, person, chosen, named, values, theirs)
        plan = plan.also_marked(_unsaid(chosen, named), {"with": person.name})
    strays = strays_among(marked, [*chosen, *named], journal.settings.people)
    tell_strays(strays, journal.settings.people, {each.entry_id for each in plan.of("back")})
    return plan


def _unsaid(chosen: Sequence[Entry], named: Sequence[Entry]) -> list[Entry]:
    """Those that go to the only person there is and do not say so yet: with a second one it would not be clear."""
    paths = {entry.path for entry in named}
    silent = (entry for entry in chosen if entry.path not in paths and not is_with_somebody(entry))
    return [entry for entry in silent if entry.head.schema_ <= SCHEMA]


def _refuse_others(named: Sequence[Entry], person: Person, ours: Between) -> None:
    """An entry that is between two people does not go to a third."""
    for entry in named:
        if is_with_somebody(entry) and not ours.is_said(entry):
            raise UsageError(
                f"{entry.short_id} is for {safe_line(entry.head.with_)}, and so not for {safe_line(person.name)}",
                hint=f"mentorlog edit {entry.short_id} --set with='{safe_line(person.name)}'",
            )


def _carry_out(
    world: World, journal: Journal, shares: Shares, person: Person, plan: Plan, *, is_dry: bool, is_agreed: bool
) -> None:
    _show(world, person, plan)
    if is_dry:
        for each in plan.of("new", "changed"):
            out(f"\n{each.edit.path}\n\n{(each.edit.after or b'').decode()}")
        say("Nothing was shared.")
    elif plan.edits and not is_agreed and not agrees(world, _question(plan), hint="mentorlog share --yes"):
        say("Nothing was shared.")
    elif plan.edits:
        _refuse_moved(journal, person, plan)
        shares.carry_out(
            journal,
            plan,
            f"{count(len(plan.edits) - len(plan.marks), 'entry', 'entries')} with {person.name}",
            world.today,
        )
        say("Done. Back with: mentorlog undo" if not plan.of("new", "changed") else "Shared. Back with: mentorlog undo")
    if plan.of("theirs"):
        raise ContentError(
            f"{count(len(plan.of('theirs')), 'copy was', 'copies were')} left alone, since somebody changed "
            f"{'it' if len(plan.of('theirs')) == 1 else 'them'}"
        )


def _refuse_moved(journal: Journal, person: Person, plan: Plan) -> None:
    """While somebody reads what would leave, a link may be put where the folder was."""
    refuse_shared_ground(journal, person)
    if shared_folder(person) != plan.folder:
        raise ContentError(f"{safe_line(person.my_folder)} is another folder now, and nothing was shared")


def _question(plan: Plan) -> str:
    going, back = plan.of("new", "changed"), plan.of("back")
    if going and back:
        return "Share these, and take those back?"
    return "Share them?" if going else "Take them back?" if back else "Go on?"


def _show(world: World, person: Person, plan: Plan) -> None:
    """What would leave, what would change, what would come back, and what was changed by somebody else."""
    from mentorlog.render.terminal import handover_rows

    whose = safe_line(person.name)
    for kind, said in (
        ("new", f"would go to {whose}'s folder"),
        ("changed", f"would be as they are now in {whose}'s folder"),
        ("back", f"would be taken out of {whose}'s folder"),
    ):
        if found := plan.of(kind):
            say(f"{count(len(found), 'entry', 'entries')} {said}:")
            handover_rows(world.screen, [_row(each) for each in found])
    for each in plan.of("theirs"):
        own = f"; yours is {safe_line(each.entry.path)}" if each.entry else ""
        warn(f"{safe_line(each.edit.path)} in {whose}'s folder is not what you shared, and was left alone{own}")
    if plan.marks and not plan.handovers:
        say(f"In {count(len(plan.marks), 'entry', 'entries')} of yours, the line about sharing would change.")
    if not plan.edits and not plan.handovers:
        say(_nothing(person, plan))


def _row(each: Handover) -> tuple[str, str, str]:
    """Title, what stays here, and what to type."""
    if each.entry is None:
        return (each.edit.path, "", each.entry_id.rpartition("-")[2])
    stays = kept_back(each.entry) if each.kind != "back" else []
    title = f"{bare(each.entry.date)}  {shared_title(each.entry)}"
    return (title, f"{', '.join(stays)} stays here" if stays else "", each.entry.short_id)


def _nothing(person: Person, plan: Plan) -> str:
    if plan.unchanged:
        shared = count(plan.unchanged, "entry is", "entries are")
        return f"{shared} shared with {safe_line(person.name)}, and nothing has changed."
    return "Nothing is marked to share. To share one: mentorlog share ENTRY"

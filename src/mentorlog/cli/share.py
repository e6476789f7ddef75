"""`mentorlog share`: hand copies over to the other person, after showing what would leave, or take them back."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.asking import agrees
from mentorlog.cli.context import World, world_of
from mentorlog.cli.guarding import guarded
from mentorlog.cli.newcomer import Wanted
from mentorlog.cli.people import person_for
from mentorlog.copies import copies, originals
from mentorlog.entry import Entry
from mentorlog.errors import ContentError, UsageError
from mentorlog.journal.folder import Contents
from mentorlog.journal.handover import Handover, Plan
from mentorlog.journal.journal import Journal
from mentorlog.journal.pair import shared_with_me
from mentorlog.journal.settings import Person
from mentorlog.journal.sharedfolder import shared_folder
from mentorlog.journal.shares import Shares
from mentorlog.journal.view import agreed_shared
from mentorlog.period import bare
from mentorlog.render.lines import out, say, warn, warn_of_unread
from mentorlog.sharing import is_for, kept_back, shared_title
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
    if not is_dry:
        journal.sweep(shared_folder(person))
    plan, reworded = _plan(journal, shares, contents, person, named, is_back=is_back), 0
    if not is_dry and not is_back:
        plan, reworded = guarded(
            world, journal, plan, lambda out: _again(world, shares, person, named, out), is_agreed=is_agreed
        )
    warn_of_unread(contents.unreadable)  # and while there are any, the copy of an entry that is gone stays
    _show(world, person, plan)
    if is_dry:
        _show_words(plan)
    else:
        _carry_out(world, shares, person, plan, is_agreed=is_agreed, otherwise=_not_shared(reworded))
    _refuse_theirs(person, plan)


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
    is_only = len(journal.settings.people) == 1
    shared = originals(agreed_shared(contents.entries))
    chosen = [each for each in shared if is_for(each, person.name, is_only=is_only)]
    theirs = {entry.id for _, entry in shared_with_me(journal, person.name)}
    if is_back:
        paths = _paths_of(named, contents)
        left = [entry for entry in chosen if entry.path not in paths]
        plan = shares.plan(contents, person, left, (), {}, theirs)
        return replace(plan.also_marked(named, {"share": None}), is_back=True)
    _refuse_others(named, person, is_only=is_only)
    values = {"share": "mentor"} if is_only else {"share": "mentor", "with": person.name}
    return shares.plan(contents, person, chosen, named, values, theirs, left_out)


def _paths_of(named: Sequence[Entry], contents: Contents) -> set[str]:
    """Where these entries stand, and every other copy of them that there is."""
    own = {entry.path for entry in named}
    groups = ({entry.path for entry in group} for group in copies(contents.entries, is_wide=True))
    return own.union(*(group for group in groups if group & own))


def _refuse_others(named: Sequence[Entry], person: Person, *, is_only: bool) -> None:
    """An entry that is between two people does not go to a third."""
    for entry in named:
        if entry.head.with_ and not is_for(entry, person.name, is_only=is_only):
            raise UsageError(f"{entry.short_id} is for {safe_line(entry.head.with_)}, and so not for {person.name}")


def _carry_out(world: World, shares: Shares, person: Person, plan: Plan, *, is_agreed: bool, otherwise: str) -> None:
    """Do it, if the person agrees. What is known of the copies is taken down even where nothing changes."""
    is_agreed = is_agreed or not plan.edits
    if not is_agreed and not agrees(world, _question(plan), hint="mentorlog share --yes", stopped=otherwise):
        say(otherwise)
    elif shares.carry_out(plan, *_on_record(person, plan), world.today):
        say(f"{_done(plan)} Back with: mentorlog undo")
    elif plan.edits:
        say("Another mentorlog has just done this.")


def _not_shared(reworded: int) -> str:
    if not reworded:
        return "Nothing was shared."
    entries = "1 entry was reworded, and stays" if reworded == 1 else f"{reworded:,} entries were reworded, and stay"
    return f"Nothing was shared. {entries} so; back with: mentorlog undo"


def _on_record(person: Person, plan: Plan) -> tuple[str, str]:
    """What `undo` calls the change: its verb, and which entries it is about."""
    name, going, back = safe_line(person.name), _number(plan, "new", "changed"), _number(plan, "back")
    if plan.is_back or (back and not going):
        return "withdraw", f"{count(back or len(plan.marks), 'entry', 'entries')} that {name} had"
    also = f", {back:,} taken back" if back else ""
    return "share", f"{count(going or len(plan.marks), 'entry', 'entries')} with {name}{also}"


def _number(plan: Plan, *kinds: str) -> int:
    return len({each.entry_id for each in plan.of(*kinds)})


def _done(plan: Plan) -> str:
    if plan.is_back and not plan.of("back"):
        return f"{'Your entry is' if len(plan.marks) == 1 else 'Your entries are'} private again."
    return "Done." if plan.of("back") and not plan.of("new", "changed") else "Shared."


def _refuse_theirs(person: Person, plan: Plan) -> None:
    if files := len(plan.of("theirs")):
        left = (
            "1 file in {} was left as it is; if it is"
            if files == 1
            else f"{files:,} files in {{}} were left; if they are"
        )
        folder = f"{safe_line(person.name)}'s folder"
        raise ContentError(f"{left.format(folder)} to go, delete {'it' if files == 1 else 'them'} there by hand")


def _question(plan: Plan) -> str:
    going, back = plan.of("new", "changed"), plan.of("back")
    if going and back:
        return "Share these, and take those back?"
    return "Share them?" if going else "Take them back?"


def _show_words(plan: Plan) -> None:
    for each in plan.of("new", "changed"):
        out(f"\n{each.path}\n\n{each.text}")
    say("Nothing was shared.")


def _show(world: World, person: Person, plan: Plan) -> None:
    """What would leave, what would change, what would come back, and what was changed by somebody else."""
    from mentorlog.render.terminal import handover_rows

    whose = safe_line(person.name)
    for kind, one, many in (
        ("new", "would go to", "would go to"),
        ("changed", "would be as it is now in", "would be as they are now in"),
        ("back", "would be taken out of", "would be taken out of"),
    ):
        if found := plan.of(kind):
            number = _number(plan, kind)
            say(f"{count(number, 'entry', 'entries')} {one if number == 1 else many} {whose}'s folder:")
            handover_rows(world.screen, [_row(each) for each in found])
    for each in plan.of("theirs"):
        own = f"; yours is {safe_line(each.entry.path)}" if each.entry else ""
        warn(f"{safe_line(each.path)} in {whose}'s folder {each.why}, and was left alone{own}")
    if not plan.edits and not plan.of("theirs"):
        say(_nothing(person, plan))


def _row(each: Handover) -> tuple[str, str, str]:
    """Title, what stays here, and what to type."""
    if each.entry is None:
        return (each.path, "", each.entry_id.rpartition("-")[2])
    stays = kept_back(each.entry) if each.kind != "back" else []
    title = f"{bare(each.entry.date)}  {shared_title(each.entry)}"
    return (title, f"{', '.join(stays)} stays here" if stays else "", each.entry.short_id)


def _nothing(person: Person, plan: Plan) -> str:
    if plan.is_back:
        return f"No copy of that is in {safe_line(person.name)}'s folder."
    if shared := _number(plan, "same"):
        return (
            f"{count(shared, 'entry is', 'entries are')} shared with {safe_line(person.name)}, and nothing has changed."
        )
    return "Nothing is marked to share. To share one: mentorlog share ENTRY"

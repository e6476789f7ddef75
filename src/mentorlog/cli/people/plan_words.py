"""What a share would do, and did, in words for the writer."""

from mentorlog.cli.world import World
from mentorlog.days import bare
from mentorlog.errors import ContentError
from mentorlog.journal.settings import Person
from mentorlog.render.lines import out, say, warn
from mentorlog.sharing.copy import kept_back, shared_title
from mentorlog.sharing.plan import Handover, Plan
from mentorlog.text import count, safe_line


def not_shared(reworded: int) -> str:
    if not reworded:
        return "Nothing was shared."
    entries = "1 entry was reworded, and stays" if reworded == 1 else f"{reworded:,} entries were reworded, and stay"
    return f"Nothing was shared. {entries} so; back with: mentorlog undo"


def on_record(person: Person, plan: Plan) -> tuple[str, str]:
    """What `undo` calls the change: its verb, and which entries it is about."""
    name, going, back = safe_line(person.name), _number(plan, "new", "changed"), _number(plan, "back")
    if plan.is_back or (back and not going):
        return "withdraw", f"{count(back or len(plan.marks), 'entry', 'entries')} that {name} had"
    also = f", {back:,} taken back" if back else ""
    return "share", f"{count(going or len(plan.marks), 'entry', 'entries')} with {name}{also}"


def _number(plan: Plan, *kinds: str) -> int:
    return len({each.entry_id for each in plan.of(*kinds)})


def done_with(plan: Plan) -> str:
    if plan.is_back and not plan.of("back"):
        return f"{'Your entry is' if len(plan.marks) == 1 else 'Your entries are'} private again."
    return "Done." if plan.of("back") and not plan.of("new", "changed") else "Shared."


def refuse_theirs(person: Person, plan: Plan) -> None:
    if files := len(plan.of("theirs")):
        left = (
            "1 file in {} was left as it is; if it is"
            if files == 1
            else f"{files:,} files in {{}} were left; if they are"
        )
        folder = f"{safe_line(person.name)}'s folder"
        raise ContentError(f"{left.format(folder)} to go, delete {'it' if files == 1 else 'them'} there by hand")


def question_about(plan: Plan) -> str:
    going, back = plan.of("new", "changed"), plan.of("back")
    if going and back:
        return "Share these, and take those back?"
    return "Share them?" if going else "Take them back?" if back else "Go on?"


def show_words(plan: Plan) -> None:
    for each in plan.of("new", "changed"):
        out(f"\n{each.path}\n\n{each.text}")
    say("Nothing was shared.")


def show_plan(world: World, person: Person, plan: Plan) -> None:
    """What would leave, what would change, what would come back, and what was changed by somebody else."""
    from mentorlog.render.pages import handover_rows

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
    if plan.marks and not plan.is_back and not plan.of("new", "changed", "back"):
        say(f"In {count(len(plan.marks), 'entry', 'entries')} of yours, the line about sharing would change.")
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
